using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class EndedWaiverTests
{
    private const string Rule = "SOP1102";
    private const string Limit = "\n[WaiverLimit(90)] public sealed class House : Policy;";
    private static readonly string Marked = Waivers.Fine.Replace("\"2027-01-31\"", "{|SOP1102:\"2027-01-31\"|}", StringComparison.Ordinal);

    [Fact]
    public async Task It_has_ended() => Assert.Equal(
        "The waiver of SOP0101 for SOP 'Do1' ended on 2027-01-31, so it waives nothing any more: remove it, or have it allowed anew with a later Until",
        (await CheckAsync(SopProject.Of(Waivers.Sop(Marked)).WithProperty("SopAsOf", "2027-02-01"))).Message(Rule));

    [Theory]
    [InlineData("2027-01-31")]
    [InlineData("")]
    public Task It_counts_until_its_last_day(string asOf) =>
        AnalyzerRun.CheckAsync(SopProject.Of(Waivers.Sop(Waivers.Fine, "{|SOP1100:Do1|}")).WithProperty("SopAsOf", asOf), [Rule, "SOP0101", "SOP1100"]);

    [Fact]
    public async Task It_is_too_long_from_the_day_of_the_build() => Assert.Equal(
        "The waiver of SOP0101 for SOP 'Do1' runs 92 days from 2026-10-31, but the policy allows 90: end it by 2027-01-29",
        (await CheckAsync(SopProject.Of(Waivers.Sop(Marked) + Limit).WithProperty("SopAsOf", "2026-10-31"))).Message(Rule));

    [Fact]
    public async Task A_policy_may_allow_today_only() => Assert.EndsWith(
        "runs 1 day from 2027-01-30, but the policy allows 0: end it by 2027-01-30",
        (await CheckAsync(SopProject.Of(Waivers.Sop(Marked) + Limit.Replace("90", "0", StringComparison.Ordinal)).WithProperty("SopAsOf", "2027-01-30"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task It_is_too_long_from_the_newest_change() => Assert.Equal(
        "The waiver of SOP0101 for SOP 'Do1' runs 91 days from 2026-11-01, the day of the newest change, but the policy allows 90: end it by 2027-01-30",
        (await CheckAsync(Waivers.Sop(Marked + ", Change(\"1.1.0\", \"2026-11-01\", \"More\"), Change(\"1.0.0\", \"2026-01-01\", \"First\")") + Limit)).Message(Rule));

    [Theory]
    [InlineData("", "2026-10-31")]
    [InlineData(Limit, "2026-11-02")]
    [InlineData(Limit, "")]
    [InlineData("\n[WaiverLimit(2000000000)] public sealed class House : Policy;", "2026-10-31")]
    [InlineData("\n[WaiverLimit(-1)] public sealed class House : Policy;", "2026-10-31")]
    public Task Silent_about_a_length_that_is_allowed_or_not_known(string policy, string asOf) => CheckAsync(SopProject.Of(Waivers.Sop(Waivers.Fine) + policy).WithProperty("SopAsOf", asOf));

    [Theory]
    [InlineData("")]
    [InlineData("\n[WaiverLimit(2000000000)] public sealed class House : Policy;")]
    public async Task Without_a_limit_that_limits_ten_years_are_too_long(string policy) => Assert.Equal(
        "The waiver of SOP0101 for SOP 'Do1' runs 2912139 days from 2026-10-31, but no waiver may run longer than 3660: end it by 2036-11-07",
        (await CheckAsync(SopProject.Of(Waivers.Sop(Marked.Replace("2027-01-31", "9999-12-31", StringComparison.Ordinal)) + policy).WithProperty("SopAsOf", "2026-10-31"))).Message(Rule));

    [Fact]
    public Task One_that_is_too_long_still_counts() =>
        AnalyzerRun.CheckAsync(SopProject.Of(Waivers.Sop(Marked, "{|SOP1100:Do1|}") + Limit).WithProperty("SopAsOf", "2026-10-31"), [Rule, "SOP0101", "SOP1100", "SOP1103"]);

    [Fact]
    public async Task One_that_has_ended_and_that_nothing_needs_is_said_once() => Assert.Equal(
        "The waiver of SOP0101 for SOP 'Do1' ended on 2027-01-31, and nothing needs it: remove it",
        (await AnalyzerRun.CheckAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + Marked)).WithProperty("SopAsOf", "2027-02-01"), Waivers.Rules)).Message(Rule));

    [Fact]
    public async Task One_that_is_too_long_and_that_nothing_needs_is_said_once() => Assert.Equal(
        "The waiver of SOP0101 for SOP 'Do1' runs longer than the policy allows, and nothing needs it: remove it",
        (await AnalyzerRun.CheckAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + Marked) + Limit).WithProperty("SopAsOf", "2026-10-31"), Waivers.Rules)).Message(Rule));

    [Theory]
    [InlineData("none", "{|SOP1103:", "|}")]
    [InlineData("error", "", "")]
    public Task Switching_it_off_does_not_silence_the_other_one(string severity, string before, string after) => AnalyzerRun.CheckAsync(
        SopProject.Of(Waivers.Sop($"Owner<Founder>, {before}{(after.Length > 0 ? Waivers.Fine : Marked)}{after}")).WithProperty("SopAsOf", "2027-02-01")
            .WithEditorConfig($"[*.cs]\ndotnet_diagnostic.SOP1102.severity = {severity}"),
        ["SOP1102", "SOP1103"]);

    [Fact]
    public async Task The_fix_removes_what_nothing_needs() => Assert.Equal(
        Waivers.Sop("Owner<Founder>"),
        (await FixRun.ApplyAsync(SopProject.Of(Waivers.Sop("Owner<Founder>, " + Waivers.Fine)).WithProperty("SopAsOf", "2027-02-01"), Rule))["Sop.cs"]);

    [Fact]
    public Task No_fix_for_what_is_a_decision() =>
        FixRun.AssertNoneOfferedAsync(SopProject.Of(Waivers.Sop(Waivers.Fine)).WithProperty("SopAsOf", "2027-02-01"), Rule);

    [Fact]
    public Task Silent_about_a_retired_SOP() => CheckAsync(
        SopProject.Of(Waivers.Sop(Waivers.Fine).Replace("[Sop(\"Do it\")]", "[Sop(\"Do it\", Stage = Stage.Retired)]", StringComparison.Ordinal)).WithProperty("SopAsOf", "2027-02-01"));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
