using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class GrantTests
{
    private const string Rule = "SOP0203";

    [Theory]
    [InlineData("Impact.Customers")]
    [InlineData("Impact.Customers | Impact.Legal")]
    public Task Silent_with_a_grant(string granted) => CheckAsync(Sop("Writes<Helpdesk>(Impact.Customers)", Grant(granted)));

    [Fact]
    public Task Silent_with_a_grant_for_each_impact_in_lines_of_their_own() =>
        CheckAsync(Sop("Writes<Helpdesk>(Impact.Customers | Impact.Money)", Grant("Impact.Customers") + Grant("Impact.Money")));

    [Theory]
    [InlineData("Writes<Helpdesk>")]
    [InlineData("Writes<Helpdesk>(Impact.None)")]
    [InlineData("Writes<Helpdesk>(Irreversible = true)")]
    [InlineData("Drafts<Helpdesk>")]
    public Task Silent_about_access_without_impact(string access) => CheckAsync(Sop(access));

    [Fact]
    public Task Silent_about_what_a_person_writes() => CheckAsync(
        """[Sop("A")] public partial class A1 : Sop<Ticket> { [HumanStep<Support>("Send it"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Ticket ticket); }""");

    [Fact]
    public async Task No_grant() => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk' without a grant: add [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = …, On = …, Because = …)] in Grants.cs",
        (await CheckAsync(Sop("Writes<Helpdesk>({|SOP0203:Impact.Customers|})"))).Message(Rule));

    [Fact]
    public async Task One_of_several_impacts_is_not_granted() => Assert.Contains(
        "without a grant: add [assembly: Grant<Answer, Helpdesk>(Impact.Money | Impact.Legal, By = …, On = …, Because = …)]",
        (await CheckAsync(Sop("Writes<Helpdesk>({|SOP0203:Impact.Customers | Impact.Money | Impact.Legal|})", Grant("Impact.Customers")))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task The_grant_of_another_tool_covers_nothing() => CheckAsync(Sop("Writes<Ledger>({|SOP0203:Impact.Customers|})", Grant("Impact.Customers")));

    [Fact]
    public Task The_grant_of_another_SOP_covers_nothing() => CheckAsync(
        Sop("Writes<Helpdesk>({|SOP0203:Impact.Customers|})", Grant("Impact.Customers").Replace("<Team.Answer", "<Team.Other", StringComparison.Ordinal))
        + "\npublic abstract class Other : Sop;");

    [Fact]
    public async Task A_grant_that_has_ended() => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk', but the grant for it ended on 2026-09-30: grant it again with [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = …, On = …, Because = …)]",
        (await CheckAsync(Ending("2026-09-30", "{|SOP0203:Impact.Customers|}").WithProperty("SopAsOf", "2026-10-01"))).Message(Rule));

    [Fact]
    public async Task Of_several_that_have_ended_the_last_one_is_named() => Assert.Contains(
        "but the grant for it ended on 2026-09-30: ",
        (await CheckAsync(SopProject.Of(Sop(
            "Writes<Helpdesk>({|SOP0203:Impact.Customers|})",
            string.Concat(new[] { "2026-03-31", "2026-09-30", "2025-12-31" }.Select(day => Grant("Impact.Customers").Replace(", By", $", Until = \"{day}\", By", StringComparison.Ordinal))))).WithProperty("SopAsOf", "2026-10-01"))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-09-30")]
    [InlineData("2026-01-01")]
    [InlineData("")]
    [InlineData("tomorrow")]
    public Task A_grant_covers_until_its_last_day(string asOf) => CheckAsync(Ending("2026-09-30", "Impact.Customers").WithProperty("SopAsOf", asOf));

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-12-31")]
    public Task A_grant_covers_from_its_first_day_on(string asOf) => CheckAsync(Between("2026-10-01", "2026-12-31").WithProperty("SopAsOf", asOf));

    [Fact]
    public async Task A_grant_that_is_to_come() => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk', but the grant for it begins on 2026-10-01: wait until then, or grant it from today on with [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = …, On = …, Because = …)]",
        (await CheckAsync(Between("2026-10-01", "2026-12-31", "{|SOP0203:Impact.Customers|}").WithProperty("SopAsOf", "2026-09-30"))).Message(Rule));

    [Fact]
    public async Task Between_one_that_has_ended_and_others_to_come_the_next_one_is_named() => Assert.Contains(
        "but the grant for it begins on 2026-11-01: ",
        (await CheckAsync(SopProject.Of(Sop(
            "Writes<Helpdesk>({|SOP0203:Impact.Customers|})",
            Dated("2026-12-01", "2026-12-31") + Dated("2026-11-01", "2026-11-30") + Dated("2026-01-01", "2026-09-30"))).WithProperty("SopAsOf", "2026-10-01"))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("2026-12-31")]
    [InlineData("2028-01-01")]
    public async Task A_grant_that_ends_before_it_begins_covers_nothing_on_any_day(string asOf) => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk', but the grant for it ends on 2026-12-31, before it begins on 2027-10-01: let it end later",
        (await CheckAsync(Between("2027-10-01", "2026-12-31", "{|SOP0203:Impact.Customers|}").WithProperty("SopAsOf", asOf))).Message(Rule));

    [Fact]
    public Task Without_a_day_every_grant_has_begun() => CheckAsync(Between("2999-01-01", "2999-12-31"));

    [Fact]
    public Task A_first_day_that_cannot_be_read_is_the_finding_of_another_rule() => CheckAsync(Between("soon", "2026-12-31").WithProperty("SopAsOf", "2026-10-01"));

    [Fact]
    public Task Without_a_day_no_rule_looks_at_a_clock() => CheckAsync(Ending("1999-12-31", "Impact.Customers"));

    [Fact]
    public Task A_day_that_cannot_be_read_is_the_finding_of_another_rule() => CheckAsync(Ending("soon", "Impact.Customers").WithProperty("SopAsOf", "2026-10-01"));

    [Fact]
    public Task Every_step_that_writes_is_flagged_whether_it_is_reached_or_not() => CheckAsync("""
        [Sop("A")] public partial class A1 : Sop<Ticket>
        {
            [AutomatedStep("Send it"), Writes<Helpdesk>({|SOP0203:Impact.Customers|}), Writes<Ledger>({|SOP0203:Impact.Money|}), Next(End.Completed)] public Task Send(Ticket ticket) => Task.CompletedTask;
            [AiStep<Writer>("Send it again"), Prompt("{ticket.Body}"), Writes<Helpdesk>({|SOP0203:Impact.Customers|}, Irreversible = true)] public partial Task SendAgain(Ticket ticket);
        }
        """);

    [Fact]
    public Task Silent_while_the_shape_is_wrong() => CheckAsync(Sop("Writes<Helpdesk>(Impact.Customers), Next(\"Nowhere\")"));

    private static SopProject Ending(string until, string impact) =>
        Sop($"Writes<Helpdesk>({impact})", Grant("Impact.Customers").Replace(", By", $", Until = \"{until}\", By", StringComparison.Ordinal));

    private static SopProject Between(string on, string until, string impact = "Impact.Customers") => Sop($"Writes<Helpdesk>({impact})", Dated(on, until));

    private static string Dated(string on, string until) => Grant("Impact.Customers").Replace(", By", $", On = \"{on}\", Until = \"{until}\", By", StringComparison.Ordinal);

    private static string Grant(string impact) => $"[assembly: Grant<Team.Answer, Helpdesk>({impact}, By = typeof(Founder))]\n";

    private static string Sop(string access, string grants = "") => $$"""
        {{grants}}
        namespace Team;

        [Sop("Answer a ticket")]
        public sealed partial class Answer : Sop<Ticket>
        {
            [AutomatedStep("Send it"), {{access}}] public Task Send(Ticket ticket) => Task.CompletedTask;
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
