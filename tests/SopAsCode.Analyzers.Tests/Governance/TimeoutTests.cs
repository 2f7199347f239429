using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class TimeoutTests
{
    private const string Rule = "SOP0311";
    private const string Review = """    [Checkpoint<Support>("Review"), Due(Hours = 1), OnTimeout({0})] public partial Task Review(Ticket ticket);""";
    private const string Send = """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Next(End.Escalated)] public Task Send(Ticket ticket) => Task.CompletedTask;""";
    private const string Note = """    [AutomatedStep("Note it"), Next({0})] public Task Note(Ticket ticket) => Task.CompletedTask;""";
    private const string Person = """    [HumanStep<Support>("Do it")] public partial Task Person(Ticket ticket);""";

    [Fact]
    public async Task Silence_writes()
    {
        var run = await CheckAsync(With(Review, "{|SOP0311:nameof(Note)|}"), Send, With(Note, "nameof(Send)"));
        Assert.Equal(
            "Review → Note → Send: when nobody answers 'Answer.Review' in time, 'Send' writes to 'Helpdesk' all the same: lead [OnTimeout] to a person or to Fallback",
            run.Message(Rule));
        Assert.Equal(["Review", "Note", "Send"], run.Single(Rule).AlsoText());
    }

    [Fact]
    public async Task Silence_completes() => Assert.Equal(
        "Review → Completed: when nobody answers 'Answer.Review' in time, the run counts as completed: lead [OnTimeout] to a person or to Fallback",
        (await CheckAsync(With(Review, "{|SOP0311:End.Completed|}"), Person)).Message(Rule));

    [Theory]
    [InlineData("nameof(Person)")]
    [InlineData("nameof(Review)")]
    [InlineData("Fallback")]
    [InlineData("End.Escalated")]
    [InlineData("End.Rejected")]
    [InlineData("nameof(Note)")]
    public Task Silent_where_a_person_comes_first(string target) => CheckAsync(With(Review, target), With(Note, "nameof(Person)"), Person);

    [Fact]
    public Task Silent_about_a_step_that_is_no_checkpoint() =>
        CheckAsync("""    [WaitFor("The answer"), Due(Days = 1), OnTimeout(End.Completed)] public partial Task Wait(Ticket ticket);""", Person);

    [Fact]
    public Task Silent_where_another_SOP_takes_over() => CheckAsync(
        With(Review, "nameof(Pass)"), Person, """    [Handoff<Other>("Pass it on")] public partial Task Pass(Ticket ticket);""");

    [Fact]
    public Task Silent_inside_a_limit_that_says_all() => CheckAsync(
        With(Review, "nameof(Send)"), Send.Replace("Next(", "Limit(\"Some\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-01\"), Next(", StringComparison.Ordinal));

    [Fact]
    public Task Silent_about_a_step_that_is_never_reached() => CheckAsync(Person.Replace("] public", ", Next(End.Completed)] public", StringComparison.Ordinal), With(Review, "End.Completed"));

    [Fact]
    public Task Silent_while_half_typed() => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Sop(With(Review, "nameof("), Send)), [Rule]);

    [Fact]
    public async Task Leads_to_the_manual_path()
    {
        var fixedUp = await FixRun.ApplyAsync(Sop(With(Review, "End.Completed"), Person), Rule);
        Assert.Equal(Sop(With(Review, "Fallback"), Person), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Leads_all_of_them_there()
    {
        var other = With(Review, "nameof(Send)").Replace("Review", "Again", StringComparison.Ordinal);
        var fixedUp = await FixRun.ApplyAllAsync(Sop(With(Review, "End.Completed"), other, Send), Rule);
        Assert.Equal(3, fixedUp["Sop.cs"].Split("OnTimeout(Fallback)").Length);
    }

    private static string With(string step, string target) => step.Replace("{0}", target, StringComparison.Ordinal);

    private static string Sop(params string[] steps) =>
        Govern.Sop(steps) + "\n\n[Sop(\"Other\")] public partial class Other : Sop<Ticket> { [HumanStep<Support>(\"Do it\")] public partial Task DoIt(); }";

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Sop(steps), [Rule]);
}
