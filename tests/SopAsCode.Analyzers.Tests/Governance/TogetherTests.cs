using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Where two features of the language meet: what holds there.</summary>
public class TogetherTests
{
    private static readonly string[] Approvals = ["SOP0201", "SOP0301", "SOP0314", "SOP0316", "SOP0904", "SOP0907"];

    // Several approvals, NotBy and roles that derive from each other.
    [Fact]
    public Task Whoever_did_the_step_by_a_derived_role_is_none_of_two() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            """    [HumanStep<Senior>("Write it")] public partial Task<Reply> Write(Ticket ticket);""",
            """    [HumanStep<Senior>("Look at it")] public partial Task Look(Ticket ticket);""",
            """    [Checkpoint<Junior>("Approve it", Approvals = {|SOP0320:2|}, NotBy = nameof(Look))] public partial Task Approve(Ticket ticket);"""))
            .With("Roles.cs", "namespace Desk; public class Junior : Role; public sealed class Senior : Junior;")
            .WithPolicy("[Holder<Junior>(\"ana@example.com\"), Holder<Senior>(\"ben@example.com\"), Holder<Support>(\"cho@example.com\")]"),
        ["SOP0320", "SOP0321"]);

    // Tasks beside a step, and hand-offs.
    [Theory]
    [InlineData("[Handoff<Ask>(\"Ask\", Wait = true), Handoff<AskBack>(Wait = true), Meanwhile<Support>(\"Keep the log\")]")]
    [InlineData("[Handoff<Ask>(\"Ask\"), {|SOP0413:Meanwhile<Support>(\"Keep the log\")|}]")]
    public Task A_task_holds_up_only_a_hand_off_that_is_waited_for(string attributes) => WithOthersAsync(
        ["SOP0413"], $"    {attributes} public partial Task PassOn(Ticket ticket);");

    [Theory]
    [InlineData("nameof(PassOn)", ", Wait = true")]
    [InlineData("{|SOP0413:nameof(PassOn)|}", "")]
    public Task Also_where_it_began_at_an_earlier_step(string until, string wait) => WithOthersAsync(
        ["SOP0413"],
        $"    [HumanStep<Support>(\"Look\"), Meanwhile<Support>(\"Keep the log\", Until = {until})] public partial Task Look(Ticket ticket);",
        $"    [Handoff<Ask>(\"Ask\"{wait})] public partial Task PassOn(Ticket ticket);");

    // Other first steps, and values that exist on every way.
    [Theory]
    [InlineData("[Next(nameof(Close), When = nameof(IsBad)), Next(nameof(Close))] public partial Task Again(Ticket ticket);", "IsBad")]
    [InlineData("[Due(By = nameof(Soon))] public partial Task Again(Ticket ticket);", "Soon")]
    [InlineData("public partial Task Again({|SOP0007:Reply reply|});", "")]
    public Task What_only_the_first_step_makes_is_not_there_for_those_that_begin_later(string step, string asked) => StartsAsync("nameof(Answer.Again)", step, asked);

    [Theory]
    [InlineData("nameof(Answer.Again)", "public partial Task Again(Reply? reply);")]
    [InlineData("nameof(Answer.Other)", "[Due(By = nameof(Soon)), Next(nameof(Close), When = nameof(IsBad)), Next(nameof(Close))] public partial Task Again(Reply reply);")]
    public Task What_may_be_missing_or_is_made_there_too_is_fine(string start, string step) => StartsAsync(start, step);

    // Steps done by hand.
    [Fact]
    public Task What_was_done_by_hand_is_there_behind_the_step() => AnalyzerRun.CheckAsync(
        Govern.Sop(
            """    [AutomatedStep("Look it up"), OnFailure(Fallback)] public Task<Reply> Find(Ticket ticket) => Task.FromResult(new Reply(""));""",
            """    [HumanStep<Support>("Tell them"), Next(nameof(Close), When = nameof(IsBad)), Next(nameof(Close))] public partial Task Tell(Reply reply);""",
            """    [HumanStep<Support>("Close it")] public partial Task Close(Reply reply);"""),
        ["SOP0007"]);

    [Fact]
    public async Task That_a_person_may_do_it_by_hand_makes_nothing_of_an_AI_seen() => Assert.StartsWith(
        "Draft → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of AI step 'Draft'",
        (await AnalyzerRun.CheckAsync(
            Govern.Sop(
                Govern.Draft.Replace("] public", ", OnFailure(Fallback)] public", StringComparison.Ordinal),
                Govern.Send.Replace("Send(", "{|SOP0301:Send|}(", StringComparison.Ordinal)),
            Approvals)).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public Task What_is_made_by_hand_after_the_approval_was_not_approved() => AnalyzerRun.CheckAsync(
        Govern.Sop(
            """    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""",
            """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Reply reply);""",
            """    [WaitFor("A correction comes"), Due(Days = 1), OnTimeout(Fallback)] public partial Task<Reply> Correct();""",
            Govern.Send.Replace("Send(", "{|SOP0314:Send|}(", StringComparison.Ordinal)),
        Approvals);

    [Fact]
    public Task A_write_that_was_done_by_hand_needs_no_further_approval() => AnalyzerRun.CheckAsync(
        Govern.Sop(
            """    [HumanStep<Support>("Write it")] public partial Task<Reply> Write(Ticket ticket);""",
            """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Reply reply);""",
            Govern.Send.Replace("] public", ", OnFailure(Fallback)] public", StringComparison.Ordinal),
            """    [HumanStep<Support>("Close it")] public partial Task Close(Reply reply);"""),
        Approvals);

    // Approved input, with lists, awaited results, several hand-offs of one step, and other assemblies.
    [Theory]
    [InlineData("""[Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Payroll payroll);""", "PayAll")]
    [InlineData("", "{|SOP0907:PayAll|}")]
    public Task A_list_that_another_SOP_approved_and_brought_back(string review, string name) => WithOthersAsync(
        Approvals,
        """    [Handoff<WorkOut>("Have it worked out", Wait = true, Result = typeof(Payroll)), Due(Days = 3)] public partial Task Compute(Ticket ticket);""",
        $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> {name}(Payroll payroll) => Task.FromResult(payroll.All);",
        $$"""
          }

          [Sop("Work out the payroll"), Owner<Support>]
          public sealed partial class WorkOut : Sop<Ticket>
          {
              [HumanStep<Support>("Work it out")] public partial Task<Payroll> Compute(Ticket ticket);

              {{review}}
          """);

    [Theory]
    [InlineData("""    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Refund refund);""", "PassOn")]
    [InlineData("", "{|SOP0907:PassOn|}")]
    public Task Handed_to_two_side_by_side_of_which_one_takes_it_as_approved(string approve, string name) => WithOthersAsync(
        Approvals,
        """    [HumanStep<Support>("Work it out")] public partial Task<Refund> Compute(Ticket ticket);""",
        approve,
        $"    [Handoff<Look>(\"Pay and look\", Wait = true), Handoff<PayOne>(Wait = true), Due(Days = 1)] public partial Task {name}(Refund refund);");

    [Theory]
    [InlineData("""    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Pay.Payroll payroll);""", "PayAll", "payroll.All")]
    [InlineData("""    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Pay.Payroll payroll);""", "{|SOP0907:PayAll|}", "[.. payroll.All, new(\"\", 1, \"\")]")]
    [InlineData("", "{|SOP0907:PayAll|}", "payroll.All")]
    public Task A_list_handed_to_an_SOP_of_another_assembly(string approve, string name, string all) => AnalyzerRun.CheckAsync(
        SopProject.Bare.With("Sop.cs", "global using Desk;\n" + Govern.Sop(
            """    [HumanStep<Support>("Work it out")] public partial Task<Pay.Payroll> Compute(Ticket ticket);""",
            approve,
            $"    [Handoff<Pay.PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> {name}(Pay.Payroll payroll) => Task.FromResult<IReadOnlyList<Refund>>({all});"))
            .WithReference(Paying),
        Approvals);

    private static SopProject Paying { get; } = new SopProject().With("GlobalUsings.cs", Vocabulary.GlobalUsings).With("Words.cs", Vocabulary.Source).With("Pay.cs", """
        namespace Pay;
        public sealed record Payroll(IReadOnlyList<Desk.Refund> All);
        [Sop("Pay one"), ApprovedInput, Owner<Desk.Support>]
        public sealed partial class PayOne : Sop<Desk.Refund>
        {
            [AutomatedStep("Pay"), Writes<Desk.Ledger>(Impact.Money)] public Task Pay(Desk.Refund refund) => Task.CompletedTask;
        }
        """) with { Name = "Paying" };

    private static Task<AnalyzerRun> StartsAsync(string start, string again, string asked = "") => AnalyzerRun.CheckAsync(
        $$"""
        namespace Team;

        [Sop("Answer a ticket"), Owner<Support>]
        [Trigger("It comes in"), Trigger("It comes back", Start = {{start}})]
        public sealed partial class Answer : Sop<Ticket>
        {
            [HumanStep<Support>("Write"), Next(nameof(Again))] public partial Task<Reply> Write(Ticket ticket);
            [HumanStep<Support>("Write otherwise")] public partial Task<Reply> Other(Ticket ticket);
            [HumanStep<Support>("Look again")] {{again}}
            [HumanStep<Support>("Close")] public partial Task Close(Ticket ticket);
            [Condition("It is bad")] static bool IsBad({{(asked == "IsBad" ? "{|SOP0007:Reply reply|}" : "Reply reply")}}) => reply.Text == "";
            [Time("by length")] static TimeSpan Soon({{(asked == "Soon" ? "{|SOP0007:Reply reply|}" : "Reply reply")}}) => TimeSpan.FromHours(reply.Text.Length);
        }
        """,
        ["SOP0007"]);

    private static Task<AnalyzerRun> WithOthersAsync(string[] rules, params string[] steps) => AnalyzerRun.CheckAsync(
        SopProject.Of($$"""
            namespace Team;

            [Sop("Answer a ticket"), Owner<Support>]
            public sealed partial class Answer : Sop<Ticket>
            {
            {{string.Join("\n\n", steps)}}
            }

            public sealed record Payroll(IReadOnlyList<Refund> All);

            [Sop("Ask"), Owner<Support>] public sealed partial class Ask : Sop<Ticket> { [HumanStep<Support>("Ask")] public partial Task Do(Ticket ticket); }
            [Sop("Ask back"), Owner<Support>] public sealed partial class AskBack : Sop<Ticket> { [HumanStep<Support>("Ask")] public partial Task Do(Ticket ticket); }
            [Sop("Look"), Owner<Support>] public sealed partial class Look : Sop<Refund> { [HumanStep<Support>("Look")] public partial Task Do(Refund refund); }

            [Sop("Pay one"), ApprovedInput, Owner<Support>]
            public sealed partial class PayOne : Sop<Refund>
            {
                [AutomatedStep("Pay"), Writes<Ledger>(Impact.Money)] public Task Pay(Refund refund) => Task.CompletedTask;
            }
            """),
        rules);
}
