using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class IncompleteWaiverTests
{
    private const string Rule = "SOP1101";

    [Fact]
    public Task Silent_when_everything_is_said() => CheckAsync(Waivers.Sop(Waivers.Fine));

    [Theory]
    [InlineData("""Waive("SOP0101")""", "The waiver of SOP0101 for SOP 'Do1' has no reason, no approver and no end date, so it waives nothing: add Because = \"…\", By = typeof(…) and Until = \"…\"")]
    [InlineData("""Waive("SOP0101", By = typeof(Founder), Until = "2027-01-31")""", "The waiver of SOP0101 for SOP 'Do1' has no reason, so it waives nothing: add Because = \"…\"")]
    [InlineData("""Waive("SOP0101", Because = "TODO: ask", By = null, Until = "2027-01-31")""", "The waiver of SOP0101 for SOP 'Do1' has no reason and no approver, so it waives nothing: add Because = \"…\" and By = typeof(…)")]
    [InlineData("""Waive("", Because = "Why", By = typeof(Founder), Until = "2027-01-31")""", "A waiver for SOP 'Do1' has no rule, so it waives nothing: add the id of the rule")]
    public async Task Says_what_is_missing(string waiver, string message) => Assert.Equal(message, (await CheckAsync(Waivers.Sop($"{{|SOP1101:{waiver}|}}"))).Message(Rule));

    [Fact]
    public async Task Names_the_step() => Assert.StartsWith(
        "The waiver of SOP0314 for 'Answer.Send' has no reason, no approver and no end date",
        (await CheckAsync(Waivers.Replacing("", "[{|SOP1101:Waive(\"SOP0314\")|}] "))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("SOP0131", "did you mean SOP0101 (SOP without an owner)?")]
    [InlineData("sop0101", "did you mean SOP0101 (SOP without an owner)?")]
    [InlineData("CA1822", "write the id of the finding, such as \"SOP0701\"")]
    public async Task There_is_no_such_rule(string id, string todo) => Assert.Equal(
        $"The waiver for SOP 'Do1' names '{id}', which is no rule: {todo}",
        (await CheckAsync(Waivers.Sop(Waivers.Fine.Replace("\"SOP0101\"", $"{{|SOP1101:\"{id}\"|}}", StringComparison.Ordinal)))).Message(Rule));

    [Fact]
    public async Task The_nearest_rule_is_a_fix() =>
        Assert.Equal(Waivers.Sop(Waivers.Fine), (await FixRun.ApplyAsync(Waivers.Sop(Waivers.Fine.Replace("SOP0101", "sop0101", StringComparison.Ordinal)), Rule, "Waive SOP0101", mayBring: ["SOP1100"]))["Sop.cs"]);

    [Theory]
    [InlineData("""Waive("SOP0101", Because = "Why")""", """Waive("SOP0101", Because = "Why", By = typeof(Founder))""", true)]
    [InlineData("""Waive("SOP0101", Because = "Why", By = null, Until = null)""", """Waive("SOP0101", Because = "Why", By = typeof(Founder), Until = null)""", true)]
    [InlineData("""Waive("SOP0101", Until = "2027-01-31")""", """Waive("SOP0101", Until = "2027-01-31", By = typeof(Founder))""", true)]
    [InlineData("""Waive("SOP0101", Until = "2027-01-31", Because = "Why")""", """Waive("SOP0101", Until = "2027-01-31", Because = "Why", By = typeof(Founder))""", false)]
    public async Task The_fix_says_who_allows_it_and_nothing_else(string before, string after, bool stays)
    {
        var fixedUp = await FixRun.ApplyAsync(SopProject.Of(Waivers.Sop(before)).WithProperty("SopAsOf", "2026-11-20"), Rule, "Let Founder allow it", mayBring: ["SOP1100"], stays: stays);
        Assert.Equal(Waivers.Sop(after), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("""Waive("SOP0101", Because = "Why", By = typeof(Founder))""")]
    [InlineData("""Waive("SOP0101", By = typeof(Founder), Until = "2027-01-31")""")]
    [InlineData("""Waive("", Because = "Why", Until = "2027-01-31")""")]
    public Task Nothing_is_offered_that_only_a_person_can_say(string waiver) => FixRun.AssertNoneOfferedAsync(Waivers.Sop(waiver), Rule);

    [Theory]
    [InlineData("""Waive("SOP0101", Because = "Why")""")]
    [InlineData("""Waive("sop0101", Because = "Why", By = typeof(Founder), Until = "2027-01-31")""")]
    public Task Only_a_person_allows_it(string waiver) => FixRun.AssertOnlyByHandAsync(Waivers.Sop(waiver), Rule);

    [Fact]
    public Task Silent_about_an_idea() => CheckAsync("""[Sop("Do it", Stage = Stage.Idea), Waive("SOP0101")] public partial class Do1 : Sop;""");

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
