using SopAsCode;
using TinyTeam.Billing;
using TinyTeam.House;

namespace TinyTeam.Support;

/// <summary>What happens to a ticket, from the inbox to an answer.</summary>
[Sop("Customer support triage")]
[Purpose("Sort, prioritise and answer support tickets", Output = "A ticket that is answered or in a senior's hands")]
[Owner<CustomerSuccessLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<SeniorSupport>(Duty.Reviewer), Responsible<CustomerSuccessLead>(Duty.Documentation)]
[ValueStream<CustomerSuccess>]
[Trigger("New ticket or e-mail received")]
[OutOfScope("Enterprise contracts")]
[OutOfScope("Refunds: nobody promises one here", Covered = typeof(RefundCustomer))]
[Metric(Measure.CycleTime, Name = "First answer", Until = nameof(SupportTriage.SendReply), Baseline = 240, Target = 120, Unit = "minutes")]
[Metric(Measure.ReworkRate, Baseline = 30, Target = 10, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-02")]
[Fallback("Work the helpdesk queue by hand, oldest first, with the macro library",
    SwitchWhen = "The classifier is down, or wrong in one of five spot checks")]
[EdgeCase("A journalist or a lawyer writes", "Reject the draft and take the ticket over; the founder answers")]
[EdgeCase("One customer writes three times", "Answer the last ticket, and close the others with a link to it")]
[Disclosure("The footer of each reply says that drafts are prepared with AI and read by a person")]
[Change("1.1.0", "2026-11-02", "High-value customers go to a senior before any draft is written")]
[Change("1.0.0", "2026-09-14", "First version")]
public sealed partial class SupportTriage(IHelpdesk helpdesk) : Sop<Ticket>
{
    [AiStep<TicketClassifier>("Sort the ticket by topic and urgency")]
    [Prompt("""
        Sort this support ticket.
        Name its topic in one or two words, its urgency from 1 (can wait) to 5 (now),
        and the macro that answers it, if there is one.

        Subject: {ticket.Subject}
        {ticket.Body}
        """)]
    [Reads<Helpdesk>]
    [Next(nameof(TakeOver), When = nameof(IsHighValue))]
    [Next(nameof(ApplyMacro), When = nameof(IsSimple))]
    [Next(nameof(DraftReply))]
    public partial Task<Triage> Categorise(Ticket ticket);

    [AutomatedStep("Answer with the matching macro")]
    [Writes<Helpdesk>(Impact.Customers)]
    [Limit("Pre-written macros for topics of urgency 1 or 2", When = nameof(IsSimple), PerDay = 50, Else = nameof(DraftReply),
        Since = "2026-09-14", Evidence = "Four weeks of review: 2 of 310 macros rejected")]
    [SpotCheck<CustomerSuccessLead>(OneIn = 20)]
    [Waive("SOP0504", Because = "The most that a clever ticket can get out of this step is a macro that we wrote ourselves",
        By = typeof(Founder), Until = "2027-03-31")]
    [Next(End.Completed)]
    public Task ApplyMacro(Ticket ticket, Triage triage, CancellationToken cancel) =>
        helpdesk.ApplyMacroAsync(ticket.Number, triage.Macro!, cancel);

    [AiStep<ReplyWriter>("Draft a reply", Level = Level.DraftOnly)]
    [Prompt("""
        Answer this customer in a friendly, expert tone. Promise nothing that the ticket does not say.

        Topic: {triage.Topic}
        {ticket.Body}

        What the reviewer said of the last draft, if there was one: {rejection.Reason}
        """)]
    [Drafts<Helpdesk>]
    public partial Task<Reply> DraftReply(Ticket ticket, Triage triage, Rejection? rejection);

    [Checkpoint<CustomerSuccessLead>("Review the reply before it is sent")]
    [Checklist("Facts verified", "Nothing invented", "Tone fits the brand")]
    [Due(Hours = 2), OnTimeout(nameof(TakeOver))]
    [OnReject(nameof(DraftReply), AtMost = 2, Then = nameof(TakeOver))]
    public partial Task<Reply> ReviewReply(Ticket ticket, Reply draft);

    [AutomatedStep("Send the approved reply")]
    [Writes<Helpdesk>(Impact.Customers)]
    [OnFailure(nameof(TakeOver), Retries = 3)]
    public Task SendReply(Ticket ticket, Reply reply, StepContext step, CancellationToken cancel) =>
        helpdesk.SendAsync(ticket.Number, reply.Text, step.IdempotencyKey, cancel);

    [AiStep<ReplyWriter>("Summarise the resolution for the knowledge base", Level = Level.DraftOnly)]
    [Prompt("Write a short article for the knowledge base from this answer, without names or order numbers:\n{reply.Text}")]
    [Drafts<KnowledgeBase>]
    [Next(End.Completed)]
    public partial Task<Article> SummariseResolution(Reply reply);

    [HumanStep<SeniorSupport>("Take the ticket over personally")]
    [Next(End.Escalated)]
    public partial Task TakeOver(Ticket ticket);

    [Condition("The customer is high-value")]
    private static bool IsHighValue(Ticket ticket) => ticket.HighValue;

    [Condition("A macro answers a topic of low urgency")]
    private static bool IsSimple(Triage triage) => triage is { Urgency: <= 2, Macro: not null };
}
