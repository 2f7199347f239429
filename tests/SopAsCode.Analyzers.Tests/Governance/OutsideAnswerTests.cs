using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class OutsideAnswerTests
{
    private const string Rule = "SOP0504";
    private const string Sort = "[AiStep<Sorter>(\"Sort it\"), Prompt(\"{ticket.Body}\")] public partial Task<Triage> Sort(Ticket ticket);";
    private const string Limit = "Limit(\"Macros\", When = {|SOP0504:nameof(IsSimple)|}, PerDay = 50, Since = \"2026-09-14\")";
    private const string Apply = "[AutomatedStep(\"Apply it\"), Writes<Helpdesk>(Impact.Customers), " + Limit + "] public partial Task Apply(Triage triage);";
    private const string IsSimple = "[Condition(\"It is simple\")] static bool IsSimple(Triage triage) => triage.Urgency < 3;";

    [Fact]
    public async Task A_limit_that_only_asks_the_AI() => Assert.Equal(
        "Sort → Apply: the [Limit] of 'Answer.Apply' only asks what 'Sort' answered over outside content, whose writer can steer it: let 'IsSimple' read your own data too",
        (await CheckAsync(Sop(Sort, Apply, IsSimple))).Message(Rule));

    [Fact]
    public Task What_automation_made_of_the_answer_is_no_better() => CheckAsync(Sop(
        Sort,
        "[AutomatedStep(\"Score it\")] public partial Task<Verdict> Score(Triage triage);",
        Apply,
        "[Condition(\"It is simple\")] static bool IsSimple(Verdict verdict) => verdict == Verdict.Fine;"));

    [Fact]
    public async Task Nor_does_the_content_itself_help() => Assert.Contains(
        "only asks outside content and what 'Sort' answered over it, whose writer",
        (await CheckAsync(Sop(Sort, Apply, "[Condition(\"It is simple\")] static bool IsSimple(Triage triage, Ticket ticket) => !ticket.HighValue;"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_step_in_between_that_makes_nothing_changes_nothing() => Assert.Contains(
        "Sort → Note → Apply:",
        (await CheckAsync(Sop(Sort, "[AutomatedStep(\"Note it\")] public partial Task Note(Triage triage);", Apply, IsSimple))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task A_checkpoint_that_said_no_approved_nothing() => CheckAsync(Sop(
        Sort, "[Checkpoint<Support>(\"Review it\"), Next(End.Completed), OnReject(nameof(Apply))] public partial Task Review(Triage triage);", Apply, IsSimple));

    [Fact]
    public Task What_a_wait_brought_is_from_outside() => CheckAsync(Sop(
        "[WaitFor(\"It comes\")] public partial Task<Ticket> Come();", Sort, Apply, IsSimple).Replace("Sop<Ticket>", "Sop", StringComparison.Ordinal));

    [Fact]
    public Task Silent_where_the_condition_reads_what_own_systems_know() => CheckAsync(Plain(
        "[AutomatedStep(\"Look it up\")] public partial Task<Invoice> LookUp();",
        Sort,
        Apply,
        "[Condition(\"It is simple\")] static bool IsSimple(Triage triage, Invoice invoice) => invoice.Cents < 100;"));

    [Theory]
    [InlineData("[Checkpoint<Support>(\"Review it\")] public partial Task Review(Triage triage);")]
    [InlineData("[Checkpoint<Support>(\"Review it\")] public partial Task<Triage> Review(Ticket ticket);")]
    [InlineData("[HumanStep<Support>(\"Do it anew\")] public partial Task<Triage> Anew(Ticket ticket);")]
    public Task Silent_where_a_person_looked(string step) => CheckAsync(Plain(Sort, step, Apply, IsSimple));

    [Fact]
    public Task Silent_where_a_person_looked_at_the_content() => CheckAsync(Plain("[Checkpoint<Support>(\"Review it\")] public partial Task Review(Ticket ticket);", Sort, Apply, IsSimple));

    [Fact]
    public Task Silent_where_nothing_comes_from_outside() => CheckAsync(
        Plain("[AutomatedStep(\"Read it\")] public partial Task<Ticket> Read();", Sort, Apply, IsSimple).Replace("Sop<Ticket>", "Sop", StringComparison.Ordinal));

    [Theory]
    [InlineData("Writes<Helpdesk>(Impact.Customers)", "Writes<Helpdesk>")]
    [InlineData(", PerDay = 50", "")]
    public Task Silent_where_there_is_no_autonomy_to_speak_of(string before, string after) => CheckAsync(Plain(Sort, Apply.Replace(before, after, StringComparison.Ordinal), IsSimple));

    [Fact]
    public async Task The_fix_has_a_person_look_first()
    {
        var fixedUp = await FixRun.ApplyAsync(Plain(Sort, Apply, IsSimple), Rule, "Insert a checkpoint for Support", mayBring: ["SOP0303"]);
        Assert.Contains("[Checkpoint<Support>(\"Review the triage before step 'Apply it'\")]", fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.Contains("public partial Task<Triage> ReviewTriage(Triage triage);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_says_who_decides() => FixRun.AssertOnlyByHandAsync(Plain(Sort, Apply, IsSimple), Rule);

    [Fact]
    public Task No_fix_where_the_step_does_not_read_the_answer() =>
        FixRun.AssertNoneOfferedAsync(Plain(Sort, Apply.Replace("Apply(Triage triage)", "Apply(Ticket ticket)", StringComparison.Ordinal), IsSimple), Rule);

    private static string Plain(params string[] members) => Sop(members).Replace("{|SOP0504:nameof(IsSimple)|}", "nameof(IsSimple)", StringComparison.Ordinal);

    private static string Sop(params string[] members) => $$"""
        [Sop("Answer")]
        [Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            {{string.Join("\n\n    ", members)}}
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
