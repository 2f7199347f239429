using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ChecklistTests
{
    private const string Rule = "SOP0304";
    private const string Review = """    [Checkpoint<Support>("Review the reply"){0}] public partial Task<Reply> {|SOP0304:Review|}(Reply reply);""";

    [Fact]
    public async Task No_checklist()
    {
        var run = await CheckAsync(Govern.Draft, With(""));
        Assert.Equal(
            "Checkpoint 'Answer.Review' shows the 'Reply' of AI step 'Draft', and has no checklist: add [Checklist(…)] with what to look at", run.Message(Rule));
        Assert.Equal(["Draft"], run.Single(Rule).AlsoText());
    }

    [Theory]
    [InlineData(", Checklist")]
    [InlineData(", Checklist(\"\")")]
    [InlineData(", Checklist(\"TODO\", \"tbd\")")]
    public Task A_checklist_that_says_nothing(string checklist) => CheckAsync(Govern.Draft, With(checklist));

    [Theory]
    [InlineData(", Checklist(\"Facts verified\")")]
    [InlineData(", Checklist(\"TODO\", \"Facts verified\")")]
    public Task Silent_with_a_checklist(string checklist) => CheckAsync(Govern.Draft, Oversight.Unmarked(With(checklist)));

    [Fact]
    public async Task What_is_made_of_an_AIs_value_counts() => Assert.Contains(
        "shows the 'Reply' made from what AI step 'Sort' answered",
        (await CheckAsync(
            """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
            """    [AutomatedStep("Fill in the template")] public Task<Reply> Fill(Triage triage) => Task.FromResult(new Reply(triage.Topic));""",
            With(""))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Silent_about_what_a_person_made() => CheckAsync(
        """    [HumanStep<SeniorSupport>("Write it")] public partial Task<Reply> Write(Ticket ticket);""", Oversight.Unmarked(With("")));

    [Fact]
    public Task Silent_where_it_was_reviewed_before() => CheckAsync(
        Govern.Draft,
        """    [Checkpoint<SeniorSupport>("Review it first"), Checklist("Facts verified")] public partial Task<Reply> First(Reply reply);""",
        Oversight.Unmarked(With("")));

    [Theory]
    [InlineData("Idea")]
    public Task Silent_at_other_stages(string stage) => AnalyzerRun.CheckAsync(Oversight.At(stage, Govern.Sop(Govern.Draft, Oversight.Unmarked(With("")))), [Rule]);

    [Theory]
    [InlineData(", Checklist(Facts)")]
    [InlineData(", Check")]
    public Task Silent_while_half_typed(string checklist) =>
        AnalyzerRun.CheckAsync(Oversight.HalfTyped(Govern.Sop(Govern.Draft, Oversight.Unmarked(With(checklist)))), [Rule]);

    [Theory]
    [InlineData("", "] [Checklist(\"TODO\")] public")]
    [InlineData(", Due(Days = 1)", ", Due(Days = 1)] [Checklist(\"TODO\")] public")]
    public async Task Adds_a_checklist_to_fill_in(string before, string after)
    {
        // The list of a step that stands on one line with its method stands there too.
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Govern.Draft, With(before)).Replace("    [Checkpoint", "    /* it */ [Checkpoint", StringComparison.Ordinal), Rule, stays: true);
        Assert.Contains($"[Checkpoint<Support>(\"Review the reply\"){after} partial", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixes_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(
            Govern.Sop(
                Govern.Draft.Replace("] public", ", Next(nameof(Review), When = nameof(IsHighValue)), Next(nameof(Other))] public", StringComparison.Ordinal),
                With(", Next(End.Completed)"),
                With("").Replace("Review", "Other", StringComparison.Ordinal)),
            Rule,
            stays: true);
        Assert.Equal(3, fixedUp["Sop.cs"].Split("Checklist(\"TODO\"").Length);
    }

    [Theory]
    [InlineData(", Checklist")]
    [InlineData(", Checklist(\"TODO\")")]
    public Task Offers_nothing_where_one_is_to_be_filled_in(string checklist) => FixRun.AssertNoneOfferedAsync(Govern.Sop(Govern.Draft, With(checklist)), Rule);

    private static string With(string more) => Review.Replace("{0}", more, StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), [Rule]);
}
