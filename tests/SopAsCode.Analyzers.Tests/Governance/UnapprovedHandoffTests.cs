using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class UnapprovedHandoffTests
{
    private const string Rule = "SOP0906";
    private const string Type = """    [HumanStep<Support>("Type it")] public partial Task<Reply> Type(Ticket ticket);""";
    private const string Review = """    [Checkpoint<Founder>("Review it")] public partial Task Review(Reply reply);""";
    private const string Hand = """    [Handoff<Send>("Have it sent")] public partial Task Hand(Reply reply);""";
    private const string Marked = """    [Handoff<Send>("Have it sent")] public partial Task {|SOP0906:Hand|}(Reply reply);""";
    private const string Unapproved = """[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;""";

    [Fact]
    public async Task To_an_SOP_of_another_project() => Assert.Equal(
        "Type → Hand: 'Answer.Hand' hands work to SOP 'Send', which writes what touches customers unapproved: put a checkpoint with [Due] before it",
        (await AcrossAsync(Unapproved, Type, Marked)).Message(Rule));

    [Fact]
    public Task Made_anew_after_the_approval() => AcrossAsync(
        Unapproved, Type, Review, """    [AutomatedStep("Add the footer")] public Task<Reply> Add(Reply reply) => Task.FromResult(reply);""", Marked);

    [Fact]
    public async Task Made_by_the_code_of_the_hand_off_after_the_approval() => Assert.Equal(
        "'Answer.Hand' hands a 'Reply' that its own code makes to SOP 'Send', which writes what touches customers unapproved: hand over an approved value, or parts of one, unchanged",
        (await AcrossAsync(
            Unapproved, Type, Review, """    [Handoff<Send>("Have it sent")] public Task<Reply> {|SOP0906:Hand|}(Reply reply) => Task.FromResult(reply with { Text = reply.Text + "!" });""")).Message(Rule));

    [Theory]
    [InlineData("public Task<Reply> Hand(Reply reply) => Task.FromResult(reply);")]
    [InlineData("public async Task<Reply> Hand(Reply reply) { await Task.Yield(); return reply; }")]
    [InlineData("public Task<IReadOnlyList<Reply>> Hand(Reply reply) => Task.FromResult<IReadOnlyList<Reply>>([reply]);")]
    public Task Silent_where_the_code_of_the_hand_off_takes_it_unchanged(string hand) => AcrossAsync(Unapproved, Type, Review, $"    [Handoff<Send>(\"Have it sent\")] {hand}");

    [Fact]
    public Task Silent_where_the_other_SOP_approves_what_the_code_of_the_hand_off_makes() => AcrossAsync(
        """[Checkpoint<Support>("Look")] public partial Task Look(Reply reply); """ + Unapproved,
        Type,
        Review,
        """    [Handoff<Send>("Have it sent")] public Task<Reply> Hand(Reply reply) => Task.FromResult(reply with { Text = reply.Text + "!" });""");

    [Fact]
    public Task Silent_where_it_is_approved_before() => AcrossAsync(Unapproved, Type, Review, Hand);

    [Fact]
    public Task Silent_where_the_other_SOP_approves_it() => AcrossAsync("""[Checkpoint<Support>("Look")] public partial Task Look(Reply reply); """ + Unapproved, Type, Hand);

    [Fact]
    public Task Silent_where_the_other_SOP_writes_inside_a_limit() => AcrossAsync(
        Unapproved.Replace("[Auto", "[Limit(\"Short\", When = nameof(IsShort), PerDay = 5, Since = \"2026-09-14\"), Auto", StringComparison.Ordinal), Type, Hand);

    [Fact]
    public async Task To_an_SOP_that_hands_it_on() => Assert.Equal(
        "Type → Hand: 'Answer.Hand' hands work to SOP 'Send', and so to 'Mail', which writes what touches customers unapproved: put a checkpoint with [Due] before it",
        (await AcrossAsync(
            """[Handoff<Mail>("Have it mailed")] public partial Task Do(Reply reply); } [Sop("Mail it"), Owner<Support>] public sealed partial class Mail : Sop<Reply> { """ + Unapproved,
            Type,
            Marked)).Message(Rule));

    [Fact]
    public Task Silent_in_one_project_where_the_write_itself_is_reported() => CheckAsync(SopProject.Of(Govern.Sop(Type, Hand) + Send(Unapproved)));

    [Fact]
    public Task In_one_project_where_that_is_waived() => CheckAsync(SopProject.Of(
        Govern.Sop(Type, Marked) + Send(Unapproved.Replace("[Auto", "[Waive(\"SOP0201\", Because = \"Short\", By = typeof(Founder), Until = \"2027-01-31\"), Auto", StringComparison.Ordinal))));

    private static string Send(string steps) => $$"""

        [Sop("Send a reply"), Owner<Support>]
        public sealed partial class Send : Sop<Reply>
        {
            {{steps}}
            [Condition("The reply is short")] static bool IsShort(Reply reply) => reply.Text.Length < 200;
        }
        """;

    private static Task<AnalyzerRun> AcrossAsync(string other, params string[] steps) => CheckAsync(Across.Of(
        "Team", Govern.Sop(steps), Across.Image(SopProject.Of("namespace Team;" + Send(other)) with { Name = "Other" })));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
