using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class UnreachableStepTests
{
    private const string Rule = "SOP0401";

    [Fact]
    public async Task A_step_that_nothing_leads_to() => Assert.Equal(
        "No run comes to 'Answer.B', because no way from 'A' leads to it: lead one there with [Next(nameof(B))], or remove it",
        (await CheckAsync(Of(Human("A", ", Next(End.Completed)"), Human("B", mark: Rule)))).Message(Rule));

    [Fact]
    public async Task What_is_behind_it_is_told_with_it()
    {
        var run = await CheckAsync(Of(Human("A", ", Next(nameof(E))"), Human("B", ", Next(End.Completed)"), Human("C", mark: Rule), Human("D", ", Next(nameof(B))"), Human("E")));
        Assert.Equal("No run comes to 'Answer.C', because no way from 'A' leads to it, nor to 'B' or 'D' behind it: lead one there with [Next(nameof(C))], or remove it", run.Message(Rule));
        Assert.Equal(2, run.Single(Rule).RelatedPlaces.Count);
    }

    [Fact]
    public async Task Steps_that_lead_only_to_each_other() => Assert.Contains(
        "nor to 'C' behind it",
        (await CheckAsync(Of(Human("A", ", Next(End.Completed)"), Human("B", mark: Rule), Human("C", ", Next(nameof(B))")))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Two_that_have_nothing_to_do_with_each_other_are_two() =>
        CheckAsync(Of(Human("A", ", Next(End.Completed)"), Human("B", ", Next(End.Completed)", Rule), Human("C", mark: Rule)));

    [Theory]
    [InlineData(", Next(nameof(B), When = nameof(IsHigh)), Next(End.Completed)")]
    [InlineData(", Next(End.Completed, AtMost = 1, Then = nameof(B))")]
    [InlineData(", Next(End.Completed), Due(Days = 1), OnTimeout(nameof(B))")]
    [InlineData("")]
    public Task A_step_that_any_stated_way_leads_to(string ways) => CheckAsync(Of(Human("A", ways), Human("B")));

    [Theory]
    [InlineData(", OnFailure(nameof(B)), Next(End.Completed)")]
    [InlineData(", Limit(\"Few\", PerDay = 3, Else = nameof(B)), Next(End.Completed)")]
    public Task A_step_that_an_exception_leads_to(string ways) => CheckAsync(Of(Automated("A", ways), Human("B")));

    [Theory]
    [InlineData(", OnReject(nameof(B)), Next(End.Completed)")]
    [InlineData(", OnReject(End.Rejected, AtMost = 1, Then = nameof(B)), Next(End.Completed)")]
    public Task A_step_that_a_reject_leads_to(string ways) => CheckAsync(Of(Checkpoint("A", ways), Human("B")));

    [Theory]
    [InlineData("Nex(nameof(B))")]
    [InlineData("Next(nameof(C))")]
    [InlineData("Next()")]
    [InlineData("Due(Days = )")]
    public Task Silent_while_a_way_is_being_typed(string typed) =>
        CheckAsync(SopProject.Of(Of(Human("A", $", Next(End.Completed), {typed}"), Human("B"))).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_an_idea() => CheckAsync(In("Idea", Of(Human("A", ", Next(End.Completed)"), Human("B"))));

    [Fact]
    public Task The_rules_that_follow_ways_keep_quiet_about_it() => AnalyzerRun.CheckAsync(
        Of(
            Human("A", ", Next(End.Completed)"),
            Ai("Draft"),
            "    [AutomatedStep(\"Send\"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply, Invoice invoice) => Task.CompletedTask;",
            Ai("Again", ", Next(nameof(Again))")),
        ["SOP0007", "SOP0201", "SOP0301", "SOP0314", "SOP0402", "SOP0403", "SOP0408"]);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
