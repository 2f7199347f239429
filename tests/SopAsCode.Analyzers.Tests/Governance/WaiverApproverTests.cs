using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class WaiverApproverTests
{
    private const string Rule = "SOP0306";

    [Theory]
    [InlineData("Writer")]
    [InlineData("Helpdesk")]
    [InlineData("Role")]
    [InlineData("Founder[]")]
    public async Task What_allows_it_is_no_person(string type) => Assert.Equal(
        $"The waiver of SOP0101 for SOP 'Do1' is allowed by '{type}', which is no role of a person: set By = typeof(…) to the role that answers for it",
        (await CheckAsync(Waivers.Sop(Waivers.Fine.Replace("typeof(Founder)", $"{{|SOP0306:typeof({type})|}}", StringComparison.Ordinal)))).Message(Rule));

    [Fact]
    public async Task On_a_step_it_names_the_step() => Assert.StartsWith(
        "The waiver of SOP0314 for 'Answer.Send' is allowed by 'Sorter'",
        (await CheckAsync(Waivers.Replacing("", "[Waive(\"SOP0314\", By = {|SOP0306:typeof(Sorter)|})] "))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("typeof(Founder)")]
    [InlineData("null")]
    public Task Silent_about_a_person_and_about_nobody(string by) => CheckAsync(Waivers.Sop($"Waive(\"SOP0101\", By = {by})"));

    [Theory]
    [InlineData("typeof(Foun)")]
    [InlineData("typeof()")]
    [InlineData("")]
    public Task Silent_while_it_is_being_typed(string by) => CheckAsync(SopProject.Of(Waivers.Sop($"Waive(\"SOP0101\", By = {by})")).ThatDoesNotCompile());

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
