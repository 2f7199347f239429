using TinyTeam.Support;

namespace TinyTeam.Play;

/// <summary>Stands in for a helpdesk. Drops the first reply of the day on the floor, so that one sees a retry.</summary>
internal sealed class PretendHelpdesk : IHelpdesk, IServiceProvider
{
    private readonly HashSet<string> _sent = [];
    private bool _hasStumbled;

    /// <inheritdoc/>
    public Task ApplyMacroAsync(int ticket, string macro, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SendAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel)
    {
        if (!_hasStumbled)
        {
            _hasStumbled = true;
            return Task.FromException(new HttpRequestException("the helpdesk does not answer"));
        }

        _sent.Add(idempotencyKey);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType == typeof(IHelpdesk) ? this : null;
}
