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
            "Draft → Check → Draft: 'Answer.Check' closes a loop without a person, a wait or an AtMost: "
            + "add AtMost to its [Next] to 'Draft', or put a person or a wait in",
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

    [Theory]
    [InlineData("int.MaxValue", "2147483647")]
    [InlineData("101", "101")]
    public async Task Retries_that_nobody_waits_for(string retries, string number) => Assert.Equal(
        $"'Answer.Draft' tries again {number} times before anybody hears that it failed: keep to 100 Retries at most",
        (await CheckAsync(Of(Ai("Draft", $", OnFailure(Fallback, Retries = {{|SOP0403:{retries}|}})")))).Message(Rule));

    [Fact]
    public async Task Rejects_without_an_end() => Assert.Equal(
        "'Answer.Read' may be rejected 2147483647 times in a run, which bounds nothing: keep to 100 at most",
        (await CheckAsync(Of(Ai("Draft"), Checkpoint("Read", ", OnReject(nameof(Draft), AtMost = {|SOP0403:int.MaxValue|})")))).Message(Rule));

    [Fact]
    public async Task A_count_that_bounds_no_loop_of_machines() => Assert.Equal(
        "Draft → Check → Draft: 'Answer.Check' closes a loop without a person, a wait or an AtMost that bounds it: "
        + "lower the AtMost of its [Next] to 'Draft', which is 2147483647, to 100 at most",
        (await CheckAsync(Of(Ai("Draft"), Automated("Check", ", Next({|SOP0403:nameof(Draft)|}, When = nameof(IsHigh), AtMost = int.MaxValue), Next(End.Completed)")))).Message(Rule));

    [Fact]
    public async Task A_count_that_no_run_comes_to() => Assert.Equal(
        "'Answer.Check' may go on to 'Draft' 2000000000 times in a run, which bounds nothing: give a number that a run can come to, or none",
        (await CheckAsync(Of(Ai("Draft"), Human("Read"), Automated("Check", ", Next(nameof(Draft), When = nameof(IsHigh), AtMost = {|SOP0403:2000000000|}), Next(End.Completed)")))).Message(Rule));

    [Fact]
    public Task A_limit_of_thousands_of_millions_a_day_bounds_nothing() =>
        CheckAsync(Of(Ai("Draft"), Automated("Check", $", Limit(\"Few\", PerDay = 2000000000), {Back}")));

    [Fact]
    public Task Silent_about_counts_that_a_run_may_come_to() => CheckAsync(Of(
        Ai("Draft", ", OnFailure(Fallback, Retries = 100)"),
        Checkpoint("Read", ", OnReject(nameof(Draft), AtMost = 100)"),
        Wait("Poll", ", After(Minutes = 1)"),
        Automated("Look", ", Next(nameof(Poll), When = nameof(IsHigh), AtMost = 1440), Next(nameof(Look), When = nameof(IsShort), AtMost = 100), Next(End.Completed)")));

    [Fact]
    public async Task Lowers_a_count_that_bounds_nothing() => Assert.Contains(
        "Next(nameof(Draft), When = nameof(IsHigh), AtMost = 3)",
        (await FixRun.ApplyAsync(Of(Ai("Draft"), Automated("Check", ", Next(nameof(Draft), When = nameof(IsHigh), AtMost = 5000), Next(End.Completed)")), Rule, "AddAtMost3"))["Sop.cs"],
        StringComparison.Ordinal);

    private static string Unmarked(string marked) => marked.Replace("{|SOP0403:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
