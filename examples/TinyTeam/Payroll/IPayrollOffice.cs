namespace TinyTeam.Payroll;

/// <summary>Bank account and payroll program, as far as a salary needs them.</summary>
public interface IPayrollOffice
{
    /// <summary>Transfers money, once per key.</summary>
    /// <param name="salary">Who gets it, where and how much.</param>
    /// <param name="idempotencyKey">The same key never pays twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The bank's reference.</returns>
    Task<string> TransferAsync(Salary salary, string idempotencyKey, CancellationToken cancel);

    /// <summary>Lets a person see the payslip.</summary>
    /// <param name="salary">The salary that it explains.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it can be seen.</returns>
    Task ShowPayslipAsync(Salary salary, CancellationToken cancel);
}
