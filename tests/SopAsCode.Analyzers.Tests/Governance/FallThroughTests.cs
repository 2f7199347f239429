using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class FallThroughTests
{
    private const string Rule = "SOP0408";

    [Fact]
    public async Task A_success_that_slides_into_the_exception()
    {
        var run = await CheckAsync(Of(Automated("Send", ", OnFailure(nameof(ByHand))", Rule), Human("ByHand")));
        Assert.Equal(
            "'Answer.Send' slides into 'ByHand', which [OnFailure] of 'Send' names for what goes wrong: "
            + "write [Next(nameof(ByHand))] if meant, else another [Next]",
            run.Message(Rule));
        Assert.Single(run.Single(Rule).RelatedPlaces);
    }

    [Fact]
    public Task Whichever_step_names_it() => CheckAsync(Of(Automated("Fetch", ", OnFailure(nameof(ByHand))"), Automated("Send", mark: Rule), Human("ByHand")));

    [Fact]
    public Task A_time_out_names_it() => CheckAsync(Of(Human("Send", ", Due(Days = 1), OnTimeout(nameof(ByHand))", Rule), Human("ByHand")));

    [Fact]
    public Task Silent_where_the_time_out_is_what_is_wrong() => CheckAsync(Of(
        Checkpoint("Read", ", Due(Days = 1), OnTimeout(nameof(Send))"), Automated("Send", ", Writes<Helpdesk>(Impact.Customers)")));

    [Fact]
    public Task A_limit_names_it() => CheckAsync(Of(Automated("Send", ", Limit(\"Few\", PerDay = 1, Else = nameof(ByHand))", Rule), Human("ByHand")));

    [Fact]
    public Task A_count_of_rejects_names_it() => CheckAsync(Of(
        Automated("Draft"), Checkpoint("Read", ", OnReject(nameof(Draft), AtMost = 1, Then = nameof(ByHand))", Rule), Human("ByHand")));

    [Fact]
    public Task A_count_names_it() => CheckAsync(Of(
        Human("Read", ", Next(nameof(Send), AtMost = 1, Then = nameof(ByHand))"), Human("Send", mark: Rule), Human("ByHand")));

    [Theory]
    [InlineData(", OnFailure(nameof(ByHand)), Next(nameof(ByHand))")]
    [InlineData(", OnFailure(nameof(ByHand)), Next(End.Completed)")]
    [InlineData(", OnFailure(Fallback)")]
    [InlineData("")]
    public Task Said_or_not_meant_for_what_goes_wrong(string ways) => CheckAsync(Of(Automated("Send", ways), Human("ByHand")));

    [Fact]
    public Task A_reject_alone_is_no_exception() => CheckAsync(Of(Checkpoint("Read", ", OnReject(nameof(ByHand))"), Human("ByHand")));

    [Fact]
    public Task Silent_about_a_step_that_no_run_comes_to() => CheckAsync(Of(
        Automated("Send", ", OnFailure(nameof(ByHand)), Next(End.Completed)"), Human("Lost"), Human("ByHand")));

    [Theory]
    [InlineData("Nex(End.Completed)")]
    [InlineData("Next(End.Compl)")]
    public Task Silent_while_it_is_being_typed(string typed) =>
        CheckAsync(SopProject.Of(Of(Automated("Send", $", OnFailure(nameof(ByHand)), {typed}"), Human("ByHand"))).ThatDoesNotCompile());

    [Theory]
    [InlineData("Go on to 'ByHand', as today", "nameof(ByHand)")]
    [InlineData("End the run completed", "End.Completed")]
    public async Task Writes_the_next(string title, string to)
    {
        var fixedUp = await FixRun.ApplyAsync(Of("    [AutomatedStep(\"Send\")]\n    [OnFailure(nameof(ByHand))]\n    public Task Send(Ticket ticket) => Task.CompletedTask;", Human("ByHand")), Rule, title);
        Assert.Contains($"    [OnFailure(nameof(ByHand))]\n    [Next({to})]\n    public Task Send", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(
            Of(Automated("A", ", OnFailure(nameof(B))"), Automated("B", ", OnFailure(nameof(C))"), Human("C")), Rule, fix: "End the run completed");
        Assert.Equal(2, fixedUp["Sop.cs"].Split("[Next(End.Completed)]").Length - 1);
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
