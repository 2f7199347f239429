using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What an approval covers: values that were shown or handed back there, and the input as it came.</summary>
public class UnshownValueTests
{
    private const string Sort = """    [HumanStep<Support>("Sort it")] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string Write = """    [HumanStep<Support>("Write a reply")] public partial Task<Reply> Write(Ticket ticket);""";
    private const string LookUp = """    [AutomatedStep("Look the topic up")] public Task<Triage> LookUp(Ticket ticket) => Task.FromResult(new Triage("", 1, null));""";
    private const string Both = """    [AutomatedStep("Send both"), Writes<Helpdesk>(Impact.Customers)] public Task {|RULE:Send|}(Triage triage, Reply reply) => Task.CompletedTask;""";

    [Fact]
    public async Task One_of_two_values_was_not_shown()
    {
        var run = await Govern.PathsAsync(Sort, Write, Govern.Review, Marked("SOP0316"));
        Assert.Equal(
            "Sort → Write → Review → Send: 'Answer.Send' writes to 'Helpdesk' the 'Triage' that 'Sort' made, and 'Review' showed 'Reply': show the 'Triage' there too", run.Message("SOP0316"));
        Assert.Equal(DiagnosticSeverity.Warning, run.Single("SOP0316").Severity);
        Assert.Equal(["Sort", "Write", "Review", "Send"], run.Single("SOP0316").AlsoText());
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("Ticket ticket", "'Ticket'")]
    public async Task Nothing_of_what_is_written_was_shown(string shown, string words) => Assert.Equal(
        $"Write → Review → Send: 'Answer.Send' writes to 'Helpdesk' the 'Reply' that 'Write' made, and 'Review' showed {words}: show the 'Reply' there",
        (await Govern.PathsAsync(
            Write,
            Review(shown),
            Govern.Send.Replace("Send(", "{|SOP0201:Send|}(", StringComparison.Ordinal))).Message("SOP0201"));

    [Fact]
    public async Task Nothing_was_shown_where_only_the_input_was_and_it_is_written_too() => Assert.Contains(
        "the 'Reply' that 'Write' made, and 'Review' showed 'Ticket'",
        (await Govern.PathsAsync(
            Write,
            Review("Ticket ticket"),
            """    [AutomatedStep("Send both"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0316:Send|}(Ticket ticket, Reply reply) => Task.CompletedTask;""")).Message("SOP0316"),
        StringComparison.Ordinal);

    [Fact]
    public Task Where_the_warning_is_off_the_error_still_speaks() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Write, Review(""), Govern.Send.Replace("Send(", "{|SOP0201:Send|}(", StringComparison.Ordinal)))
            .WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0316.severity = none\n"),
        Govern.PathRules);

    [Fact]
    public Task A_value_made_after_the_approval_was_not_there_to_be_shown() => Govern.PathsAsync(Write, Govern.Review, LookUp, Marked("SOP0314"));

    [Fact]
    public Task An_outside_answer_that_comes_after_the_approval() => Govern.PathsAsync(
        Review("Ticket ticket"),
        """    [WaitFor("Wait for the answer"), Due(Hours = 1)] public partial Task<Reply> Wait(Ticket ticket);""",
        Govern.Send.Replace("Send(", "{|SOP0314:Send|}(", StringComparison.Ordinal));

    [Fact]
    public Task Of_two_ways_the_one_on_which_it_was_not_shown() => Govern.PathsAsync(
        Sort.Replace("] public", ", Next(nameof(Quick), When = nameof(IsHighValue)), Next(nameof(Write))] public", StringComparison.Ordinal),
        Write,
        Review("Triage triage, Reply reply").Replace("] public", ", Next(nameof(Send))] public", StringComparison.Ordinal),
        """    [HumanStep<Support>("Write a short reply")] public partial Task<Reply> Quick(Ticket ticket);""",
        """    [Checkpoint<Founder>("Look at it quickly")] public partial Task Look(Reply reply);""",
        Marked("SOP0316"));

    [Fact]
    public Task The_earlier_approval_of_another_version_does_not_cover_a_value() => Govern.PathsAsync(
        Sort,
        """    [Checkpoint<Support>("Look at the topic")] public partial Task Look(Triage triage);""",
        LookUp,
        Write,
        Govern.Review,
        Marked("SOP0316"));

    [Fact]
    public Task Silent_where_two_checkpoints_show_one_value_each() => Govern.PathsAsync(
        Sort, """    [Checkpoint<Support>("Look at the topic")] public partial Task Look(Triage triage);""", Write, Govern.Review, Marked(null));

    [Fact]
    public Task Silent_about_a_value_that_a_checkpoint_hands_back() => Govern.PathsAsync(
        Write, """    [Checkpoint<Founder>("Give it a topic")] public partial Task<Triage> Decide(Reply reply);""", Marked(null));

    [Theory]
    [InlineData("")]
    [InlineData("Reply reply")]
    public Task Silent_about_the_untouched_input(string shown) => Govern.PathsAsync(
        Write, Review(shown), """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task The_input_that_a_step_made_anew_is_not_untouched() => Govern.PathsAsync(
        """    [AutomatedStep("Clean the ticket")] public Task<Ticket> Clean(Ticket ticket) => Task.FromResult(ticket);""",
        Review(""),
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0201:Send|}(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_about_the_reason_of_a_reject() => Govern.PathsAsync(
        Write,
        """    [Checkpoint<Founder>("Review it"), OnReject(nameof(Write), AtMost = 2)] public partial Task Review(Reply reply);""",
        """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply, Rejection? rejection) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_about_a_value_that_was_never_made_on_the_way() => Govern.PathsAsync(
        Write.Replace("] public", ", Next(nameof(Sort), When = nameof(IsHighValue)), Next(nameof(Review))] public", StringComparison.Ordinal),
        Review("Reply reply").Replace("] public", ", Next(nameof(Send))] public", StringComparison.Ordinal),
        Sort,
        """    [Checkpoint<Founder>("Review both")] public partial Task ReviewBoth(Reply reply, Triage triage);""",
        """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply, Triage? triage) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_where_a_loop_leads_back_through_the_checkpoint() => Govern.PathsAsync(
        Sort,
        Write,
        Review("Triage triage, Reply reply"),
        Marked(null).Replace("Writes<", "Next(nameof(Write)), Writes<", StringComparison.Ordinal));

    [Fact]
    public Task Silent_inside_a_complete_limit() => Govern.PathsAsync(
        Sort,
        Govern.Review.Replace("Task<Reply> Review(Reply reply)", "Task Review(Ticket ticket)", StringComparison.Ordinal),
        """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Limit("Some", When = nameof(IsHighValue), PerDay = 5, Since = "2026-09-14")] public Task Send(Triage triage) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_about_a_lookup_before_the_checkpoint_that_is_shown() => Govern.PathsAsync(LookUp, Write, Review("Triage triage, Reply reply"), Marked(null));

    [Fact]
    public Task Silent_where_two_people_approve_one_after_the_other() => Govern.PathsAsync(
        Sort, Write, Review("Triage triage, Reply reply"), """    [Checkpoint<Founder>("Approve the reply")] public partial Task Approve(Reply reply);""", Marked(null));

    [Fact]
    public Task Silent_about_a_value_that_is_made_later_and_not_written() => Govern.PathsAsync(Write, Govern.Review, LookUp, Govern.Send);

    [Fact]
    public Task Silent_where_nothing_is_written_from_a_value() => Govern.PathsAsync(
        Write, Review(""), """    [AutomatedStep("Send the macro"), Writes<Helpdesk>(Impact.Customers)] public Task Send(StepContext step) => Task.CompletedTask;""");

    [Theory]
    [InlineData("", "SOP0201")]
    [InlineData("DayOfWeek day", null)]
    public Task Enum_values_count_like_others(string shown, string? rule) => Govern.PathsAsync(
        """    [HumanStep<Support>("Choose a day")] public partial Task<DayOfWeek> Choose(Ticket ticket);""",
        Review(shown),
        """    [AutomatedStep("Book it"), Writes<Helpdesk>(Impact.Customers)] public Task {|RULE:Book|}(DayOfWeek day) => Task.CompletedTask;"""
            .Replace(rule is null ? "{|RULE:Book|}" : "RULE", rule ?? "Book", StringComparison.Ordinal));

    [Theory]
    [InlineData(12, "SOP0201")]
    [InlineData(13, "SOP0316")]
    public async Task Of_very_many_values_it_is_not_said_that_none_was_shown(int count, string rule)
    {
        var numbers = Enumerable.Range(0, count).ToList();
        var makes = string.Join(", ", numbers.Select(number => $"V{number}"));
        var reads = string.Join(", ", numbers.Select(number => $"V{number} v{number}"));
        var records = string.Concat(numbers.Select(number => $"\npublic sealed record V{number}(string Text);"));
        await AnalyzerRun.CheckAsync(
            Govern.Sop(
                $"    [HumanStep<Support>(\"Make them\")] public partial Task<({makes})> Make(Ticket ticket);",
                Review(""),
                $"    [AutomatedStep(\"Send them\"), Writes<Helpdesk>(Impact.Customers)] public Task {{|{rule}:Send|}}({reads}) => Task.CompletedTask;") + records,
            Govern.PathRules);
    }

    private static string Review(string shown) => $"    [Checkpoint<Support>(\"Review it\")] public partial Task Review({shown});";

    private static string Marked(string? rule) => Both.Replace(rule is null ? "{|RULE:Send|}" : "RULE", rule ?? "Send", StringComparison.Ordinal);
}
