using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class OverdueReviewTests
{
    private const string Rule = "SOP0706";
    private const string Log = ", Change(\"1.1.0\", \"2026-10-14\", \"More\"), Change(\"1.0.0\", \"2026-09-14\", \"First version\")";

    [Fact]
    public async Task Overdue() => Assert.Equal(
        "The review of SOP 'Answer' was due on 2026-11-02, and the last one was on 2026-10-02: review it, and set Last to the day",
        (await CheckAsync(", Review(Cadence.Monthly, Last = {|SOP0706:\"2026-10-02\"|})")).Message(Rule));

    [Fact]
    public async Task Never_reviewed() => Assert.Equal(
        "The review of SOP 'Answer' was due on 2026-10-14, and it has not been reviewed since its first version of 2026-09-14: review it, and set Last to the day",
        (await CheckAsync(", {|SOP0706:Review(Cadence.Monthly)|}" + Log)).Message(Rule));

    [Theory]
    [InlineData("Weekly", "2026-11-12", true)]
    [InlineData("Weekly", "2026-11-13", false)]
    [InlineData("Biweekly", "2026-11-05", true)]
    [InlineData("Biweekly", "2026-11-06", false)]
    [InlineData("Monthly", "2026-10-19", true)]
    [InlineData("Monthly", "2026-10-20", false)]
    [InlineData("Quarterly", "2026-08-19", true)]
    [InlineData("Quarterly", "2026-08-20", false)]
    [InlineData("Yearly", "2025-11-19", true)]
    [InlineData("Yearly", "2025-11-20", false)]
    [InlineData("Weekly", "2027-01-01", false)]
    public Task Due_to_the_day(string cadence, string last, bool isOverdue) =>
        CheckAsync($", Review(Cadence.{cadence}, Last = {(isOverdue ? $"{{|SOP0706:\"{last}\"|}}" : $"\"{last}\"")})");

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    public Task Without_a_day_no_review_is_overdue(string asOf) => CheckAsync(", Review(Cadence.Weekly, Last = \"2020-01-01\")", asOf);

    [Theory]
    [InlineData("")]
    [InlineData(", Review((Cadence)9, Last = \"2020-01-01\")")]
    [InlineData(", Review(Cadence.Weekly, Last = \"soon\")")]
    public Task Silent(string review) => CheckAsync(review);

    [Fact]
    public Task The_last_day_there_is() => CheckAsync(", Review(Cadence.Monthly, Last = \"9999-12-30\")", "9999-12-31");

    [Theory]
    [InlineData("strict", "{|SOP0706:Review(Cadence.Monthly)|}")]
    [InlineData("recommended", "Review(Cadence.Monthly)")]
    [InlineData("starter", "Review(Cadence.Monthly)")]
    [InlineData("strict", "Review(Cadence.Monthly, Last = \"2026-11-02\")")]
    public Task At_strict_a_review_says_when_the_last_one_was(string profile, string review) =>
        AnalyzerRun.CheckAsync(Project($", Change(\"1.0.0\", \"2026-11-02\", \"First\"), {review}").WithProperty("SopProfile", profile), [Rule]);

    [Fact]
    public Task Silent_about_a_retired_one() => AnalyzerRun.CheckAsync(
        SopProject.Of(In("Retired", Plain(", Review(Cadence.Weekly, Last = \"2020-01-01\")"))).WithProperty("SopAsOf", "2026-11-20"), [Rule]);

    [Fact]
    public Task Silent_while_it_is_being_typed() => AnalyzerRun.CheckAsync(
        SopProject.Of(Plain(", Review(Cadence.Weekly, Last = )" + Log)).ThatDoesNotCompile().WithProperty("SopAsOf", "2026-11-20"), [Rule]);

    [Fact]
    public Task That_a_review_took_place_only_who_did_it_can_say() => FixRun.AssertNoneOfferedAsync(Project($", Review(Cadence.Monthly, Last = \"2026-10-02\"){Log}"), Rule);

    [Fact]
    public async Task Nothing_says_when_it_began() => Assert.Equal(
        "[Review] of SOP 'Answer' has no Last, and no [Change] gives a first day, so it never comes due: add the first [Change], or Last after a review",
        (await CheckAsync(", {|SOP0706:Review(Cadence.Monthly)|}")).Message(Rule));

    [Fact]
    public Task Without_a_day_nothing_is_missing() => CheckAsync(", Review(Cadence.Monthly)", "");

    [Fact]
    public Task An_SOP_that_is_younger_than_its_first_review() => CheckAsync(", Review(Cadence.Monthly), Change(\"1.0.0\", \"2026-11-02\", \"First version\")");

    [Theory]
    [InlineData("2028-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_review_of_a_far_day(string last) => Assert.Equal(
        $"The last review of SOP 'Answer' is said to have been on {last}, which is years ahead, so the next one never comes: set Last to the day of the last one",
        (await CheckAsync($", Review(Cadence.Monthly, Last = {{|SOP0706:\"{last}\"|}})")).Message(Rule));

    private static SopProject Project(string attributes, string asOf = "2026-11-20") => SopProject.Of(Plain(attributes)).WithProperty("SopAsOf", asOf);

    private static Task<AnalyzerRun> CheckAsync(string attributes, string asOf = "2026-11-20") => AnalyzerRun.CheckAsync(Project(attributes, asOf), [Rule]);
}
