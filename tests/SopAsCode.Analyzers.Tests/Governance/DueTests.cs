using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class DueTests
{
    private const string Rule = "SOP0310";

    [Theory]
    [InlineData("Checkpoint", """[Checkpoint<Support>("Look")] public partial Task {|SOP0310:Do|}(Ticket ticket);""")]
    [InlineData("Wait", """[WaitFor("The answer")] public partial Task<Reply> {|SOP0310:Do|}(Ticket ticket);""")]
    [InlineData("Outside automation", """[AutomatedStep("Print it")] public partial Task {|SOP0310:Do|}(Ticket ticket);""")]
    [InlineData("Hand-off", """[Handoff<Other>("Pass it on", Wait = true)] public partial Task {|SOP0310:Do|}(Ticket ticket);""")]
    public async Task What_waits_without_a_time(string what, string step) =>
        Assert.Equal($"{what} 'Answer.Do' has no [Due], so nobody is told when it takes too long: add [Due(…)] with days, hours or minutes", (await CheckAsync(step)).Message(Rule));

    [Theory]
    [InlineData("""[Checkpoint<Support>("Look"), OnTimeout({|SOP0310:Fallback|})] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[HumanStep<Support>("Do it"), OnTimeout({|SOP0310:End.Escalated|})] public partial Task Do(Ticket ticket);""")]
    public async Task A_time_out_without_a_time(string step) => Assert.Equal(
        "'Answer.Do' says with [OnTimeout] where a run goes when the time is up, but no [Due] says when that is: add [Due(…)] with days, hours or minutes", (await CheckAsync(step)).Message(Rule));

    [Theory]
    [InlineData("""[Checkpoint<Support>("Look"), Due(Hours = 2)] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[WaitFor("A week"), After(Days = 7)] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[HumanStep<Support>("Do it")] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[HumanStep<Support>("Do it"), Due(Days = 1), OnTimeout(Fallback)] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[AutomatedStep("Print it")] public Task Do(Ticket ticket) => Task.CompletedTask;""")]
    [InlineData("""[AutomatedStep("Print it")] public partial Task Do(Ticket ticket); public partial Task Do(Ticket ticket) => Task.CompletedTask;""")]
    [InlineData("""[Handoff<Other>("Pass it on")] public partial Task Do(Ticket ticket);""")]
    public Task Silent_where_there_is_a_time_or_nothing_waits(string step) => CheckAsync(step);

    [Theory]
    [InlineData("""[Checkpoint<Support>("Look"), Due(Hours = )] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[Checkpoint<Support>("Look"), Du] public partial Task Do(Ticket ticket);""")]
    public Task Silent_while_half_typed(string step) => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Sop(step)), [Rule]);

    [Theory]
    [InlineData("[Checkpoint<Support>(\"Look\")]\n    public", "[Checkpoint<Support>(\"Look\")]\n    [Due(Days = 1)]\n    public")]
    [InlineData("[Checkpoint<Support>(\"Look\")] public", "[Checkpoint<Support>(\"Look\")] [Due(Days = 1)] public")]
    [InlineData("[Checkpoint<Support>(\"Look\")]\n    [Checklist(\"It\")]\n    [OnReject(End.Rejected)]\n    public", "[Checkpoint<Support>(\"Look\")]\n    [Checklist(\"It\")]\n    [Due(Days = 1)]\n    [OnReject(End.Rejected)]\n    public")]
    [InlineData("[Checkpoint<Support>(\"Look\")]\n    [OnTimeout(Fallback)]\n    public", "[Checkpoint<Support>(\"Look\")]\n    [Due(Days = 1)]\n    [OnTimeout(Fallback)]\n    public")]
    public async Task Adds_a_day(string before, string after)
    {
        const string rest = " partial Task Do(Ticket ticket);";
        var fixedUp = await FixRun.ApplyAsync(Sop(before + rest), Rule, "Make it due after a day");
        Assert.Equal(Sop(after + rest), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Offers_some_times() => Assert.Equal(
        ["Make it due after 4 hours", "Make it due after a day", "Make it due after a week"], await FixRun.TitlesAsync(Sop("[WaitFor(\"It\")]\n    public partial Task Wait();"), Rule));

    [Fact]
    public Task Only_a_person_chooses_the_time() => FixRun.AssertOnlyByHandAsync(Sop("[WaitFor(\"It\")]\n    public partial Task Wait();"), Rule);

    [Theory]
    [InlineData("""[Checkpoint<Support>("Look"), {|SOP0310:Due(Days = 36500)|}] public partial Task Do(Ticket ticket);""", "[Due] of 'Answer.Do' is 36500 days, so nobody is told in time: keep to 366 days at most")]
    [InlineData("""[HumanStep<Support>("Look"), {|SOP0310:Due(Hours = 24 * 400)|}] public partial Task Do(Ticket ticket);""", "[Due] of 'Answer.Do' is 400 days, so nobody is told in time: keep to 366 days at most")]
    [InlineData("""[AiStep<Writer>("Look"), Prompt("{ticket.Body}"), {|SOP0310:Due(Minutes = 2000000)|}] public partial Task Do(Ticket ticket);""", "[Due] of 'Answer.Do' is 1388 days 21 hours 20 minutes, so nobody is told in time: keep to 366 days at most")]
    [InlineData("""[AutomatedStep("Look"), {|SOP0310:Due(Days = 300, Hours = 24 * 67)|}] public partial Task Do(Ticket ticket);""", "[Due] of 'Answer.Do' is 367 days, so nobody is told in time: keep to 366 days at most")]
    [InlineData("""[WaitFor("The answer"), {|SOP0310:Due(Days = 36500)|}] public partial Task<Reply> Do(Ticket ticket);""", "[Due] of 'Answer.Do' is 36500 days, so nobody is told in time: keep to 10980 days at most")]
    [InlineData("""[WaitFor("A century"), {|SOP0310:After(Days = 36500)|}] public partial Task Do(Ticket ticket);""", "[After] of 'Answer.Do' is 36500 days, so nobody here sees what comes after it: keep to 10980 days at most")]
    public async Task A_time_that_nobody_lives_to_see(string step, string message) => Assert.Equal(message, (await CheckAsync(step)).Message(Rule));

    [Fact]
    public async Task A_time_of_a_whole_run_and_of_a_task_that_comes_again_that_nobody_lives_to_see()
    {
        Assert.Equal(
            "[Due] of SOP 'Answer' is 36500 days, so nobody is told in time: keep to 10980 days at most",
            (await OfRunAsync("{|SOP0310:Due(Days = 36500)|}")).Message(Rule));
        Assert.Equal(
            "[Meanwhile] of 'Answer.Do' asks again after 1491308 days 2 hours 7 minutes, which is never: keep to 366 days at most",
            (await CheckAsync("""[HumanStep<Support>("Look"), Meanwhile<Founder>("Stand by", Every = {|SOP0310:int.MaxValue|})] public partial Task Do(Ticket ticket);""")).Message(Rule));
        await OfRunAsync("Due(Days = 3650)");
        await CheckAsync("""[HumanStep<Support>("Look"), Meanwhile<Founder>("Stand by", Every = 60 * 24 * 30)] public partial Task Do(Ticket ticket);""");
    }

    [Theory]
    [InlineData("""[Checkpoint<Support>("Look at the year"), Due(Days = 366)] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[WaitFor("A claim of warranty"), Due(Days = 730)] public partial Task<Reply> Do(Ticket ticket);""")]
    [InlineData("""[Handoff<Other>("Have it delivered", Wait = true), Due(Days = 900)] public partial Task Do(Ticket ticket);""")]
    [InlineData("""[WaitFor("The papers are ten years old"), After(Days = 3653)] public partial Task Do(Ticket ticket);""")]
    public Task Silent_about_the_years_that_business_takes(string step) => CheckAsync(step);

    private static string Sop(string step) =>
        Govern.Sop("    " + step) + "\n\n[Sop(\"Other\")] public partial class Other : Sop<Ticket> { [HumanStep<Support>(\"Do it\")] public partial Task DoIt(); }";

    private static Task<AnalyzerRun> OfRunAsync(string due) => AnalyzerRun.CheckAsync(
        Sop("""[HumanStep<Support>("Look")] public partial Task Do(Ticket ticket);""").Replace("[Sop(\"Answer", $"[{due}, Sop(\"Answer", StringComparison.Ordinal), [Rule]);

    private static Task<AnalyzerRun> CheckAsync(string step) => AnalyzerRun.CheckAsync(Sop(step), [Rule]);
}
