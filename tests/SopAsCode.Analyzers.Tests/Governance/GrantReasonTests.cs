using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0212: a grant says since when it holds and why.</summary>
public class GrantReasonTests
{
    private const string Rule = "SOP0212";

    [Theory]
    [InlineData("""On = "2026-09-10", Because = "Small sums" """)]
    [InlineData("""Because = Reasons.Small, Until = "2027-09-10", On = Reasons.Day""")]
    public Task Silent_with_both(string settings) => CheckAsync(Source($"Grant<A1, Helpdesk>(Impact.Customers, By = typeof(Founder), {settings})"));

    [Theory]
    [InlineData("By = typeof(Founder)", "says neither since when it holds nor why: add On = \"…\" and Because = \"…\"")]
    [InlineData("By = null, Because = \"\"", "says neither since when it holds nor why: add On = \"…\" and Because = \"…\"")]
    [InlineData("On = null, Because = \"Small sums\"", "does not say since when it holds: add On = \"…\"")]
    [InlineData("Until = \"2027-09-10\", Because = \"Small sums\"", "does not say since when it holds: add On = \"…\"")]
    [InlineData("On = \"2026-09-10\"", "does not say why: add Because = \"…\"")]
    [InlineData("On = \"2026-09-10\", Because = \" \"", "does not say why: add Because = \"…\"")]
    [InlineData("On = \"2026-09-10\", Because = null", "does not say why: add Because = \"…\"")]
    [InlineData("On = \"2026-09-10\", Because = Reasons.None", "does not say why: add Because = \"…\"")]
    public async Task Names_what_it_lacks(string settings, string message) => Assert.Equal(
        $"The grant for 'A1' to write to 'Helpdesk' {message}",
        (await CheckAsync(Source($"{{|SOP0212:Grant<A1, Helpdesk>|}}(Impact.Customers, {settings})"))).Message(Rule));

    [Fact]
    public Task Silent_about_a_day_that_is_none() => CheckAsync(Source("""Grant<A1, Helpdesk>(Impact.Customers, On = "", Because = "Small sums")"""));

    [Fact]
    public Task Each_grant_of_a_list_counts() => CheckAsync(Source(
        """Grant<A1, Helpdesk>(Impact.Customers, On = "2026-09-10", Because = "Small sums"), {|SOP0212:SopAsCode.Grant<A1, Ledger>|}(Impact.Money)"""));

    [Theory]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, On = )")]
    [InlineData("Grant<A1, Helpdesk>(Impact.Customers, On = \"2026-09-10\", Because = Reas)")]
    [InlineData("Grant<A1, Help>(Impact.Customers)")]
    [InlineData("Grant<A1, >(Impact.Customers)")]
    public Task Silent_while_it_is_being_typed(string grant) => CheckAsync(SopProject.Of(Source(grant)).ThatDoesNotCompile());

    private static string Source(string grant) =>
        $$"""
        [assembly: {{grant}}]
        public abstract class A1 : Sop;
        public static class Reasons { public const string Small = "Small sums", None = "", Day = "2026-09-10"; }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
