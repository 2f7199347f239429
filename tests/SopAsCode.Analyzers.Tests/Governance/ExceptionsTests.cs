using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ExceptionsTests
{
    private const string Rule = "SOP0313";
    private const string Person = """    [HumanStep<Support>("Do it")] public partial Task Do(Ticket ticket);""";

    [Fact]
    public async Task Nobody_takes_over() => Assert.Equal(
        "SOP 'Answer' lets an AI work, and nothing says how a person takes over: add [Fallback(…, SwitchWhen = …)], or lead [OnFailure] or [OnReject] to a person",
        (await CheckAsync(Marked(Sop(Govern.Draft)))).Message(Rule));

    [Theory]
    [InlineData("[Fallback(\"TODO\")]")]
    [InlineData("[Fallback(\"\")]")]
    public Task A_text_that_says_nothing(string fallback) => CheckAsync(Marked(Sop(Govern.Draft, fallback)));

    [Fact]
    public Task The_ordinary_way_to_a_person_is_no_exception() => CheckAsync(Marked(Sop(Govern.Draft + "\n\n" + Person)));

    [Fact]
    public Task Rework_by_the_AI_is_no_person() => CheckAsync(Marked(Sop(
        Govern.Draft + "\n\n" + Govern.Review.Replace(")] public", "), OnReject(nameof(Draft))] public", StringComparison.Ordinal))));

    [Theory]
    [InlineData("OnFailure(nameof(Do))")]
    [InlineData("OnFailure(Fallback, Retries = 2)")]
    [InlineData("OnFailure(End.Escalated)")]
    [InlineData("Next(nameof(Do), When = nameof(IsHighValue)), Next(End.Completed)")]
    [InlineData("Next(nameof(Draft), AtMost = 3, Then = nameof(Do))")]
    public Task Silent_where_a_way_leads_to_a_person(string way) =>
        CheckAsync(Sop(Govern.Draft.Replace("] public", $", {way}] public", StringComparison.Ordinal) + "\n\n" + Person));

    [Fact]
    public Task Silent_with_a_text() => CheckAsync(Sop(Govern.Draft, "[Fallback(\"By hand\")]"));

    [Fact]
    public Task Silent_without_an_AI() => CheckAsync(Sop(Person));

    [Theory]
    [InlineData("Idea")]
    public Task Silent_at_other_stages(string stage) => CheckAsync(Oversight.At(stage, Sop(Govern.Draft)));

    [Theory]
    [InlineData("[Fall]")]
    [InlineData("[Fallback(]")]
    public Task Silent_while_half_typed(string fallback) => CheckAsync(Oversight.HalfTyped(Sop(Govern.Draft, fallback)));

    [Fact]
    public Task Silent_while_a_step_is_half_typed() =>
        CheckAsync(Oversight.HalfTyped(Sop(Govern.Draft.Replace("] public", ", OnFail] public", StringComparison.Ordinal))));

    [Fact]
    public async Task Adds_the_way_by_hand_to_fill_in() => Assert.Equal(
        Sop(Govern.Draft, "[Fallback(\"TODO\", SwitchWhen = \"TODO\")]"), (await FixRun.ApplyAsync(Sop(Govern.Draft), Rule, stays: true))["Sop.cs"]);

    [Fact]
    public Task Offers_nothing_where_it_is_to_be_filled_in() => FixRun.AssertNoneOfferedAsync(Sop(Govern.Draft, "[Fallback(\"TODO\")]"), Rule);

    [Fact]
    public async Task Fixes_all()
    {
        var one = Sop(Govern.Draft);
        var two = one[one.IndexOf("[Sop(", StringComparison.Ordinal)..].Replace("Answer", "Again", StringComparison.Ordinal);
        Assert.Equal(3, (await FixRun.ApplyAllAsync(one + "\n\n" + two, Rule, stays: true))["Sop.cs"].Split("[Fallback(").Length);
    }

    private static string Sop(string steps, string attribute = "") =>
        Govern.Sop(steps).Replace("[Owner<Support>]", "[Owner<Support>]" + (attribute.Length == 0 ? "" : "\n" + attribute), StringComparison.Ordinal);

    private static string Marked(string sop) => sop.Replace("class Answer", "class {|SOP0313:Answer|}", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
