using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOPs for the rules about ownership, permissions and oversight, with nothing in them that another of these rules would flag.</summary>
internal static class Govern
{
    /// <summary>The rules that follow the ways to a write.</summary>
    public static readonly string[] PathRules = ["SOP0201", "SOP0301", "SOP0314", "SOP0316", "SOP0317"];

    /// <summary>A draft by an AI, from the ticket.</summary>
    public const string Draft = """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);""";

    /// <summary>A review of it.</summary>
    public const string Review = """    [Checkpoint<Support>("Review the reply")] public partial Task<Reply> Review(Reply reply);""";

    /// <summary>A write that touches customers.</summary>
    public const string Send = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => Task.CompletedTask;""";

    /// <summary>An SOP around these steps: owned, and granted whatever the tests write.</summary>
    public static string Sop(params string[] steps) => $$"""
        [assembly: Grant<Team.Answer, Helpdesk>(Impact.Customers | Impact.Money, By = typeof(Founder))]
        [assembly: Grant<Team.Answer, Ledger>(Impact.Money, By = typeof(Founder))]

        namespace Team;

        [Sop("Answer a ticket")]
        [Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
        {{string.Join("\n\n", steps)}}

            [Condition("The reply is bad")] static bool IsBad(Reply reply) => reply.Text == "";

            [Condition("The topic is urgent")] static bool IsUrgent(Triage triage) => triage.Urgency > 3;

            [Condition("The customer is high-value")] static bool IsHighValue(Ticket ticket) => ticket.HighValue;
        }
        """;

    /// <summary>Checks what the path rules say about these steps.</summary>
    public static Task<AnalyzerRun> PathsAsync(params string[] steps) => AnalyzerRun.CheckAsync(Sop(steps), PathRules);
}
