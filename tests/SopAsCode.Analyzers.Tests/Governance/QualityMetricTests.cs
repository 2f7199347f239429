using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class QualityMetricTests
{
    private const string Rule = "SOP0702";

    [Fact]
    public async Task Only_how_fast_and_how_much() => Assert.Equal(
        "SOP 'Answer' measures only 'Time saved' and 'Tickets', in which bad work does not show: add a metric for rework, errors or the outcome",
        (await CheckAsync(Plain(", Metric({|SOP0702:Measure.TimeSaved|}), Metric(Measure.Throughput, Name = \"Tickets\")"))).Message(Rule));

    [Theory]
    [InlineData("CycleTime")]
    [InlineData("CostPerRun")]
    [InlineData("Adoption")]
    public Task Only_that(string measure) => CheckAsync(Plain($", Metric({{|SOP0702:Measure.{measure}|}})"));

    [Theory]
    [InlineData("ReworkRate")]
    [InlineData("ErrorRate")]
    [InlineData("CompletionRate")]
    [InlineData("Escalations")]
    [InlineData("Outcome")]
    public Task One_tells_how_good(string measure) => CheckAsync(Plain($", Metric(Measure.TimeSaved), Metric(Measure.{measure})"));

    [Fact]
    public Task Without_any_another_rule_speaks() => CheckAsync(Plain(""));

    [Theory]
    [InlineData("", "SOP0702")]
    [InlineData("dotnet_diagnostic.SOP0704.severity = warning", "SOP0704")]
    [InlineData("dotnet_diagnostic.SOP0704.severity = none", "SOP0702")]
    [InlineData("dotnet_diagnostic.SOP0702.severity = none", "SOP0704")]
    public async Task What_the_policy_asks_for_is_missing_once(string severity, string said)
    {
        var source = Plain($", Metric({(said == Rule ? "{|SOP0702:Measure.TimeSaved|}" : "Measure.TimeSaved")})") + "\n[RequireMetric(Measure.ErrorRate)] public sealed class House : Policy;";
        var project = SopProject.Of(said == Rule ? source : source.Replace("class Answer", "class {|SOP0704:Answer|}", StringComparison.Ordinal)).WithEditorConfig("[*.cs]\n" + severity);
        var run = await AnalyzerRun.CheckAsync(project, [Rule, "SOP0704"]);
        Assert.Contains("error rate", run.Message(said), StringComparison.Ordinal);
        Assert.Contains("policy 'House' asks", run.Message(said), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_policy_that_asks_for_nothing_leaves_it_to_this_rule() =>
        CheckAsync(SopProject.Of(Plain(", Metric({|SOP0702:Measure.TimeSaved|})")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0704.severity = warning"));

    [Fact]
    public Task Silent_about_a_retired_one() => CheckAsync(In("Retired", Plain(", Metric(Measure.TimeSaved)")));

    [Theory]
    [InlineData(", Metric(")]
    [InlineData(", Metric(Measure.)")]
    public Task Silent_while_one_is_being_typed(string typed) => CheckAsync(SopProject.Of(Plain(", Metric(Measure.TimeSaved)" + typed)).ThatDoesNotCompile());

    [Fact]
    public async Task Adds_one()
    {
        var fixedUp = await FixRun.ApplyAsync(Of(Checkpoint("A")).Replace("ticket\")]", "ticket\")]\n[Metric(Measure.TimeSaved)]", StringComparison.Ordinal), Rule, mayBring: ["SOP0703"]);
        Assert.Contains("[Metric(Measure.TimeSaved)]\n[Metric(Measure.ReworkRate, Unit = \"%\")]\npublic", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adds_the_one_that_the_policy_asks_for()
    {
        var source = Of(Checkpoint("A")).Replace("ticket\")]", "ticket\")]\n[Metric(Measure.TimeSaved)]", StringComparison.Ordinal) + "\n[RequireMetric(Measure.Escalations)] public sealed class House : Policy;";
        var fixedUp = await FixRun.ApplyAsync(source, Rule, mayBring: ["SOP0703"]);
        Assert.Contains("[Metric(Measure.TimeSaved)]\n[Metric(Measure.Escalations", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adds_to_all()
    {
        var one = Plain(", Metric(Measure.TimeSaved)");
        var project = SopProject.Of(one).With("Other.cs", one.Replace("class Answer", "class Other", StringComparison.Ordinal).Replace("a ticket", "another", StringComparison.Ordinal));
        Assert.Equal(2, (await FixRun.ApplyAllAsync(project, Rule, mayBring: ["SOP0703"])).Changed.Count);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
