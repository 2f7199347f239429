using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What an AI left in a tool goes out with a later write to the tool, unless somebody was shown it.</summary>
public class UnseenDraftTests
{
    private const string Draft = """    [AiStep<Writer>("Draft a reply", Level = Level.DraftOnly), Prompt("{ticket.Body}"), Drafts<Helpdesk>] public partial Task<Reply> Draft(Ticket ticket);""";
    private const string Silent = """    [AiStep<Writer>("Draft a reply", Level = Level.DraftOnly), Prompt("{ticket.Body}"), Drafts<Helpdesk>] public partial Task Draft(Ticket ticket);""";
    private const string Look = """    [Checkpoint<Support>("Look at the ticket")] public partial Task Look(Ticket ticket);""";
    private const string Sort = """    [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string SortAndNote = """    [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.None)] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string LookAtTopic = """    [Checkpoint<Support>("Look at the topic")] public partial Task Look(Ticket ticket, Triage triage);""";
    private const string Review = """    [Checkpoint<Support>("Review the reply")] public partial Task<Reply> Review(Ticket ticket, Reply reply);""";
    private const string Send = """    [AutomatedStep("Send what lies there"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""";
    private const string Put = """    [AutomatedStep("Put it into the outbox"), Drafts<Helpdesk>] public Task Put(Reply reply) => Task.CompletedTask;""";
    private const string SendTopic = """    [AutomatedStep("Send the topic"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket, Triage triage) => Task.CompletedTask;""";

    [Fact]
    public async Task A_draft_that_the_checkpoint_does_not_show() => Assert.Equal(
        "Draft → Look → Send: 'Answer.Send' writes to 'Helpdesk', and nobody was shown what AI step 'Draft' left there: show its 'Reply' at 'Look'",
        (await CheckAsync(Draft, Look, Bad(Send, "SOP0301"))).Message("SOP0301"));

    [Fact]
    public async Task A_draft_that_no_checkpoint_can_show() => Assert.Equal(
        "Draft → Look → Send: 'Answer.Send' writes to 'Helpdesk', and nobody was shown what AI step 'Draft' left there: let 'Draft' return that, and show it at 'Look'",
        (await CheckAsync(Silent, Look, Bad(Send, "SOP0301"))).Message("SOP0301"));

    [Fact]
    public async Task A_draft_after_the_approval() => Assert.Equal(
        "Look → Draft → Send: 'Answer.Send' writes to 'Helpdesk', and nobody was shown what AI step 'Draft' left there: show its 'Reply' at a checkpoint with [Checklist] and [Due] before 'Send'",
        (await CheckAsync(Look, Draft, Bad(Send, "SOP0301"))).Message("SOP0301"));

    [Fact]
    public Task A_harmless_write_that_is_all_there_is_to_send() => CheckAsync(SortAndNote, Look, Bad(Send, "SOP0301"));

    [Fact]
    public Task The_value_that_is_shown_is_of_another_AI_step() => CheckAsync(Draft, Sort, LookAtTopic, Bad(Send, "SOP0301"));

    [Fact]
    public async Task A_draft_beside_a_value_that_was_approved() => Assert.Equal(
        "Draft → Sort → Look → Send: 'Answer.Send' writes to 'Helpdesk', and the unseen draft of AI step 'Draft' there may go out too: show its 'Reply' at 'Look'",
        (await CheckAsync(Draft, Sort, LookAtTopic, Bad(SendTopic, "SOP0317"))).Message("SOP0317"));

    [Fact]
    public Task Written_anew_before_the_checkpoint() => CheckAsync(
        Draft, """    [HumanStep<Support>("Write another one")] public partial Task<Reply> Write(Ticket ticket);""", Review, Bad(Send, "SOP0317").Replace("(Ticket ticket)", "(Ticket ticket, Reply reply)", StringComparison.Ordinal));

    // Code left there what it got from the AI.
    [Fact]
    public async Task A_draft_that_code_put_there_of_what_an_AI_made() => Assert.Equal(
        "Draft → Put → Look → Send: 'Answer.Send' writes to 'Helpdesk', and nobody was shown what AI step 'Draft' left there: show its 'Reply' at 'Look'",
        (await CheckAsync(Govern.Draft, Put, Look, Bad(Send, "SOP0301"))).Message("SOP0301"));

    [Fact]
    public Task A_draft_that_code_put_there_of_what_other_code_made_of_it() => CheckAsync(
        Govern.Draft,
        """    [AutomatedStep("Find the topic")] public Task<Triage> Find(Reply reply) => Task.FromResult(new Triage("", 1, null));""",
        Put.Replace("Reply reply", "Triage triage", StringComparison.Ordinal),
        Look,
        Bad(Send, "SOP0301"));

    [Fact]
    public Task Silent_where_the_checkpoint_shows_what_code_put_there() => CheckAsync(Govern.Draft, Put, Review, Send);

    [Fact]
    public Task Silent_where_it_was_shown_before_code_put_it_there() => CheckAsync(Govern.Draft, Review, Put, Look, Send);

    [Fact]
    public Task Silent_where_the_checkpoint_opens_the_tool_that_code_wrote() => CheckAsync(Govern.Draft, Put, Look.Replace("[Check", "[Reads<Helpdesk>, Check", StringComparison.Ordinal), Send);

    [Fact]
    public Task Silent_where_code_put_something_else_there() => CheckAsync(Govern.Draft, Put.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal), Look, Send);

    [Fact]
    public Task Silent_where_a_person_wrote_it_anew_before() => CheckAsync(
        Govern.Draft, """    [HumanStep<Support>("Write another one")] public partial Task<Reply> Write(Ticket ticket);""", Put, Look, Send);

    [Fact]
    public Task Silent_where_code_put_it_beside_a_value_that_was_approved() => CheckAsync(Sort, Put.Replace("Reply reply", "Triage triage", StringComparison.Ordinal), Draft.Replace(", Drafts<Helpdesk>", "", StringComparison.Ordinal), Review, Send.Replace("(Ticket ticket)", "(Ticket ticket, Reply reply)", StringComparison.Ordinal));

    [Theory]
    [InlineData("SOP0317", "SOP0301", false)]
    [InlineData("SOP0301", "SOP0317", true)]
    public Task One_of_the_two_rules_is_enough(string off, string on, bool isBeside) => AnalyzerRun.CheckAsync(
        SopProject.Of(isBeside ? Govern.Sop(Draft, Sort, LookAtTopic, Bad(SendTopic, on)) : Govern.Sop(Draft, Look, Bad(Send, on))).WithEditorConfig($"[*.cs]\ndotnet_diagnostic.{off}.severity = none"),
        [on]);

    [Fact]
    public Task Silent_where_the_checkpoint_shows_it() => CheckAsync(Draft, Review, Send);

    [Fact]
    public Task Silent_where_the_checkpoint_shows_what_is_made_from_it() => CheckAsync(
        Draft, """    [AutomatedStep("Find the topic")] public Task<Triage> Find(Reply reply) => Task.FromResult(new Triage("", 1, null));""", LookAtTopic, Send);

    [Fact]
    public Task Silent_where_the_checkpoint_opens_the_tool() => CheckAsync(Silent, Look.Replace("[Check", "[Reads<Helpdesk>, Check", StringComparison.Ordinal), Send);

    [Fact]
    public Task Silent_about_a_note_beside_a_value_that_was_approved() => CheckAsync(SortAndNote, Draft, Review, Send.Replace("(Ticket ticket)", "(Ticket ticket, Reply reply)", StringComparison.Ordinal));

    [Fact]
    public Task Silent_about_another_tool() => CheckAsync(Draft.Replace("Drafts<Helpdesk>", "Drafts<Ledger>", StringComparison.Ordinal), Look, Send);

    [Fact]
    public Task Silent_where_a_person_sends_it() => CheckAsync(
        Draft, """    [HumanStep<Support>("Send it"), Checklist("It is right"), Writes<Helpdesk>(Impact.Customers)] public partial Task Do(Ticket ticket, Reply reply);""", Look, Send);

    [Fact]
    public Task Silent_where_it_was_sent_before() => CheckAsync(Draft, Review, Send, Look, Send.Replace(" Send(", " SendAgain(", StringComparison.Ordinal));

    [Fact]
    public Task Silent_where_it_is_drafted_after_the_write() => CheckAsync(Look, Send, Draft);

    private static string Bad(string step, string rule) => step.Replace(" Send(", $" {{|{rule}:Send|}}(", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), Govern.PathRules);
}
