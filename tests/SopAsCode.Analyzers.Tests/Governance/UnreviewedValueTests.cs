using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnreviewedValueTests
{
    private const string Rule = "SOP0302";
    private const string File = """    [AutomatedStep("File it"), {0}] public Task {|SOP0302:File|}(Reply reply) => Task.CompletedTask;""";
    private const string ByHand = """    [HumanStep<Support>("Send it"), Writes<Helpdesk>(Impact.Customers){0}] public partial Task {|SOP0302:Send|}(Reply reply);""";

    [Theory]
    [InlineData("Writes<KnowledgeBase>")]
    [InlineData("Writes<KnowledgeBase>(Impact.None)")]
    public async Task A_plain_write_of_what_an_AI_made(string access) => Assert.Equal(
        "Draft → File: 'Answer.File' writes to 'KnowledgeBase' the unreviewed 'Reply' of AI step 'Draft': "
        + "show it before at a checkpoint with [Checklist] and [Due]",
        (await CheckAsync(Govern.Draft, With(File, access))).Message(Rule));

    [Fact]
    public async Task Shows_the_steps_of_the_way() => Assert.Equal(
        ["Draft", "File"], (await CheckAsync(Govern.Draft, With(File, "Writes<KnowledgeBase>"))).Single(Rule).AlsoText());

    [Fact]
    public async Task A_write_by_hand_without_a_checklist() => Assert.Equal(
        "Draft → Send: a person at 'Answer.Send' writes to 'Helpdesk' from the unreviewed 'Reply' of AI step 'Draft': add [Checklist(…)] with what to look at",
        (await CheckAsync(Govern.Draft, With(ByHand, ""))).Message(Rule));

    [Fact]
    public Task A_checklist_of_placeholders_is_none() => CheckAsync(Govern.Draft, With(ByHand, ", Checklist(\"TODO\")"));

    [Fact]
    public Task Silent_by_hand_with_a_checklist() => CheckAsync(Govern.Draft, Oversight.Unmarked(With(ByHand, ", Checklist(\"Facts verified\")")));

    [Fact]
    public Task Silent_by_hand_where_nothing_can_hurt() =>
        CheckAsync(Govern.Draft, """    [HumanStep<Support>("File it"), Writes<KnowledgeBase>] public partial Task File(Reply reply);""");

    [Fact]
    public Task Silent_behind_a_review() => CheckAsync(Govern.Draft, Govern.Review, Oversight.Unmarked(With(File, "Writes<KnowledgeBase>")));

    [Theory]
    [InlineData("Drafts<KnowledgeBase>")]
    [InlineData("Reads<KnowledgeBase>")]
    [InlineData("Writes<KnowledgeBase>, Limit(\"Only we read it\")")]
    public Task Silent_about_drafts_and_inside_a_limit(string access) => CheckAsync(Govern.Draft, Oversight.Unmarked(With(File, access)));

    [Fact]
    public Task Silent_about_what_no_AI_made() => CheckAsync(
        """    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""", Oversight.Unmarked(With(File, "Writes<KnowledgeBase>")));

    [Fact]
    public Task Silent_about_what_an_AI_writes_itself() => CheckAsync(
        Govern.Draft, """    [AiStep<Writer>("File it"), Prompt("{reply.Text}"), Writes<KnowledgeBase>] public partial Task File(Reply reply);""");

    [Fact]
    public Task A_write_that_also_can_hurt_is_said_once() => CheckAsync(Govern.Draft, Oversight.Unmarked(With(File, "Writes<KnowledgeBase>, Writes<Helpdesk>(Impact.Customers)")));

    [Theory]
    [InlineData("none")]
    [InlineData("suggestion")]
    public Task But_not_where_the_other_rule_is_milder(string severity) => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Govern.Draft, With(File, "Writes<KnowledgeBase>, Writes<Helpdesk>(Impact.Customers)")))
            .WithEditorConfig($"[*.cs]\ndotnet_diagnostic.SOP0301.severity = {severity}\ndotnet_diagnostic.SOP0201.severity = {severity}"),
        [Rule]);

    [Fact]
    public Task Silent_while_an_attribute_is_half_typed() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Govern.Draft, Oversight.Unmarked(With(ByHand, ", Checklist(Facts)")))).ThatDoesNotCompile(), [Rule]);

    [Fact]
    public async Task Inserts_a_checkpoint()
    {
        var file = Oversight.Unmarked(With(File, "Writes<KnowledgeBase>"));
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Govern.Draft, file), Rule, "Insert a checkpoint for Support");
        Assert.Equal(
            Govern.Sop(
                Govern.Draft,
                """
                    [Checkpoint<Support>("Review the reply before step 'File it'")]
                    public partial Task<Reply> ReviewReply(Reply reply);
                """,
                file),
            fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Adds_checks_by_hand()
    {
        var project = Govern.Sop(Govern.Draft, """
                [HumanStep<Support>("Send it")]
                [Writes<Helpdesk>(Impact.Customers)]
                [Due(Days = 1)]
                public partial Task Send(Reply reply);
            """);
        Assert.Equal(["Add a checklist to fill in"], await FixRun.TitlesAsync(project, Rule));
        var fixedUp = await FixRun.ApplyAsync(project, Rule, stays: true);
        Assert.Contains(
            "[Writes<Helpdesk>(Impact.Customers)]\n    [Checklist(\"TODO\")]\n    [Due(Days = 1)]", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    private static string With(string step, string more) => step.Replace("{0}", more, StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), [Rule]);
}
