using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What an SOP that is waited for brings back: whether a person saw it there.</summary>
public class AwaitedResultsTests
{
    private const string Rule = "SOP0301";
    private const string Send = """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Reply reply) => Task.CompletedTask;""";
    private const string Ask = """    [Handoff<Write>("Have it written", Wait = true, Result = typeof(Reply))] public partial Task Ask(Ticket ticket);""";
    private const string ByAi = """[AiStep<Writer>("Write"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);""";
    private const string Review = """[Checkpoint<Support>("Review it")] public partial Task Review(Reply reply);""";

    [Fact]
    public async Task What_an_AI_made_there()
    {
        var run = await CheckAsync(Answer(Ask, Send) + Write(ByAi));
        Assert.Equal(
            "Ask → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of an AI of SOP 'Write': show it before at a checkpoint with [Checklist] and [Due]",
            run.Message(Rule));
        Assert.Equal(["Ask", "Send"], run.Single(Rule).RelatedPlaces.Select(place => place.Text));
    }

    [Fact]
    public async Task What_is_made_of_it_here() => Assert.Contains(
        "the unreviewed 'Mail' made from what an AI of SOP 'Write' answered",
        (await CheckAsync(
            Answer(
                Ask,
                """    [AutomatedStep("Wrap it")] public Task<Mail> Wrap(Reply reply) => Task.FromResult(new Mail(reply.Text));""",
                Send.Replace("Reply reply", "Mail mail", StringComparison.Ordinal))
            + Write(ByAi) + "public sealed record Mail(string Text);")).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_list_of_what_an_AI_made_there() => Assert.Contains(
        "writes to 'Helpdesk' the unreviewed 'Reply[]' of an AI of SOP 'Write'",
        (await CheckAsync(
            Answer(Ask.Replace("typeof(Reply)", "typeof(Reply[])", StringComparison.Ordinal), Send.Replace("Reply reply", "Reply[] replies", StringComparison.Ordinal))
            + Write(ByAi.Replace("Task<Reply>", "Task<Reply[]>", StringComparison.Ordinal)))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_way_that_it_chose() => Assert.Contains(
        "Ask → Send: 'Answer.Send' writes to 'Helpdesk' because of an answer of an AI of SOP 'Write' ('IsShort' at 'Ask'), unreviewed",
        (await CheckAsync(Answer(
            Ask.Replace("typeof(Reply))", "typeof(Reply)), Next(nameof(Send), When = nameof(IsShort)), Next(Fallback)", StringComparison.Ordinal),
            Send.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal),
            """    [Condition("It is short")] static bool IsShort(Reply reply) => reply.Text.Length < 9;""") + Write(ByAi))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task What_is_handed_on_by_an_SOP_of_hand_offs_alone() => AnalyzerRun.CheckAsync(
        Answer(Ask, """    [Handoff<File>("File it")] public partial Task {|SOP0904:Pass|}(Reply reply);""")
        + Write(ByAi)
        + """
          [Sop("File it"), Owner<Support>] public sealed partial class File : Sop<Reply>
          {
              [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers), Limit("Short", When = nameof(IsShort), PerDay = 5, Since = "2026-09-14")] public Task Do(Reply reply) => Task.CompletedTask;
              [Condition("It is short")] static bool IsShort(Reply reply) => reply.Text.Length < 9;
          }
          """,
        ["SOP0904"]);

    [Fact]
    public async Task What_came_through_another_one() => Assert.Contains(
        "the unreviewed 'Reply' of an AI of SOP 'Write'",
        (await CheckAsync(Answer(Ask, Send) + Write("""[Handoff<Third>("Have it written there", Wait = true, Result = typeof(Reply))] public partial Task Pass(Ticket ticket);""") + Third(ByAi))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Silent_where_a_person_saw_it_on_the_way_back() => CheckAsync(
        Answer(Ask, Plain(Send)) + Write("""[Handoff<Third>("Have it written there", Wait = true, Result = typeof(Reply))] public partial Task Pass(Ticket ticket);""" + Review) + Third(ByAi));

    [Fact]
    public async Task What_came_through_another_one_that_asks_back() => Assert.Contains(
        "the unreviewed 'Reply' of an AI of SOP 'Write'",
        (await CheckAsync(
            Answer(Ask, Send)
            + Write("""[Handoff<Third>("Have it written there", Wait = true, Result = typeof(Reply))] public partial Task Pass(Ticket ticket);""")
            + Third("""
                [AiStep<Writer>("Write"), Prompt("{ticket.Body}"), Next(nameof(Back), When = nameof(IsHigh)), Next(End.Completed)] public partial Task<Reply> Draft(Ticket ticket);
                [Handoff<Write>("Ask back", Wait = true, Result = typeof(Reply))] public partial Task Back(Ticket ticket);
                [Condition("It is high")] static bool IsHigh(Ticket ticket) => ticket.HighValue;
                """))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task What_is_made_there_of_what_goes_in() => Assert.Contains(
        "'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' made from what AI step 'Sort' answered",
        (await CheckAsync(
            Answer(
                """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
                Ask.Replace("Ticket ticket", "Triage triage", StringComparison.Ordinal),
                Send)
            + Write("""[Handoff<Third>("Have it written there", Wait = true, Result = typeof(Reply))] public partial Task Pass(Triage triage);""").Replace("Sop<Ticket>", "Sop<Triage>", StringComparison.Ordinal)
            + Third("""[AutomatedStep("Fill it in")] public Task<Reply> Fill(Triage triage) => Task.FromResult(new Reply(triage.Topic));""").Replace("Sop<Ticket>", "Sop<Triage>", StringComparison.Ordinal))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(ByAi + Review)]
    [InlineData("""[HumanStep<Support>("Write")] public partial Task<Reply> Draft(Ticket ticket);""")]
    [InlineData("""[AiStep<Writer>("Write"), Prompt("{ticket.Body}")] public partial Task<Article> Draft(Ticket ticket); [AutomatedStep("Take it")] public Task<Reply> Take(Ticket ticket) => Task.FromResult(new Reply(ticket.Body));""")]
    public Task Silent_where_a_person_saw_it_there_or_no_AI_made_it(string steps) => CheckAsync(Answer(Ask, Plain(Send)) + Write(steps));

    [Fact]
    public Task Silent_where_a_person_sees_it_here() => CheckAsync(Answer(Ask, Review, Plain(Send)) + Write(ByAi));

    [Fact]
    public Task Silent_where_nothing_is_brought_back() => CheckAsync(
        Answer(Ask.Replace(", Wait = true, Result = typeof(Reply)", "", StringComparison.Ordinal), Plain(Send).Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal)) + Write(ByAi));

    [Theory]
    [InlineData("""[AutomatedStep("Mend it")] public Task<Reply> Mend(Reply reply) => Task.FromResult(reply);""", true)]
    [InlineData("""[AutomatedStep("Note it")] public Task Note(Reply reply) => Task.CompletedTask;""", true)]
    [InlineData(Review, false)]
    [InlineData("""[HumanStep<Support>("Write it anew")] public partial Task<Reply> Write();""", false)]
    public async Task What_an_AI_made_here_is_its_work_also_where_it_only_passed_through(string steps, bool isFlagged)
    {
        var source = Answer(ByAi, """[Handoff<Correct>("Have it corrected", Wait = true, Result = typeof(Reply))] public partial Task Ask(Reply reply);""", isFlagged ? Send : Plain(Send))
            + $$"""[Sop("Correct it"), Owner<Support>] public sealed partial class Correct : Sop<Reply> { {{steps}} }""";
        var run = await CheckAsync(source);
        if (isFlagged)
        {
            Assert.Contains("the unreviewed 'Reply' of AI step 'Draft'", run.Message(Rule), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Over_two_assemblies(bool isReferenceAssembly)
    {
        var library = Across.Image(SopProject.Of("namespace Team;" + Write(ByAi)) with { Name = "Library" }, isReferenceAssembly);
        return CheckAsync(Across.Of("Consumer", Answer(Ask, Send), library));
    }

    [Fact]
    public async Task The_fix_puts_a_checkpoint_in_between()
    {
        var fixedUp = await FixRun.ApplyAsync(Answer(Ask, Send) + Write(ByAi), Rule, "Insert a checkpoint for Support");
        Assert.Contains("public partial Task<Reply> ReviewReply(Reply reply);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    private static string Answer(params string[] steps) =>
        $$"""
        namespace Team;
        [Sop("Answer it"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
        {{string.Join('\n', steps)}}
        }

        """;

    private static string Write(string steps) => $$"""[Sop("Write it"), Owner<Support>] public sealed partial class Write : Sop<Ticket> { {{steps}} }""";

    private static string Third(string steps) => $$"""[Sop("Write it there"), Owner<Support>] public sealed partial class Third : Sop<Ticket> { {{steps}} }""";

    private static string Plain(string step) => Oversight.Unmarked(step);

    private static Task<AnalyzerRun> CheckAsync(string source) => CheckAsync(SopProject.Of(source));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
