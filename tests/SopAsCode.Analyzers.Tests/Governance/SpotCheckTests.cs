using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class SpotCheckTests
{
    private const string Rule = "SOP0708";

    [Fact]
    public async Task A_limit_without_samples() => Assert.Equal(
        "'Answer.A' acts by itself inside its limit, and nobody looks at what comes out: add [SpotCheck<…>(OneIn = 20)] with the role that looks",
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
    public Task Only_a_person_chooses_who_looks() => FixRun.AssertOnlyByHandAsync(Of(Automated("A", ", Limit(\"Few\", PerDay = 3)")), Rule);

    [Theory]
    [InlineData(", Limit(\"Few\", PerDay = 1), SpotCheck<Support>(OneIn = {|SOP0708:366|})", "once in 366 times, so at 1 a day")]
    [InlineData(", Limit(\"Many\", PerDay = 2000000000), SpotCheck<Support>(OneIn = {|SOP0708:2000000000|})", "once in 2000000000 times, so at 100 a day")]
    [InlineData(", SpotCheck<Support>(OneIn = {|SOP0708:int.MaxValue|})", "once in 2147483647 times, so at 100 a day")]
    public async Task A_sample_that_never_comes(string attributes, string when) =>
        Assert.Equal($"'Answer.A' is looked at {when} not once a year: lower OneIn", (await CheckAsync(Of(Automated("A", attributes)))).Message(Rule));

    [Theory]
    [InlineData(", Limit(\"Few\", PerDay = 1), SpotCheck<Support>(OneIn = 20)")]
    [InlineData(", Limit(\"Many\", PerDay = 5000), SpotCheck<Support>(OneIn = 100000)")]
    [InlineData(", SpotCheck<Support>(OneIn = 1000)")]
    public Task Silent_about_a_sample_now_and_then(string attributes) => CheckAsync(Of(Automated("A", attributes)));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
