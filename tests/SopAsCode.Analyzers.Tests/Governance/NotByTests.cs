using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class NotByTests
{
    private const string Rule = "SOP0321";
    private const string Write = """    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""";

    [Theory]
    [InlineData(Govern.Draft, "Draft", "an AI step")]
    [InlineData("""    [AutomatedStep("Look it up")] public Task<Reply> Find(Ticket ticket) => Task.FromResult(new Reply(""));""", "Find", "an automated step")]
    [InlineData("""    [WaitFor("It comes")] public partial Task<Reply> Come(Ticket ticket);""", "Come", "a wait")]
    public async Task No_person_does_the_step(string step, string name, string words) => Assert.StartsWith(
        $"'Answer.Approve' keeps away whoever did '{name}', which is {words} and done by no person of the team: ",
        (await CheckAsync(step, Approve($"{{|SOP0321:nameof({name})|}}"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task No_way_leads_from_the_step() => Assert.Equal(
        "'Answer.Approve' keeps away whoever did 'After', but no way leads from there to the checkpoint, so nobody did: name a step before it",
        (await CheckAsync(Write, Approve("{|SOP0321:nameof(After)|}"), """    [HumanStep<Support>("File it")] public partial Task After(Reply reply);""")).Message(Rule));

    [Fact]
    public Task The_checkpoint_itself_was_not_answered_before() => CheckAsync(Write, Approve("{|SOP0321:nameof(Approve)|}"));

    [Fact]
    public Task Silent_about_the_checkpoint_itself_after_a_way_back() =>
        CheckAsync(Write, Approve("nameof(Approve)").Replace("] public", ", OnReject(nameof(Write), AtMost = 2)] public", StringComparison.Ordinal));

    [Theory]
    [InlineData("nameof(Write)")]
    [InlineData("nameof(Check)")]
    public Task Silent_about_a_person_before(string step) =>
        CheckAsync(Write, """    [Checkpoint<Finance>("Check it")] public partial Task Check(Reply reply);""", Approve(step));

    [Theory]
    [InlineData("nameof({|CS0103:Nothing|})")]
    [InlineData("")]
    public Task Silent_while_half_typed(string step) =>
        AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(Write, Approve(step).Replace("{|CS0103:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal))).ThatDoesNotCompile(), [Rule, "SOP0003"]);

    [Theory]
    [InlineData("\"Writ\"", "names 'Writ', which is no step: is nameof(Write) meant?")]
    [InlineData("End.Completed", "names '(completed)', which is no step: name a step by nameof")]
    [InlineData("Fallback", "names '(fallback)', which is no step: name a step by nameof")]
    [InlineData("nameof(IsBad)", "names 'IsBad', which is no step: name a step by nameof")]
    [InlineData("\"\"", "names nothing: name a step by nameof")]
    public async Task It_names_a_step(string step, string words) => Assert.Equal(
        $"NotBy in [Checkpoint] of 'Answer.Approve' {words}",
        (await AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(Write, Approve($"{{|SOP0003:{step}|}}"))), ["SOP0003"])).Message("SOP0003"));

    private static string Approve(string step) => $"    [Checkpoint<Founder>(\"Approve it\", NotBy = {step})] public partial Task Approve(Reply reply);";

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(steps)), [Rule]);
}
