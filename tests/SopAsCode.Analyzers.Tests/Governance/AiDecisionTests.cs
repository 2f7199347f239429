using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class AiDecisionTests
{
    private const string Rule = "SOP0319";
    private const string Next = "[Next(nameof(Work), When = nameof(IsUrgent)), Next(End.Rejected)]";
    private const string Work = """    [HumanStep<Support>("Work on it")] public partial Task Work(Ticket ticket);""";
    private const string Big = """    [Checkpoint<Founder>("Decide as founder"), Next(nameof(Send))] public partial Task Big(Ticket ticket);""";
    private const string Small = """    [Checkpoint<Support>("Decide"), Next(nameof(Send))] public partial Task Small(Ticket ticket);""";
    private const string Send = """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""";
    private const string Choose = "[Next(nameof(Big), When = nameof(IsUrgent)), Next(nameof(Small))]";

    [Fact]
    public async Task An_AI_alone_rejects() => Assert.Equal(
        "Sort → Rejected: 'Answer.Sort' rejects by 'IsUrgent', about the 'Triage' of an AI, which nobody reviewed: let a person decide at a checkpoint",
        (await CheckAsync(Sort(Next, mark: true), Work)).Message(Rule));

    [Fact]
    public Task It_rejects_after_something_else() => CheckAsync(
        Sort("[Next(nameof(Work), When = nameof(IsUrgent)), Next(nameof(Note))]", mark: true),
        Work.Replace("[Human", "[Next(End.Completed), Human", StringComparison.Ordinal),
        """    [AutomatedStep("Note it"), Next(End.Rejected)] public Task Note(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task A_machine_asks_about_it_later() => CheckAsync(
        Sort(""), $$"""    {{Next}} [AutomatedStep("Ask")] public Task {|SOP0319:Ask|}(Ticket ticket) => Task.CompletedTask;""", Work);

    [Theory]
    [InlineData("""    [Checkpoint<Support>("Look"), Next(nameof(Work), When = nameof(IsUrgent)), Next(End.Rejected)] public partial Task<Triage> Look(Triage triage);""")]
    [InlineData("""    [HumanStep<Support>("Sort it again"), Next(nameof(Work), When = nameof(IsUrgent)), Next(End.Rejected)] public partial Task<Triage> Again(Ticket ticket);""")]
    [InlineData("""    [Checkpoint<Support>("Decide")] public partial Task Decide(Ticket ticket, Triage triage);""")]
    [InlineData("""    [AutomatedStep("Ask"), Next(nameof(Work), When = nameof(IsHighValue)), Next(End.Rejected)] public Task Ask(Ticket ticket) => Task.CompletedTask;""")]
    public Task Silent_where_a_person_or_something_else_decides(string step) => CheckAsync(Sort(""), step, Work);

    [Fact]
    public Task Silent_where_a_person_rejects_what_an_AI_led_there() => CheckAsync(
        Sort("[Next(nameof(Work), When = nameof(IsUrgent)), Next(nameof(Decide))]"),
        Work.Replace("[Human", "[Next(End.Completed), Human", StringComparison.Ordinal),
        """    [Checkpoint<Support>("Decide")] public partial Task Decide(Ticket ticket);""");

    [Fact]
    public async Task An_AI_chooses_who_approves() => Assert.Equal(
        "Sort → Small: 'IsUrgent', about the 'Triage' of an AI, chooses 'Support' to approve at 'Answer.Small', which does not show it: show the 'Triage' there",
        (await CheckAsync(Sort(Choose), Shown(Big), Small.Replace(" Small(", " {|SOP0319:Small|}(", StringComparison.Ordinal), Send)).Message(Rule));

    [Fact]
    public Task Silent_where_both_are_shown_it() => CheckAsync(Sort(Choose), Shown(Big), Shown(Small), Send);

    [Fact]
    public Task Silent_where_both_have_one_role() => CheckAsync(Sort(Choose), Big.Replace("<Founder>", "<Support>", StringComparison.Ordinal), Small, Send);

    [Fact]
    public Task Silent_where_one_more_person_looks_and_the_other_one_decides_in_any_case() => CheckAsync(
        Sort("[Next(nameof(Small), When = nameof(IsUrgent)), Next(nameof(Big))]"), Small.Replace("nameof(Send)", "nameof(Big)", StringComparison.Ordinal), Shown(Big), Send);

    [Fact]
    public Task Silent_where_the_ticket_decides() => CheckAsync(Sort("[Next(nameof(Big), When = nameof(IsHighValue)), Next(nameof(Small))]"), Big, Small, Send);

    [Theory]
    [InlineData("warning", false)]
    [InlineData("none", true)]
    public Task What_is_said_at_a_write_on_the_way_is_not_said_again(string severity, bool isSaid) => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(
            Sort("[Next(nameof(Work), When = nameof(IsUrgent)), Next(nameof(Send))]", isSaid),
            Work.Replace("[Human", "[Next(End.Completed), Human", StringComparison.Ordinal),
            """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Next(End.Rejected)] public Task Send(Ticket ticket) => Task.CompletedTask;""")).WithEditorConfig("[*.cs]\n" + string.Concat(Govern.PathRules.Select(rule => $"dotnet_diagnostic.{rule}.severity = {severity}\n"))),
        [Rule]);

    private static string Sort(string next, bool mark = false) =>
        $$"""    {{next}} [AiStep<Sorter>("Sort"), Prompt("{ticket.Body}")] public partial Task<Triage> {{(mark ? "{|SOP0319:Sort|}" : "Sort")}}(Ticket ticket);""";

    private static string Shown(string step) => step.Replace("(Ticket ticket)", "(Ticket ticket, Triage triage)", StringComparison.Ordinal);

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Govern.Sop(steps), [Rule]);
}
