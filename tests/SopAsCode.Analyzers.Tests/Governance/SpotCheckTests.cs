using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class SpotCheckTests
{
    private const string Rule = "SOP0708";

    [Fact]
    public async Task A_limit_without_samples() => Assert.Equal(
        "'Answer.A' acts by itself inside its limit, and nobody looks at what comes out: add [SpotCheck<…>(OneIn = 20)] with the role that looks at every twentieth",
        (await CheckAsync(Of(Automated("A", ", {|SOP0708:Limit(\"Few\", PerDay = 3)|}")))).Message(Rule));

    [Theory]
    [InlineData(", Limit(\"Few\", PerDay = 3), SpotCheck<Support>(OneIn = 20)")]
    [InlineData("")]
    public Task Silent_with_samples_or_without_a_limit(string attributes) => CheckAsync(Of(Ai("A", attributes)));

    [Theory]
    [InlineData(", Limit(\"Few\"), SpotCheck")]
    [InlineData(", Limit(\"Few\"), SpotCheck<>(OneIn = 20)")]
    [InlineData(", Limit(\"Few\"), SpotCheck<Support>(OneIn = )")]
    [InlineData(", Limit(\"Few\"), Spot")]
    [InlineData(", Limit")]
    public Task Silent_while_it_is_being_typed(string typed) => CheckAsync(SopProject.Of(Of(Automated("A", typed))).ThatDoesNotCompile());

    [Theory]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(In(stage, Of(Automated("A", ", Limit(\"Few\", PerDay = 3)"))));

    [Fact]
    public async Task Offers_the_roles() => Assert.Equal(
        ["Let Finance look at one in 20", "Let Founder look at one in 20", "Let SeniorSupport look at one in 20", "Let Support look at one in 20"],
        await FixRun.TitlesAsync(With(", Owner<Finance>", Automated("A", ", Limit(\"Few\", PerDay = 3)")), Rule));

    [Fact]
    public async Task Adds_it()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Of("    [AutomatedStep(\"A\")]\n    [Limit(\"Few\", PerDay = 3)]\n    [Next(End.Completed)]\n    public Task A(Ticket ticket) => Task.CompletedTask;"), Rule, "Let Support look at one in 20");
        Assert.Contains("    [Limit(\"Few\", PerDay = 3)]\n    [SpotCheck<Support>(OneIn = 20)]\n    [Next(End.Completed)]\n", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adds_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Of(Automated("A", ", Limit(\"Few\", PerDay = 3)"), Automated("B", ", Limit(\"Few\", PerDay = 3)")), Rule, fix: "Let Support look at one in 20");
        Assert.Equal(2, fixedUp["Sop.cs"].Split("[SpotCheck<Support>(OneIn = 20)]").Length - 1);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
