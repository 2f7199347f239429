using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class NoEndTests
{
    private const string Rule = "SOP0402";

    [Fact]
    public async Task Steps_that_lead_only_to_each_other()
    {
        var run = await CheckAsync(Of(Human("Start"), Human("Ask", mark: Rule), Wait("Hear", ", Next(nameof(Ask))")));
        Assert.Equal(
            "Ask → Hear → Ask: a run that comes to 'Answer.Ask' never ends, because no stated way leads on: lead a step to one outside, to an end or to Fallback",
            run.Message(Rule));
        Assert.Equal(2, run.Single(Rule).RelatedPlaces.Count);
    }

    [Fact]
    public Task A_step_that_leads_to_itself() => CheckAsync(Of(Human("A", ", Next(nameof(A))", Rule)));

    [Fact]
    public Task A_limit_that_is_left_for_the_manual_path() => CheckAsync(Of(
        "    [AutomatedStep(\"A\"), Limit(\"Ten a day\", PerDay = 10)] public Task A(Ticket ticket) => Task.CompletedTask;", Wait("B", ", After(Hours = 1), Next(nameof(A))")));

    [Fact]
    public async Task That_too_many_rejects_go_to_the_manual_path_is_no_end_of_work_that_goes_well() => Assert.Contains(
        "A → A: a run that comes to 'Answer.A' never ends, because only too many rejects lead on:",
        (await CheckAsync(Of(Checkpoint("A", ", Next(nameof(A)), OnReject(nameof(A), AtMost = 2)", Rule)))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Two_of_them_are_two() => CheckAsync(Of(
        Human("A", ", Next(nameof(B), When = nameof(IsHigh)), Next(nameof(C))"), Human("B", ", Next(nameof(B))", Rule), Human("C", ", Next(nameof(C))", Rule)));

    [Theory]
    [InlineData(", Next(End.Completed, When = nameof(IsHigh)), Next(nameof(A))")]
    [InlineData(", Next(nameof(A), AtMost = 3, Then = End.Escalated)")]
    [InlineData(", Next(nameof(A), AtMost = 3, Then = Fallback)")]
    [InlineData(", Next(nameof(A), AtMost = 3)")]
    [InlineData(", Next(nameof(A)), Due(Days = 3), OnTimeout(Fallback)")]
    [InlineData("")]
    public Task A_stated_way_to_an_end_or_to_the_manual_path(string ways) => CheckAsync(Of(Human("A", ways)));

    [Fact]
    public async Task That_a_failure_goes_to_the_manual_path_is_so_anyhow() => Assert.Contains(
        "A → B → A: a run that comes to 'Answer.A' never ends, because only a failure leads on:",
        (await CheckAsync(Of(Human("A", mark: Rule), Automated("B", ", OnFailure(Fallback), Next(nameof(A))")))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("OnFailure(End.Cancelled)")]
    [InlineData("OnFailure(nameof(C))")]
    public Task A_failure_that_leads_elsewhere_is_an_end(string failure) =>
        CheckAsync(Of(Human("A"), Automated("B", $", {failure}, Next(nameof(A))"), Human("C")));

    [Fact]
    public Task A_checkpoint_can_end_the_run() => CheckAsync(Of(Checkpoint("A", ", Next(nameof(A))")));

    [Fact]
    public Task But_not_when_its_reject_leads_back() => CheckAsync(Of(Checkpoint("A", ", Next(nameof(A)), OnReject(nameof(A))", Rule)));

    [Theory]
    [InlineData("Nex(End.Completed)")]
    [InlineData("Next(End.Complet)")]
    public Task Silent_while_a_way_is_being_typed(string typed) => CheckAsync(SopProject.Of(Of(Human("A", $", {typed}, Next(nameof(A))"))).ThatDoesNotCompile());

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
