using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class LoopTests
{
    private const string Rule = "SOP0403";
    private const string Back = "Next({|SOP0403:nameof(Draft)|}, When = nameof(IsHigh)), Next(End.Completed)";

    [Fact]
    public async Task A_loop_of_machines()
    {
        var run = await CheckAsync(Of(Ai("Draft"), Automated("Check", $", {Back}")));
        Assert.Equal(
            "'Answer.Check' closes a loop that may go on for ever: Draft → Check → Draft, without a person, a wait or an AtMost; "
            + "add AtMost to the [Next] from 'Check' to 'Draft', or lead it through a person or a wait",
            run.Message(Rule));
        Assert.Equal(2, run.Single(Rule).RelatedPlaces.Count);
    }

    [Fact]
    public Task A_step_that_leads_to_itself() => CheckAsync(Of(Automated("Draft", $", {Back}")));

    [Fact]
    public Task A_count_of_one_way_does_not_bound_another() =>
        CheckAsync(Of(Ai("Draft"), Automated("Check", ", Next(nameof(Draft), When = nameof(IsShort), AtMost = 2, Then = {|SOP0403:nameof(Draft)|}), Next(End.Completed)")));

    [Fact]
    public async Task A_failure_that_leads_back_can_not_be_bounded() => Assert.EndsWith(
        "lead it through a person or a wait, or out of the loop",
        (await CheckAsync(Of(Ai("Draft"), Automated("Check", ", OnFailure({|SOP0403:nameof(Draft)|}, Retries = 3), Next(End.Completed)")))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Where_the_way_back_can_not_be_bounded_the_way_forward_can() =>
        CheckAsync(Of(Ai("Draft", ", Next({|SOP0403:nameof(Check)|})"), Automated("Check", ", OnFailure(nameof(Draft)), Next(End.Completed)")));

    [Theory]
    [InlineData(", Next(nameof(Draft), When = nameof(IsHigh), AtMost = 2), Next(End.Completed)")]
    [InlineData(", Next(End.Completed)")]
    [InlineData(", Limit(\"Few\", PerDay = 5), Next(nameof(Draft), When = nameof(IsHigh)), Next(End.Completed)")]
    [InlineData(", OnFailure(Fallback, Retries = 9)")]
    public Task Bounded(string ways) => CheckAsync(Of(Ai("Draft"), Automated("Check", ways)));

    [Fact]
    public Task A_limit_that_counts_nothing_bounds_nothing() => CheckAsync(Of(Ai("Draft"), Automated("Check", $", Limit(\"Few\", When = nameof(IsShort)), {Back}")));

    [Fact]
    public Task The_way_outside_a_limit_is_not_counted() =>
        CheckAsync(Of(Ai("Draft"), Automated("Check", ", Limit(\"Few\", PerDay = 5, Else = {|SOP0403:nameof(Draft)|}), Next(End.Completed)")));

    [Fact]
    public Task A_person_in_it() => CheckAsync(Of(Ai("Draft"), Human("Read"), Automated("Check", $", {Unmarked(Back)}")));

    [Fact]
    public Task A_checkpoint_in_it() => CheckAsync(Of(Ai("Draft"), Checkpoint("Read", ", OnReject(nameof(Draft))")));

    [Fact]
    public Task A_wait_in_it() => CheckAsync(Of(Ai("Draft"), Wait("Read", ", After(Days = 1)"), Automated("Check", $", {Unmarked(Back)}")));

    [Fact]
    public Task A_loop_without_an_end_is_told_as_that() => AnalyzerRun.CheckAsync(Of(Ai("Draft", mark: "SOP0402"), Automated("Check", ", Next(nameof(Draft))")), [Rule, "SOP0402"]);

    [Fact]
    public Task Unless_that_rule_is_switched_off() => CheckAsync(
        SopProject.Of(Of(Ai("Draft"), Automated("Check", ", Next({|SOP0403:nameof(Draft)|})"))).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0402.severity = none"));

    [Fact]
    public Task Silent_while_a_way_is_being_typed() => CheckAsync(SopProject.Of(Of(Ai("Draft"), Automated("Check", $", {Unmarked(Back)}, OnFail"))).ThatDoesNotCompile());

    [Theory]
    [InlineData("", ", AtMost = 3")]
    [InlineData(", AtMost = 0", ", AtMost = 3")]
    public async Task Bounds_it(string before, string after)
    {
        var project = Of(Ai("Draft"), Automated("Check", $", Next(nameof(Draft), When = nameof(IsHigh){before}), Next(End.Completed)"));
        var fixedUp = await FixRun.ApplyAsync(project, Rule, "Go this way at most 3 times in a run");
        Assert.Contains($", Next(nameof(Draft), When = nameof(IsHigh){after}), Next(End.Completed)]", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_some_bounds_to_a_person()
    {
        SopProject project = Of(Ai("Draft"), Automated("Check", ", Next(nameof(Draft), When = nameof(IsHigh)), Next(End.Completed)"));
        Assert.Equal(
            ["Go this way at most once in a run", "Go this way at most 3 times in a run", "Go this way at most 10 times in a run"], await FixRun.TitlesAsync(project, Rule));
        await FixRun.AssertOnlyByHandAsync(project, Rule);
    }

    [Fact]
    public Task Offers_nothing_where_nothing_can_be_bounded() =>
        FixRun.AssertNoneOfferedAsync(Of(Ai("Draft"), Automated("Check", ", OnFailure(nameof(Draft)), Next(End.Completed)")), Rule);

    private static string Unmarked(string marked) => marked.Replace("{|SOP0403:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
