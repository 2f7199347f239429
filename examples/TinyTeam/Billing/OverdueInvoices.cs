using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Billing;

/// <summary>The daily look at what is overdue: one tick becomes one follow-up per invoice.</summary>
[Sop("Overdue invoices")]
[Purpose("Let no overdue invoice be forgotten", Output = "A follow-up for each invoice that became overdue")]
[Owner<Bookkeeper>, Backup<OperationsLead>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<Bookkeeper>(Duty.Reviewer), Responsible<Bookkeeper>(Duty.Documentation)]
[ValueStream<BillingAndRenewals>(Part = "Collection")]
[Trigger("Every working day at 09:00", Cron = "0 9 * * MON-FRI")]
[Prerequisite("The bank statement of yesterday is booked")]
[OutOfScope("Writing to the customer", Covered = typeof(InvoiceFollowUp))]
[Metric(Measure.CompletionRate, Name = "Days on which the list was drawn up", Baseline = 60, Target = 100, Unit = "%")]
[Metric(Measure.ErrorRate, Name = "Invoices on the list that were paid", Baseline = 10, Target = 2, Unit = "%")]
[Review(Cadence.Quarterly, Last = "2026-10-05")]
[Fallback("Open the open items in accounting, sort by age, and start a follow-up for each one over 7 days",
    SwitchWhen = "Yesterday's bank statement is missing, or the list is empty on a Monday")]
[Change("1.0.0", "2026-09-28", "First version")]
public sealed partial class OverdueInvoices(IBooks books) : Sop<Tick>
{
    [AutomatedStep("List invoices that became overdue")]
    [Reads<Accounting>]
    [OnFailure(Fallback, Retries = 3)]
    [EdgeCase("A follow-up for the invoice is still running", "It is left out: one invoice, one follow-up")]
    [Next(nameof(StartFollowUps), When = nameof(HasInvoices))]
    [Next(End.Completed)]
    public Task<OverdueList> ListInvoices(Tick tick, CancellationToken cancel) => books.OverdueAsync(tick.Due, cancel);

    [Handoff<InvoiceFollowUp>("Start a follow-up for each invoice")]
    public Task<IReadOnlyList<OverdueInvoice>> StartFollowUps(OverdueList list) => Task.FromResult(list.Invoices);

    [Condition("At least one invoice is overdue")]
    private static bool HasInvoices(OverdueList list) => list.Invoices.Count > 0;
}
