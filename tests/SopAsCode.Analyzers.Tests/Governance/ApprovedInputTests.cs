using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What is handed over to an SOP that takes its input as approved.</summary>
public class ApprovedInputTests
{
    internal const string Rule = "SOP0907";
    internal const string Compute = """    [AutomatedStep("Work it out")] public Task<Payroll> Compute(Ticket ticket) => Task.FromResult(new Payroll([], new("", 1, ""), []));""";
    internal const string Approve = """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Payroll payroll);""";
    private const string PayAll = """    [Handoff<PayOne>("Pay each")] public Task<IReadOnlyList<Refund>> {|SOP0907:PayAll|}(Payroll payroll) => Task.FromResult(payroll.All);""";

    private const string Data = """
        namespace Team;

        public sealed record Payroll(IReadOnlyList<Refund> All, Refund First, IReadOnlyList<Group> Groups)
        {
            public IEnumerable<Refund> Large => All.Where(one => one.Cents > 100);

            public IReadOnlyList<Refund> Doubled => [.. All.Select(one => one with { Cents = 2 * one.Cents })];

            public List<Refund> Open { get; init; } = [];

            public Refund? Last { get; init; }

            public Refund Fresh { get { return new("", 1, ""); } }

            public Refund Newest => Fresh;

            public Refund Largest => Large.First();

            public Refund Itself => All.Count > 3 ? Itself : First;

            public Refund? Spare;

            public Dictionary<string, Refund> ByName { get; init; } = [];

            public IReadOnlyDictionary<string, Refund> Named { get; init; } = new Dictionary<string, Refund>();

            public Tuple<Refund, int> Pair { get; init; } = null!;

            public System.Collections.Immutable.ImmutableHashSet<Refund> Fixed { get; init; } = [];

            public static Refund[] Standard { get; } = [new("", 1, "")];

            public static IReadOnlyList<Refund> AllOf(Payroll payroll) => payroll.All;

            public int Round { get; set; }
        }

        public sealed record Group(string Name, Refund[] Refunds)
        {
            public Refund Fresh => new("", 1, "");
        }
        """;

    private static readonly string[] Rules = [Rule, "SOP0908", "SOP0303", "SOP0201", "SOP0301", "SOP0314", "SOP0316", "SOP0904", "SOP0906"];

    [Fact]
    public Task The_list_is_approved_once_and_paid_one_by_one() => CheckAsync(Compute, Approve, Unmarked(PayAll));

    [Fact]
    public async Task At_the_very_start() => Assert.Equal(
        "'Answer.PayAll' hands 'Refund' to SOP 'PayOne' as approved, and nobody approves it at the very start: put a checkpoint with [Due] that shows it before 'PayAll'",
        (await CheckAsync("""    [Handoff<PayOne>("Pay each")] public Task<IReadOnlyList<Refund>> {|SOP0907:PayAll|}(Ticket ticket) => Task.FromResult<IReadOnlyList<Refund>>([]);""")).Message(Rule));

    [Fact]
    public async Task Nobody_approves_it() => Assert.Equal(
        "Compute → PayAll: 'Answer.PayAll' hands 'Refund' to SOP 'PayOne' as approved, and nobody approves it: put a checkpoint with [Due] that shows it before 'PayAll'",
        (await CheckAsync(Compute, PayAll)).Message(Rule));

    [Fact]
    public async Task Made_after_the_approval() => Assert.Equal(
        "Compute → Approve → Again → PayAll: 'Answer.PayAll' hands on the 'Payroll' that 'Again' made after 'Approve', and SOP 'PayOne' takes it as approved: put a checkpoint with [Due] before it",
        (await CheckAsync(Compute, Approve, Compute.Replace("Compute(", "Again(", StringComparison.Ordinal).Replace("Work it out", "Work it out again", StringComparison.Ordinal), PayAll)).Message(Rule));

    [Fact]
    public async Task Something_else_was_shown() => Assert.Contains(
        "'Approve' showed 'Ticket', and SOP 'PayOne' takes it as approved: show the 'Payroll' there too",
        (await CheckAsync(Compute, Approve.Replace("Payroll payroll", "Ticket ticket", StringComparison.Ordinal), PayAll)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Context_is_not_approved() => CheckAsync(Compute, Approve.Replace("Payroll payroll", "Ticket ticket, [Context] Payroll payroll", StringComparison.Ordinal), PayAll);

    [Fact]
    public async Task An_AI_made_it() => Assert.Contains(
        "hands on the unreviewed 'Payroll' of AI step 'Compute'",
        (await CheckAsync("""    [AiStep<Writer>("Work it out"), Prompt("{ticket.Body}")] public partial Task<Payroll> Compute(Ticket ticket);""", PayAll)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task On_one_of_two_ways_nobody_approves() => CheckAsync(
        Compute.Replace("] public", ", Next(nameof(Approve), When = nameof(IsHighValue)), Next(nameof(PayAll))] public", StringComparison.Ordinal), Approve, PayAll);

    [Fact]
    public Task A_later_no_takes_it_back() => CheckAsync(
        Compute,
        Approve,
        """    [Checkpoint<Finance>("Look again"), Due(Days = 1), OnReject(nameof(PayAll)), Next(End.Completed)] public partial Task Look(Payroll payroll);""",
        PayAll);

    [Fact]
    public async Task Again_and_again() => Assert.Contains(
        "hands 'Refund' to SOP 'PayOne' as approved again and again, and an approval releases it once",
        (await CheckAsync(
            Compute,
            Approve,
            PayAll,
            """    [WaitFor("A month"), After(Days = 30), Next(nameof(PayAll), When = nameof(IsHighValue)), Next(End.Completed)] public partial Task Wait();""")).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Approved_anew_before_it_is_handed_over_again() => CheckAsync(
        Compute,
        Approve,
        Unmarked(PayAll),
        """    [WaitFor("A month"), After(Days = 30), Next(nameof(Approve), When = nameof(IsHighValue)), Next(End.Completed)] public partial Task Wait();""");

    [Fact]
    public Task Without_code_the_value_itself_is_handed_over() => CheckAsync(
        """    [AutomatedStep("Work it out")] public Task<Refund> Compute(Ticket ticket) => Task.FromResult(new Refund("", 1, ""));""",
        """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task<Refund> Approve(Refund refund);""",
        """    [Handoff<PayOne>("Pay it")] public partial Task PayIt();""");

    [Fact]
    public Task Another_value_of_the_type_made_later_is_handed_over() => CheckAsync(
        """    [AutomatedStep("Work it out")] public Task<Refund> Compute(Ticket ticket) => Task.FromResult(new Refund("", 1, ""));""",
        """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Refund refund);""",
        """    [HumanStep<Support>("Correct it")] public partial Task<Refund> Correct(Refund refund);""",
        """    [Handoff<PayOne>("Pay it")] public partial Task {|SOP0907:PayIt|}();""");

    [Fact]
    public async Task Whom_the_policy_wants_to_approve_must_have_done_so_here() => Assert.Equal(
        "Compute → Approve → PayAll: the policy wants 'Finance' to approve the 'Payroll' that 'PayAll' hands to SOP 'PayOne', but 'Founder' decides at 'Answer.Approve': let 'Finance' decide there",
        (await AnalyzerRun.CheckAsync(
            Project([Compute, Approve.Replace("Checkpoint<Founder>(\"Approve it\")", "{|SOP0303:Checkpoint<Founder>(\"Approve it\")|}", StringComparison.Ordinal), Unmarked(PayAll)])
                .WithPolicy("[RequireApprover<Finance>(Impact.Money)]"),
            Rules)).Message("SOP0303"));

    [Theory]
    [InlineData("SOP0907", "")]
    [InlineData("SOP0303", "dotnet_diagnostic.SOP0907.severity = none")]
    public Task That_nobody_approves_is_said_once(string rule, string config) => AnalyzerRun.CheckAsync(
        Project([Compute, PayAll.Replace("SOP0907", rule, StringComparison.Ordinal)]).WithPolicy("[RequireApprover<Finance>(Impact.Money)]").WithEditorConfig("[*.cs]\n" + config), Rules);

    [Fact]
    public Task Also_over_an_SOP_in_between() => AnalyzerRun.CheckAsync(
        Project([Compute, Approve.Replace("Checkpoint<Founder>(\"Approve it\")", "{|SOP0303:Checkpoint<Founder>(\"Approve it\")|}", StringComparison.Ordinal), Unmarked(PayAll).Replace("PayOne>", "Middle>", StringComparison.Ordinal)])
            .With("Middle.cs", """
                namespace Team;
                [Sop("In between"), ApprovedInput, Owner<Support>]
                public sealed partial class Middle : Sop<Refund>
                {
                    [Handoff<PayOne>("Pay it")] public partial Task PayIt();
                }
                """)
            .WithPolicy("[RequireApprover<Finance>(Impact.Money)]"),
        Rules);

    [Fact]
    public Task Also_where_a_person_writes_there() => AnalyzerRun.CheckAsync(
        Project([Compute, Approve.Replace("Checkpoint<Founder>(\"Approve it\")", "{|SOP0303:Checkpoint<Founder>(\"Approve it\")|}", StringComparison.Ordinal), Unmarked(PayAll)])
            .With("PayOne.cs", PaidBy("Support")).WithPolicy("[RequireApprover<Finance>(Impact.Money)]"),
        Rules);

    [Theory]
    [InlineData("Finance", "[RequireApprover<Finance>(Impact.Money)]")]
    [InlineData("HeadOfAccounting", "[RequireApprover<Accounting>(Impact.Money)]")]
    [InlineData("Support", "[RequireApprover<Finance>(Impact.Legal)]")]
    [InlineData("Support", "[RequireApprover<Founder>(Impact.Money)]")]
    [InlineData("Support", "[RequireApprover<Finance>(Impact.Money)]", "[Checkpoint<Finance>(\"Look\"), Due(Days = 1)] public partial Task Look(Refund refund);")]
    public Task Silent_where_that_person_needs_no_other_role(string role, string policy, string before = "") => AnalyzerRun.CheckAsync(
        Project([Compute, Approve, Unmarked(PayAll)]).With("PayOne.cs", PaidBy(role, before)).With("More.cs", "namespace Desk; public class Accounting : Role; public sealed class HeadOfAccounting : Accounting;").WithPolicy(policy),
        Rules);

    [Fact]
    public Task Also_for_the_second_of_several_side_by_side() => AnalyzerRun.CheckAsync(
        Project(
            [
                """    [AutomatedStep("Work it out")] public Task<Refund> Compute(Ticket ticket) => Task.FromResult(new Refund("", 1, ""));""",
                """    [{|SOP0303:Checkpoint<Founder>("Approve it")|}, Due(Days = 1)] public partial Task Approve(Refund refund);""",
                """    [Handoff<TellOne>("Tell", Wait = true), Handoff<PayOne>("Pay", Wait = true), Due(Days = 1)] public partial Task Both();""",
            ])
            .With("TellOne.cs", """
                namespace Team;
                [Sop("Tell one"), ApprovedInput, Owner<Support>]
                public sealed partial class TellOne : Sop<Refund>
                {
                    [AutomatedStep("Tell"), Writes<Helpdesk>(Impact.Customers)] public Task Tell(Refund refund) => Task.CompletedTask;
                }
                """)
            .WithPolicy("[RequireApprover<Finance>(Impact.Money)]"),
        Rules);

    [Theory]
    [InlineData("[RequireApprover<Founder>(Impact.Money)]")]
    [InlineData("[RequireApprover<Finance>(Impact.Legal)]")]
    public Task Silent_where_the_policy_is_met(string policy) => AnalyzerRun.CheckAsync(Project([Compute, Approve, Unmarked(PayAll)]).WithPolicy(policy), Rules);

    [Fact]
    public async Task What_is_made_from_the_input_was_not_approved() => Assert.Equal(
        "Convert → Pay: 'PayOne.Pay' writes to 'Ledger' the 'Invoice' that 'Convert' made after its input was approved: put a checkpoint with [Due] before it",
        (await AnalyzerRun.CheckAsync(
            Target("""
                [AutomatedStep("Convert")] public Task<Invoice> Convert(Refund refund) => Task.FromResult(new Invoice("", 1, ""));

                [AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task {|SOP0314:Pay|}(Invoice invoice) => Task.CompletedTask;
                """),
            Rules)).Message("SOP0314"));

    [Theory]
    [InlineData("""[AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task Pay(Refund refund) => Task.CompletedTask;""")]
    [InlineData("""
        [AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task Pay(Refund refund) => Task.CompletedTask;
        [AutomatedStep("Tell"), Writes<Helpdesk>(Impact.Customers)] public Task Tell(Refund refund) => Task.CompletedTask;
        """)]
    public Task Each_write_before_the_first_checkpoint_is_released(string steps) => AnalyzerRun.CheckAsync(Target(steps), Rules);

    [Fact]
    public Task But_only_once() => AnalyzerRun.CheckAsync(
        Target("""
            [AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task {|SOP0201:Pay|}(Refund refund) => Task.CompletedTask;
            [WaitFor("A month"), After(Days = 30), Next(nameof(Pay), When = nameof(IsLarge)), Next(End.Completed)] public partial Task Wait();
            [Condition("It is large")] static bool IsLarge(Refund refund) => refund.Cents > 5;
            """),
        Rules);

    [Fact]
    public Task A_no_at_the_first_checkpoint_takes_it_back() => AnalyzerRun.CheckAsync(
        Target("""
            [Checkpoint<Founder>("Look"), Due(Days = 1), OnReject(nameof(Pay)), Next(End.Completed)] public partial Task Look(Refund refund);
            [AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task {|SOP0201:Pay|}(Refund refund) => Task.CompletedTask;
            """),
        Rules);

    [Fact]
    public async Task What_was_made_from_an_approved_input_is_handed_on() => Assert.Equal(
        "Convert → Pass: 'Middle.Pass' hands on the 'Refund' that 'Convert' made after its input was approved, and SOP 'PayOne' takes it as approved: put a checkpoint with [Due] before it",
        (await AnalyzerRun.CheckAsync(
            Project([Compute, Approve, """    [Handoff<Middle>("Pay it")] public partial Task PayIt(Payroll payroll);"""]).With("Middle.cs", """
                namespace Team;
                [Sop("In between"), ApprovedInput, Owner<Support>]
                public sealed partial class Middle : Sop<Payroll>
                {
                    [AutomatedStep("Convert")] public Task<Refund> Convert(Payroll payroll) => Task.FromResult(new Refund("", 1, ""));
                    [Handoff<PayOne>("Pay it")] public partial Task {|SOP0907:Pass|}();
                }
                """),
            Rules)).Message(Rule));

    [Fact]
    public async Task Because_of_an_answer_of_an_AI() => Assert.Equal(
        "Compute → Approve → Sort → PayAll: 'Answer.PayAll' hands on because of an answer of AI step 'Sort' ('IsUrgent' at 'Sort'), unreviewed, and SOP 'PayOne' takes it as approved: "
        + "put a checkpoint with [Checklist] and [Due] before it",
        (await CheckAsync(
            Compute,
            Approve,
            """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}"), Next(nameof(PayAll), When = nameof(IsUrgent)), Next(End.Completed)] public partial Task<Triage> Sort(Ticket ticket);""",
            PayAll)).Message(Rule));

    [Fact]
    public async Task A_schedule_approves_nothing() => Assert.Equal(
        "SOP 'Pay' takes its input as approved, and a schedule approves nothing: let another SOP hand over what somebody approved",
        (await AnalyzerRun.CheckAsync(
            SopProject.Of("""
                namespace Team;
                [Sop("Pay"), ApprovedInput, Owner<Support>, Trigger("Payroll"), Trigger("Daily", Cron = {|SOP0908:"0 8 * * *"|}, Each = nameof(Pay.Open))]
                public sealed partial class Pay : Sop<Case>
                {
                    [HumanStep<Support>] public partial Task Do();
                    public Task<IReadOnlyList<Case>> Open(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Case>>([]);
                }

                [Data(DataClass.Internal)] public sealed record Case([property: Key] string Number);
                """),
            ["SOP0908"])).Message("SOP0908"));

    [Theory]
    [InlineData("[Sop(\"Pay\"), {|SOP0908:ApprovedInput|}, Owner<Support>] public sealed partial class Pay : Sop { [HumanStep<Support>] public partial Task Do(); }")]
    [InlineData("[Sop(\"Pay\"), {|SOP0908:ApprovedInput|}, Owner<Support>, Trigger(\"Daily\", Cron = \"0 8 * * *\")] public sealed partial class Pay : Sop<Tick> { [HumanStep<Support>] public partial Task Do(); }")]
    [InlineData("[Sop(\"Pay\"), ApprovedInput, Owner<Support>, Trigger(\"Payroll\")] public sealed partial class Pay : Sop<Refund> { [HumanStep<Support>] public partial Task Do(); }")]
    public Task Something_must_be_handed_over(string sop) => AnalyzerRun.CheckAsync(SopProject.Of($"namespace Team;\n{sop}"), ["SOP0908"]);

    [Fact]
    public Task Over_assemblies() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            """    [HumanStep<Support>("Work it out")] public partial Task<Refund> Compute(Ticket ticket);""",
            """    [Handoff<Pay.PayOne>("Pay it")] public partial Task {|SOP0907:PayIt|}();"""))
            .WithReference(Other),
        Rules);

    [Fact]
    public Task Over_assemblies_the_policy_counts_too() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            """    [HumanStep<Support>("Work it out")] public partial Task<Refund> Compute(Ticket ticket);""",
            """    [{|SOP0303:Checkpoint<Support>("Approve it")|}] public partial Task Approve(Refund refund);""",
            """    [Handoff<Pay.PayOne>("Pay it")] public partial Task PayIt();"""))
            .WithReference(Other).WithPolicy("[RequireApprover<Founder>(Impact.Money)]"),
        Rules);

    [Fact]
    public Task Over_assemblies_where_a_person_writes_too() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            """    [HumanStep<Support>("Work it out")] public partial Task<Refund> Compute(Ticket ticket);""",
            """    [{|SOP0303:Checkpoint<Support>("Approve it")|}] public partial Task Approve(Refund refund);""",
            """    [Handoff<Pay.PayOne>("Pay it")] public partial Task PayIt();"""))
            .WithReference(Other.With("Pay.cs", """
                namespace Pay;
                [Sop("Pay one"), ApprovedInput, Owner<Desk.Support>]
                public sealed partial class PayOne : Sop<Desk.Refund>
                {
                    [HumanStep<Desk.Finance>("Pay"), Writes<Desk.Ledger>(Impact.Money)] public partial Task Pay(Desk.Refund refund);
                }
                """)).WithPolicy("[RequireApprover<Founder>(Impact.Money)]"),
        Rules);

    private static SopProject Other => new SopProject().With("GlobalUsings.cs", Vocabulary.GlobalUsings).With("Words.cs", Vocabulary.Source).With("Pay.cs", """
        namespace Pay;
        [Sop("Pay one"), ApprovedInput, Owner<Desk.Support>]
        public sealed partial class PayOne : Sop<Desk.Refund>
        {
            [AutomatedStep("Pay"), Writes<Desk.Ledger>(Impact.Money)] public Task Pay(Desk.Refund refund) => Task.CompletedTask;
        }
        """) with { Name = "Paying" };

    private static string Unmarked(string step) => step.Replace("{|SOP0907:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static SopProject Target(string steps) => SopProject.Of($$"""
        namespace Team;
        [Sop("Pay one"), ApprovedInput, Owner<Support>]
        public sealed partial class PayOne : Sop<Refund>
        {
        {{steps}}
        }
        """);

    private static SopProject Project(string[] steps) => SopProject.Of(Govern.Sop(steps)).With("Data.cs", Data).With("PayOne.cs", """
        namespace Team;
        [Sop("Pay one"), ApprovedInput, Owner<Support>]
        public sealed partial class PayOne : Sop<Refund>
        {
            [AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task Pay(Refund refund) => Task.CompletedTask;
        }
        """);

    private static string PaidBy(string role, string before = "") => $$"""
        namespace Team;
        [Sop("Pay one"), ApprovedInput, Owner<Support>]
        public sealed partial class PayOne : Sop<Refund>
        {
            {{before}}
            [HumanStep<{{role}}>("Pay"), Writes<Ledger>(Impact.Money)] public partial Task Pay(Refund refund);
        }
        """;

    internal static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Project(steps), Rules);
}
