namespace SopAsCode.Analyzers.Tests;

/// <summary>The small flows by which the path rules are explained, one by one.</summary>
public class PathTableTests
{
    private const string SendMarked = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task {|RULE:Send|}(Reply reply) => Task.CompletedTask;""";

    [Fact]
    public Task An_AI_and_an_automation_take_turns_until_a_checkpoint_and_the_write_leads_back() => Govern.PathsAsync(
        Govern.Draft,
        """    [AutomatedStep("Check it"), Next(nameof(Draft), When = nameof(IsUrgent)), Next(nameof(Review))] public Task<Triage> Check(Reply reply) => Task.FromResult(new Triage(reply.Text, 1, null));""",
        Govern.Review,
        """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers), Next(nameof(Draft))] public Task Send(Reply reply) => Task.CompletedTask;""");

    [Fact]
    public Task Rejected_then_mended_by_a_machine() => Govern.PathsAsync(
        """    [HumanStep<Support>("Write a reply")] public partial Task<Reply> Write(Ticket ticket);""",
        """    [Checkpoint<Support>("Review the reply"), OnReject(nameof(Mend)), Next(End.Completed)] public partial Task<Reply> Review(Reply reply);""",
        """    [AutomatedStep("Mend it")] public Task<Reply> Mend(Reply reply) => Task.FromResult(reply);""",
        Marked("SOP0201"));

    [Fact]
    public Task Rejected_then_mended_by_a_machine_with_an_AI_in_it() => Govern.PathsAsync(
        Govern.Draft,
        """    [Checkpoint<Support>("Review the reply"), OnReject(nameof(Mend)), Next(End.Completed)] public partial Task<Reply> Review(Reply reply);""",
        """    [AutomatedStep("Mend it")] public Task<Reply> Mend(Reply reply) => Task.FromResult(reply);""",
        Marked("SOP0301"));

    [Fact]
    public Task Two_checkpoints_on_two_branches() => Govern.PathsAsync(
        """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(ReviewBySenior), When = nameof(IsHighValue)), Next(nameof(Review))] public partial Task<Reply> Draft(Ticket ticket);""",
        """    [Checkpoint<SeniorSupport>("Review it as a senior"), Next(nameof(Send))] public partial Task<Reply> ReviewBySenior(Reply reply);""",
        Govern.Review,
        Govern.Send);

    [Fact]
    public Task An_AI_makes_the_approved_type_anew() => Govern.PathsAsync(
        Govern.Draft,
        Govern.Review,
        """    [AiStep<Writer>("Polish it"), Prompt("{reply.Text}")] public partial Task<Reply> Polish(Reply reply);""",
        Marked("SOP0314"));

    [Fact]
    public Task An_AI_makes_another_type_after_the_checkpoint() => Govern.PathsAsync(
        Govern.Draft,
        Govern.Review,
        """    [AiStep<Writer>("Summarise it"), Prompt("{reply.Text}")] public partial Task<Article> Summarise(Reply reply);""",
        Govern.Send);

    [Fact]
    public Task An_AI_answers_after_the_checkpoint_and_a_question_over_its_answer_decides() => Govern.PathsAsync(
        Govern.Draft,
        Govern.Review,
        """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}"), Next(nameof(Send), When = nameof(IsUrgent)), Next(End.Completed)] public partial Task<Triage> Sort(Ticket ticket);""",
        Marked("SOP0301"));

    [Fact]
    public Task A_person_types_the_AIs_value_again() => Govern.PathsAsync(
        Govern.Draft,
        """    [HumanStep<Support>("Type it again")] public partial Task<Reply> Copy(Reply reply);""",
        Marked("SOP0301"));

    [Fact]
    public Task A_person_writes_something_new_without_reading_the_AIs_analysis() => Govern.PathsAsync(
        """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
        """    [HumanStep<Support>("Write a reply")] public partial Task<Reply> Write(Ticket ticket);""",
        Marked("SOP0201"));

    [Fact]
    public Task An_AI_fails_and_a_template_takes_its_place() => Govern.PathsAsync(
        """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), OnFailure(nameof(UseTemplate)), Next(End.Completed)] public partial Task<Reply> Draft(Ticket ticket);""",
        """    [AutomatedStep("Use the template")] public Task<Reply> UseTemplate(Ticket ticket) => Task.FromResult(new Reply(ticket.Subject));""",
        Marked("SOP0201"));

    [Theory]
    [InlineData("""    [AutomatedStep("Add the footer")] public Task<Reply> Add(Reply reply) => Task.FromResult(reply);""")]
    [InlineData("""    [AutomatedStep("Wait for the translation"), Due(Days = 1)] public partial Task<Reply> Add(Ticket ticket);""")]
    public Task An_automation_makes_the_approved_type_anew(string automation) =>
        Govern.PathsAsync(Govern.Draft, Govern.Review, automation, Marked("SOP0314"));

    [Fact]
    public Task A_limit_whose_only_condition_reads_the_AIs_own_answer() => Govern.PathsAsync(
        """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
        """    [AutomatedStep("Send a macro"), Writes<Helpdesk>(Impact.Customers), Limit("Urgent topics", When = nameof(IsUrgent), PerDay = 5, Since = "2026-09-14")] public Task Send(Triage triage) => Task.CompletedTask;""");

    private static string Marked(string rule) => SendMarked.Replace("RULE", rule, StringComparison.Ordinal);
}
