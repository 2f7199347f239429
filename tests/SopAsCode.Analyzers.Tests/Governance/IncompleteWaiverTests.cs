using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class IncompleteWaiverTests
{
    private const string Rule = "SOP1101";
    private const string Changed = "[Change(\"1.0.0\", \"2026-11-02\", \"First\")]\n[Sop(\"Do it\")]";

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
    [InlineData("SOP0131", "did you mean SOP0101 (An SOP has an owner)?")]
    [InlineData("sop0101", "did you mean SOP0101 (An SOP has an owner)?")]
    [InlineData("CA1822", "write the id of the finding, such as \"SOP0701\"")]
    public async Task There_is_no_such_rule(string id, string todo) => Assert.Equal(
        $"The waiver for SOP 'Do1' names '{id}', which is no rule: {todo}",
        (await CheckAsync(Waivers.Sop(Waivers.Fine.Replace("\"SOP0101\"", $"{{|SOP1101:\"{id}\"|}}", StringComparison.Ordinal)))).Message(Rule));

    [Fact]
    public async Task The_nearest_rule_is_a_fix() =>
        Assert.Equal(Waivers.Sop(Waivers.Fine), (await FixRun.ApplyAsync(Waivers.Sop(Waivers.Fine.Replace("SOP0101", "sop0101", StringComparison.Ordinal)), Rule, "Waive SOP0101", mayBring: ["SOP1100"]))["Sop.cs"]);

    [Theory]
    [InlineData("""Waive("SOP0101", Because = "Why")""", """Waive("SOP0101", Because = "Why", By = typeof(Founder), Until = "2027-02-18")""", "Let Founder allow it until 2027-02-18")]
    [InlineData("""Waive("SOP0101", Because = "Why", By = null, Until = null)""", """Waive("SOP0101", Because = "Why", By = typeof(Founder), Until = "2027-02-18")""", "Let Founder allow it until 2027-02-18")]
    [InlineData("""Waive("SOP0101", Until = "2027-01-31", Because = "Why")""", """Waive("SOP0101", Until = "2027-01-31", Because = "Why", By = typeof(Founder))""", "Let Founder allow it")]
    [InlineData("""Waive("SOP0101", Because = "Why", By = typeof(Support))""", """Waive("SOP0101", Because = "Why", By = typeof(Support), Until = "2027-02-18")""", "End it on 2027-02-18")]
    public async Task The_fix_says_who_and_until_when(string before, string after, string title)
    {
        var fixedUp = await FixRun.ApplyAsync(SopProject.Of(Waivers.Sop(before)).WithProperty("SopAsOf", "2026-11-20"), Rule, title, mayBring: ["SOP1100"]);
        Assert.Equal(Waivers.Sop(after), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("", "Let Founder allow it until 2027-01-31")]
    [InlineData("[WaiverLimit(30)] public sealed class House : Policy;", "Let Founder allow it until 2026-12-02")]
    [InlineData("[WaiverLimit(300)] public sealed class House : Policy;", "Let Founder allow it until 2027-01-31")]
    public async Task Without_a_day_it_counts_from_the_newest_change(string policy, string title) => Assert.Contains(
        title, await FixRun.TitlesAsync(Waivers.Sop("""Waive("SOP0101", Because = "Why")""").Replace("[Sop(\"Do it\")]", Changed, StringComparison.Ordinal) + policy, Rule));

    [Theory]
    [InlineData("""Waive("SOP0101", Because = "Why")""")]
    [InlineData("""Waive("SOP0101", By = typeof(Founder), Until = "2027-01-31")""")]
    public Task Nothing_is_offered_that_only_a_person_can_say(string waiver) => FixRun.AssertNoneOfferedAsync(Waivers.Sop(waiver), Rule);

    [Fact]
    public async Task Fixes_all()
    {
        const string before = """Waive("SOP0101", Because = "Why")""";
        const string after = """Waive("SOP0101", Because = "Why", By = typeof(Founder), Until = "2027-02-18")""";
        var fixedUp = await FixRun.ApplyAllAsync(
            SopProject.Of(Waivers.Sop(before) + "\n" + Waivers.Sop(before, "Do2")).WithProperty("SopAsOf", "2026-11-20"), Rule, fix: "Let Founder allow it until 2027-02-18", mayBring: ["SOP1100"]);
        Assert.Equal(Waivers.Sop(after) + "\n" + Waivers.Sop(after, "Do2"), fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Silent_about_an_idea() => CheckAsync("""[Sop("Do it", Stage = Stage.Idea), Waive("SOP0101")] public partial class Do1 : Sop;""");

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
