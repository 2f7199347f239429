using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A retired SOP still has a machine for the runs that have begun, so the rules about what it does speak.</summary>
public class RetiredTests
{
    private static readonly string[] Running =
        ["SOP0201", "SOP0203", "SOP0301", "SOP0304", "SOP0305", "SOP0310", "SOP0313", "SOP0406", "SOP0501", "SOP0503", "SOP0505", "SOP0708"];

    private static readonly string[] Upkeep = ["SOP0102", "SOP0103", "SOP0104", "SOP0105", "SOP0701", "SOP0702", "SOP0705", "SOP0801", "SOP0802", "SOP0803", "SOP0805", "SOP1001"];

    private const string Source = """
        public sealed record Bare(string Text);

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [HumanStep<Support>("Write it")] public partial Task<Bare> Write(Ticket ticket);
            [Checkpoint<Support>("Look at it")] public partial Task<Bare> Look(Bare bare);
            [AiStep<Writer>("Draft a reply"), Prompt("{bare.Text}")] public partial Task<Reply> Draft(Bare bare);
            [Checkpoint<Support>("Look again")] public partial Task<Reply> Again(Reply reply);
            [AutomatedStep("Count"), Limit("Few", PerDay = 3)] public Task Count(string? text) => Task.CompletedTask;
            [AiStep<Writer>("Draft another"), Prompt("{ticket.Body}")] public partial Task<Reply> Other(Ticket ticket);
            [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => Task.CompletedTask;
        }
        """;

    [Fact]
    public async Task It_keeps_the_rules_about_what_it_does()
    {
        var active = await FoundAsync("", Running);
        Assert.True(active.Distinct(StringComparer.Ordinal).Count() > 5, string.Join(", ", active));
        Assert.Equal(active, await FoundAsync(", Stage = Stage.Retired", Running), StringComparer.Ordinal);
    }

    [Fact]
    public async Task It_needs_no_upkeep()
    {
        Assert.NotEmpty(await FoundAsync("", Upkeep));
        Assert.Empty(await FoundAsync(", Stage = Stage.Retired", Upkeep));
    }

    [Fact]
    public async Task An_idea_has_no_machine_and_no_rules() => Assert.Empty(await FoundAsync(", Stage = Stage.Idea", [.. Running, .. Upkeep]));

    private static async Task<IReadOnlyList<string>> FoundAsync(string stage, string[] rules)
    {
        var run = await PlainRun.OfAsync(Source.Replace("(\"Answer a ticket\")", $"(\"Answer a ticket\"{stage})", StringComparison.Ordinal));
        return [.. run.Findings.Select(finding => finding.Id).Where(id => rules.Contains(id, StringComparer.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
