using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Payroll;

/// <summary>One salary of an approved payroll: paid once, and explained to the one who gets it.</summary>
[Sop("Pay a salary")]
[Purpose("Pay one person what was approved, once", Output = "Money on the account, and a payslip")]
[Owner<Bookkeeper>, Backup<OperationsLead>]
[ApprovedInput]
[Trigger("The founder approved the payroll of a month")]
[Responsible<LeadDeveloper>(Duty.Builder), Responsible<OperationsLead>(Duty.Reviewer), Responsible<Bookkeeper>(Duty.Documentation)]
[ValueStream<PeopleAndPay>(Part = "Payroll")]
[OutOfScope("How much it is", Covered = typeof(MonthlyPayroll))]
[Metric(Measure.ErrorRate, Name = "Transfers that came back", Baseline = 2, Target = 0.5, Unit = "%")]
[Metric(Measure.CycleTime, Name = "Approval until the money is there", Baseline = 3, Target = 1, Unit = "days")]
[Review(Cadence.Quarterly, Last = "2026-11-05")]
[Fallback("Type the transfer in at the bank, from the approved list, and show the payslip in the payroll program",
    SwitchWhen = "The bank's interface is down on the last day but one of the month")]
[EdgeCase("The transfer comes back", "Call the person and ask for the account. Pay it by hand on the same day.")]
[Change("1.0.0", "2026-10-12", "First version")]
public sealed partial class PaySalary(IPayrollOffice office) : Sop<Salary>
{
    [AutomatedStep("Transfer the salary")]
    [Writes<BankAccount>(Impact.Money, Irreversible = true)]
    [OnFailure(nameof(PayByHand), Retries = 2)]
    [Next(nameof(ShowPayslip))]
    public async Task<TransferReceipt> TransferSalary(Salary salary, StepContext step, CancellationToken cancel) =>
        new(await office.TransferAsync(salary, step.IdempotencyKey, cancel));

    [HumanStep<Bookkeeper>("Pay the salary by hand")]
    [Writes<BankAccount>(Impact.Money, Irreversible = true)]
    [Checklist("The bank shows no transfer of this salary", "Account and amount are those of the approved list")]
    [Due(Days = 1)]
    public partial Task<TransferReceipt> PayByHand(Salary salary);

    [AutomatedStep("Show the payslip")]
    [Writes<PayrollProgram>(Impact.Employees)]
    [OnFailure(Fallback, Retries = 3)]
    public Task ShowPayslip(Salary salary, CancellationToken cancel) => office.ShowPayslipAsync(salary, cancel);
}
