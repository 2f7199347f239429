using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class OwnWorkTests
{
    private const string Rule = "SOP0305";
    private const string Write = """    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""";
    private const string Approve = """    [{|SOP0305:Checkpoint<Support>("Approve it")|}] public partial Task Approve(Reply reply);""";
    private const string ByFounder = """    [{|SOP0305:Checkpoint<Founder>("Approve it")|}] public partial Task Approve(Reply reply);""";

    [Fact]
    public async Task The_same_role()
    {
        var run = await CheckAsync(null, Write, Approve);
        Assert.Equal("At checkpoint 'Answer.Approve' 'Support' approves the 'Reply' that 'Support' made in 'Write', so nobody else looks at it: let another role decide", run.Message(Rule));
        Assert.Equal(["Write", "Approve"], run.Single(Rule).AlsoText());
    }

    [Fact]
    public Task Another_role() => CheckAsync(null, Write, Oversight.Unmarked(ByFounder));

    [Fact]
    public Task One_holder_of_the_role() => CheckAsync("[Holder<Support>(\"ana@example.com\"), Holder<Support>(\"Ana@example.com \")]", Write, Approve);

    [Fact]
    public Task Silent_with_several_holders_of_the_role() =>
        CheckAsync("[Holder<Support>(\"ana@example.com\"), Holder<Support>(\"ben@example.com\")]", Write, Oversight.Unmarked(Approve));

    [Fact]
    public async Task One_person_holds_both_roles() => Assert.Equal(
        "At checkpoint 'Answer.Approve' 'Founder' approves the 'Reply' that 'Support' made in 'Write', and 'ana@example.com' is the only holder of both roles: let another role decide, or name another holder in the policy",
        (await CheckAsync("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\")]", Write, ByFounder)).Message(Rule));

    [Theory]
    [InlineData("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Support>(\"ana@example.com\"), Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\")]")]
    [InlineData("[Holder<Support>(\"TBD\"), Holder<Founder>(\"TBD\")]")]
    [InlineData("[Holder<Founder>(\"ana@example.com\")]")]
    public Task Silent_where_others_hold_one_of_the_roles(string policy) => CheckAsync(policy, Write, Oversight.Unmarked(ByFounder));

    [Fact]
    public Task Silent_in_a_house_of_one_person() => CheckAsync("[OnePersonTeam]", Write, Oversight.Unmarked(Approve));

    [Fact]
    public Task Silent_where_something_else_made_it_anew() => CheckAsync(
        null, Write, """    [AutomatedStep("Format it")] public Task<Reply> Format(Reply reply) => Task.FromResult(reply);""", Oversight.Unmarked(Approve));

    [Theory]
    [InlineData("public Task<Triage> Note(Reply reply) => Task.FromResult(new Triage(\"\", 1, null));")]
    [InlineData("public Task Note(Reply reply) => Task.CompletedTask;")]
    public Task Steps_that_leave_the_value_alone_change_nothing(string note) => CheckAsync(null, Write, $"    [AutomatedStep(\"Note it\")] {note}", Approve);

    [Fact]
    public Task Silent_about_background_beside_what_an_AI_made() => CheckAsync(
        null,
        """    [HumanStep<Support>("Take it down")] public partial Task<Triage> TakeDown(Ticket ticket);""",
        Govern.Draft,
        """    [Checkpoint<Support>("Review it")] public partial Task<Reply> Review(Triage triage, Reply reply);""",
        Govern.Send);

    [Theory]
    [InlineData("Task<Triage>", "Reply reply")]
    [InlineData("Task", "Reply reply, Triage triage")]
    public Task But_what_is_handed_back_or_written_is_no_background(string returns, string sent) => CheckAsync(
        null,
        """    [HumanStep<Support>("Take it down")] public partial Task<Triage> TakeDown(Ticket ticket);""",
        Govern.Draft,
        $"    [{{|SOP0305:Checkpoint<Support>(\"Review it\")|}}] public partial {returns} Review(Triage triage, Reply reply);",
        Govern.Send.Replace("Reply reply", sent, StringComparison.Ordinal));

    [Theory]
    [InlineData("Checkpoint<>")]
    [InlineData("Checkpoint<Nobody>")]
    public Task Silent_while_half_typed(string checkpoint) => AnalyzerRun.CheckAsync(
        Oversight.HalfTyped(Govern.Sop(Write, Oversight.Unmarked(Approve).Replace("Checkpoint<Support>", checkpoint, StringComparison.Ordinal))), [Rule]);

    private static Task<AnalyzerRun> CheckAsync(string? policy, params string[] steps)
    {
        var project = SopProject.Of(Govern.Sop(steps));
        return AnalyzerRun.CheckAsync(policy is null ? project : project.WithPolicy(policy), [Rule]);
    }
}
