using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class SameWayTests
{
    private const string Rule = "SOP0312";
    private const string Next = """    [HumanStep<Support>("Do it")] public partial Task Do(Ticket ticket);""";
    private const string Other = """    [HumanStep<Support>("Do it otherwise")] public partial Task Otherwise(Ticket ticket);""";

    [Theory]
    [InlineData("a reject", "Do", "OnReject({|SOP0312:nameof(Do)|})")]
    [InlineData("a reject", "Do", "OnReject({|SOP0312:nameof(Do)|}), Next(nameof(Do))")]
    [InlineData("a reject", "Do", "OnReject({|SOP0312:nameof(Do)|}, AtMost = 2)")]
    [InlineData("after 1 reject the next one", "Do", "OnReject(nameof(Otherwise), AtMost = 1, Then = {|SOP0312:nameof(Do)|})")]
    [InlineData("after 2 rejects the next one", "Do", "OnReject(nameof(Otherwise), AtMost = 2, Then = {|SOP0312:nameof(Do)|})")]
    [InlineData("a reject", "Completed", "OnReject({|SOP0312:End.Completed|}), Next(End.Completed)")]
    [InlineData("a reject", "Fallback", "OnReject({|SOP0312:Fallback|}), Next(Fallback)")]
    public async Task Yes_and_no_lead_to_the_same_place(string when, string where, string ways) => Assert.Equal(
        $"At 'Answer.Look' {when} goes to '{where}', as an approval does, so the answer changes nothing: lead it to rework, a person or an end",
        (await CheckAsync(Look(ways))).Message(Rule));

    [Fact]
    public Task Also_where_nothing_says_where_a_reject_goes() =>
        CheckAsync("""    [Checkpoint<Support>("Look"), Next(End.Rejected)] public partial Task {|SOP0312:Look|}(Ticket ticket);""");

    [Theory]
    [InlineData("OnReject(nameof(Otherwise))")]
    [InlineData("Due(Days = 1), OnTimeout(nameof(Do))")]
    [InlineData("OnReject(nameof(Otherwise), AtMost = 2)")]
    [InlineData("OnReject(nameof(Otherwise), AtMost = 2, Then = End.Escalated)")]
    [InlineData("OnReject(nameof(Otherwise)), Next(nameof(Otherwise), When = nameof(IsHighValue)), Next(nameof(Do))")]
    public Task Silent_where_they_part(string ways) => CheckAsync(Look(ways));

    [Fact]
    public Task Silent_about_a_step_that_is_never_reached() =>
        AnalyzerRun.CheckAsync(Govern.Sop(Other.Replace("] public", ", Next(End.Completed)] public", StringComparison.Ordinal), Look("OnReject(nameof(Do))"), Next), [Rule]);

    [Fact]
    public Task Silent_while_half_typed() => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Govern.Sop(Look("OnReject(nameof(D))"), Next, Other)), [Rule]);

    [Fact]
    public Task Offers_nothing() => FixRun.AssertNoneOfferedAsync(Govern.Sop(Look("OnReject(nameof(Do))"), Next, Other), Rule);

    private static string Look(string ways) => $"    [Checkpoint<Support>(\"Look\"), {ways}] public partial Task Look(Ticket ticket);";

    private static Task<AnalyzerRun> CheckAsync(string look) => AnalyzerRun.CheckAsync(Govern.Sop(look, Next, Other), [Rule]);
}
