using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class ReworkTests
{
    private const string Rule = "SOP0410";

    [Fact]
    public async Task Back_to_the_AI() => Assert.Equal(
        "Read → Draft → Read: 'Answer.Read' may send the work of an AI back any number of times: add AtMost to its [OnReject], and Then with who does it by hand",
        (await CheckAsync(Of(Ai("Draft"), Checkpoint("Read", ", OnReject({|SOP0410:nameof(Draft)|})")))).Message(Rule));

    [Fact]
    public Task Back_to_code_before_the_AI() => CheckAsync(Of(Automated("Look"), Ai("Draft"), Checkpoint("Read", ", OnReject({|SOP0410:nameof(Look)|})")));

    [Theory]
    [InlineData("Draft", "Read → Draft → Read: ")]
    [InlineData("Redo", "Read → Redo → Draft → Read: ")]
    public async Task Back_behind_the_count_too(string then, string way) => Assert.Equal(
        $"{way}'Answer.Read' may send the work of an AI back any number of times: lead Then, behind its AtMost, to who does it by hand",
        (await CheckAsync(Of(
            Ai("Draft"),
            Checkpoint("Read", $", OnReject(nameof(Draft), AtMost = 3, Then = {{|SOP0410:nameof({then})|}}), Next(End.Completed)"),
            Automated("Redo", ", Next(nameof(Draft))")))).Message(Rule));

    [Theory]
    [InlineData(", OnReject(nameof(Draft), AtMost = 2, Then = nameof(Write)), Next(End.Completed)")]
    [InlineData(", OnReject(nameof(Draft), AtMost = 2, Then = Fallback), Next(End.Completed)")]
    [InlineData(", OnReject(nameof(Draft), AtMost = 2, Then = End.Escalated), Next(End.Completed)")]
    public Task Silent_where_a_person_does_it_behind_the_count(string reject) => CheckAsync(Of(Ai("Draft"), Checkpoint("Read", reject), Human("Write", ", Next(nameof(Read))")));

    [Theory]
    [InlineData(", OnReject(nameof(Draft), AtMost = 2)")]
    [InlineData(", OnReject(End.Rejected)")]
    [InlineData(", OnReject(Fallback)")]
    [InlineData("")]
    public Task Silent_where_it_ends(string reject) => CheckAsync(Of(Ai("Draft"), Checkpoint("Read", reject)));

    [Fact]
    public Task Silent_where_a_person_does_it_again() => CheckAsync(Of(Human("Write"), Checkpoint("Read", ", OnReject(nameof(Write))")));

    [Fact]
    public Task Silent_where_a_person_is_on_the_way_back() => CheckAsync(Of(Ai("Draft"), Human("Rewrite"), Checkpoint("Read", ", OnReject(nameof(Draft))")));

    [Fact]
    public Task Silent_where_a_count_bounds_the_way_back() => CheckAsync(Of(
        Ai("Draft", ", Next(nameof(Read), AtMost = 3, Then = nameof(Write))"), Checkpoint("Read", ", OnReject(nameof(Draft)), Next(End.Completed)"), Human("Write")));

    [Fact]
    public Task Silent_where_a_reject_leads_past_it() => CheckAsync(Of(Ai("Draft"), Checkpoint("Read", ", OnReject(nameof(Other)), Next(End.Completed)"), Ai("Other")));

    [Fact]
    public Task Silent_while_it_is_being_typed() => CheckAsync(SopProject.Of(Of(Ai("Draft"), Checkpoint("Read", ", OnReject(nameof(Draft)), Du"))).ThatDoesNotCompile());

    [Fact]
    public async Task Bounds_it() => Assert.Contains(
        ", OnReject(nameof(Draft), AtMost = 3)]",
        (await FixRun.ApplyAsync(Of(Ai("Draft"), Checkpoint("Read", ", OnReject(nameof(Draft))")), Rule, "AddAtMost3"))["Sop.cs"],
        StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
