using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Tasks beside a step: SOP0413, and what is wrong with their attribute.</summary>
public sealed class MeanwhileTests
{
    private static readonly string[] Rules = [.. Shape.Rules, "SOP0413"];

    private const string Rest = """

            [AutomatedStep("Note it")] public Task Note(Ticket ticket) => Task.CompletedTask;
            [Checkpoint<Founder>("Review it"), OnReject(nameof(Work))] public partial Task Review(Ticket ticket);
            [HumanStep<Support>("Close it")] public partial Task Close(Ticket ticket);
        """;

    [Theory]
    [InlineData("""Meanwhile<Founder>("Stand by")""")]
    [InlineData("""Meanwhile<Founder>("Stand by", Until = nameof(Work))""")]
    [InlineData("""Meanwhile<Founder>("Stand by", Until = nameof(Review)), Meanwhile<Support>("Keep the log", Until = nameof(Close), Every = 30)""")]
    public Task Silent(string attribute) => CheckAsync($"""[HumanStep<Support>("Work"), {attribute}] public partial Task Work(Ticket ticket);""" + Rest);

    [Theory]
    [InlineData(
        """Meanwhile<Founder>("Stand by", Until = {|SOP0413:nameof(Note)|})""",
        "'Stand by' beside 'Answer.Work' must be ticked off before 'Note' is done, which a machine does at once: name a step at which a run waits for somebody")]
    [InlineData(
        """Meanwhile<Founder>("Stand by", Until = {|SOP0003:"Closed"|})""",
        "Until in [Meanwhile] of 'Answer.Work' names 'Closed', which is neither a step nor an end: is nameof(Close) meant?")]
    [InlineData(
        """Meanwhile<Founder>("Stand by", Until = {|SOP0003:End.Completed|})""",
        "Until in [Meanwhile] of 'Answer.Work' names no step: a task beside it is ticked off before a step is completed, so name that step by nameof")]
    [InlineData(
        """Meanwhile<Founder>("Stand by", Every = {|SOP0005:-5|})""",
        "Every in [Meanwhile] of 'Answer.Work' is -5, but can't be negative")]
    [InlineData(
        """Meanwhile<Founder>("Stand by"), {|SOP0004:Meanwhile<Support>("Stand by")|}""",
        "Two tasks beside 'Answer.Work' are called 'Stand by', so nobody could tick one off: give one another title")]
    public async Task Wrong(string attribute, string message) =>
        Assert.Equal(message, Assert.Single((await CheckAsync($"""[HumanStep<Support>("Work"), {attribute}] public partial Task Work(Ticket ticket);""" + Rest)).Findings).Message);

    [Fact]
    public async Task A_step_to_which_no_way_leads() => Assert.Equal(
        "'Stand by' beside 'Answer.Close' must be ticked off before 'Work', to which no way leads from there: name a step that comes after it",
        Assert.Single((await CheckAsync("""
                [HumanStep<Support>("Work")] public partial Task Work(Ticket ticket);
                [HumanStep<Support>("Close it"), Meanwhile<Founder>("Stand by", Until = {|SOP0413:nameof(Work)|})] public partial Task Close(Ticket ticket);
            """)).Findings).Message);

    [Fact]
    public Task A_machine_that_is_done_at_once() => CheckAsync("""
            [AutomatedStep("Work"), {|SOP0413:Meanwhile<Founder>("Stand by")|}] public Task Work(Ticket ticket) => Task.CompletedTask;
        """);

    [Fact]
    public Task An_automation_outside_waits() => CheckAsync("""
            [AutomatedStep("Work"), Meanwhile<Founder>("Stand by")] public partial Task Work(Ticket ticket);
        """);

    private static Task<AnalyzerRun> CheckAsync(string steps) => AnalyzerRun.CheckAsync(Shape.Sop(steps), Rules);
}
