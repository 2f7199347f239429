using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A limit needs no condition where no AI made what the step takes, and none decided that a run comes there.</summary>
public class FixedLimitTests
{
    private const string Says = "Limit(\"One fixed sentence\", PerDay = 20, Since = \"2026-09-01\", Evidence = \"By hand for a year\")";
    private static readonly string[] Rules = ["SOP0201", "SOP0208", "SOP0209", "SOP0301", "SOP0314", "SOP0317"];

    [Theory]
    [InlineData("Ticket ticket")]
    [InlineData("")]
    public Task An_acknowledgement(string takes) => CheckAsync(Step("Ack", takes));

    [Theory]
    [InlineData("""    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""")]
    [InlineData("""    [AutomatedStep("Look it up")] public Task<Reply> Find(Ticket ticket) => Task.FromResult(new Reply(""));""")]
    [InlineData("""    [WaitFor("It comes")] public partial Task<Reply> Come(Ticket ticket);""")]
    public Task What_a_person_or_code_made(string before) => CheckAsync(before, Step("Ack", "Reply reply"));

    [Fact]
    public Task An_AI_that_comes_later_or_beside_it_changes_nothing() => CheckAsync(Step("Ack", "Ticket ticket"), Govern.Draft, """    [HumanStep<Support>("Answer")] public partial Task Tell(Reply reply);""");

    [Fact]
    public Task An_AIs_value_that_it_does_not_take_changes_nothing() => CheckAsync(Govern.Draft, Step("Ack", "Ticket ticket"));

    [Fact]
    public Task What_an_AI_made() => CheckAsync(Govern.Draft, Step("{|SOP0301:Ack|}", "Reply reply"));

    [Fact]
    public Task What_is_made_from_what_an_AI_made() => CheckAsync(
        Govern.Draft,
        """    [AutomatedStep("Wrap it")] public Task<Article> Wrap(Reply reply) => Task.FromResult(new Article("", reply.Text));""",
        Step("{|SOP0301:Ack|}", "Article article"));

    [Fact]
    public Task Where_an_AI_decided() => CheckAsync(
        Govern.Draft.Replace("] public", ", Next(nameof(Ack), When = nameof(IsBad)), Next(End.Completed)] public", StringComparison.Ordinal), Step("{|SOP0301:Ack|}", "Ticket ticket"));

    [Fact]
    public Task What_an_AI_left_in_the_tool() => CheckAsync(
        Govern.Draft.Replace("Prompt(", "Drafts<Helpdesk>, Prompt(", StringComparison.Ordinal), Step("{|SOP0201:Ack|}", ""));

    [Fact]
    public Task What_an_AI_made_and_a_person_approved_is_still_an_AIs() =>
        CheckAsync(Govern.Draft, Govern.Review, Step("Ack", "Reply reply").Replace(Says, $"{{|SOP0208:{Says}|}}", StringComparison.Ordinal));

    [Fact]
    public Task An_AI_itself() => CheckAsync(
        $"    [AiStep<Writer>(\"Send it\", Level = Level.Autonomous), Prompt(\"{{ticket.Body}}\"), Writes<Helpdesk>(Impact.Customers), {Says}] public partial Task<Reply> {{|SOP0301:Draft|}}(Ticket ticket);");

    [Theory]
    [InlineData("Limit(\"One fixed sentence\", Since = \"2026-09-01\", Evidence = \"By hand\")")]
    [InlineData("Limit(\"One fixed sentence\", PerDay = 20, Evidence = \"By hand\")")]
    public Task The_rest_is_asked_for_as_before(string says) => CheckAsync(Step("{|SOP0201:Ack|}", "Ticket ticket").Replace(Says, says, StringComparison.Ordinal));

    [Fact]
    public Task Evidence_is_asked_for_as_before() =>
        CheckAsync(Step("Ack", "Ticket ticket").Replace(Says, "{|SOP0209:Limit(\"One fixed sentence\", PerDay = 20, Since = \"2026-09-01\")|}", StringComparison.Ordinal));

    [Fact]
    public Task What_an_AI_of_an_awaited_SOP_made() => AnalyzerRun.CheckAsync(
        Govern.Sop(
            """    [Handoff<Write>("Have it written", Wait = true, Result = typeof(Reply)), Due(Days = 2)] public partial Task Ask(Ticket ticket);""",
            Step("{|SOP0301:Ack|}", "Reply reply"))
        + """
          [Sop("Write"), Owner<Support>] public sealed partial class Write : Sop<Ticket>
          {
              [AiStep<Writer>("Write"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);
          }
          """,
        Rules);

    private static string Step(string name, string takes) =>
        $"    [AutomatedStep(\"Say that we got it\"), Writes<Helpdesk>(Impact.Customers), {Says}] public Task {name}({takes}) => Task.CompletedTask;";

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), Rules);
}
