using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class AllowedTests
{
    private const string Rule = "SOP0205";

    [Theory]
    [InlineData("[Allow<Writer>(UpTo = DataClass.Personal)]")]
    [InlineData("[AllowTool<Helpdesk>(Access.Read), AllowTool<Helpdesk>(Access.Draft)]")]
    [InlineData("[AllowTool<Helpdesk>(Access.Write)]")]
    [InlineData("[Cap(Impact.Money, Level.ReadOnly)]")]
    public Task Silent_with_what_the_policy_allows(string policy) => CheckAsync(Sop("AiStep<Writer>", "Drafts<Helpdesk>", policy));

    [Fact]
    public Task Silent_without_a_policy() => CheckAsync(Sop("AiStep<Writer>", "Drafts<Helpdesk>", "").Replace("public sealed class House : Policy;", "", StringComparison.Ordinal));

    [Fact]
    public async Task An_agent_that_is_not_allowed() => Assert.Equal(
        "'Answer.Draft' is done by 'Writer', which the policy does not allow: use an allowed agent, or add [Allow<Writer>(UpTo = …)] to the policy",
        (await CheckAsync(Sop("{|SOP0205:AiStep<Writer>(\"Draft\", Level = Level.DraftOnly)|}", "Drafts<Helpdesk>", "[Allow<Sorter>]"))).Message(Rule));

    [Fact]
    public async Task A_tool_that_is_not_allowed() => Assert.Equal(
        "'Answer.Draft' drafts in 'Helpdesk', a tool that the policy does not allow: do without it, or add [AllowTool<Helpdesk>(Access.Draft)] to the policy",
        (await CheckAsync(Sop("AiStep<Writer>", "{|SOP0205:Drafts<Helpdesk>|}", "[AllowTool<Ledger>(Access.Write)]"))).Message(Rule));

    [Fact]
    public async Task A_tool_that_is_not_allowed_that_far() => Assert.Equal(
        "'Answer.Draft' drafts in 'Helpdesk', but the policy allows only up to Access.Read there: do without it, or raise it to [AllowTool<Helpdesk>(Access.Draft)]",
        (await CheckAsync(Sop("AiStep<Writer>", "{|SOP0205:Drafts<Helpdesk>|}, Reads<Helpdesk>", "[AllowTool<Helpdesk>(Access.Read)]"))).Message(Rule));

    [Fact]
    public async Task One_gap_is_said_once()
    {
        var run = await CheckAsync(Steps("{|SOP0205:AiStep<Writer>(\"A\")|}, {|SOP0205:Reads<Helpdesk>|}", "AiStep<Writer>(\"B\"), Drafts<Helpdesk>", "AiStep<Writer>(\"C\"), Reads<Helpdesk>, {|SOP0205:Reads<Website>|}"));
        Assert.Equal(
            [
                "'Answer.A' is done by 'Writer', which the policy does not allow: use an allowed agent, or add [Allow<Writer>(UpTo = …)] to the policy (the same at 'B' and 'C')",
                "'Answer.A' reads 'Helpdesk', a tool that the policy does not allow: do without it, or add [AllowTool<Helpdesk>(Access.Draft)] to the policy (the same at 'B' and 'C')",
                "'Answer.C' reads 'Website', a tool that the policy does not allow: do without it, or add [AllowTool<Website>(Access.Read)] to the policy",
            ],
            run.Findings.Select(finding => finding.Message));
        Assert.Equal([2, 2, 0], run.Findings.Select(finding => finding.RelatedPlaces.Count));
    }

    [Fact]
    public async Task Twice_in_one_step_is_said_once_too() => Assert.EndsWith(
        "to the policy",
        (await CheckAsync(Steps("AiStep<Sorter>(\"A\"), {|SOP0205:Reads<Helpdesk>|}, Drafts<Helpdesk>", "AiStep<Sorter>(\"B\")", "AiStep<Sorter>(\"C\")"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_waiver_of_one_step_is_for_that_step()
    {
        const string waiver = ", Waive(\"SOP0205\", Because = \"A trial\", By = typeof(Founder), Until = \"2027-01-31\")";
        var run = await AnalyzerRun.CheckAsync(
            Steps("{|SOP1100:AiStep<Writer>(\"A\")|}" + waiver, "{|SOP0205:AiStep<Writer>(\"B\")|}", "AiStep<Writer>(\"C\")"), [Rule, "SOP1100", "SOP1103"]);
        Assert.StartsWith("'Answer.B'", run.Message(Rule), StringComparison.Ordinal);
        Assert.EndsWith("(the same at 'C')", run.Message(Rule), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AiStep<Writ>", "Drafts<Helpdesk>", "[Allow<Sorter>]")]
    [InlineData("AiStep<Writer>", "Drafts<Help>", "[AllowTool<Ledger>(Access.Write)]")]
    [InlineData("AiStep<Writer>", "Drafts<Helpdesk>", "[AllowTool<Ledger>(Access.Write), AllowTool<Help>(Access.Write)]")]
    [InlineData("AiStep<Writer>", "Drafts<Helpdesk>", "[AllowTool<Ledger>(Access.Write), AllowTool<Helpdesk>(Access.)]")]
    [InlineData("AiStep<Writer>", "Drafts<Helpdesk>", "[Allow<Sorter>, Al]")]
    public Task Silent_while_it_is_being_typed(string kind, string access, string policy) => CheckAsync(SopProject.Of(Sop(kind, access, policy)).ThatDoesNotCompile());

    private static string Sop(string kind, string access, string policy) => $$"""
        namespace Team;

        {{policy}} public sealed class House : Policy;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [{{kind}}, Prompt("{ticket.Body}"), {{access}}] public partial Task<Reply> Draft(Ticket ticket);

            [HumanStep<Support>("Do it")] public partial Task DoIt(Reply reply);
        }
        """;

    private static string Steps(string a, string b, string c) => $$"""
        namespace Team;

        [Allow<Sorter>(UpTo = DataClass.Personal), AllowTool<Ledger>(Access.Write)] public sealed class House : Policy;

        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            [{{a}}] public partial Task<Reply> A(Ticket ticket);
            [{{b}}] public partial Task<Triage> B(Ticket ticket);
            [{{c}}] public partial Task<Article> C(Ticket ticket);
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
