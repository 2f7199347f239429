using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class StuckLimitTests
{
    private const string Rule = "SOP0318";
    private const string Decide = """    [Checkpoint<Support>("Decide")] public partial Task Decide(Ticket ticket);""";

    [Fact]
    public async Task The_approved_one_comes_back_to_the_limit() => Assert.Equal(
        "Send (outside its limit) → Decide → Send: the [Limit] of 'Answer.Send' stops again what 'Decide' approved: lead the approval to a step without a [Limit]",
        (await CheckAsync(Send(mark: true), Back(Decide, "[Next(nameof(Send))]"))).Message(Rule));

    [Fact]
    public Task Over_a_step_in_between() => CheckAsync(
        Send(mark: true), Back(Decide, ""), """    [AutomatedStep("Prepare"), Next(nameof(Send))] public Task Prepare(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_where_the_approved_one_has_a_step_of_its_own() => CheckAsync(
        Send(), Back(Decide, ""), """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task SendApproved(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_where_the_limit_leads_to_the_manual_path() => CheckAsync(Decide, Send().Replace(", Else = nameof(Decide)", "", StringComparison.Ordinal));

    [Fact]
    public Task Silent_where_only_what_is_inside_comes_back() => CheckAsync(
        Send(), Back(Decide, "[Next(nameof(Send), When = nameof(IsHighValue)), Next(End.Completed)]"));

    [Fact]
    public Task Silent_where_a_person_only_works_on_it() => CheckAsync(
        Send().Replace("nameof(Decide)", "nameof(Correct)", StringComparison.Ordinal), """    [HumanStep<Support>("Correct it"), Next(nameof(Send))] public partial Task Correct(Ticket ticket);""");

    [Fact]
    public Task Silent_where_the_approval_is_taken_back() => CheckAsync(
        Send(),
        """    [Checkpoint<Support>("Decide"), OnReject(End.Rejected)] public partial Task Decide(Ticket ticket);""",
        """    [Checkpoint<Founder>("Look again"), OnReject(nameof(Send)), Next(End.Completed)] public partial Task Look(Ticket ticket);""");

    private static string Send(bool mark = false)
    {
        var limit = "Limit(\"Small\", When = nameof(IsHighValue), PerDay = 5, Else = nameof(Decide), Since = \"2026-09-14\")";
        return $"    [AutomatedStep(\"Send it\"), Writes<Helpdesk>(Impact.Customers), {(mark ? $"{{|{Rule}:{limit}|}}" : limit)}, Next(End.Completed)] public Task Send(Ticket ticket) => Task.CompletedTask;";
    }

    private static string Back(string step, string next) => next.Length == 0 ? step : step.Replace("    [", $"    {next} [", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), [Rule]);
}
