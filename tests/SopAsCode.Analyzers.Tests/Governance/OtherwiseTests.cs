using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class OtherwiseTests
{
    private const string Rule = "SOP0404";

    [Fact]
    public async Task One_condition_and_no_otherwise() => Assert.Equal(
        "'Answer.A' does not say where to go when the condition does not hold, so the run goes to Fallback: add a [Next(…)] without When as the last one",
        (await CheckAsync(Of(Human("A", ", {|SOP0404:Next(nameof(B), When = nameof(IsHigh))|}"), Human("B")))).Message(Rule));

    [Fact]
    public async Task Several_conditions_and_no_otherwise() => Assert.Contains(
        "when no condition holds",
        (await CheckAsync(Of(Human("A", ", Next(nameof(B), When = nameof(IsHigh)), {|SOP0404:Next(End.Completed, When = nameof(IsShort))|}"), Human("B")))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_entry_after_the_otherwise()
    {
        var run = await CheckAsync(Of(Human("A", ", Next(End.Completed), {|SOP0404:Next(nameof(B), When = nameof(IsHigh))|}"), Human("B")));
        Assert.Equal(
            "This [Next] of 'Answer.A' is never tried, because the one without When before it always wins: put the one without When last, or remove this one",
            run.Message(Rule));
        Assert.Single(run.Single(Rule).RelatedPlaces);
    }

    [Theory]
    [InlineData("", "leads to Fallback when AtMost is used up")]
    [InlineData(", Then = nameof(B)", "leads to its Then when AtMost is used up")]
    public async Task A_bounded_entry_without_condition_does_not_go_on_to_the_next_one(string then, string words) => Assert.Contains(
        words,
        (await CheckAsync(Of(Human("A", $", Next(nameof(A), AtMost = 2{then}), {{|SOP0404:Next(End.Completed)|}}"), Human("B")))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(", Next(nameof(B))")]
    [InlineData(", Next(nameof(B), When = nameof(IsHigh)), Next(End.Completed)")]
    [InlineData(", Next(nameof(B), AtMost = 1)")]
    public Task Said_as_it_should_be(string ways) => CheckAsync(Of(Human("A", ways), Human("B")));

    [Theory]
    [InlineData("Next(")]
    [InlineData("Next(nameof(B), When = )")]
    [InlineData("Nex(nameof(B))")]
    public Task Silent_while_it_is_being_typed(string typed) =>
        CheckAsync(SopProject.Of(Of(Human("A", $", Next(nameof(B), When = nameof(IsHigh)), {typed}"), Human("B"))).ThatDoesNotCompile());

    [Fact]
    public async Task No_other_rule_says_it_too() =>
        Assert.Equal([Rule], (await PlainRun.OfAsync(Of(Human("A", ", Next(nameof(B), When = nameof(IsHigh))"), Human("B")))).Findings.Select(finding => finding.Id).Where(id => id.StartsWith("SOP00", StringComparison.Ordinal) || id.StartsWith("SOP04", StringComparison.Ordinal)));

    [Theory]
    [InlineData(", Next(End.Completed), {|SOP0404:Next(nameof(B), When = nameof(IsHigh))|}")]
    [InlineData(", {|SOP0404:Next(End.Completed, When = nameof(IsHigh))|}")]
    [InlineData(", {|SOP0404:Next(nameof(A), When = nameof(IsHigh))|}")]
    [InlineData(", Next(nameof(A)), {|SOP0404:Next(nameof(B), When = nameof(IsHigh))|}")]
    public Task What_follows_from_it_is_not_said_too(string ways) => AnalyzerRun.CheckAsync(Of(Human("A", ways), Human("B")), [Rule, "SOP0401", "SOP0402"]);

    [Fact]
    public Task But_where_the_rule_is_switched_off_it_is() => AnalyzerRun.CheckAsync(
        SopProject.Of(Of(Human("A", ", Next(End.Completed, When = nameof(IsHigh))"), Human("B", ", Next(nameof(B), When = nameof(IsHigh))", "SOP0401")))
            .WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0404.severity = none"),
        ["SOP0401", "SOP0402"]);

    [Theory]
    [InlineData("Otherwise go to Fallback, as today", "Fallback")]
    [InlineData("Otherwise go on to 'B'", "nameof(B)")]
    public async Task Adds_the_otherwise(string title, string to)
    {
        const string before = "    [HumanStep<Support>(\"A\")]\n    [Next(nameof(B), When = nameof(IsHigh))]\n";
        var fixedUp = await FixRun.ApplyAsync(Of(before + "    public partial Task A(Ticket ticket);", Human("B")), Rule, title);
        Assert.Contains($"{before}    [Next({to})]\n    public partial Task A(Ticket ticket);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_step_the_run_ends()
    {
        var fixedUp = await FixRun.ApplyAsync(Of(Human("A"), Human("B", ", Next(nameof(A), When = nameof(IsHigh))")), Rule, "Otherwise end the run completed");
        Assert.Contains("Next(nameof(A), When = nameof(IsHigh))] [Next(End.Completed)] public", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_no_way_that_misses_a_value_or_an_approval() => Assert.Equal(
        ["Otherwise go to Fallback, as today"],
        await FixRun.TitlesAsync(
            Of(
                Human("Start", ", Next(nameof(A))"),
                Ai("Draft", ", Next(nameof(Send))"),
                Human("A", ", Next(nameof(Draft), When = nameof(IsHigh))"),
                "    [HumanStep<Support>(\"Send\")] public partial Task Send(Reply reply);"),
            Rule));

    [Fact]
    public async Task Puts_it_last()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Of(Human("A", ", Next(End.Completed), Next(nameof(B), When = nameof(IsHigh)), Next(nameof(A), When = nameof(IsShort))"), Human("B")), Rule, "Put the one without When last");
        Assert.Contains(", Next(nameof(B), When = nameof(IsHigh)), Next(nameof(A), When = nameof(IsShort)), Next(End.Completed)]", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Next(End.Completed)] [Next(nameof(A), When = nameof(IsHigh)), Next(nameof(A), When = nameof(IsShort))] public", "[Next(End.Completed)]  public")]
    [InlineData("[Next(End.Completed), Next(nameof(A), When = nameof(IsHigh))] public", "[Next(End.Completed)] public")]
    [InlineData("[Next(End.Completed), Next(nameof(A)), Next(nameof(A), When = nameof(IsHigh))] public", "[Next(End.Completed)] public")]
    [InlineData("[Next(End.Completed)]\n    [Next(nameof(A))]\n    [Next(nameof(A), When = nameof(IsHigh))]\n    public", "[Next(End.Completed)]\n    public")]
    public async Task Removes_what_is_never_tried(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Of($"    [HumanStep<Support>(\"A\")] {before} partial Task A(Ticket ticket);"), Rule, "Remove what is never tried");
        Assert.Contains($"    [HumanStep<Support>(\"A\")] {after} partial Task A(Ticket ticket);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_without_a_condition_can_not_both_be_last() =>
        Assert.Equal(["Remove what is never tried"], await FixRun.TitlesAsync(Of(Human("A", ", Next(End.Completed), Next(nameof(A))")), Rule));

    [Fact]
    public async Task Adds_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(
            Of(Human("A", ", Next(nameof(B), When = nameof(IsHigh))"), Human("B", ", Next(nameof(A), When = nameof(IsShort))")), Rule, fix: "Otherwise go to Fallback, as today");
        Assert.Equal(2, fixedUp["Sop.cs"].Split("[Next(Fallback)]").Length - 1);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
