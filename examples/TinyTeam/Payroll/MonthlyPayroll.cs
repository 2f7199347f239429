using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Payroll;

/// <summary>The wages of a month: worked out by one person, approved by another, and then paid one by one.</summary>
[Sop("Monthly payroll")]
[Purpose("Everybody has the right money on the last working day", Output = "Paid salaries, reported contributions, a booked month")]
[Owner<OperationsLead>, Backup<Founder>]
[Responsible<LeadDeveloper>(Duty.Builder), Responsible<Founder>(Duty.Reviewer), Responsible<Bookkeeper>(Duty.Documentation)]
[ValueStream<PeopleAndPay>(Part = "Payroll")]
[Trigger("The month is half over", Cron = "0 9 15 * *")]
[Prerequisite("Absences of the month are in the calendar")]
[OutOfScope("Expenses: they are paid with the invoices")]
[OutOfScope("A salary that was paid wrong: it is corrected in the next month, and the person hears of it at once")]
[Metric(Measure.ErrorRate, Name = "Payslips that had to be corrected", Baseline = 6, Target = 1, Unit = "%")]
[Metric(Measure.CompletionRate, Name = "Months paid by the last working day", Baseline = 92, Target = 100, Unit = "%")]
[Review(Cadence.Quarterly, Last = "2026-11-05")]
[Fallback("Work out the month in the payroll program, let the founder sign the printed list, and type the transfers in at the bank",
    SwitchWhen = "The payroll program can't be reached two days before the end of the month")]
[EdgeCase("Somebody leaves in this month", "Pay holidays that are left, ask for the laptop, and send the papers for the employment office with the payslip.")]
[EdgeCase("Somebody new has no tax number yet", "The program takes the highest rate; next month it is put right by itself.")]
[EdgeCase("An account number changed", "Call the person. A mail with a new account is how salaries are stolen.")]
[Change("1.0.0", "2026-10-12", "First version")]
public sealed partial class MonthlyPayroll : Sop<Tick>
{
    [HumanStep<OperationsLead>("Collect what changed this month")]
    [Checklist("Joined, left, married, moved", Title = "People")]
    [Checklist("Hours of those who are paid by the hour", "Unpaid leave", "Ill longer than six weeks", "Raises, bonuses, advances", Title = "Money")]
    [Reads<SharedFolder>]
    [Due(Days = 2)]
    public partial Task<MonthChanges> CollectChanges(Tick tick);

    [HumanStep<Bookkeeper>("Work out the payroll")]
    [Instructions("""
        Enter the changes, let the program work out the month, and compare with last month, person by person.
        A difference that no line of the changes explains is a mistake until you know better.
        """)]
    [Writes<PayrollProgram>(Impact.Employees)]
    [Due(Days = 2)]
    public partial Task<PayrollList> WorkOut(MonthChanges changes, Rejection? rejection);

    [Checkpoint<Founder>("Approve the payroll")]
    [Instructions("You approve the whole list. Each salary is then paid as it stands here, and nobody asks you again.")]
    [Checklist("Everybody on the list works here, and everybody who works here is on it", "Differences from last month are explained by the changes",
        "Accounts that changed were confirmed by phone", "The sum is on the bank account")]
    [Due(Days = 2), Remind(Hours = 4)]
    [OnReject(nameof(WorkOut), AtMost = 3)]
    public partial Task Approve([Context] MonthChanges changes, PayrollList payroll);

    [Handoff<PaySalary>("Pay each salary")]
    public Task<IReadOnlyList<Salary>> PayEach(PayrollList payroll) => Task.FromResult(payroll.Salaries);

    [HumanStep<Bookkeeper>("Report taxes and contributions")]
    [Instructions("""
        | What                                                | By                                            |
        | --------------------------------------------------- | --------------------------------------------- |
        | Statement of contributions to each health insurance | two banking days before they are due          |
        | Contributions paid                                  | third banking day before the end of the month |
        | Wage tax reported and paid                          | 10th of the next month                        |
        """)]
    [Writes<PayrollProgram>(Impact.Legal), Writes<BankAccount>(Impact.Money)]
    [Checklist("The program has the receipt of each health insurance", "The sum is the one that the founder approved", "Everybody has a payslip")]
    [Due(Days = 3)]
    public partial Task Report(PayrollList payroll);

    [Handoff<BookPayroll>("Hand the month to bookkeeping")]
    public partial Task HandToBookkeeping(PayrollList payroll);
}
