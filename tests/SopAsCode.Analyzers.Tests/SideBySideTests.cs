using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Several hand-offs of one step.</summary>
public sealed class SideBySideTests
{
    private const string Others = """

        [Sop("Ask the lawyer"), Owner<Support>] public sealed partial class AskLawyer : Sop<Ticket> { [HumanStep<Support>("Ask")] public partial Task<Reply> Ask(Ticket ticket); }
        [Sop("Ask the auditor"), Owner<Support>] public sealed partial class AskAuditor : Sop<Ticket> { [HumanStep<Support>("Ask")] public partial Task<Triage> Ask(Ticket ticket); }
        [Sop("File it"), Owner<Support>] public sealed partial class FileIt : Sop<Reply> { [HumanStep<Support>("File")] public partial Task File(Reply reply); }
        [Sop("Every week"), Owner<Support>] public sealed partial class Weekly : Sop { [HumanStep<Support>("Look")] public partial Task Look(); }
        """;

    [Theory]
    [InlineData("[Handoff<AskLawyer>(\"Ask both\", Wait = true), Handoff<AskAuditor>(Wait = true)] public partial Task Ask();")]
    [InlineData("[Handoff<AskLawyer>(Wait = true, Result = typeof(Reply))]\n[Handoff<AskAuditor>(Wait = true, Result = typeof(Triage))] public partial Task Ask(Ticket ticket);")]
    [InlineData("[Handoff<AskLawyer>(Wait = true), Handoff<AskAuditor>(Wait = true)] public Task<IReadOnlyList<Ticket>> Ask(Ticket ticket) => Task.FromResult<IReadOnlyList<Ticket>>([ticket]);")]
    [InlineData("[Handoff<AskLawyer>] public partial Task Ask(Ticket ticket);")]
    public Task Silent_about_what_fits(string step) => CheckAsync(step);

    [Theory]
    [InlineData(
        "[Handoff<AskLawyer>(Wait = true), {|SOP0006:Handoff<AskLawyer>(Wait = true)|}] public partial Task Ask();",
        "Step 'Answer.Ask' hands the same work to SOP 'AskLawyer' twice: remove one [Handoff]")]
    [InlineData(
        "[Handoff<AskLawyer>(Wait = true), {|SOP0006:Handoff<AskAuditor>|}] public partial Task Ask();",
        "Step 'Answer.Ask' hands work to several SOPs and does not wait for this one: add Wait = true to each, or give this one a step of its own")]
    [InlineData(
        "[Handoff<AskLawyer>(Wait = true), {|SOP0006:Handoff<FileIt>(Wait = true)|}] public partial Task Ask();",
        "Step 'Answer.Ask' starts its SOPs with one input, but a run of 'File it' is about 'Reply', and one of 'Ask the lawyer' about 'Ticket': give one a step of its own")]
    [InlineData(
        "[Handoff<AskLawyer>(Wait = true), {|SOP0006:Handoff<Weekly>(Wait = true)|}] public partial Task Ask();",
        "Step 'Answer.Ask' starts its SOPs with one input, but a run of 'Every week' is about 'nothing', and one of 'Ask the lawyer' about 'Ticket': give one a step of its own")]
    [InlineData(
        "[Handoff<AskLawyer>(Wait = true, Result = typeof(Reply)), Handoff<AskAuditor>(Wait = true, Result = {|SOP0006:typeof(Reply)|})] public partial Task Ask();",
        "Step 'Answer.Ask' brings back 'Reply' twice, and a run has one current value of a type: let one of the SOPs return a record of its own")]
    public async Task What_does_not_fit(string step, string message) => Assert.Equal(message, Assert.Single((await CheckAsync(step)).Findings).Message);

    [Fact]
    public async Task Of_several_where_none_waits_the_first_is_told() => Assert.Equal(
        "Step 'Answer.Ask' hands work to several SOPs and does not wait for this one: add Wait = true to each, or give this one a step of its own",
        Assert.Single((await CheckAsync("[{|SOP0006:Handoff<AskLawyer>|}, Handoff<AskAuditor>] public partial Task Ask();")).Findings).Message);

    [Fact]
    public async Task A_hand_off_that_is_another_kind_of_step_too() => Assert.Contains(
        "[Handoff] and [HumanStep]",
        Assert.Single((await Shape.CheckAsync(Answer("[Handoff<AskLawyer>(Wait = true), Handoff<AskAuditor>(Wait = true), {|SOP0002:HumanStep<Support>|}] public partial Task Ask();"))).Findings).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Each_result_is_what_its_own_SOP_says_of_it()
    {
        const string Ask = "[Handoff<Write>(\"Ask\", Wait = true, Result = typeof(Reply)), Handoff<AskAuditor>(Wait = true, Result = typeof(Triage))] public partial Task Ask(Ticket ticket);";
        const string Write = """

            [Sop("Write"), Owner<Support>] public sealed partial class Write : Sop<Ticket> { [AiStep<Writer>("Write"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket); }
            """;
        var run = await AnalyzerRun.CheckAsync(
            Answer(Ask + "\n[AutomatedStep(\"Send\"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Reply reply) => Task.CompletedTask;") + Write, ["SOP0301"]);
        Assert.Equal("Ask → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of an AI of SOP 'Write': show it before at a checkpoint with [Checklist] and [Due]", run.Message("SOP0301"));
        await AnalyzerRun.CheckAsync(
            Answer(Ask + "\n[AutomatedStep(\"Send\"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Triage triage) => Task.CompletedTask;") + Write, ["SOP0301"]);
    }

    [Fact]
    public async Task Work_for_the_second_of_them_that_writes_it_unseen() => Assert.Contains(
        "and 'Send' writes it without a checkpoint",
        (await AnalyzerRun.CheckAsync(
            Answer("""
                [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);
                [Handoff<FileIt>("Pass it on", Wait = true), Handoff<Send>(Wait = true)] public partial Task {|SOP0904:PassOn|}(Reply reply);
                """)
            + """
              [Sop("Send it"), Owner<Support>] public sealed partial class Send : Sop<Reply>
              {
                  [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers), Limit("Short", When = nameof(IsShort), PerDay = 5, Since = "2026-09-14")] public Task Do(Reply reply) => Task.CompletedTask;
                  [Condition("It is short")] static bool IsShort(Reply reply) => reply.Text.Length < 9;
              }
              """,
            ["SOP0904"])).Message("SOP0904"),
        StringComparison.Ordinal);

    [Fact]
    public Task A_retired_one_among_them() => AnalyzerRun.CheckAsync(
        Answer("[Handoff<AskLawyer>(\"Ask\", Wait = true), {|SOP0901:Handoff<Old>(Wait = true)|}] public partial Task Ask(Ticket ticket);")
        + """
          [Sop("Old", Stage = Stage.Retired), Owner<Support>] public sealed partial class Old : Sop<Ticket> { [HumanStep<Support>("Ask")] public partial Task Ask(Ticket ticket); }
          """,
        ["SOP0901"]);

    private static Task<AnalyzerRun> CheckAsync(string step) => Shape.CheckAsync(Answer(step));

    private static string Answer(string step) => Shape.Sop(step) + Others;
}
