using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnreviewedHandoffTests
{
    private const string Rule = "SOP0904";
    private const string Draft = """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);""";
    private const string Review = """    [Checkpoint<Support>("Review the reply")] public partial Task<Reply> Review(Reply reply);""";
    private const string HandOver = """    [Handoff<Send>("Hand the reply over")] public partial Task {|SOP0904:HandOver|}(Reply reply);""";

    /// <summary>Writes what it gets, inside a limit: nothing that SOP0201 minds.</summary>
    private const string Writing = """[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers), Limit("Short", When = nameof(IsShort), PerDay = 5, Since = "2026-09-14")] public Task Do(Reply reply) => Task.CompletedTask;""";

    [Fact]
    public async Task An_AIs_value()
    {
        var run = await CheckAsync(Answer(Draft.Replace("Draft(", "{|#0:Draft|}(", StringComparison.Ordinal), HandOver) + Send(Writing));
        Assert.Equal(
            "Draft → HandOver: 'Answer.HandOver' hands on the unreviewed 'Reply' of AI step 'Draft', and 'Send' writes it without a checkpoint: "
            + "show it before at a checkpoint with [Checklist] and [Due]",
            run.Message(Rule));
        Assert.Equal(["Draft", "HandOver"], run.Single(Rule).RelatedPlaces.Select(place => place.Text));
    }

    [Fact]
    public Task What_a_third_SOP_makes_of_it_and_the_other_one_writes() => CheckAsync(
        Answer(
            """    [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
            """    [Handoff<Other>("Hand it over")] public partial Task {|SOP0904:HandOver|}(Triage triage);""")
        + """
          [Sop("Have it filled in"), Owner<Support>] public sealed partial class Other : Sop<Triage>
          {
              [Handoff<Third>("Have it filled in there", Wait = true, Result = typeof(Reply))] public partial Task Pass(Triage triage);
              [Checkpoint<Support>("Look at the topic")] public partial Task Look(Triage triage);
              [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;
          }
          [Sop("Fill it in"), Owner<Support>] public sealed partial class Third : Sop<Triage>
          {
              [AutomatedStep("Fill it in")] public Task<Reply> Fill(Triage triage) => Task.FromResult(new Reply(triage.Topic));
          }
          """);

    [Fact]
    public async Task A_way_that_an_AI_chose() => Assert.Equal(
        "Sort → HandOver: 'Answer.HandOver' hands on because of an answer of AI step 'Sort' ('IsUrgent' at 'Sort'), unreviewed, and 'File' writes what can't be taken back without a checkpoint: "
        + "put a checkpoint with [Checklist] and [Due] before 'HandOver'",
        (await CheckAsync(
            Answer(
                """    [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}"), Next(nameof(HandOver), When = nameof(IsUrgent)), Next(End.Completed)] public partial Task<Triage> Sort(Ticket ticket);""",
                """    [Handoff<File>("File it")] public partial Task {|SOP0904:HandOver|}(Ticket ticket);""")
            + """
              [Sop("File it"), Owner<Support>] public sealed partial class File : Sop<Ticket>
              {
                  [AutomatedStep("Send"), Writes<Helpdesk>(Irreversible = true), Limit("Ours", When = nameof(IsOurs), PerDay = 5, Since = "2026-09-14")] public Task Do() => Task.CompletedTask;
                  [Condition("It is ours")] static bool IsOurs(Ticket ticket) => true;
              }
              """)).Message(Rule));

    [Fact]
    public async Task What_a_body_makes_of_it() => Assert.Contains(
        "the unreviewed 'Reply' of AI step 'Draft'",
        (await CheckAsync(Answer(
            Draft, """    [Handoff<Send>("Hand over")] public Task<Reply> {|SOP0904:HandOver|}(Reply reply) => Task.FromResult(reply);""") + Send(Writing))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task What_a_body_makes_of_another_value_is_told_by_that_value() => Assert.Contains(
        "hands on the unreviewed 'Triage' of AI step 'Sort'",
        (await CheckAsync(Answer(
            """    [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
            """    [Handoff<Send>("Hand over")] public Task<Reply> {|SOP0904:HandOver|}(Triage triage) => Task.FromResult(new Reply(triage.Topic));""") + Send(Writing))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task What_a_hand_off_does_not_name() => CheckAsync(Answer(Draft, """    [Handoff<Send>("Hand over")] public partial Task {|SOP0904:HandOver|}();""") + Send(Writing));

    [Theory]
    [InlineData(Draft, Review, """    [Handoff<Send>("Hand over")] public partial Task HandOver(Reply reply);""")]
    [InlineData(Draft, "", """    [Handoff<Send>("Hand over")] public Task<Reply> HandOver(Ticket ticket) => Task.FromResult(new Reply(ticket.Body));""")]
    [InlineData("""    [AutomatedStep("Take a template")] public Task<Reply> Draft(Ticket ticket) => Task.FromResult(new Reply(""));""", "", """    [Handoff<Send>("Hand over")] public partial Task HandOver(Reply reply);""")]
    public Task Silent_where_a_person_looked_or_no_AI_is_in_it(params string[] steps) => CheckAsync(Answer(steps) + Send(Writing));

    [Theory]
    [InlineData("""[HumanStep<Support>("Send"), Writes<Helpdesk>(Impact.Customers)] public partial Task Do(Reply reply);""")]
    [InlineData("""[AutomatedStep("Note"), Writes<Helpdesk>(Impact.None)] public Task Do(Reply reply) => Task.CompletedTask;""")]
    [InlineData("""[Checkpoint<Support>("Look")] public partial Task Look(Reply reply); [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;""")]
    public Task Silent_where_the_other_SOP_writes_nothing_or_looks(string steps) => CheckAsync(Answer(Draft, Plain(HandOver)) + Send(steps));

    [Fact]
    public async Task A_checkpoint_there_that_shows_something_else_does_not_help()
    {
        var run = await CheckAsync(Answer(Draft, HandOver) + Send(
            """[AutomatedStep("Look up")] public Task<Article> LookUp() => throw new NotSupportedException(); [Checkpoint<Support>("Look")] public partial Task Look(Article article); [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;"""));
        Assert.Contains("'Send' writes", run.Message(Rule), StringComparison.Ordinal);
    }

    [Fact]
    public Task What_SOP0201_says_there_is_not_said_here() => AnalyzerRun.CheckAsync(
        Answer(Draft, Plain(HandOver)) + Send("""[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0201:Do|}(Reply reply) => Task.CompletedTask;"""), [Rule, "SOP0201"]);

    [Theory]
    [InlineData("none")]
    [InlineData("warning")]
    public Task Where_SOP0201_counts_for_less_it_is_said_here(string severity) => AnalyzerRun.CheckAsync(
        SopProject.Of(Answer(Draft, HandOver) + Send("""[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;"""))
            with { EditorConfig = $"[*.cs]\ndotnet_diagnostic.SOP0201.severity = {severity}\n" },
        [Rule]);

    [Fact]
    public Task A_retired_SOP_starts_nothing() =>
        CheckAsync(Answer(Draft, Plain(HandOver)) + Send(Writing).Replace("(\"Send it\")", "(\"Send it\", Stage = Stage.Retired)", StringComparison.Ordinal));

    [Fact]
    public Task Silent_about_what_is_half_typed() =>
        AnalyzerRun.CheckAsync(SopProject.Of(Answer(Draft, Plain(HandOver).Replace("Handoff<Send>", "Handoff<Sen>", StringComparison.Ordinal)) + Send(Writing)).ThatDoesNotCompile(), [Rule]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_three_assemblies(bool isReferenceAssembly)
    {
        var last = Across.Image(SopProject.Of("namespace Team;" + Send(Writing)) with { Name = "Last" }, isReferenceAssembly);
        var middle = Across.Image(
            Across.Of("Middle", """namespace Team; [Sop("Pass it on"), Owner<Support>] public sealed partial class Pass : Sop<Reply> { [Handoff<Send>("Hand over")] public partial Task HandOver(Reply reply); }""", last),
            isReferenceAssembly);
        var run = await CheckAsync(Across.Of("First", Answer(Draft, HandOver.Replace("Send", "Pass", StringComparison.Ordinal)), middle, last));
        Assert.Equal(
            "Draft → HandOver: 'Answer.HandOver' hands on the unreviewed 'Reply' of AI step 'Draft', and 'Send' (handed on: Pass → Send) writes it without a checkpoint: "
            + "show it before at a checkpoint with [Checklist] and [Due]",
            run.Message(Rule));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_SOP0201_says_in_another_project_is_not_known_here(bool isReferenceAssembly)
    {
        var other = Across.Image(
            SopProject.Of("namespace Team;" + Send("""[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;""")) with { Name = "Other" },
            isReferenceAssembly);
        var run = await AnalyzerRun.CheckAsync(Across.Of("First", Answer(Draft, HandOver), other), [Rule, "SOP0201", "SOP0301"]);
        Assert.Contains("and 'Send' writes it without a checkpoint", run.Message(Rule), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_in_the_middle_ends_it()
    {
        var last = Across.Image(SopProject.Of("namespace Team;" + Send(Writing)) with { Name = "Last" });
        var middle = Across.Image(Across.Of(
            "Middle",
            """namespace Team; [Sop("Pass it on"), Owner<Support>] public sealed partial class Pass : Sop<Reply> { [Checkpoint<Support>("Look")] public partial Task Look(Reply reply); [Handoff<Send>("Hand over")] public partial Task HandOver(Reply reply); }""",
            last));
        await CheckAsync(Across.Of("First", Answer(Draft, Plain(HandOver).Replace("Send", "Pass", StringComparison.Ordinal)), middle, last));
    }

    [Fact]
    public async Task The_fix_puts_a_checkpoint_before_the_hand_off()
    {
        var fixedUp = await FixRun.ApplyAsync(Answer(Draft, HandOver) + Send(Writing), Rule, "Insert a checkpoint for Support");
        Assert.Contains(
            """
                [Checkpoint<Support>("Review the reply before step 'Hand the reply over'")]
                public partial Task<Reply> ReviewReply(Reply reply);

                [Handoff<Send>("Hand the reply over")]
            """,
            fixedUp["Sop.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fix_shows_what_the_hand_off_does_not_name()
    {
        var fixedUp = await FixRun.ApplyAsync(Answer(Draft, """    [Handoff<Send>("Hand over")] public partial Task HandOver();""") + Send(Writing), Rule, "Insert a checkpoint for Support");
        Assert.Contains("public partial Task<Reply> ReviewReply(Reply reply);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_says_who_decides() => FixRun.AssertOnlyByHandAsync(Answer(Draft, HandOver) + Send(Writing), Rule);

    private static string Plain(string step) => step.Replace("{|SOP0904:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static string Answer(params string[] steps) => Govern.Sop(steps).Split("namespace Team;")[1].Insert(0, "namespace Team;") + "\n";

    private static string Send(string steps) => $$"""
        [Sop("Send it"), Owner<Support>] public sealed partial class Send : Sop<Reply>
        {
            {{steps}}
            [Condition("It is short")] static bool IsShort(Reply reply) => reply.Text.Length < 9;
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
