using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class PilotTests
{
    private const string Rule = "SOP0707";

    [Fact]
    public async Task The_day_has_passed() => Assert.Equal(
        "The pilot of SOP 'Answer' was to be decided on by 2026-11-19: scale it (remove [Pilot]), revise it (write a new day) or retire it (Stage.Retired)",
        (await CheckAsync(", Pilot(\"2026-10-26\", {|SOP0707:\"2026-11-19\"|})")).Message(Rule));

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2027-01-01")]
    [InlineData("")]
    [InlineData("soon")]
    public Task The_day_is_to_come_or_the_finding_of_another_rule(string day) => CheckAsync($", Pilot(\"2026-10-26\", \"{day}\")");

    [Theory]
    [InlineData("")]
    [InlineData("TBD")]
    public async Task No_day_where_the_other_rule_is_no_error(string day) => Assert.Equal(
        "The pilot of SOP 'Answer' states no day on which you decide to scale, revise or retire it: write one, such as 30 days after the start",
        (await AnalyzerRun.CheckAsync(
            SopProject.Of(Plain($", Pilot(\"2026-10-26\", {{|SOP0707:\"{day}\"|}})")).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0005.severity = warning"), [Rule])).Message(Rule));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    public Task Without_a_day_no_rule_looks_at_a_clock(string asOf) => CheckAsync(", Pilot(\"2020-01-01\", \"2020-02-01\")", asOf);

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("")]
    public async Task A_decision_after_years(string asOf) => Assert.Equal(
        "The pilot of SOP 'Answer' is decided on 26729 days after its start, which is no trial any more: decide by an earlier day",
        (await CheckAsync(", Pilot(\"2026-10-26\", {|SOP0707:\"2099-12-31\"|})", asOf)).Message(Rule));

    [Fact]
    public Task Silent_without_a_pilot() => CheckAsync("");

    [Fact]
    public Task Silent_about_a_retired_one() => AnalyzerRun.CheckAsync(
        SopProject.Of(In("Retired", Plain(", Pilot(\"2020-01-01\", \"2020-02-01\")"))).WithProperty("SopAsOf", "2026-11-20"), [Rule]);

    [Theory]
    [InlineData(", Pilot(\"2020-01-01\")")]
    [InlineData(", Pilot(\"2020-01-01\", \"2020-02-01\"), Own")]
    public Task Silent_while_it_is_being_typed(string typed) =>
        AnalyzerRun.CheckAsync(SopProject.Of(Plain(typed)).ThatDoesNotCompile().WithProperty("SopAsOf", "2026-11-20"), [Rule]);

    private static Task<AnalyzerRun> CheckAsync(string attributes, string asOf = "2026-11-20") =>
        AnalyzerRun.CheckAsync(SopProject.Of(Plain(attributes)).WithProperty("SopAsOf", asOf), [Rule]);
}
