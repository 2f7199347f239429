using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Payroll;

/// <summary>What bookkeeping does with a paid month.</summary>
[Sop("Book the payroll")]
[Purpose("The books show what people cost and what is still owed", Output = "A booked month whose wage accounts are at zero")]
[Owner<Bookkeeper>, Backup<OperationsLead>]
[Responsible<Bookkeeper>(Duty.Builder), Responsible<OperationsLead>(Duty.Reviewer), Responsible<Bookkeeper>(Duty.Documentation)]
[ValueStream<PeopleAndPay>(Part = "Bookkeeping")]
[Trigger("The payroll of a month is paid")]
[OutOfScope("Wages themselves", Covered = typeof(MonthlyPayroll))]
[Metric(Measure.CycleTime, Name = "Paid until compared with the bank", Baseline = 45, Target = 20, Unit = "days")]
[Metric(Measure.ErrorRate, Name = "Months with a difference at the end of the year", Baseline = 3, Target = 0, Unit = "months")]
[Review(Cadence.Quarterly, Last = "2026-11-05")]
[Fallback("Print the wage journal and book it from paper", SwitchWhen = "The import into accounting fails twice")]
[EdgeCase("A salary was paid by hand", "Its reference is in the run of that salary; the amount is the same as in the journal.")]
[Change("1.0.0", "2026-10-12", "First version")]
public sealed partial class BookPayroll : Sop<PayrollList>
{
    [HumanStep<Bookkeeper>("Book wages, taxes and contributions")]
    [Checklist("The journal of the program is imported", "Its total is that of the approved payroll", "Each cost centre has its share")]
    [Writes<Accounting>(Impact.Money)]
    [Due(Days = 5)]
    public partial Task Book(PayrollList payroll);

    [HumanStep<Bookkeeper>("Compare with the bank statement")]
    [Checklist("The account for net wages is at zero", "Contributions and wage tax are at zero, or due next month")]
    [Reads<Accounting>, Reads<BankAccount>]
    [Due(Days = 15)]
    public partial Task Compare(PayrollList payroll);
}
