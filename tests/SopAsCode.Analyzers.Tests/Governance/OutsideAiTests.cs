using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Steps of an AI in another product.</summary>
public sealed class OutsideAiTests
{
    private const string Send = """[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => Task.CompletedTask;""";

    [Fact]
    public Task A_prompt_of_it_need_not_show_all() => CheckAsync(
        ["SOP0602"], """[HumanStep<Support>("Note")] public partial Task<Plain> Note(Ticket ticket); [AiStep<Writer>("Draft", Outside = true), Prompt("{ticket.Body}"), Due(Hours = 1)] public partial Task<Reply> Draft(Ticket ticket, Plain plain);""");

    [Fact]
    public Task It_needs_no_prompt() => CheckAsync(["SOP0601", "SOP0602"], """[AiStep<Writer>("Draft", Outside = true), Due(Hours = 1)] public partial Task<Reply> Draft(Ticket ticket);""");

    [Fact]
    public Task An_AI_that_is_asked_here_needs_one() => CheckAsync(["SOP0601"], """[AiStep<Writer>("Draft")] public partial Task<Reply> {|SOP0601:Draft|}(Ticket ticket);""");

    [Fact]
    public async Task What_it_reports_is_an_AIs_value() => Assert.Equal(
        "Draft → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of AI step 'Draft': show it before at a checkpoint with [Checklist] and [Due]",
        (await CheckAsync(
            ["SOP0301"],
            """[AiStep<Writer>("Draft", Outside = true), Due(Hours = 1)] public partial Task<Reply> Draft(Ticket ticket);""" + Send.Replace("Send(", "{|SOP0301:Send|}(", StringComparison.Ordinal))).Message("SOP0301"));

    [Fact]
    public async Task It_needs_a_time() => Assert.Equal(
        "Outside AI 'Answer.Draft' has no [Due], so nobody is told when it takes too long: add [Due(…)] with days, hours or minutes",
        (await CheckAsync(["SOP0310"], """[AiStep<Writer>("Draft", Outside = true)] public partial Task<Reply> {|SOP0310:Draft|}(Ticket ticket);""")).Message("SOP0310"));

    [Fact]
    public async Task It_sees_all_that_the_step_asks_for() => Assert.Equal(
        "'Answer.Draft' shows agent 'Writer' a 'Plain', and nothing says how sensitive that is: add [Data(DataClass.…)] to 'Plain'",
        (await CheckAsync(
            ["SOP0501"],
            """[HumanStep<Support>("Note")] public partial Task<Plain> Note(Ticket ticket); [AiStep<Writer>("Draft", Outside = true), Due(Hours = 1)] public partial Task<Reply> Draft({|SOP0501:Plain plain|});""")).Message("SOP0501"));

    private static Task<AnalyzerRun> CheckAsync(string[] rules, string steps) => AnalyzerRun.CheckAsync(
        $$"""
        [Sop("Answer a ticket"), Owner<Support>]
        public sealed partial class Answer : Sop<Ticket>
        {
            {{steps}}
        }

        public sealed record Plain(string Text);
        """,
        rules);
}
