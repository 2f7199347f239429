using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class NoMetricTests
{
    private const string Rule = "SOP0701";

    [Fact]
    public async Task No_metric() => Assert.Equal(
        "SOP 'Answer' has no metric, so nobody can say whether it works: add [Metric(…)] with Baseline, Target and Unit, one for speed and one for quality",
        (await CheckAsync(Marked(Rule, ""))).Message(Rule));

    [Fact]
    public Task Silent_with_one() => CheckAsync(Plain(", Metric(Measure.CycleTime)"));

    [Theory]
    [InlineData(", Metric")]
    [InlineData(", Metric()")]
    [InlineData(", Metr(Measure.CycleTime)")]
    [InlineData(", Owner")]
    public Task Silent_while_an_attribute_is_being_typed(string typed) => CheckAsync(SopProject.Of(Plain(typed)).ThatDoesNotCompile());

    [Theory]
    [InlineData("Idea")]
    [InlineData("Retired")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(In(stage, Plain("")));

    [Fact]
    public async Task Adds_two_without_numbers_which_another_rule_asks_for()
    {
        var fixedUp = await FixRun.ApplyAsync(Of(Human("A")), Rule, "Measure cycle time and error rate", mayBring: ["SOP0703"]);
        Assert.Contains(
            "[Sop(\"Answer a ticket\")]\n[Metric(Measure.CycleTime, Unit = \"minutes\")]\n[Metric(Measure.ErrorRate, Unit = \"%\")]\npublic", fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.Equal(2, fixedUp.Left.Count(id => id == "SOP0703"));
    }

    [Fact]
    public async Task Rework_is_what_checkpoints_send_back() =>
        Assert.Equal(["Measure cycle time and rework rate"], await FixRun.TitlesAsync(Of(Checkpoint("A")), Rule));

    [Fact]
    public async Task What_the_policy_asks_for_comes_with_it() => Assert.Equal(
        ["Measure cycle time and outcome and adoption"],
        await FixRun.TitlesAsync(Of(Human("A")) + "\n[RequireMetric(Measure.Outcome), RequireMetric(Measure.Adoption)] public sealed class House : Policy;", Rule));

    [Fact]
    public async Task Adds_to_all()
    {
        var project = SopProject.Of(Plain("")).With("Other.cs", Plain("").Replace("class Answer", "class Other", StringComparison.Ordinal).Replace("a ticket", "another", StringComparison.Ordinal));
        Assert.Equal(2, (await FixRun.ApplyAllAsync(project, Rule, mayBring: ["SOP0703"])).Changed.Count);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
