using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class WaitingTimeTests
{
    private const string Rule = "SOP0407";

    [Fact]
    public async Task Times_that_add_up_to_more() => Assert.Equal(
        "A → B → C → Completed: 'A' and 'C' together may take 1 day 4 hours, but the target of 'Cycle time' is 8 hours: give less time or another target",
        (await CheckAsync(Over("8", "hours"), Human("A", ", Due(Hours = 4)"), Automated("B"), Checkpoint("C", ", Due(Days = 1)"))).Message(Rule));

    [Theory]
    [InlineData("59", "minutes", true)]
    [InlineData("60", "minutes", false)]
    [InlineData("0.9", " Hours ", true)]
    [InlineData("1", "h", false)]
    [InlineData("0.04", "days", true)]
    [InlineData("59", "minute", true)]
    [InlineData("59", "mins", true)]
    [InlineData("59", "min.", true)]
    [InlineData("0.9", "hour", true)]
    [InlineData("0.9", "hrs", true)]
    [InlineData("0.04", "day", true)]
    [InlineData("0.04", "d", true)]
    [InlineData("0.005", "week", true)]
    [InlineData("0.005", "weeks", true)]
    [InlineData("1", "week", false)]
    [InlineData("1", "working days", false)]
    [InlineData("1", "%", false)]
    public Task Reads_the_unit(string target, string unit, bool isOver) => CheckAsync(isOver ? Over(target, unit) : Met(target, unit), Human("A", ", Due(Hours = 1)"));

    [Fact]
    public Task The_longest_way_counts() => CheckAsync(
        Over("90", "minutes"), Automated("Start", ", Next(nameof(A), When = nameof(IsHigh)), Next(nameof(B))"), Human("A", ", Due(Hours = 1), Next(End.Completed)"), Human("B", ", Due(Hours = 1)"), Human("C", ", Due(Hours = 1)"));

    [Fact]
    public async Task A_wait_and_a_time_out_count() => Assert.Contains(
        "'A' and 'B' together may take 2 days 30 minutes",
        (await CheckAsync(Over("2", "days"), Human("A", ", Due(Minutes = 30), OnTimeout(nameof(B)), Next(End.Completed)"), Wait("B", ", After(Days = 2)"))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("After(Days = 2), Due(Hours = 3)")]
    [InlineData("After(Hours = 3), Due(Days = 2)")]
    public async Task Of_a_wait_the_shorter_time_counts(string times) => Assert.Contains(
        "'A' may take 3 hours", (await CheckAsync(Over("2", "hours"), Wait("A", ", " + times))).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData(", Due(Hours = 1), Next(nameof(A), When = nameof(IsHigh), AtMost = 9), Next(End.Completed)")]
    [InlineData("")]
    [InlineData(", Due(Days = 9), Next(End.Escalated)")]
    [InlineData(", Due(Days = 9), Next(Fallback)")]
    public Task Loops_and_other_ends_do_not_count(string ways) => CheckAsync(Met("60", "minutes"), Human("A", ways));

    [Fact]
    public Task Silent_about_a_metric_that_ends_at_no_step() => CheckAsync(", Metric(Measure.CycleTime, Target = 1, Unit = \"hours\", Until = \"Gone\")", Human("A", ", Due(Hours = 2)"));

    [Fact]
    public Task A_step_that_does_not_wait_does_not_count() => CheckAsync(Met("60", "minutes"), Ai("A", ", Due(Days = 9)"), Automated("B", ", Due(Days = 9)"));

    [Fact]
    public Task A_step_outside_its_limit_does_not_start() => CheckAsync(
        Met("60", "minutes"),
        "    [AutomatedStep(\"A\"), Due(Days = 9), Limit(\"Few\", PerDay = 1, Else = nameof(B)), Next(End.Escalated)] public partial Task A(Ticket ticket);",
        Human("B"));

    [Fact]
    public async Task A_metric_that_ends_at_a_step_counts_up_to_it() => Assert.Equal(
        "A → B: 'A' and 'B' together may take 2 hours, but the target of 'Cycle time' is 90 minutes: give less time or another target",
        (await CheckAsync(
            Until("{|SOP0407:90|}", "B") + Until("60", "A") + Met("9", "days"), Human("A", ", Due(Hours = 1)"), Human("B", ", Due(Hours = 1)"), Human("C", ", Due(Days = 5)"))).Message(Rule));

    [Fact]
    public Task Of_several_targets_the_largest_counts() => CheckAsync(Met("10", "minutes") + Met("1", "days"), Human("A", ", Due(Hours = 1)"));

    [Fact]
    public Task One_that_can_not_be_read_may_be_the_largest() => CheckAsync(Met("10", "minutes") + Met("1", "working days"), Human("A", ", Due(Hours = 1)"));

    [Theory]
    [InlineData(", Metric(Measure.TimeSaved, Baseline = 0, Target = 1, Unit = \"minutes\")")]
    [InlineData(", Metric(Measure.CycleTime, Baseline = 9, Unit = \"minutes\")")]
    [InlineData("")]
    public Task Silent_without_a_target(string metric) => CheckAsync(metric, Human("A", ", Due(Hours = 1)"));

    [Fact]
    public Task Silent_about_a_retired_one() => AnalyzerRun.CheckAsync(In("Retired", With(Met("1", "minutes"), Human("A", ", Due(Hours = 1)"))), [Rule]);

    private static string Over(string target, string unit) => $", Metric(Measure.CycleTime, Baseline = 9, Target = {{|SOP0407:{target}|}}, Unit = \"{unit}\")";

    private static string Until(string target, string step) => $", Metric(Measure.CycleTime, Baseline = 900, Target = {target}, Unit = \"minutes\", Until = \"{step}\")";

    private static string Met(string target, string unit) => $", Metric(Measure.CycleTime, Baseline = 9, Target = {target}, Unit = \"{unit}\")";

    private static Task<AnalyzerRun> CheckAsync(string metrics, params string[] steps) => AnalyzerRun.CheckAsync(With(metrics, steps), [Rule]);
}
