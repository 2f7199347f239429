using SopAsCode.Runtime;
using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class ReviewTests
{
    private const string Rule = "SOP0705";
    private const string House = "\n[RequireReview(Cadence.Monthly)] public sealed class House : Policy;";
    private const string Pilot = ", Pilot(\"2026-11-02\", \"2026-12-02\")";

    [Theory]
    [InlineData("", "", "add [Review(Cadence.Monthly)]")]
    [InlineData("", House, "add [Review(Cadence.Monthly)], since policy 'House' asks for a review every month")]
    [InlineData(Pilot, House, "add [Review(Cadence.Weekly)], since a pilot is reviewed every week")]
    public async Task No_review(string attributes, string policy, string words) => Assert.Equal(
        $"Nothing says when SOP 'Answer' is looked at again: {words}", (await CheckAsync(Marked(Rule, attributes) + policy)).Message(Rule));

    [Theory]
    [InlineData("Quarterly", "", House, "SOP 'Answer' is reviewed every three months, but policy 'House' asks for a review every month: review it every month")]
    [InlineData("Biweekly", Pilot, House, "SOP 'Answer' is reviewed every other week, but a pilot is reviewed every week: review it every week")]
    [InlineData("Yearly", Pilot, "", "SOP 'Answer' is reviewed every year, but a pilot is reviewed every week: review it every week")]
    public async Task Too_seldom(string cadence, string attributes, string policy, string message) => Assert.Equal(
        message, (await CheckAsync(Plain($"{attributes}, Review({{|SOP0705:Cadence.{cadence}|}})") + policy)).Message(Rule));

    [Theory]
    [InlineData("Yearly", "", "")]
    [InlineData("Monthly", "", House)]
    [InlineData("Biweekly", "", House)]
    [InlineData("Weekly", Pilot, House)]
    [InlineData("Yearly", "", "\n[RequireReview((Cadence)9)] public sealed class House : Policy;")]
    public Task Often_enough(string cadence, string attributes, string policy) => CheckAsync(Plain($"{attributes}, Review(Cadence.{cadence})") + policy);

    [Theory]
    [InlineData("Idea")]
    [InlineData("Retired")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(In(stage, Plain("")));

    [Theory]
    [InlineData(", Review", "")]
    [InlineData(", Review(Cadence.)", House)]
    [InlineData(", Rev(Cadence.Weekly)", House)]
    [InlineData(", Review(Cadence.Yearly)", "[RequireReview] public sealed class House : Policy;")]
    public Task Silent_while_it_is_being_typed(string typed, string policy) => CheckAsync(SopProject.Of(Plain(typed) + policy).ThatDoesNotCompile());

    [Theory]
    [InlineData("", "Review it monthly", "[Sop(\"Answer a ticket\")] [Review(Cadence.Monthly)] public")]
    [InlineData(Pilot, "Review it weekly", "[Sop(\"Answer a ticket\"), Pilot(\"2026-11-02\", \"2026-12-02\")] [Review(Cadence.Weekly)] public")]
    [InlineData(", Review(Cadence.Yearly, Last = \"2026-11-02\")", "Review it monthly", "[Sop(\"Answer a ticket\"), Review(Cadence.Monthly, Last = \"2026-11-02\")] public")]
    public async Task Says_how_often(string before, string title, string after) =>
        Assert.StartsWith(after, (await FixRun.ApplyAsync(Plain(before) + House, Rule, title))["Sop.cs"], StringComparison.Ordinal);

    [Fact]
    public async Task Offers_some_cadences_where_nobody_asks_for_one() => Assert.Equal(
        ["Review it monthly", "Review it quarterly", "Review it yearly"], await FixRun.TitlesAsync(Plain(""), Rule));

    [Fact]
    public Task Only_a_person_promises_it() => FixRun.AssertOnlyByHandAsync(Plain("") + House, Rule);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
