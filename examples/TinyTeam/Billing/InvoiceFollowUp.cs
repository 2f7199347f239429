using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Billing;

/// <summary>From an overdue invoice to money, or to a talk with the customer.</summary>
[Sop("Invoice follow-up")]
[Purpose("Get paid without losing the customer", Output = "A paid invoice, or a day agreed on the phone")]
[Owner<Bookkeeper>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<Bookkeeper>(Duty.Reviewer), Responsible<Bookkeeper>(Duty.Documentation)]
[ValueStream<BillingAndRenewals>(Part = "Collection")]
[Trigger("The daily list hands over an overdue invoice")]
[Prerequisite("Access to accounting and to the outbox")]
[OutOfScope("Finding out what is overdue", Covered = typeof(OverdueInvoices))]
[OutOfScope("Lawyers and courts: the founder decides that")]
[Metric(Measure.Outcome, Name = "Days from due date to payment", Baseline = 34, Target = 18, Unit = "days")]
[Metric(Measure.ErrorRate, Name = "Reminders to somebody who had paid", Baseline = 6, Target = 0.5, Unit = "%")]
[Metric(Measure.ReworkRate, Name = "Reminders sent back", Baseline = 25, Target = 10, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-05")]
[Fallback("Take the reminder template for the age of the invoice, check the account, and send it by hand",
    SwitchWhen = "A customer got a reminder for a paid invoice")]
[Disclosure("The last line of each reminder says that it was drafted with AI and approved by a named person")]
[TeamMode("Two bookkeepers: each keeps the customers of half the alphabet, and approves for the other")]
[EdgeCase("The customer paid a part", "Step 8: thank them first, then ask when the rest comes")]
[EdgeCase("The customer writes that they can't pay", "No date on the phone is fine: step 9, the founder agrees on instalments")]
[Change("2.0.0", "2026-11-05", "Looks at the account once more before sending; the phone comes after three reminders",
    Moves = "SecondReminder -> CheckAccount, FinalReminder -> CallCustomer")]
[Change("1.0.0", "2026-09-28", "First version")]
public sealed partial class InvoiceFollowUp(IBooks books) : Sop<OverdueInvoice>
{
    [AutomatedStep("Check the account")]
    [Reads<Accounting>]
    [OnFailure(Fallback, Retries = 3)]
    [Next(End.Completed, When = nameof(IsPaid))]
    [Next(nameof(CallCustomer), When = nameof(NeedsVoice))]
    [Next(nameof(DraftReminder), AtMost = 3, Then = nameof(CallCustomer))]
    public Task<AccountStatus> CheckAccount(OverdueInvoice invoice, CancellationToken cancel) => books.StatusAsync(invoice.Number, cancel);

    [AiStep<ReminderWriter>("Draft a reminder by age and tier", Level = Level.PrepareForApproval)]
    [Prompt(File = "prompts/reminder.md", Version = "4")]
    [Guardrail("Threaten with nothing: no fees, no lawyers, no stop of delivery")]
    [Guardrail("Name the invoice, the amount and the day it was due, and nothing else about the account")]
    [Limitation("Too soft after 30 days", Workaround = "Ask for a date of payment in the first sentence")]
    [Drafts<Mailer>]
    [Example("8 days, regular", "Hello Ms Roe, invoice 2041 over 480.00 EUR was due on 3 November. Has it slipped through? "
        + "If you paid in the last two days, please ignore this.")]
    [Next(nameof(ApproveLargeReminder), When = nameof(IsLarge))]
    [Next(nameof(ApproveReminder))]
    public partial Task<Reminder> DraftReminder(OverdueInvoice invoice, AccountStatus status, Rejection? rejection);

    [Checkpoint<Bookkeeper>("Approve the reminder")]
    [Checklist("Amount, number and date are those of the invoice", "Tone fits age and tier", "Nothing is threatened or promised")]
    [Due(Days = 1)]
    [OnReject(nameof(DraftReminder), AtMost = 2, Then = nameof(CallCustomer))]
    [Next(nameof(CheckAgain))]
    public partial Task<Reminder> ApproveReminder(OverdueInvoice invoice, AccountStatus status, Reminder reminder);

    [Checkpoint<Founder>("Approve a reminder above 5,000 EUR")]
    [Checklist("Amount, number and date are those of the invoice", "A call would not be better", "Nothing is threatened or promised")]
    [Due(Days = 1), OnTimeout(nameof(CallCustomer))]
    [OnReject(nameof(CallCustomer))]
    [Next(nameof(CheckAgain))]
    public partial Task<Reminder> ApproveLargeReminder(OverdueInvoice invoice, AccountStatus status, Reminder reminder);

    [AutomatedStep("Check once more that the invoice is open")]
    [Reads<Accounting>]
    [OnFailure(Fallback, Retries = 3)]
    [Note("Money that came while the reminder waited for approval is the mistake customers forgive least")]
    [Next(End.Completed, When = nameof(IsPaid))]
    [Next(nameof(SendReminder))]
    public Task<AccountStatus> CheckAgain(OverdueInvoice invoice, CancellationToken cancel) => books.StatusAsync(invoice.Number, cancel);

    [AutomatedStep("Send the reminder")]
    [Writes<Mailer>(Impact.Customers)]
    [OnFailure(Fallback, Retries = 3)]
    public Task SendReminder(OverdueInvoice invoice, Reminder reminder, StepContext step, CancellationToken cancel) =>
        books.SendAsync(invoice.Email, reminder.Subject, reminder.Text, step.IdempotencyKey, cancel);

    [WaitFor("Wait for the payment")]
    [Due(Days = 7), OnTimeout(nameof(CheckAccount))]
    [Next(End.Completed, When = nameof(IsPaidInFull))]
    [Next(nameof(CallCustomer))]
    public partial Task<IncomingPayment> WaitForPayment(OverdueInvoice invoice);

    [HumanStep<Bookkeeper>("Call the customer and agree on a day")]
    [Instructions("Ask what is wrong before you ask for money. Send what you agreed in one line, right after the call.")]
    [Checklist("You know why it is not paid", "A day is named, or it is clear that there is none", "Accounting has a note")]
    [Due(Days = 3)]
    [Note("When the day passes without money, the daily list starts a new follow-up")]
    [Next(End.Completed, When = nameof(HasDate))]
    [Next(nameof(DecideWhatNext))]
    public partial Task<CallResult> CallCustomer(OverdueInvoice invoice, AccountStatus status, IncomingPayment? payment);

    [HumanStep<Founder>("Decide what to do about the invoice")]
    [Instructions("Instalments, a credit, a stop of delivery, or a lawyer: one of them, in writing, to bookkeeper and customer.")]
    [Checklist("You spoke with the customer yourself, or tried twice", "The bookkeeper knows what to book")]
    [Due(Days = 5)]
    [Next(End.Escalated)]
    public partial Task DecideWhatNext(OverdueInvoice invoice, CallResult call);

    [Condition("The invoice is paid")]
    private static bool IsPaid(AccountStatus status) => status.IsPaid;

    [Condition("The customer disputes it, or a key customer is more than 45 days late")]
    private static bool NeedsVoice(OverdueInvoice invoice, AccountStatus status) =>
        status.IsDisputed || (invoice.Tier == CustomerTier.Key && status.DaysOverdue > 45);

    [Condition("The open amount is above 5,000 EUR, or in another currency")]
    private static bool IsLarge(OverdueInvoice invoice) => invoice.Cents > 500_000 || invoice.Currency != "EUR";

    [Condition("The customer named a day")]
    private static bool HasDate(CallResult call) => call.PaysOn is not null;

    [Condition("The payment covers the open amount")]
    private static bool IsPaidInFull(OverdueInvoice invoice, IncomingPayment payment) =>
        payment.Currency == invoice.Currency && payment.Cents >= invoice.Cents;
}
