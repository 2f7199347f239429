using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Times that a method says.</summary>
public sealed class TimesTests
{
    private static readonly string[] Rules = [.. Shape.Rules, "SOP0310", "SOP0412"];

    [Theory]
    [InlineData("private static TimeSpan By(Ticket ticket) => TimeSpan.FromHours(ticket.HighValue ? 1 : 8);")]
    [InlineData("private static DateTimeOffset By(Ticket ticket, Began began) => began.At.AddHours(ticket.Body.Length);")]
    [InlineData("public static DateTimeOffset By(Began began) => began.At.AddDays(3);")]
    [InlineData("static TimeSpan By(Ticket ticket, Triage? triage) => TimeSpan.FromHours(triage?.Urgency ?? 1);")]
    public Task Silent(string method) => CheckAsync($"[Time(\"by priority\")] {method}");

    [Theory]
    [InlineData("private {|SOP0006:int|} By(Ticket ticket) => 1;", "Time 'Answer.By' must return TimeSpan, counted from when the step began, or DateTimeOffset, never null and without await")]
    [InlineData("private static {|SOP0006:TimeSpan?|} By(Ticket ticket) => null;", "Time 'Answer.By' must return TimeSpan, counted from when the step began, or DateTimeOffset, never null and without await")]
    [InlineData("private TimeSpan {|SOP0006:By|}(Ticket ticket) => default;", "Time 'Answer.By' must be static: it reads the data of the run and nothing else")]
    [InlineData("private static TimeSpan By({|SOP0006:CancellationToken cancel|}) => default;", "Parameter 'cancel' of time 'Answer.By' is no data of the run: remove it, only a step with a body takes it")]
    [InlineData("private static TimeSpan By({|SOP0007:Reply reply|}) => default;", "'Answer.By' reads 'Reply', which does not exist when a run starts: let an earlier step return it, or take a service through the constructor")]
    [InlineData("private static DateTimeOffset By() => {|SOP0412:DateTimeOffset.UtcNow|}.AddDays(1);", "Time 'Answer.By' reads the clock ('DateTimeOffset.UtcNow'), so its answer may change: let a step find that out before, and ask its value")]
    public async Task A_method_that_says_none(string method, string message)
    {
        method = method.StartsWith("private {|", StringComparison.Ordinal) ? method.Replace("private {|", "private static {|", StringComparison.Ordinal) : method;
        Assert.Equal(message, Assert.Single((await CheckAsync($"[Time(\"by priority\")] {method}")).Findings).Message);
    }

    [Theory]
    [InlineData("Due(By = {|SOP0003:\"Bi\"|})", "By in [Due] of 'Answer.Look' asks 'Bi', but no method of that name has [Time(\"…\")]: is nameof(By) meant?")]
    [InlineData("Due(By = {|SOP0003:nameof(IsNew)|})", "By in [Due] of 'Answer.Look' asks 'IsNew', which is a condition: name a method with [Time(\"…\")]")]
    [InlineData("Due(By = {|SOP0003:nameof(Look)|})", "By in [Due] of 'Answer.Look' asks 'Look', which is a step: name a method with [Time(\"…\")]")]
    [InlineData("Due(Hours = 4, By = {|SOP0005:nameof(By)|})", "[Due] of 'Answer.Look' gives a time and asks 'By' for another one: keep one of the two")]
    public async Task A_reference_to_none(string due, string message) =>
        Assert.Equal(message, Assert.Single((await CheckAsync("[Time(\"by priority\")] private static TimeSpan By(Ticket ticket) => default;", due)).Findings).Message);

    [Fact]
    public async Task A_reference_to_a_condition_among_others() => Assert.Equal(
        "By in [Due] of 'Answer.Look' asks 'IsNew', which is a condition: name a method with [Time(\"…\")]",
        Assert.Single((await CheckAsync("[Condition(\"It is old\")] private static bool IsOld(Ticket ticket) => !ticket.HighValue;", "Due(By = {|SOP0003:nameof(IsNew)|})")).Findings).Message);

    [Fact]
    public async Task A_reference_of_the_SOP_to_none() => Assert.Equal(
        "By in [Due] of SOP 'Answer' asks 'IsNew', which is a condition: name a method with [Time(\"…\")]",
        Assert.Single((await CheckAsync("", "Due(Hours = 1)", "Due(By = {|SOP0003:\"IsNew\"|})")).Findings).Message);

    [Fact]
    public async Task A_step_that_asks_when_it_began() => Assert.Equal(
        "Parameter 'began' of 'Answer.Note' is no data of the run: remove it, only a method with [Time] takes it",
        Assert.Single((await CheckAsync("[AutomatedStep(\"Note\")] public Task Note({|SOP0006:Began began|}) => Task.CompletedTask;", "Due(Hours = 1)")).Findings).Message);

    [Fact]
    public async Task A_run_has_its_input_alone_when_it_begins() => Assert.Equal(
        "'Answer.By' reads 'Triage', which does not exist when a run starts, because 'Sort' did not return it before: make the parameter 'Triage?', or let a step before return one",
        Assert.Single((await CheckAsync(
            "[HumanStep<Support>(\"Sort\")] public partial Task<Triage> Sort(Ticket ticket); [Time(\"by priority\")] private static TimeSpan By({|SOP0007:Triage triage|}) => default;", "Due(Hours = 1)", "Due(By = nameof(Answer.By))"))
            .Findings).Message);

    [Fact]
    public Task A_checkpoint_has_a_time() => CheckAsync(
        "[Checkpoint<Support>(\"Check\"), Due(By = nameof(By)), OnTimeout(Fallback)] public partial Task Check(Ticket ticket); [Time(\"by priority\")] private static TimeSpan By(Ticket ticket) => default;", "Due(Hours = 1)");

    private static Task<AnalyzerRun> CheckAsync(string members, string due = "Due(By = nameof(By))", string ofClass = "Owner<Support>") => AnalyzerRun.CheckAsync(
        $$"""
        namespace Team;

        [Sop("Answer a ticket"), {{ofClass}}]
        public sealed partial class Answer : Sop<Ticket>
        {
            [HumanStep<Support>("Look"), {{due}}] public partial Task Look(Ticket ticket);
            {{members}}
            [Condition("It is new")] private static bool IsNew(Ticket ticket) => ticket.HighValue;
        }
        """,
        Rules);
}
