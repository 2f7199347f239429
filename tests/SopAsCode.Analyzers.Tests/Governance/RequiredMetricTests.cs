using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class RequiredMetricTests
{
    private const string Rule = "SOP0704";
    private const string House = "\n[RequireMetric(Measure.ErrorRate)] public sealed class House : Policy;";

    [Fact]
    public async Task A_metric_is_missing() => Assert.Equal(
        "SOP 'Answer' has no metric for error rate, which policy 'House' asks of every SOP: add [Metric(Measure.ErrorRate, …)]",
        (await CheckAsync(Marked(Rule, ", Metric(Measure.CompletionRate)") + House)).Message(Rule));

    [Fact]
    public Task Each_missing_one_by_itself() => CheckAsync(
        Marked(Rule + "," + Rule, ", Metric(Measure.CompletionRate)") + House.Replace("[Require", "[RequireMetric(Measure.Outcome), RequireMetric(Measure.Outcome), Require", StringComparison.Ordinal));

    [Theory]
    [InlineData(", Metric(Measure.ErrorRate)", House)]
    [InlineData(", Metric(Measure.CompletionRate)", "")]
    [InlineData(", Metric(Measure.CompletionRate)", "\n[RequireMetric((Measure)99)] public sealed class House : Policy;")]
    [InlineData("", House)]
    public Task Silent(string metric, string policy) => CheckAsync(Plain(metric) + policy);

    [Fact]
    public Task Without_any_metric_it_speaks_where_the_other_rule_does_not() =>
        CheckAsync(SopProject.Of(Marked(Rule, "") + House).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0701.severity = none"));

    [Fact]
    public Task Silent_about_a_retired_one() => CheckAsync(In("Retired", Plain(", Metric(Measure.CompletionRate)")) + House);

    [Theory]
    [InlineData("[RequireMetric] public sealed class House : Policy;")]
    [InlineData("[RequireMetric(Measure.)] public sealed class House : Policy;")]
    [InlineData("[RequireMet(Measure.ErrorRate)] public sealed class House : Policy;")]
    public Task Silent_while_the_policy_is_being_typed(string policy) => CheckAsync(SopProject.Of(Plain(", Metric(Measure.CompletionRate)") + policy).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_the_SOP_is_being_typed() => CheckAsync(SopProject.Of(Plain(", Metric(Measure.CompletionRate), Metric(") + House).ThatDoesNotCompile());

    [Theory]
    [InlineData("ErrorRate", ", Unit = \"%\"")]
    [InlineData("CostPerRun", "")]
    public async Task Adds_it(string measure, string unit)
    {
        var fixedUp = await FixRun.ApplyAsync(Plain(", Metric(Measure.CompletionRate)") + House.Replace("ErrorRate", measure, StringComparison.Ordinal), Rule, mayBring: ["SOP0703"]);
        Assert.Contains($"Metric(Measure.CompletionRate)] [Metric(Measure.{measure}{unit})] public", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adds_all()
    {
        var project = Of(Human("A")).Replace("ticket\")]", "ticket\")]\n[Metric(Measure.CompletionRate)]", StringComparison.Ordinal)
            + House.Replace("[Require", "[RequireMetric(Measure.Outcome), Require", StringComparison.Ordinal);
        var fixedUp = await FixRun.ApplyAllAsync(project, Rule, mayBring: ["SOP0703"], fix: "AddMetric");
        Assert.Contains("[Metric(Measure.CompletionRate)]\n[Metric(Measure.Outcome)]\n[Metric(Measure.ErrorRate, Unit = \"%\")]\npublic", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
