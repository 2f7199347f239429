using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What an SOP that is waited for approved and brings back is approved here.</summary>
public class AwaitedApprovalsTests
{
    private const string Ask = """    [Handoff<Write>("Have it written", Wait = true, Result = typeof(Reply)), Due(Days = 2)] public partial Task Ask(Ticket ticket);""";
    private const string Draft = """[AiStep<Writer>("Write"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);""";
    private const string Review = """[Checkpoint<Founder>("Review it"), Due(Days = 1)] public partial Task Review(Reply reply);""";
    private static readonly string[] Rules = ["SOP0201", "SOP0301", "SOP0303", "SOP0314", "SOP0316"];

    [Theory]
    [InlineData(Draft + Review)]
    [InlineData(Draft + """[Checkpoint<Founder>("Review it"), Due(Days = 1), OnTimeout(Fallback)] public partial Task<Reply> Review(Ticket ticket, Reply reply);""")]
    [InlineData("""[HumanStep<Support>("Write")] public partial Task<Reply> Draft(Ticket ticket); """ + Review)]
    [InlineData(Draft + """[Checkpoint<Founder>("Review it"), Due(Days = 1), OnReject(nameof(Draft), AtMost = 3)] public partial Task Review(Reply reply);""")]
    [InlineData(Draft + Review + """[HumanStep<Support>("File it")] public partial Task File(Reply reply);""")]
    [InlineData(Draft + Review + """[HumanStep<Support>("File it"), Due(Days = 1), OnTimeout(End.Completed)] public partial Task File(Reply reply);""")]
    [InlineData(Draft + Review + """[Checkpoint<Support>("Look at the rest"), Due(Days = 1)] public partial Task Look(Ticket ticket);""")]
    public Task It_needs_no_other_approval(string there) => CheckAsync(null, Write(there), Ask, Govern.Send);

    [Theory]
    [InlineData("""[HumanStep<Support>("Write")] public partial Task<Reply> Draft(Ticket ticket);""", "SOP0201")]
    [InlineData(Draft, "SOP0301")]
    [InlineData(Draft + """[Checkpoint<Founder>("Review it"), Due(Days = 1)] public partial Task Review([Context] Reply reply, Ticket ticket);""", "SOP0301")]
    [InlineData("""[HumanStep<Support>("Write")] public partial Task<Reply> Draft(Ticket ticket); [Checkpoint<Founder>("Look"), Due(Days = 1)] public partial Task Look(Ticket ticket);""", "SOP0201")]
    [InlineData(Draft + Review + """[HumanStep<Support>("Correct it")] public partial Task<Reply> Correct(Reply reply);""", "SOP0201")]
    [InlineData(Draft + Review + """[Checkpoint<Support>("Look again"), Due(Days = 1), OnReject(End.Completed)] public partial Task Look(Ticket ticket);""", "SOP0201")]
    [InlineData("""[HumanStep<Support>("Write"), Next(nameof(Review), When = nameof(IsLong)), Next(End.Completed)] public partial Task<Reply> Draft(Ticket ticket); [Condition("It is long")] static bool IsLong(Reply reply) => reply.Text.Length > 99; """ + Review, "SOP0201")]
    public Task It_needs_one_where_nobody_approved_what_comes_back(string there, string rule) => CheckAsync(null, Write(there), Ask, Marked(rule));

    [Fact]
    public Task What_is_made_of_it_here_was_not_approved_there() => CheckAsync(
        null,
        Write(Draft + Review),
        Ask,
        """    [AutomatedStep("Sign it")] public Task<Reply> Sign(Reply reply) => Task.FromResult(reply with { Text = "x" });""",
        Marked("SOP0314"));

    [Fact]
    public Task Another_value_was_not_approved_there() => CheckAsync(
        null,
        Write(Draft + Review),
        """    [HumanStep<Support>("Sort it")] public partial Task<Triage> Sort(Ticket ticket);""",
        Ask,
        """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0316:Send|}(Reply reply, Triage triage) => Task.CompletedTask;""");

    [Fact]
    public async Task It_is_approved_by_the_role_that_did() => Assert.Equal(
        "Ask → Send: the policy wants 'Finance' to approve the 'Reply' that 'Answer.Send' writes to 'Helpdesk', but 'Founder' saw 'Reply' in SOP 'Write': "
        + "show it at a checkpoint of 'Finance' with [Due] before it",
        (await CheckAsync("[RequireApprover<Finance>(Impact.Customers)]", Write(Draft + Review), Ask, Marked("SOP0303"))).Message("SOP0303"));

    [Fact]
    public Task Silent_where_the_policy_wants_that_role() => CheckAsync("[RequireApprover<Founder>(Impact.Customers)]", Write(Draft + Review), Ask, Govern.Send);

    [Fact]
    public Task One_of_two_roles_is_not_enough() => CheckAsync(
        "[RequireApprover<Founder>(Impact.Customers)]",
        Write(Draft.Replace("] public", ", Next(nameof(Review), When = nameof(IsHigh)), Next(nameof(Other))] public", StringComparison.Ordinal)
            + Review.Replace("] public", ", Next(End.Completed)] public", StringComparison.Ordinal)
            + """[Checkpoint<Support>("Check it"), Due(Days = 1)] public partial Task Other(Reply reply); [Condition("It is high")] static bool IsHigh(Ticket ticket) => ticket.HighValue;"""),
        Ask,
        Marked("SOP0303"));

    [Fact]
    public Task Over_an_SOP_in_between() => CheckAsync(
        null,
        Write("""[Handoff<Deep>("Have it written", Wait = true, Result = typeof(Reply)), Due(Days = 2)] public partial Task Ask(Ticket ticket);""") + Write(Draft + Review, "Deep"),
        Ask,
        Govern.Send);

    [Fact]
    public Task SOPs_that_await_each_other_end() => CheckAsync(
        null,
        Write("""[Handoff<Deep>("Have it written", Wait = true, Result = typeof(Reply)), Due(Days = 2)] public partial Task Ask(Ticket ticket);""")
            + Write("""[Handoff<Write>("Have it written", Wait = true, Result = typeof(Reply)), Due(Days = 2)] public partial Task Ask(Ticket ticket);""", "Deep"),
        Ask,
        Marked("SOP0201"));

    [Theory]
    [InlineData(Review, null)]
    [InlineData("", "SOP0301")]
    public Task Over_assemblies(string review, string? rule)
    {
        var other = new SopProject().With("GlobalUsings.cs", Vocabulary.GlobalUsings).With("Words.cs", Vocabulary.Source)
            .With("Write.cs", "namespace There; using Desk;\n" + Write(Draft + review)) with { Name = "Writing" };
        var project = SopProject.Bare.With("Sop.cs", "global using Desk;\n" + Govern.Sop(Ask.Replace("<Write>", "<There.Write>", StringComparison.Ordinal), rule is null ? Govern.Send : Marked(rule))).WithReference(other);
        return AnalyzerRun.CheckAsync(project.WithPolicy("[RequireApprover<Founder>(Impact.Customers)]"), Rules);
    }

    [Fact]
    public Task Approved_there_and_handed_on_as_approved() => AnalyzerRun.CheckAsync(
        Govern.Sop(Ask, """    [Handoff<Mail>("Send it")] public partial Task Pass();""") + Write(Draft + Review) + """
            [Sop("Mail it"), ApprovedInput, Owner<Support>]
            public sealed partial class Mail : Sop<Reply>
            {
                [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => Task.CompletedTask;
            }
            """,
        [.. Rules, "SOP0907", "SOP0904"]);

    private static string Marked(string rule) => Govern.Send.Replace("Send(", $"{{|{rule}:Send|}}(", StringComparison.Ordinal);

    private static string Write(string steps, string name = "Write") => $$"""

        [Sop("{{name}} an answer"), Owner<Support>]
        public sealed partial class {{name}} : Sop<Ticket>
        {
            {{steps}}
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(string? policy, string others, params string[] steps)
    {
        var project = SopProject.Of(Govern.Sop(steps) + others);
        return AnalyzerRun.CheckAsync(policy is null ? project : project.WithPolicy(policy), Rules);
    }
}
