using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class IncompleteMetricTests
{
    private const string Rule = "SOP0703";

    [Theory]
    [InlineData("", "no baseline, target or unit: add Baseline, Target and Unit, without which nobody can say what the SOP brought")]
    [InlineData(", Target = 1, Unit = \"%\"", "no baseline: add Baseline, without which nobody can say what the SOP brought")]
    [InlineData(", Baseline = 1, Unit = \"%\"", "no target: add Target, without which nobody can say what the SOP brought")]
    [InlineData(", Baseline = 1, Target = 0", "no unit: add Unit, without which nobody can say what the SOP brought")]
    [InlineData(", Baseline = double.NaN, Target = 1, Unit = \"\"", "no baseline or unit: add Baseline and Unit, without which nobody can say what the SOP brought")]
    public async Task Something_is_missing(string stated, string words) => Assert.Equal(
        $"Metric 'Error rate' of SOP 'Answer' states {words}", (await CheckAsync(Plain($", {{|SOP0703:Metric(Measure.ErrorRate{stated})|}}"))).Message(Rule));

    [Fact]
    public async Task A_unit_that_keeps_a_place_is_missing() => Assert.Contains(
        "'Mistakes'", (await CheckAsync(Plain(", Metric(Measure.ErrorRate, Name = \"Mistakes\", Baseline = 1, Target = 0, Unit = {|SOP0703:\"TBD\"|})"))).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("CycleTime", "lower")]
    [InlineData("ReworkRate", "lower")]
    [InlineData("ErrorRate", "lower")]
    [InlineData("Escalations", "lower")]
    [InlineData("CostPerRun", "lower")]
    public Task A_target_above_the_baseline(string measure, string better) => Worse(measure, "4", "12.5", better);

    [Theory]
    [InlineData("TimeSaved", "higher")]
    [InlineData("CompletionRate", "higher")]
    [InlineData("Throughput", "higher")]
    [InlineData("Adoption", "higher")]
    public Task A_target_below_the_baseline(string measure, string better) => Worse(measure, "12.5", "4", better);

    [Theory]
    [InlineData("ErrorRate", "12", "4")]
    [InlineData("Adoption", "4", "12")]
    [InlineData("ErrorRate", "4", "4")]
    [InlineData("Adoption", "4", "4")]
    [InlineData("Outcome", "4", "12")]
    [InlineData("Outcome", "12", "4")]
    public Task Silent_about_a_target_that_is_no_worse(string measure, string baseline, string target) =>
        CheckAsync(Plain($", Metric(Measure.{measure}, Baseline = {baseline}, Target = {target}, Unit = \"of them\")"));

    [Fact]
    public Task Which_number_is_wrong_nobody_knows() =>
        FixRun.AssertNoneOfferedAsync(Plain(", Metric(Measure.ErrorRate, Baseline = 4, Target = 12, Unit = \"%\")"), Rule);

    [Fact]
    public Task A_unit_is_missed_all_the_same() => CheckAsync(Plain(", {|SOP0703:Metric(Measure.ErrorRate, Baseline = 4, Target = {|SOP0703:12|})|}"));

    [Theory]
    [InlineData("Measure.CycleTime, Baseline = 2, Target = 1, Unit = \"days\", Until = {|SOP0703:\"Lost\"|}", "to which no run comes: name a step that is done")]
    [InlineData("Measure.ErrorRate, Baseline = 2, Target = 1, Unit = \"%\", Until = {|SOP0703:\"Look\"|}", "and only a cycle time ends at a step: remove Until")]
    public async Task A_step_at_which_nothing_is_measured(string metric, string problem) => Assert.EndsWith(
        problem,
        (await AnalyzerRun.CheckAsync(
            FlowSop.With(
                $", Metric({metric})",
                FlowSop.Human("Look", ", Next(End.Completed)"),
                FlowSop.Human("Lost")),
            [Rule])).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task A_step_at_which_a_cycle_time_ends() => AnalyzerRun.CheckAsync(
        FlowSop.With(", Metric(Measure.CycleTime, Baseline = 2, Target = 1, Unit = \"days\", Until = \"Look\")", FlowSop.Human("Look")), [Rule]);

    [Theory]
    [InlineData("\"Lok\"", "Until in [Metric] of SOP 'Answer' names 'Lok', which is neither a step nor an end: is nameof(Look) meant?")]
    [InlineData("End.Completed", "Until in [Metric] of SOP 'Answer' names no step: without it the time ends with the run; with it, when a step is done, so name one by nameof")]
    public async Task What_names_no_step(string until, string message) => Assert.Equal(
        message,
        (await AnalyzerRun.CheckAsync(
            FlowSop.With($", Metric(Measure.CycleTime, Baseline = 2, Target = 1, Unit = \"days\", Until = {{|SOP0003:{until}|}})", FlowSop.Human("Look")), ["SOP0003"])).Message("SOP0003"));

    [Fact]
    public Task Each_metric_by_itself() => CheckAsync(Plain(", {|SOP0703:Metric(Measure.ErrorRate)|}, Metric(Measure.CycleTime, Baseline = 2, Target = 1, Unit = \"days\"), {|SOP0703:Metric(Measure.Outcome)|}"));

    [Theory]
    [InlineData("Idea")]
    [InlineData("Retired")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(In(stage, Plain(", Metric(Measure.ErrorRate)")));

    [Theory]
    [InlineData(", Metric(Measure.ErrorRate, Baseline = )")]
    [InlineData(", Metric")]
    public Task Silent_while_it_is_being_typed(string typed) => CheckAsync(SopProject.Of(Plain(typed)).ThatDoesNotCompile());

    [Theory]
    [InlineData("Measure.ErrorRate, Baseline = 9, Target = 1", "Measure.ErrorRate, Baseline = 9, Target = 1, Unit = \"%\"", false)]
    [InlineData("Measure.CycleTime, Baseline = 9, Target = 1, Unit = \"?\"", "Measure.CycleTime, Baseline = 9, Target = 1, Unit = \"minutes\"", false)]
    [InlineData("Measure.TimeSaved", "Measure.TimeSaved, Unit = \"minutes\"", true)]
    [InlineData("Measure.ErrorRate, Baseline = 9", "Measure.ErrorRate, Baseline = 9, Unit = \"%\"", true)]
    public async Task Writes_the_unit(string before, string after, bool stays)
    {
        var fixedUp = await FixRun.ApplyAsync(Plain($", Assessment(MinutesSaved = 25), Metric({before})"), Rule, stays: stays);
        Assert.Contains($", Metric({after})]", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Measure.ErrorRate, Target = 1, Unit = \"%\"")]
    [InlineData("Measure.TimeSaved, Target = 20, Unit = \"minutes\"")]
    [InlineData("Measure.TimeSaved, Unit = \"hours\"")]
    [InlineData("Measure.Outcome, Baseline = 9, Target = 1")]
    public Task Makes_no_number_up(string stated) => FixRun.AssertNoneOfferedAsync(Plain($", Metric({stated})"), Rule);

    [Fact]
    public async Task Writes_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Plain(", Metric(Measure.ErrorRate, Baseline = 9, Target = 1), Metric(Measure.CycleTime, Baseline = 9, Target = 1)"), Rule);
        Assert.Contains("Metric(Measure.ErrorRate, Baseline = 9, Target = 1, Unit = \"%\"), Metric(Measure.CycleTime, Baseline = 9, Target = 1, Unit = \"minutes\")", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    private static async Task Worse(string measure, string baseline, string target, string better) => Assert.Matches(
        $"^The target of metric '.+' of SOP 'Answer' is worse than its baseline, {target} against {baseline}: .+ is better the {better} it is, so correct the numbers, or count something else as Measure.Outcome$",
        (await CheckAsync(Plain($", Metric(Measure.{measure}, Baseline = {baseline}, Target = {{|SOP0703:{target}|}}, Unit = \"of them\")"))).Message(Rule));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
