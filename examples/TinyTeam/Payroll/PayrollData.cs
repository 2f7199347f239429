using SopAsCode;

namespace TinyTeam.Payroll;

/// <summary>What is different from last month.</summary>
/// <param name="Month">The month, such as 2026-11.</param>
/// <param name="Changes">Who came, left, changed hours, or was ill longer than six weeks, a line each.</param>
[Data(DataClass.Confidential)]
public sealed record MonthChanges(string Month, IReadOnlyList<string> Changes);

/// <summary>The wages of a month, as they are approved.</summary>
/// <param name="Month">The month, such as 2026-11.</param>
/// <param name="Salaries">What each person gets.</param>
/// <param name="ContributionCents">What goes to insurances and tax office, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
[Data(DataClass.Confidential)]
public sealed record PayrollList([property: Key] string Month, IReadOnlyList<Salary> Salaries, long ContributionCents, string Currency);

/// <summary>What one person gets in one month.</summary>
/// <param name="Number">Month and person, such as 2026-11/ivy.</param>
/// <param name="Employee">Who gets it.</param>
/// <param name="Iban">The account.</param>
/// <param name="Cents">The amount after taxes and contributions, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
[Data(DataClass.Confidential)]
public sealed record Salary([property: Key] string Number, string Employee, string Iban, long Cents, string Currency);

/// <summary>That a salary was paid.</summary>
/// <param name="Reference">The bank's reference.</param>
[Data(DataClass.Confidential)]
public sealed record TransferReceipt(string Reference);
