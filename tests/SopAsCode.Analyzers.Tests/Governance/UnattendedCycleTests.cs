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
                "A → B → C → A: 'A.HandOver' hands on in a cycle without a person or a wait, so runs may start each other for ever: put a person or a [WaitFor] in",
                "B → C → A → B: 'B.HandOver' hands on in a cycle without a person or a wait, so runs may start each other for ever: put a person or a [WaitFor] in",
                "C → A → B → C: 'C.HandOver' hands on in a cycle without a person or a wait, so runs may start each other for ever: put a person or a [WaitFor] in",
            ],
            run.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public async Task One_that_starts_itself() => Assert.StartsWith("A → A: ", (await CheckAsync(Sop("A", "A", true))).Message(Rule), StringComparison.Ordinal);

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
    public Task Silent_about_another_SOP_of_the_same_name()
    {
        var last = Across.Image(SopProject.Of("namespace Team;" + Sop("A", null, false, Person)) with { Name = "Last" });
        var middle = Across.Image(Across.Of("Middle", "namespace Team;" + Sop("B", "A", false), last));
        return AnalyzerRun.CheckAsync(Across.Of("First", "namespace Team;" + Sop("A", "B", false), middle, last), [Rule]);
    }

    [Fact]
    public Task Silent_about_what_is_half_typed() =>
        AnalyzerRun.CheckAsync(SopProject.Of("namespace Team;" + Sop("A", "B", false) + Sop("B", "A", false).Replace("Handoff<A>", "Handoff<", StringComparison.Ordinal)).ThatDoesNotCompile(), [Rule]);

    private const string Pause = "[WaitFor(\"A minute\"), After(Minutes = 1)] public partial Task Pause();";

    [Fact]
    public async Task Each_turn_starts_several_runs() => Assert.Equal(
        "A → A: 'A.HandOver' may start several runs on each turn, with only time between, so they grow without end: put a person before it, or start one run",
        (await CheckAsync(Timed("A", Pause, List("A")))).Message(Rule));

    [Fact]
    public async Task Each_turn_starts_one_run_and_another() => Assert.Equal(
        "A → A: 'A.Again' starts another run after 'HandOver' on each turn, with only time between, so they grow without end: put a person before it, or start one run",
        (await CheckAsync(Timed("A", Pause, One("A"), """[{|SOP0903:Handoff<A>("Again")|}] public partial Task Again(Ticket ticket);"""))).Message(Rule));

    [Fact]
    public Task Two_SOPs_of_which_one_starts_several() => CheckAsync(Timed("A", Pause, One("B")) + Timed("B", List("A")));

    [Fact]
    public Task A_time_out_is_nothing_but_time() => CheckAsync(
        Timed("A", "[WaitFor(\"A call\"), Due(Hours = 1), OnTimeout(nameof(HandOver)), Next(End.Completed)] public partial Task Call();", List("A")));

    [Fact]
    public Task A_loop_in_one_run_starts_several() => CheckAsync(Timed(
        "A", Pause, """[{|SOP0903:Handoff<A>("Hand over")|}, Next(nameof(Pause), When = nameof(IsMore)), Next(End.Completed)] public partial Task HandOver(Ticket ticket);""",
        "[Condition(\"There is more\")] static bool IsMore(Ticket ticket) => ticket.HighValue;"));

    [Fact]
    public Task Silent_where_each_turn_starts_one_run() => CheckAsync(Timed("A", Pause, One("A")));

    [Fact]
    public Task Silent_where_a_turn_starts_one_run_or_another() => CheckAsync(Timed(
        "A", Pause, """[AutomatedStep("Sort"), Next(nameof(Again), When = nameof(IsMore)), Next(nameof(HandOver))] public Task Sort(Ticket ticket) => Task.CompletedTask;""",
        """[Handoff<A>("Hand over"), Next(End.Completed)] public partial Task HandOver(Ticket ticket);""",
        """[Handoff<A>("Again")] public partial Task Again(Ticket ticket);""",
        "[Condition(\"There is more\")] static bool IsMore(Ticket ticket) => ticket.HighValue;"));

    [Fact]
    public Task Silent_where_a_person_holds_them_up() => CheckAsync(Timed("A", Pause, Person, List("A").Replace("{|SOP0903:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)));

    [Fact]
    public Task Silent_where_several_runs_start_elsewhere() => CheckAsync(
        Timed("A", Pause, One("A"), """[Handoff<B>("Tell all")] public Task<IReadOnlyList<Ticket>> All(Ticket ticket) => Task.FromResult<IReadOnlyList<Ticket>>([ticket]);""") + Timed("B", Pause));

    private static string One(string to) => $"[Handoff<{to}>(\"Hand over\")] public partial Task HandOver(Ticket ticket);";

    private static string List(string to) =>
        $"[{{|SOP0903:Handoff<{to}>(\"Hand over\")|}}] public Task<IReadOnlyList<Ticket>> HandOver(Ticket ticket) => Task.FromResult<IReadOnlyList<Ticket>>([ticket, ticket]);";

    private static string Timed(string name, params string[] steps) =>
        $"\n[Sop(\"{name}\"), Owner<Support>] public sealed partial class {name} : Sop<Ticket>\n{{\n    {string.Join("\n    ", steps)}\n}}";

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
