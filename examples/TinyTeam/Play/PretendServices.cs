using TinyTeam.Payroll;
using TinyTeam.Support;

namespace TinyTeam.Play;

/// <summary>Stands in for the services of the played day. The helpdesk drops the first reply on the floor, so that one sees a further attempt.</summary>
internal sealed class PretendServices : IHelpdesk, IPayrollOffice, IServiceProvider
{
    private bool _hasStumbled;

    /// <inheritdoc/>
    public Task ApplyMacroAsync(int ticket, string macro, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SendAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel)
    {
        if (_hasStumbled)
        {
            return Task.CompletedTask;
        }

        _hasStumbled = true;
        return Task.FromException(new HttpRequestException("the helpdesk does not answer"));
    }

    /// <inheritdoc/>
    public Task<string> TransferAsync(Salary salary, string idempotencyKey, CancellationToken cancel) => Task.FromResult("T-" + salary.Number);

    /// <inheritdoc/>
    public Task ShowPayslipAsync(Salary salary, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(this) ? this : null;
}
