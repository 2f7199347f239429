namespace SopAsCode.Analyzers.Tests;

/// <summary>An SOP that uses every attribute of the language.</summary>
internal static class Listing
{
    public const string Source = """"
        [assembly: Grant<SupportTriage, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10", Because = "Reviewed")]

        [Sop("Customer support triage", Id = "support-triage")]
        [Purpose("Classify, prioritise and answer support tickets", Output = "An answered, routed or escalated ticket")]
        [Owner<Support>, Backup<Founder>]
        [ValueStream<CustomerSuccess>]
        [Trigger("New ticket or e-mail received")]
        [OutOfScope("Enterprise contracts")]
        [Metric(Measure.CycleTime, Baseline = 240, Target = 60, Unit = "minutes")]
        [Review(Cadence.Monthly, Last = "2026-11-02")]
        [Fallback("Work the queue by hand", SwitchWhen = "The classifier is down")]
        [Disclosure("Our footer says that drafts are prepared with AI")]
        [Change("1.1.0", "2026-11-02", "High-value customers go to a senior")]
        [Change("1.0.0", "2026-09-14", "First version")]
        public sealed partial class SupportTriage(IHelpdesk helpdesk) : Sop<Ticket>
        {
            [AiStep<Sorter>("Sort the ticket by topic and urgency")]
            [Prompt("""
                Sort this support ticket by topic, and by urgency from 1 to 5.
                Subject: {ticket.Subject}
                {ticket.Body}
                """)]
            [Reads<Helpdesk>]
            [Next(nameof(TakeOver), When = nameof(IsHighValue))]
            [Next(nameof(ApplyMacro), When = nameof(IsSimple), AtMost = 3, Then = nameof(DraftReply))]
            [Next(nameof(DraftReply))]
            public partial Task<Triage> Categorise(Ticket ticket);

            [AutomatedStep("Answer with the matching macro")]
            [Writes<Helpdesk>(Impact.Customers, Irreversible = true)]
            [Limit("Macros of urgency 1 or 2", When = nameof(IsSimple), PerDay = 50, Else = nameof(DraftReply), Since = "2026-09-14", Evidence = "Four weeks")]
            [SpotCheck<Support>(OneIn = 20)]
            [Next(End.Completed)]
            public Task ApplyMacro(Triage triage, CancellationToken cancel) => helpdesk.SendAsync(triage.Macro!, cancel);

            [AiStep<Writer>("Draft a reply", Level = Level.DraftOnly)]
            [Prompt("Answer the customer.\n{ticket.Body}\nThe last draft was sent back: {rejection.Reason}")]
            [Drafts<Helpdesk>]
            public partial Task<Reply> DraftReply(Ticket ticket, Triage triage, Rejection? rejection);

            [Checkpoint<Support>("Review the reply before it is sent")]
            [Checklist("Facts verified", "Nothing invented")]
            [Due(Hours = 2), OnTimeout(nameof(TakeOver))]
            [OnReject(nameof(DraftReply), AtMost = 2, Then = nameof(TakeOver))]
            public partial Task<Reply> ReviewReply(Ticket ticket, Reply draft);

            [AutomatedStep("Send the approved reply")]
            [Writes<Helpdesk>(Impact.Customers)]
            [OnFailure(nameof(TakeOver), Retries = 3)]
            [Next(End.Completed)]
            public Task SendReply(Reply reply, StepContext step, CancellationToken cancel) => helpdesk.SendAsync(reply.Text, cancel);

            [HumanStep<SeniorSupport>("Take the ticket over personally")]
            [Next(End.Escalated)]
            public partial Task TakeOver(Ticket ticket);

            [Condition("The customer is high-value")]
            static bool IsHighValue(Ticket ticket) => ticket.HighValue;

            [Condition("A macro answers a topic of low urgency")]
            static bool IsSimple(Triage triage) => triage is { Urgency: <= 2, Macro: not null };
        }
        """";
}
