using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The listing that introduces the language, word for word: it compiles, and at <c>recommended</c> nobody has anything to say about it.</summary>
public class LanguageListingTests
{
    private const string Procedure = """""
        [Sop("Customer support triage")]
        [Purpose("Classify, prioritise and answer support tickets", Output = "An answered, routed or escalated ticket")]
        [Owner<CustomerSuccessLead>, Backup<Founder>]
        [ValueStream<CustomerSuccess>]
        [Trigger("New ticket or e-mail received")]
        [OutOfScope("Enterprise contracts")]
        [Metric(Measure.CycleTime, Baseline = 240, Target = 60, Unit = "minutes")]
        [Metric(Measure.ReworkRate, Baseline = 30, Target = 10, Unit = "%")]
        [Review(Cadence.Monthly, Last = "2026-11-02")]
        [Fallback("Work the helpdesk queue by hand with the macro library", SwitchWhen = "The classifier is down, or wrong in one of five spot checks")]
        [Disclosure("Our footer says that drafts are prepared with AI and read by a person")]
        [Change("1.1.0", "2026-11-02", "High-value customers go to a senior before any draft is written")]
        [Change("1.0.0", "2026-09-14", "First version")]
        public sealed partial class SupportTriage(IHelpdesk helpdesk) : Sop<Ticket>
        {
            [AiStep<TicketClassifier>("Sort the ticket by topic and urgency")]
            [Prompt("""
                Sort this support ticket by topic, and by urgency from 1 to 5.
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
            [Limit("Pre-written macros for topics of urgency 1 or 2", When = nameof(IsSimple), PerDay = 50, Else = nameof(DraftReply), Since = "2026-09-14",
                Evidence = "Four weeks of review, 2 of 310 macros rejected")]
            [SpotCheck<CustomerSuccessLead>(OneIn = 20)]
            [Next(End.Completed)]
            public Task ApplyMacro(Triage triage, CancellationToken cancel) => helpdesk.ApplyMacroAsync(triage.Macro!, cancel);

            [AiStep<ReplyWriter>("Draft a reply", Level = Level.DraftOnly)]
            [Prompt("Answer the customer in a friendly, expert tone.\nTopic: {triage.Topic}\n{ticket.Body}\nThe last draft was sent back: {rejection.Reason}")]
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
            public Task SendReply(Reply reply, StepContext step, CancellationToken cancel) => helpdesk.SendAsync(reply.Text, step.IdempotencyKey, cancel);

            [AiStep<ReplyWriter>("Summarise the resolution for the knowledge base", Level = Level.DraftOnly)]
            [Prompt("Summarise how this ticket was resolved: {reply.Text}")]
            [Drafts<KnowledgeBase>]
            [Next(End.Completed)]
            public partial Task<Article> SummariseResolution(Reply reply);

            [HumanStep<SeniorSupport>("Take the ticket over personally")]
            [Next(End.Escalated)]
            public partial Task TakeOver(Ticket ticket);

            [Condition("The customer is high-value")]
            static bool IsHighValue(Ticket ticket) => ticket.HighValue;

            [Condition("A macro answers a topic of low urgency")]
            static bool IsSimple(Triage triage) => triage is { Urgency: <= 2, Macro: not null };
        }
        """"";

    private const string Words = """
        [Title("Customer success lead")] public sealed class CustomerSuccessLead : Role;
        [Model("gpt-5-mini-2026-08-07")] public sealed class ReplyWriter : Agent;
        [Link("Queue", "https://helpdesk.example.com")] public sealed class Helpdesk : Tool;
        [Title("Customer success and support")] public sealed class CustomerSuccess : ValueStream;
        [Data(DataClass.Personal)] public sealed record Ticket(string Subject, string Body, bool HighValue);
        public sealed record Triage(string Topic, int Urgency, string? Macro);
        """;

    private const string Grants = """
        [assembly: Grant<SupportTriage, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10",
            Because = "Replies leave only after review; macros only inside the stated limit")]
        """;

    private const string House = """
        [Allow<TicketClassifier>(UpTo = DataClass.Personal), Allow<ReplyWriter>(UpTo = DataClass.Personal)]
        [Cap(Impact.Money | Impact.Legal, Level.PrepareForApproval), Cap(Impact.Customers, Level.Autonomous)]
        [Holder<Founder>("ana@example.com"), Holder<CustomerSuccessLead>("ben@example.com"), Holder<SeniorSupport>("cho@example.com")]
        [RequireReview(Cadence.Quarterly)]
        public sealed class HousePolicy : Policy;
        """;

    // What the listing leaves to the reader.
    private const string Rest = """
        public sealed class SeniorSupport : Role;
        public sealed class Founder : Role;
        [Model("gpt-5-mini-2026-08-07")] public sealed class TicketClassifier : Agent;
        [Link("Articles", "https://articles.example.com")] public sealed class KnowledgeBase : Tool;
        public sealed record Reply(string Text);
        public sealed record Article(string Title, string Text);

        public interface IHelpdesk
        {
            Task ApplyMacroAsync(string macro, CancellationToken cancel);

            Task SendAsync(string text, string idempotencyKey, CancellationToken cancel);
        }
        """;

    private static SopProject Project => SopProject.Bare
        .With("SupportTriage.cs", Procedure).With("Words.cs", Words).With("Grants.cs", Grants).With("HousePolicy.cs", House).With("Rest.cs", Rest);

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-20")]
    public async Task Nobody_has_anything_to_say_about_it(string asOf)
    {
        var severe = Rules.All.Where(rule => rule.Severity.Recommended != DiagnosticSeverity.Info).Select(rule => rule.RuleId).ToArray();
        await AnalyzerRun.CheckAsync(Project.WithProperty("SopAsOf", asOf), severe);
    }
}
