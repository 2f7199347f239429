using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnattendedCycleTests
{
    private const string Rule = "SOP0903";
    private const string Person = """[HumanStep<Support>("Look")] public partial Task Look(Ticket ticket);""";

    [Fact]
    public async Task Each_SOP_on_the_cycle_hears_of_it()
    {
        var run = await CheckAsync(Sop("A", "B", true) + Sop("B", "C", true) + Sop("C", "A", true));
        Assert.Equal(
            [
                "'A.HandOver' is part of a cycle of hand-offs (A → B → C → A) with neither a person nor a wait in it, so runs may start each other without end: put a human step, a checkpoint or a [WaitFor] before one of its hand-offs",
                "'B.HandOver' is part of a cycle of hand-offs (B → C → A → B) with neither a person nor a wait in it, so runs may start each other without end: put a human step, a checkpoint or a [WaitFor] before one of its hand-offs",
                "'C.HandOver' is part of a cycle of hand-offs (C → A → B → C) with neither a person nor a wait in it, so runs may start each other without end: put a human step, a checkpoint or a [WaitFor] before one of its hand-offs",
            ],
            run.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public async Task One_that_starts_itself() => Assert.Contains("(A → A)", (await CheckAsync(Sop("A", "A", true))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public Task Who_only_leads_to_the_cycle_is_not_on_it() => CheckAsync(Sop("A", "B", false) + Sop("B", "C", true) + Sop("C", "B", true));

    [Theory]
    [InlineData(Person)]
    [InlineData("""[Checkpoint<Support>("Look")] public partial Task Look(Ticket ticket);""")]
    [InlineData("[WaitFor(\"A day\"), After(Days = 1)] public partial Task Look();")]
    public Task Silent_with_a_person_or_a_wait_anywhere_on_it(string step) => CheckAsync(Sop("A", "B", false) + Sop("B", "C", false, step) + Sop("C", "A", false));

    [Theory]
    [InlineData("[AutomatedStep(\"Ask\")] public partial Task Look(Ticket ticket);")]
    [InlineData("[Handoff<D>(\"Ask\", Wait = true)] public partial Task Look(Ticket ticket);")]
    public Task Machines_hold_nobody_up(string step) => CheckAsync(Sop("A", "B", true) + Sop("B", "A", true, step) + Sop("D", null, false, Person));

    [Fact]
    public Task A_person_on_a_side_way_does_not_help() => CheckAsync(Sop("A", "B", true) + Sop(
        "B", "A", true,
        """[AutomatedStep("Try"), OnFailure(nameof(Look)), Next(nameof(HandOver))] public Task Try(Ticket ticket) => Task.CompletedTask;""",
        Person));

    [Fact]
    public Task A_retired_SOP_starts_nothing() => CheckAsync(Sop("A", "B", false) + Sop("B", "A", false).Replace("(\"B\")", "(\"B\", Stage = Stage.Retired)", StringComparison.Ordinal));

    [Fact]
    public Task Silent_where_work_only_goes_on() => CheckAsync(Sop("A", "B", false) + Sop("B", "C", false) + Sop("C", null, false, Person));

    [Fact]
    public Task Silent_over_three_assemblies_which_can_form_no_cycle()
    {
        var last = Across.Image(SopProject.Of("namespace Team;" + Sop("C", null, false, Person)) with { Name = "Last" });
        var middle = Across.Image(Across.Of("Middle", "namespace Team;" + Sop("B", "C", false), last));
        return AnalyzerRun.CheckAsync(Across.Of("First", "namespace Team;" + Sop("A", "B", false), middle, last), [Rule]);
    }

    [Fact]
    public Task Silent_about_what_is_half_typed() =>
        AnalyzerRun.CheckAsync(SopProject.Of("namespace Team;" + Sop("A", "B", false) + Sop("B", "A", false).Replace("Handoff<A>", "Handoff<", StringComparison.Ordinal)).ThatDoesNotCompile(), [Rule]);

    private static string Sop(string name, string? to, bool isFlagged, params string[] before)
    {
        var handoff = to is null ? "" : $"{(isFlagged ? "{|SOP0903:" : "")}Handoff<{to}>(\"Hand over\"){(isFlagged ? "|}" : "")}";
        return $$"""

            [Sop("{{name}}"), Owner<Support>] public sealed partial class {{name}} : Sop<Ticket>
            {
                {{string.Join("\n    ", before)}}
                {{(to is null ? "" : $"[{handoff}] public partial Task HandOver(Ticket ticket);")}}
            }
            """;
    }

    private static Task<AnalyzerRun> CheckAsync(string sops) => AnalyzerRun.CheckAsync("namespace Team;" + sops, [Rule]);
}
