using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What a checkpoint shows for context is not approved there.</summary>
public class ContextTests
{
    private const string Rule = "SOP0322";
    private const string Sort = """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string Note = """    [HumanStep<Support>("Note it")] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string SendBoth = """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {|RULE:Send|}(Reply reply, Triage triage) => Task.CompletedTask;""";

    [Fact]
    public async Task A_checkpoint_that_shows_context_only_approves_nothing()
    {
        var run = await AnalyzerRun.CheckAsync(
            SopProject.Of(Govern.Sop(Govern.Draft, Review("Task", "{|SOP0322:Review|}", "[Context] Ticket ticket, [Context] Reply reply"), Govern.Send)), [Rule, .. Govern.PathRules]);
        Assert.Equal("'Answer.Review' shows all its values for context, so its approval releases nothing: take [Context] from what is approved there", run.Message(Rule));
    }

    [Fact]
    public Task The_untouched_input_is_not_approved_by_it_either() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            Review("Task", "Review", "[Context] Ticket ticket"),
            """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0201:Send|}(Ticket ticket) => Task.CompletedTask;"""))
            .WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0322.severity = none"),
        Govern.PathRules);

    [Fact]
    public async Task What_is_handed_back_is_approved() => Assert.Equal(
        "'Answer.Review' shows 'reply' for context and hands it back, which approves it: take [Context] from it, or hand back nothing",
        (await AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(Govern.Draft, Review("Task<Reply>", "Review", "Ticket ticket, {|SOP0322:[Context] Reply reply|}"), Govern.Send)), [Rule])).Message(Rule));

    [Theory]
    [InlineData("Task<Reply>", "[Context] Ticket ticket, Reply reply")]
    [InlineData("Task", "[Context] Ticket ticket, Reply reply, [Context] Triage triage")]
    [InlineData("Task", "")]
    public Task Silent_where_something_is_approved(string returns, string shown) => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Sort, Govern.Draft, Review(returns, "Review", shown))), [Rule]);

    [Fact]
    public Task Silent_about_a_decision_that_is_handed_back() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Review("Task<Triage>", "Review", "[Context] Ticket ticket"))), [Rule]);

    [Fact]
    public async Task An_AIs_value_that_is_shown_for_context_stays_unreviewed() => Assert.Contains(
        "the unreviewed 'Triage' of AI step 'Sort'",
        (await Paths("SOP0301", Sort, Govern.Draft, Review("Task", "Review", "Reply reply, [Context] Triage triage"))).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_persons_value_that_is_shown_for_context_is_not_approved() => Assert.Contains(
        "and 'Review' showed 'Reply' to approve, 'Triage' for context: show the 'Triage' there too",
        (await Paths("SOP0316", Note, Govern.Draft, Review("Task", "Review", "Reply reply, [Context] Triage triage"))).Message("SOP0316"),
        StringComparison.Ordinal);

    [Fact]
    public Task The_same_type_once_for_context_and_once_to_approve_is_approved() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Govern.Draft, Review("Task", "Review", "[Context] Reply before, Reply reply"), Govern.Send)), Govern.PathRules);

    [Fact]
    public Task Own_work_that_is_shown_for_context_may_be_seen() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            Note,
            """    [HumanStep<Finance>("Answer it")] public partial Task<Reply> Write(Ticket ticket);""",
            Review("Task", "Review", "Reply reply, [Context] Triage triage"))),
        ["SOP0305"]);

    [Fact]
    public Task A_checklist_is_not_asked_for_what_an_AI_made_for_context() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            Sort,
            """    [HumanStep<Finance>("Answer it")] public partial Task<Reply> Write(Ticket ticket);""",
            Review("Task", "Review", "Reply reply, [Context] Triage triage"))),
        ["SOP0304"]);

    [Theory]
    [InlineData("""    [HumanStep<Support>("Do it")] public partial Task Do({|SOP0002:[Context] Ticket ticket|});""", "parameter 'ticket' of 'Answer.Do'")]
    [InlineData("""    [AutomatedStep("Do it")] public Task Do({|SOP0002:[Context] Ticket ticket|}) => Task.CompletedTask;""", "parameter 'ticket' of 'Answer.Do'")]
    [InlineData("""    [HumanStep<Support>("Do it")] public partial Task Do(Ticket ticket); [Condition("It is")] static bool Is({|SOP0002:[Context] Ticket ticket|}) => true;""", "parameter 'ticket' of 'Answer.Is'")]
    public async Task It_means_nothing_elsewhere(string step, string of) => Assert.StartsWith(
        $"[Context] means nothing on {of}, which nobody is asked to approve: ",
        (await AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(step)), ["SOP0002"])).Message("SOP0002"),
        StringComparison.Ordinal);

    private static string Review(string returns, string name, string shown) => $"    [Checkpoint<Support>(\"Review it\")] public partial {returns} {name}({shown});";

    private static Task<AnalyzerRun> Paths(string rule, params string[] steps) =>
        AnalyzerRun.CheckAsync(Govern.Sop([.. steps, SendBoth.Replace("RULE", rule, StringComparison.Ordinal)]), Govern.PathRules);
}
