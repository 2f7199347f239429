using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class QuorumTests
{
    private const string Rule = "SOP0320";
    private const string Write = """    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""";
    private const string Three = "[Holder<Founder>(\"ana@example.com\"), Holder<Support>(\"ben@example.com\"), Holder<Founder>(\"cho@example.com\")]";

    [Fact]
    public async Task Fewer_people_hold_the_role() => Assert.Equal(
        "'Answer.Approve' needs three different people as 'Founder', and there is only 'ana@example.com' and 'cho@example.com': name another holder in the policy, or lower Approvals",
        (await CheckAsync(Three, Write, Approve("Approvals = {|SOP0320:3|}"))).Message(Rule));

    [Fact]
    public Task One_person_who_holds_the_role_twice_is_one() =>
        CheckAsync("[Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\" Ana@Example.com\")]", Write, Approve("Approvals = {|SOP0320:2|}"));

    [Fact]
    public Task One_person_in_a_role_and_one_that_derives_from_it_is_one() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Write, Approve("Approvals = {|SOP0320:2|}", "Junior")))
            .With("Roles.cs", "namespace Desk; public class Junior : Role; public sealed class Senior : Junior;")
            .WithPolicy("[Holder<Junior>(\"ana@example.com\"), Holder<Senior>(\"ana@example.com\")]"),
        [Rule]);

    [Fact]
    public Task Holders_of_a_derived_role_count() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Write, Approve("Approvals = 2", "Junior")))
            .With("Roles.cs", "namespace Desk; public class Junior : Role; public sealed class Senior : Junior;")
            .WithPolicy("[Holder<Junior>(\"ana@example.com\"), Holder<Senior>(\"ben@example.com\")]"),
        [Rule]);

    [Theory]
    [InlineData("Approvals = 2", Three)]
    [InlineData("Approvals = 1", "[Holder<Founder>(\"ana@example.com\")]")]
    [InlineData("Approvals = 2", "[MaxSteps(9)]")]
    [InlineData("Approvals = 2", "[Holder<Support>(\"ana@example.com\")]")]
    [InlineData("NotBy = nameof(Write)", Three)]
    [InlineData("Approvals = 2, NotBy = nameof(Write)", Three)]
    public Task Silent_where_enough_can(string says, string policy) => CheckAsync(policy, Write, Approve(says));

    [Theory]
    [InlineData("31")]
    [InlineData("2147483647")]
    public async Task So_many_never_say_yes(string says) =>
        Assert.EndsWith("which never happens: set Approvals to at most 30", (await CheckAsync("[MaxSteps(9)]", Write, Approve($"Approvals = {{|SOP0320:{says}|}}"))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public async Task A_team_of_one_can_not_be_two() => Assert.Equal(
        "'Answer.Approve' asks two different people to say yes, and the policy says that the team is one: lower Approvals",
        (await CheckAsync("[OnePersonTeam]", Write, Approve("Approvals = {|SOP0320:2|}"))).Message(Rule));

    [Fact]
    public async Task A_team_of_one_can_not_keep_anybody_away() => Assert.Equal(
        "'Answer.Approve' keeps away whoever did 'Look', and the policy says that the team is one person: remove NotBy",
        (await CheckAsync("[OnePersonTeam]", Write, Look, Approve("NotBy = {|SOP0320:nameof(Look)|}"))).Message(Rule));

    [Fact]
    public async Task Nobody_is_left_besides_who_did_the_step() => Assert.Equal(
        "'Answer.Approve' needs one person as 'Founder', and there is nobody besides 'ana@example.com', who did 'Look': name another holder in the policy",
        (await CheckAsync("[Holder<Founder>(\"ana@example.com\"), Holder<Support>(\"ben@example.com\")]", Write, Look, Approve("NotBy = {|SOP0320:nameof(Look)|}"))).Message(Rule));

    [Fact]
    public Task The_one_who_made_what_is_approved_is_none_of_two() => CheckAsync(
        "[Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\"), Holder<Support>(\"ana@example.com\")]", Write, Approve("Approvals = {|SOP0320:2|}"));

    [Fact]
    public Task The_doer_and_the_maker_are_none_of_two_together() => CheckAsync(
        "[Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\"), Holder<Founder>(\"cho@example.com\"), Holder<Support>(\"ana@example.com\"), Holder<Finance>(\"ben@example.com\")]",
        Write,
        """    [HumanStep<Finance>("Look at it")] public partial Task Look(Ticket ticket);""",
        Approve("Approvals = {|SOP0320:2|}, NotBy = nameof(Look)"));

    [Fact]
    public Task What_two_branches_did_does_not_count_together() => CheckAsync(
        "[Holder<Founder>(\"ana@example.com\"), Holder<Founder>(\"ben@example.com\"), Holder<Founder>(\"cho@example.com\"), Holder<Support>(\"ana@example.com\"), Holder<Finance>(\"ben@example.com\")]",
        """    [HumanStep<Founder>("Begin"), Next(nameof(Write), When = nameof(IsHighValue)), Next(nameof(Look))] public partial Task Begin(Ticket ticket);""",
        Write.Replace("] public", ", Next(nameof(Approve))] public", StringComparison.Ordinal),
        """    [HumanStep<Finance>("Look at it")] public partial Task Look(Ticket ticket);""",
        Approve("Approvals = 2, NotBy = nameof(Look)").Replace("Reply reply", "Reply? reply", StringComparison.Ordinal));

    [Fact]
    public async Task One_cause_has_one_finding()
    {
        var policy = "[Holder<Founder>(\"ana@example.com\"), Holder<Support>(\"ana@example.com\")]";
        var run = await AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(Write, Approve("Approvals = {|SOP0320:2|}"))).WithPolicy(policy), [Rule, "SOP0305"]);
        Assert.Single(run.Findings);
    }

    [Fact]
    public Task Silent_where_the_checkpoint_keeps_away_who_made_it() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Write, """    [Checkpoint<Support>("Approve it", NotBy = nameof(Write))] public partial Task Approve(Reply reply);""")), [Rule, "SOP0305"]);

    [Theory]
    [InlineData("Approvals = 0")]
    [InlineData("Approvals = -1")]
    public async Task Nobody_is_no_number(string says) => Assert.EndsWith(
        "but at least one person must approve",
        (await AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(Write, Approve($"Approvals = {{|SOP0005:{says["Approvals = ".Length..]}|}}"))), ["SOP0005"])).Message("SOP0005"),
        StringComparison.Ordinal);

    private const string Look = """    [HumanStep<Founder>("Look at it")] public partial Task Look(Ticket ticket);""";

    private static string Approve(string says, string role = "Founder") => $"    [Checkpoint<{role}>(\"Approve it\", {says})] public partial Task Approve(Reply reply);";

    private static Task<AnalyzerRun> CheckAsync(string policy, params string[] steps) => AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(steps)).WithPolicy(policy), [Rule]);
}
