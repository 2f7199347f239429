using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class TimeoutLoopTests
{
    private const string Rule = "SOP0409";

    [Fact]
    public async Task Two_checkpoints()
    {
        var run = await CheckAsync(Of(
            Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Again)), Next(End.Completed)"),
            Checkpoint("Again", ", Due(Hours = 4), OnTimeout({|SOP0409:nameof(Review)|}), Next(End.Completed)")));
        Assert.Equal(
            "Review → Again → Review: while nobody acts, time-outs alone lead a run of 'Answer' round for ever: lead one of them to Fallback or to End.Escalated",
            run.Message(Rule));
        Assert.Equal(["Review", "Again"], run.Single(Rule).AlsoText());
    }

    [Theory]
    [InlineData("Checkpoint<Founder>(\"Review\")", "Task Review(Ticket ticket)")]
    [InlineData("HumanStep<Founder>(\"Review\")", "Task Review(Ticket ticket)")]
    [InlineData("WaitFor(\"An answer\")", "Task<Reply> Review()")]
    public async Task One_that_leads_to_itself(string kind, string method) => Assert.StartsWith(
        "Review → Review: ",
        (await CheckAsync(Of($"    [{kind}, Due(Hours = 4), OnTimeout({{|SOP0409:nameof(Review)|}}), Next(End.Completed)] public partial {method};"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task Three_steps() => Assert.StartsWith(
        "A → B → C → A: ",
        (await CheckAsync(Of(
            Checkpoint("A", ", Due(Hours = 4), OnTimeout(nameof(B)), Next(End.Completed)"),
            Human("B", ", Due(Hours = 4), OnTimeout(nameof(C)), Next(End.Completed)"),
            Checkpoint("C", ", Due(Hours = 4), OnTimeout({|SOP0409:nameof(A)|}), Next(End.Completed)")))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task A_wait_between_them_tells_nobody() => CheckAsync(Of(
        Wait("Pause", ", After(Days = 1)"),
        Checkpoint("Review", ", Due(Hours = 4), OnTimeout({|SOP0409:nameof(Pause)|})")));

    [Fact]
    public Task Reached_behind_other_steps() => CheckAsync(Of(
        Ai("Draft", ", Next(nameof(Late))"),
        Human("Late", ", Due(Days = 2), OnTimeout(nameof(Later)), Next(End.Completed)"),
        Human("Later", ", Due(Days = 2), OnTimeout({|SOP0409:nameof(Late)|})")));

    [Fact]
    public Task Silent_where_one_of_them_leads_out() => CheckAsync(Of(
        Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Again)), Next(End.Completed)"),
        Checkpoint("Again", ", Due(Hours = 4), OnTimeout(Fallback), OnReject(nameof(Review))")));

    [Fact]
    public Task Silent_where_somebody_is_reminded_on_the_way() => CheckAsync(Of(
        Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Remind)), Next(End.Completed)"),
        Automated("Remind", ", Next(nameof(Review))")));

    [Fact]
    public Task Silent_where_a_person_answers_on_the_way() => CheckAsync(Of(
        Human("Ask", ""),
        Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Ask))")));

    [Fact]
    public Task Silent_about_a_wait_that_asks_a_condition() => CheckAsync(Of(Wait("Pause", ", After(Days = 1), Next(nameof(Pause), When = nameof(IsHigh)), Next(End.Completed)")));

    [Fact]
    public Task Silent_about_steps_that_no_run_comes_to() => CheckAsync(Of(
        Human("Do", ", Next(End.Completed)"),
        Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Review))")));

    [Fact]
    public Task A_loop_of_machines_is_told_as_that() => AnalyzerRun.CheckAsync(
        Of(Ai("Draft", ", Due(Hours = 4), OnTimeout({|SOP0403:nameof(Draft)|})")), [Rule, "SOP0403"]);

    [Fact]
    public Task Work_that_slides_into_it_is_not_told_as_well() => AnalyzerRun.CheckAsync(
        Of(Human("Do"), Checkpoint("Review", ", Due(Hours = 4), OnTimeout({|SOP0409:nameof(Review)|}), Next(End.Completed)")), [Rule, "SOP0408"]);

    [Fact]
    public Task Silent_while_it_is_being_typed() => CheckAsync(
        SopProject.Of(Of(Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Review)), OnRej"))).ThatDoesNotCompile());

    [Fact]
    public async Task Leads_it_to_Fallback() => Assert.Contains(
        "OnTimeout(Fallback), Next(End.Completed)] public partial Task Again",
        (await FixRun.ApplyAsync(
            Of(
                Checkpoint("Review", ", Due(Hours = 4), OnTimeout(nameof(Again)), Next(End.Completed)"),
                Checkpoint("Again", ", Due(Hours = 4), OnTimeout(nameof(Review)), Next(End.Completed)")),
            Rule))["Sop.cs"],
        StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
