using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Generators.Tests.Output;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Editors run generators when a file is saved, and rules at every key. So what was generated of the SOPs of a project is older than their
/// source, or not there at all: findings follow the source.
/// </summary>
public class StaleGeneratedCodeTests
{
    private const string Reviewed = """
        [AiStep<Writer>("Draft it"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);
        [Checkpoint<Support>("Review it")] public partial Task<Reply> Review(Reply reply);
        """;

    private const string Unreviewed = """
        [AiStep<Writer>("Draft it"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);
        """;

    private const string Unguarded = """
        [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Limit("Short", When = nameof(IsShort), PerDay = 5, Since = "2026-09-14")]
        public Task Do(Reply reply) => Task.CompletedTask;

        [Condition("It is short")] static bool IsShort(Reply reply) => reply.Text.Length < 9;
        """;

    private const string Guarded = "[Checkpoint<Support>(\"Look at it\")] public partial Task Look(Reply reply);\n" + Unguarded;

    /// <summary>Projects whose findings look over more than one SOP.</summary>
    public static TheoryData<string> Projects => [.. Whole.Keys];

    private static Dictionary<string, SopProject> Whole => new(StringComparer.Ordinal)
    {
        ["TinyTeam"] = Example.Of("TinyTeam").WithProperty("SopAsOf", "2026-11-20"),
        ["the whole language"] = WholeLanguage.Project,
        ["a result that nobody reviewed"] = Waiting(Unreviewed),
        ["a hand-over that nobody looks at"] = HandingOver(Unguarded),
        ["two of one id"] = Sop("One", "Ticket", Unreviewed, id: "same") + Sop("Two", "Ticket", Unreviewed, id: "same"),
        ["hand-overs in a circle"] = Passing("One", "Two") + Passing("Two", "One"),
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Without_any_generated_code_the_findings_are_the_same(string name)
    {
        var project = Whole[name].WithoutMarks().Plain;
        var input = SopCompilation.Of(project);
        var generated = GeneratorRun.Of(project).Output;
        var expected = await FindingsAsync(generated, input);
        Assert.Equal(expected, await FindingsAsync(input.Compilation, input));
        Assert.True(expected.Count > 0 || name == "TinyTeam", "Nothing is found, so nothing is shown.");
    }

    [Fact]
    public async Task A_review_that_is_deleted_in_an_awaited_SOP()
    {
        await AnalyzerRun.CheckAsync(Waiting(Unreviewed, "{|SOP0301:Send|}"), ["SOP0301"], saved: Waiting(Reviewed));
        await AnalyzerRun.CheckAsync(Waiting(Reviewed), ["SOP0301"], saved: Waiting(Unreviewed));
    }

    [Fact]
    public async Task A_checkpoint_that_is_deleted_in_the_SOP_that_gets_the_work()
    {
        await AnalyzerRun.CheckAsync(HandingOver(Unguarded, "{|SOP0904:HandOver|}"), ["SOP0904"], saved: HandingOver(Guarded));
        await AnalyzerRun.CheckAsync(HandingOver(Guarded), ["SOP0904"], saved: HandingOver(Unguarded));
    }

    [Fact]
    public async Task A_hand_over_that_closes_a_circle()
    {
        const string Rule = "SOP0903";
        var open = Passing("One", "Two") + Passing("Two", null);
        var closed = Passing("One", "Two", Rule) + Passing("Two", "One", Rule);
        await AnalyzerRun.CheckAsync(closed, [Rule], saved: open);
        await AnalyzerRun.CheckAsync(open, [Rule], saved: Passing("One", "Two") + Passing("Two", "One"));
    }

    [Fact]
    public async Task An_id_that_another_SOP_has()
    {
        var same = Sop("One", "Ticket", Unreviewed, id: "{|SOP0004:same|}") + Sop("Two", "Ticket", Unreviewed, id: "{|SOP0004:same|}");
        var saved = Sop("One", "Ticket", Unreviewed, id: "same") + Sop("Two", "Ticket", Unreviewed, id: "other");
        await AnalyzerRun.CheckAsync(same.Replace("\"{|SOP0004:same|}\"", "{|SOP0004:\"same\"|}", StringComparison.Ordinal), ["SOP0004"], saved: saved);
        await AnalyzerRun.CheckAsync(saved, ["SOP0004"], saved: Sop("One", "Ticket", Unreviewed, id: "same") + Sop("Two", "Ticket", Unreviewed, id: "same"));
    }

    [Fact]
    public async Task An_SOP_that_the_lock_file_misses()
    {
        var one = SopProject.Of(Sop("One", "Ticket", Unreviewed)).WithAdditionalFile("Sops.lock.txt", "one 1.0.0 2026-09-14 0000000000000000\n");
        var renamed = SopProject.Of(Sop("{|SOP0804:Uno|}", "Ticket", Unreviewed)).WithAdditionalFile("Sops.lock.txt", "one 1.0.0 2026-09-14 0000000000000000\n");
        var run = await AnalyzerRun.CheckAsync(renamed, ["SOP0804"], saved: one);
        Assert.Contains("SOP 'one' stands in Sops.lock.txt, but no class has that id any more", run.Message("SOP0804"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_partial_step_has_no_body_before_it_is_saved()
    {
        var saved = SopProject.Of(Sop("One", "Ticket", Reviewed));
        var typed = SopProject.Of(Sop("One", "Ticket", Reviewed + "\n[HumanStep<Support>(\"Close it\")] public partial Task Close(Ticket ticket);"));
        var errors = AnalyzerRun.Stale(typed, saved).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Equal(["CS8795"], errors.Select(error => error.Id));
        Assert.Empty(AnalyzerRun.Stale(typed, typed).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void A_partial_step_that_is_renamed_leaves_its_old_body_behind_until_it_is_saved()
    {
        var saved = SopProject.Of(Sop("One", "Ticket", Reviewed));
        var typed = SopProject.Of(Sop("One", "Ticket", Reviewed.Replace("Review(", "LookAt(", StringComparison.Ordinal)));
        var errors = AnalyzerRun.Stale(typed, saved).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Equal(["CS0759", "CS8795"], errors.Select(error => error.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> FindingsAsync(Compilation compilation, SopCompilation input)
    {
        var found = await compilation
            .WithAnalyzers(Tooling.Product.Analyzers(), new AnalyzerOptions(input.AdditionalTexts, input.Options))
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, finding => finding.Id == "AD0001");
        return [.. found.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)];
    }

    private static string Waiting(string there, string send = "Send") => $$"""
        [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder))]
        {{Sop("Answer", "Ticket", $"""
            [Handoff<Write>("Have it written", Wait = true, Result = typeof(Reply))] public partial Task Ask(Ticket ticket);
            [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {send}(Reply reply) => Task.CompletedTask;
            """)}}
        {{Sop("Write", "Ticket", there)}}
        """;

    private static string HandingOver(string there, string handOver = "HandOver") => $$"""
        [assembly: Grant<Close, Helpdesk>(Impact.Customers, By = typeof(Founder))]
        {{Sop("Answer", "Ticket", $"{Unreviewed}\n[Handoff<Close>(\"Hand it over\")] public partial Task {handOver}(Reply reply);")}}
        {{Sop("Close", "Reply", there)}}
        """;

    private static string Passing(string name, string? to, string? rule = null) => Sop(
        name,
        "Ticket",
        to is null
            ? "[HumanStep<Support>(\"Close it\")] public partial Task Close(Ticket ticket);"
            : $"[{(rule is null ? "" : $"{{|{rule}:")}Handoff<{to}>(\"Pass it on\"){(rule is null ? "" : "|}")}] public partial Task Pass(Ticket ticket);");

    private static string Sop(string name, string input, string steps, string? id = null) => $$"""
        [Sop("{{name.Trim('{', '|', '}')}} it"{{(id is null ? "" : $", Id = \"{id}\"")}}), Owner<Support>, Change("1.0.0", "2026-09-14", "First version")] public sealed partial class {{name}} : Sop<{{input}}>
        {
            {{steps}}
        }
        """;
}
