using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The shape rules alone, so that these tests stand when other rules speak about the same SOPs.</summary>
internal static class Shape
{
    public static readonly string[] Rules = ["SOP0001", "SOP0002", "SOP0003", "SOP0004", "SOP0005", "SOP0006", "SOP0007"];

    /// <summary>Two steps and a condition that nothing is wrong with.</summary>
    public const string FineSteps = """
            [HumanStep<Support>("Draft a reply")]
            public partial Task<Reply> DraftReply(Ticket ticket);

            [Checkpoint<Founder>("Review the reply")]
            [OnReject(nameof(DraftReply))]
            public partial Task ReviewReply(Reply reply);
        """;

    public static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, Rules);

    /// <summary>What the only finding says.</summary>
    public static async Task<string> MessageAsync(SopProject project) => Assert.Single((await CheckAsync(project)).Findings).Message;

    /// <summary>An SOP around these steps, without anything that is not needed.</summary>
    public static string Sop(string steps) => $$"""
        namespace Team;

        [Sop("Answer a ticket")]
        public sealed partial class Answer : Sop<Ticket>
        {
        {{steps}}
        }
        """;
}
