namespace SopAsCode.Analyzers.Tests;

/// <summary>More flows on which a rule that looks at steps alone, rather than at ways, goes wrong.</summary>
public class PathTests
{
    private const string Sort = """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""";
    private const string Write = """    [HumanStep<Support>("Write a reply")] public partial Task<Reply> Write(Ticket ticket);""";

    [Fact]
    public Task Silent_about_a_write_that_cannot_hurt() => Govern.PathsAsync(
        Govern.Draft,
        """    [AutomatedStep("Note it"), Writes<KnowledgeBase>(Impact.None), Writes<Website>] public Task Note(Reply reply) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_about_what_a_person_writes() => Govern.PathsAsync(
        Govern.Draft,
        """    [HumanStep<Support>("Send it"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Reply reply);""");

    [Fact]
    public Task Silent_about_a_write_that_nothing_leads_to() => Govern.PathsAsync(
        """    [HumanStep<Support>("Answer by phone"), Next(End.Completed)] public partial Task Call(Ticket ticket);""",
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public async Task A_write_at_the_very_start() => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk', which touches customers, and nobody approves it at the very start: put a checkpoint with [Due] before it",
        (await Govern.PathsAsync("""    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0201:Send|}(Ticket ticket) => Task.CompletedTask;""")).Message("SOP0201"));

    [Fact]
    public async Task A_write_for_good_without_impact() => Assert.Contains(
        "writes to 'Helpdesk', which can't be taken back,",
        (await Govern.PathsAsync("""    [AutomatedStep("Delete the ticket"), Writes<Helpdesk>(Irreversible = true)] public Task {|SOP0201:Delete|}(Ticket ticket) => Task.CompletedTask;""")).Message("SOP0201"),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_message_shows_the_way_and_its_steps()
    {
        var run = await Govern.PathsAsync(
            Govern.Draft.Replace("Draft(", "{|#0:Draft|}(", StringComparison.Ordinal),
            """    [AutomatedStep("Check it")] public Task {|#1:Check|}(Reply reply) => Task.CompletedTask;""",
            Govern.Send.Replace("Send(", "{|SOP0301,#2:Send|}(", StringComparison.Ordinal));
        Assert.Equal(
            "Draft → Check → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of AI step 'Draft': show it before at a checkpoint with [Checklist] and [Due]",
            run.Message("SOP0301"));
        run.Single("SOP0301").AssertAlso(0, 1, 2);
    }

    [Fact]
    public async Task A_value_that_is_made_from_an_AIs_answer() => Assert.Equal(
        "Sort → Fill → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' made from what AI step 'Sort' answered: show it before at a checkpoint with [Checklist] and [Due]",
        (await Govern.PathsAsync(
            Sort,
            """    [AutomatedStep("Fill the form")] public Task<Reply> Fill(Triage triage) => Task.FromResult(new Reply(triage.Topic));""",
            Marked("SOP0301"))).Message("SOP0301"));

    [Fact]
    public async Task The_otherwise_of_a_question_over_an_AIs_answer_is_chosen_by_it_too() => Assert.Equal(
        "Sort → Send: 'Answer.Send' writes to 'Helpdesk' because of an answer of AI step 'Sort' ('IsUrgent' at 'Sort'), unreviewed: put a checkpoint with [Checklist] and [Due] before 'Send'",
        (await Govern.PathsAsync(
            """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}"), Next(End.Escalated, When = nameof(IsUrgent)), Next(nameof(Send))] public partial Task<Triage> Sort(Ticket ticket);""",
            """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Ticket ticket) => Task.CompletedTask;""")).Message("SOP0301"));

    [Fact]
    public Task A_question_that_comes_first_is_asked_before_the_others() => Govern.PathsAsync(
        """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}"), Next(nameof(Approve), When = nameof(IsHighValue)), Next(End.Completed, When = nameof(IsUrgent)), Next(nameof(Approve))] public partial Task<Triage> Sort(Ticket ticket);""",
        """    [Checkpoint<Support>("Approve the ticket")] public partial Task Approve(Ticket ticket);""",
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task A_checkpoint_shows_one_value_while_another_goes_out() => Govern.PathsAsync(
        Sort,
        Govern.Draft,
        """    [Checkpoint<Support>("Review the topic")] public partial Task<Triage> Review(Triage triage);""",
        Marked("SOP0301"));

    [Fact]
    public Task A_checkpoint_that_hands_back_another_value_approves_that_too() => Govern.PathsAsync(
        Sort,
        """    [Checkpoint<Support>("Write the reply to this topic")] public partial Task<Reply> Answer1(Triage triage);""",
        Govern.Send);

    [Fact]
    public Task One_of_two_branches_has_no_checkpoint() => Govern.PathsAsync(
        """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(Send), When = nameof(IsHighValue)), Next(nameof(Review))] public partial Task<Reply> Draft(Ticket ticket);""",
        Govern.Review,
        Marked("SOP0301"));

    [Theory]
    [InlineData("Due(Hours = 2), OnTimeout(nameof(Send))", "SOP0311", "no answer in time")]
    [InlineData("OnReject(nameof(Draft), AtMost = 2, Then = nameof(Send))", "SOP0312", "rejected")]
    public async Task A_way_around_a_checkpoint_is_told_at_the_checkpoint(string around, string rule, string said)
    {
        string[] steps = [Govern.Draft, $$"""    [Checkpoint<Support>("Review the reply"), {{around}}] public partial Task<Reply> Review(Reply reply);"""];
        await Govern.PathsAsync([.. steps, Govern.Send]);

        // Where that rule does not speak, or for less, the way says how it gets past the checkpoint.
        var project = TestHarness.SopProject.Of(Govern.Sop([.. steps, Marked("SOP0301")])).WithEditorConfig($"[*.cs]\ndotnet_diagnostic.{rule}.severity = suggestion\n");
        var run = await TestHarness.AnalyzerRun.CheckAsync(project, Govern.PathRules);
        Assert.Contains($"Draft → Review ({said}) → Send:", run.Message("SOP0301"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_around_a_checkpoint_is_no_excuse_for_another_one() => Assert.Contains(
        "Draft → Send:",
        (await Govern.PathsAsync(
            Govern.Draft.Replace("[AiStep", "[Next(nameof(Send), When = nameof(IsHighValue)), Next(nameof(Review))]\n[AiStep", StringComparison.Ordinal),
            """    [Checkpoint<Support>("Review the reply"), Due(Hours = 2), OnTimeout(nameof(Send))] public partial Task<Reply> Review(Reply reply);""",
            Marked("SOP0301"))).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public Task The_write_of_an_AI_itself_even_behind_a_checkpoint() => Govern.PathsAsync(
        """    [Checkpoint<Support>("Approve the ticket")] public partial Task Approve(Ticket ticket);""",
        """    [AiStep<Writer>("Answer it"), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers)] public partial Task {|SOP0301:Send|}(Ticket ticket);""");

    [Fact]
    public Task The_write_of_an_AI_inside_a_limit() => Govern.PathsAsync(
        """    [AiStep<Writer>("Answer it", Level = Level.Autonomous), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers), Limit("Small customers", When = nameof(IsHighValue), PerDay = 5, Since = "2026-09-14")] public partial Task Send(Ticket ticket);""");

    [Theory]
    [InlineData("When = nameof(IsHighValue), Since = \"2026-09-14\"")]
    [InlineData("When = nameof(IsHighValue), PerDay = 5")]
    public Task A_limit_that_does_not_say_all_three_limits_nothing(string limit) => Govern.PathsAsync(
        $$"""    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers), Limit("Some", {{limit}})] public Task {|SOP0201:Send|}(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task What_comes_after_a_write_inside_its_limit_is_not_inside_it() => Govern.PathsAsync(
        Sort,
        """    [AutomatedStep("Send a macro"), Writes<Helpdesk>(Impact.Customers), Limit("Urgent", When = nameof(IsUrgent), PerDay = 5, Since = "2026-09-14")] public Task SendMacro(Triage triage) => Task.CompletedTask;""",
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Ticket ticket) => Task.CompletedTask;""");

    [Theory]
    [InlineData("Else = nameof(Send)")]
    [InlineData("OnFailure")]
    public Task A_limit_over_an_AIs_answer_chooses_whichever_way_the_step_is_left(string way) => Govern.PathsAsync(
        Sort,
        $$"""    [AutomatedStep("Send a macro"), Writes<Helpdesk>(Impact.Customers), {{(way == "OnFailure" ? "OnFailure(nameof(Send)), " : "")}}Next(End.Completed), Limit("Urgent", When = nameof(IsUrgent), PerDay = 5, Since = "2026-09-14"{{(way == "OnFailure" ? "" : ", " + way)}})] public Task SendMacro(Triage triage) => Task.CompletedTask;""",
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Ticket ticket) => Task.CompletedTask;""");

    [Theory]
    [InlineData("Limit(\"Urgent\", When = nameof(IsUrgent), PerDay = 5, Since = \"2026-09-14\", Else = nameof(Send))", "outside its limit")]
    [InlineData("Limit(\"Urgent\", When = nameof(IsUrgent), PerDay = 5, Since = \"2026-09-14\"), OnFailure(nameof(Send))", "failed")]
    public async Task The_question_of_a_limit_is_named_where_it_chose_the_way(string way, string said) => Assert.Contains(
        $"Sort → SendMacro ({said}) → Send: 'Answer.Send' writes to 'Helpdesk' because of an answer of AI step 'Sort' ('IsUrgent' at 'SendMacro'), unreviewed:",
        (await Govern.PathsAsync(
            Sort,
            $$"""    [AutomatedStep("Send a macro"), Writes<Helpdesk>(Impact.Customers), Next(End.Completed), {{way}}] public Task SendMacro(Triage triage) => Task.CompletedTask;""",
            """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Ticket ticket) => Task.CompletedTask;""")).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public Task A_limit_that_nothing_can_leave_leads_nowhere() => Govern.PathsAsync(
        """    [AutomatedStep("Note it"), Next(End.Completed), Limit("Only we read it", Else = nameof(Send))] public Task Note(Ticket ticket) => Task.CompletedTask;""",
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task Retries_change_nothing() => Govern.PathsAsync(
        Govern.Draft,
        Govern.Review,
        """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers), OnFailure(nameof(Review), Retries = 3)] public Task Send(Reply reply) => Task.CompletedTask;""");

    [Fact]
    public Task What_an_AI_left_behind_is_gone_when_it_is_made_without_it() => Govern.PathsAsync(
        Govern.Draft,
        """    [AutomatedStep("Take the template")] public Task<Reply> Template(Ticket ticket) => Task.FromResult(new Reply(ticket.Subject));""",
        Marked("SOP0201"));

    [Theory]
    [InlineData("OnReject(nameof(Write2)), Next(End.Completed)", "(rejected)", "the no")]
    [InlineData("Due(Days = 1), OnTimeout(nameof(Write2)), Next(End.Completed)", "(no answer in time)", "no answer")]
    public async Task A_later_no_takes_an_earlier_yes_back(string ways, string remark, string what) => Assert.Contains(
        $"Write → Review → Again {remark} → Write2 → Send: 'Answer.Send' writes to 'Helpdesk', which touches customers, and {what} at 'Again' takes the approval before it back:",
        (await Govern.PathsAsync(
            Write,
            Govern.Review,
            $"""    [Checkpoint<Founder>("Look again"), {ways}] public partial Task Again(Reply reply);""",
            Write.Replace("Write(", "Write2(", StringComparison.Ordinal).Replace("Write a", "Rewrite the", StringComparison.Ordinal),
            Marked("SOP0201"))).Message("SOP0201"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Silence_of_several_people_is_no_approval() => Assert.Contains(
        "Write → Review → Release (no answer in time) → Remind (no answer in time) → Send: 'Answer.Send' writes to 'Helpdesk', which touches customers, and no answer at 'Release' takes the approval before it back:",
        (await Govern.PathsAsync(
            Write,
            Govern.Review,
            """    [Checkpoint<Founder>("Release it"), Due(Days = 1), OnTimeout(nameof(Remind)), Next(nameof(Send))] public partial Task Release(Reply reply);""",
            Marked("SOP0201").Replace("] public", ", Next(End.Completed)] public", StringComparison.Ordinal),
            """    [HumanStep<Support>("Remind them"), Due(Hours = 1), OnTimeout(nameof(Send)), Next(nameof(Release))] public partial Task Remind(Ticket ticket);""")).Message("SOP0201"),
        StringComparison.Ordinal);

    [Fact]
    public Task After_a_no_a_yes_counts_again() => Govern.PathsAsync(
        Write,
        Govern.Review,
        """    [Checkpoint<Founder>("Look again"), OnReject(nameof(Write))] public partial Task Again(Reply reply);""",
        Govern.Send);

    [Theory]
    [InlineData("[WaitFor(\"Wait for an answer\"), Due(Days = 1), OnTimeout(nameof(Send)), Next(End.Completed)] public partial Task Wait(Ticket ticket);", "Send → Wait → Send")]
    [InlineData("[HumanStep<Support>(\"Remind them\"), Next(nameof(Send))] public partial Task Remind(Ticket ticket);", "Send → Remind → Send")]
    [InlineData("[AutomatedStep(\"Look\"), OnFailure(nameof(Send)), Next(End.Completed)] public Task Look(Ticket ticket) => Task.CompletedTask;", "Send → Look → Send")]
    public async Task One_approval_for_many_writes(string back, string way)
    {
        var run = await Govern.PathsAsync(Write, Govern.Review, Marked("SOP0201"), "    " + back);
        Assert.Equal(
            $"{way}: 'Answer.Send' writes to 'Helpdesk' again and again, and an approval releases it once: lead that way through a checkpoint with [Due]",
            run.Message("SOP0201"));
        Assert.Equal(2, run.Single("SOP0201").RelatedPlaces.Count);
    }

    [Fact]
    public Task A_write_that_nobody_approves_at_all_is_said_once() => Govern.PathsAsync(
        Write, Marked("SOP0201"), """    [HumanStep<Support>("Remind them"), Next(nameof(Send))] public partial Task Remind(Ticket ticket);""");

    [Fact]
    public Task A_write_that_was_not_heard_of_in_time_may_have_happened() => Govern.PathsAsync(
        Write,
        Govern.Review,
        """    [AutomatedStep("Send it out"), Writes<Helpdesk>(Impact.Customers), Due(Hours = 1), OnTimeout(nameof(Look)), Next(End.Completed)] public partial Task {|SOP0201:Send|}(Reply reply);""",
        """    [HumanStep<Support>("Look for it"), Next(nameof(Send))] public partial Task Look(Ticket ticket);""");

    [Fact]
    public Task A_write_that_leads_to_itself() => Govern.PathsAsync(
        Write, Govern.Review, Marked("SOP0201").Replace("] public", ", Next(nameof(Send), When = nameof(IsBad), AtMost = 3), Next(End.Completed)] public", StringComparison.Ordinal));

    [Theory]
    [InlineData("[WaitFor(\"Wait for an answer\"), Due(Days = 1), OnTimeout(nameof(Review)), Next(End.Completed)] public partial Task Wait(Ticket ticket);", "")]
    [InlineData("[WaitFor(\"Wait for an answer\"), Due(Days = 1), OnTimeout(nameof(Send)), Next(End.Completed)] public partial Task Wait(Ticket ticket);", "Limit(\"Few\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-14\", Evidence = \"Weeks\"), ")]
    [InlineData("[HumanStep<Support>(\"Mend it\"), Next(nameof(Send))] public partial Task Mend(Ticket ticket);", "OnFailure(nameof(Mend)), Next(End.Completed), ")]
    public Task An_approval_each_time_a_limit_or_a_write_that_failed(string back, string onSend) =>
        Govern.PathsAsync(Write, Govern.Review, Govern.Send.Replace("Writes<", onSend + "Writes<", StringComparison.Ordinal), "    " + back);

    [Fact]
    public async Task Nobody_approves_on_a_way_of_several_steps() => Assert.Equal(
        "Write → Send: 'Answer.Send' writes to 'Helpdesk', which touches customers, and nobody approves it: put a checkpoint with [Due] before it",
        (await Govern.PathsAsync(Write, Marked("SOP0201"))).Message("SOP0201"));

    [Fact]
    public async Task An_AI_that_writes_itself_at_the_very_start() => Assert.Contains(
        "unreviewed: let it draft, with [Drafts<Ledger>]",
        (await Govern.PathsAsync(
            """    [AiStep<Writer>("Answer it"), Prompt("{ticket.Body}"), Reads<Helpdesk>, Writes<KnowledgeBase>, Writes<Ledger>(Impact.Money)] public partial Task {|SOP0301:Act|}(Ticket ticket);""")).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_AI_that_writes_itself_behind_another_one() => Assert.Contains(
        "Sort → Act: AI step 'Answer.Act' itself writes to 'Helpdesk', unreviewed: ",
        (await Govern.PathsAsync(
            """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
            """    [AiStep<Writer>("Answer it"), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers)] public partial Task {|SOP0301:Act|}(Ticket ticket);""")).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Approved_then_replaced() => Assert.Equal(
        "Write → Review → Footer → Send: 'Answer.Send' writes to 'Helpdesk' the 'Reply' that 'Footer' made after 'Review' saw another: put a checkpoint with [Due] before it",
        (await Govern.PathsAsync(
            Write,
            Govern.Review,
            """    [AutomatedStep("Add the footer")] public Task<Reply> Footer(Reply reply) => Task.FromResult(reply);""",
            Marked("SOP0314"))).Message("SOP0314"));

    [Fact]
    public async Task Approved_then_replaced_by_an_AI() => Assert.Contains(
        "the 'Reply' that 'Polish' made after 'Review' saw another: put a checkpoint with [Checklist] and [Due] before it",
        (await Govern.PathsAsync(
            Write,
            Govern.Review,
            """    [AiStep<Writer>("Polish it"), Prompt("Polish: {reply}")] public partial Task<Reply> Polish(Reply reply);""",
            Marked("SOP0314"))).Message("SOP0314"), StringComparison.Ordinal);

    [Fact]
    public async Task What_was_approved_is_said_where_it_was_of_another_kind() => Assert.Contains(
        "the 'Reply' that 'Write' made after 'Look' saw 'Ticket': put a checkpoint with [Due] before it",
        (await Govern.PathsAsync(
            """    [Checkpoint<Support>("Look at it")] public partial Task Look(Ticket ticket);""",
            Write,
            Marked("SOP0314"))).Message("SOP0314"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""    [HumanStep<Support>("Read it")] public partial Task Pass(Reply reply);""")]
    [InlineData("""    [HumanStep<Support>("Read it"), Checklist("Facts are right")] public partial Task Pass(Reply reply);""")]
    [InlineData("""    [HumanStep<Support>("Rate it")] public partial Task<Triage> Pass(Ticket ticket, Reply? reply);""")]
    public async Task A_person_who_passes_on_what_an_AI_made_is_told_apart_from_one_who_approves(string pass) => Assert.Equal(
        "Draft → Pass → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of AI step 'Draft': human step 'Pass' is no approval, make it a checkpoint with [Checklist] and [Due]",
        (await Govern.PathsAsync(Govern.Draft, pass, Marked("SOP0301"))).Message("SOP0301"));

    [Fact]
    public async Task A_person_who_does_something_else_in_between_is_not() => Assert.Contains(
        "of AI step 'Draft': show it before at a checkpoint with [Checklist] and [Due]",
        (await Govern.PathsAsync(Govern.Draft, """    [HumanStep<Support>("Call them")] public partial Task Pass(Ticket ticket);""", Marked("SOP0301"))).Message("SOP0301"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Approved_then_made_anew_by_a_person() => Assert.Contains(
        "Write → Review → Rewrite → Send: 'Answer.Send' writes to 'Helpdesk' the 'Reply' that 'Rewrite' made after 'Review' saw another: ",
        (await Govern.PathsAsync(
            Write,
            Govern.Review,
            Write.Replace("Write(", "Rewrite(", StringComparison.Ordinal).Replace("Write a", "Rewrite the", StringComparison.Ordinal),
            Marked("SOP0314"))).Message("SOP0314"),
        StringComparison.Ordinal);

    [Fact]
    public Task Approved_then_made_anew_by_a_person_and_then_by_a_machine() => Govern.PathsAsync(
        Write,
        Govern.Review,
        Write.Replace("Write(", "Rewrite(", StringComparison.Ordinal).Replace("Write a", "Rewrite the", StringComparison.Ordinal),
        """    [AutomatedStep("Add the footer")] public Task<Reply> Footer(Reply reply) => Task.FromResult(reply);""",
        Marked("SOP0314"));

    [Fact]
    public async Task The_step_that_made_it_last_is_named() => Assert.Contains(
        "Write → Review → Header → Rewrite → Footer → Send: 'Answer.Send' writes to 'Helpdesk' the 'Reply' that 'Footer' made after 'Review' saw another:",
        (await Govern.PathsAsync(
            Write,
            Govern.Review,
            """    [AutomatedStep("Add the header")] public Task<Reply> Header(Reply reply) => Task.FromResult(reply);""",
            Write.Replace("Write(", "Rewrite(", StringComparison.Ordinal).Replace("Write a", "Rewrite the", StringComparison.Ordinal),
            """    [AutomatedStep("Add the footer")] public Task<Reply> Footer(Reply reply) => Task.FromResult(reply);""",
            Marked("SOP0314"))).Message("SOP0314"),
        StringComparison.Ordinal);

    [Fact]
    public Task A_replaced_value_that_is_approved_again() => Govern.PathsAsync(
        Write,
        Govern.Review,
        """    [AutomatedStep("Add the footer")] public Task<Reply> Footer(Reply reply) => Task.FromResult(reply);""",
        """    [Checkpoint<Support>("Review it again")] public partial Task ReviewAgain(Reply reply);""",
        Govern.Send);

    [Fact]
    public Task The_shorter_way_is_shown_even_if_a_longer_one_says_more() => Govern.PathsAsync(
        """    [HumanStep<Support>("Write a reply"), Next(nameof(Send), When = nameof(IsHighValue)), Next(nameof(Polish))] public partial Task<Reply> Write(Ticket ticket);""",
        """    [AiStep<Writer>("Polish it"), Prompt("{reply.Text}")] public partial Task<Reply> Polish(Reply reply);""",
        Marked("SOP0201"));

    [Theory]
    [InlineData("SOP0314", "SOP0301")]
    [InlineData("SOP0314,SOP0301", null)]
    public async Task A_rule_that_is_switched_off_silences_no_other(string off, string? speaks)
    {
        TestHarness.SopProject project = Govern.Sop(
            Govern.Draft,
            Govern.Review,
            """    [AiStep<Writer>("Polish it"), Prompt("{reply.Text}")] public partial Task<Reply> Polish(Reply reply);""",
            speaks is null ? Govern.Send : Marked(speaks));
        var config = string.Concat(off.Split(',').Select(rule => $"dotnet_diagnostic.{rule}.severity = none\n"));
        await TestHarness.AnalyzerRun.CheckAsync(project.WithEditorConfig("[*.cs]\n" + config), Govern.PathRules);
    }

    [Fact]
    public async Task A_rule_gives_way_only_to_one_that_is_as_bad()
    {
        TestHarness.SopProject project = Govern.Sop(
            Govern.Draft,
            Govern.Review,
            """    [AiStep<Writer>("Polish it"), Prompt("{reply.Text}")] public partial Task<Reply> Polish(Reply reply);""",
            Marked("SOP0301"));
        await TestHarness.AnalyzerRun.CheckAsync(project.WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0314.severity = warning\n"), Govern.PathRules);
    }

    [Fact]
    public Task Silent_while_the_shape_is_wrong() => Govern.PathsAsync(
        Govern.Draft,
        """    [AutomatedStep("Check it"), Next("Nowhere")] public Task Check(Reply reply) => Task.CompletedTask;""",
        Govern.Send);

    private static string Marked(string rule) => Govern.Send.Replace("Send(", $"{{|{rule}:Send|}}(", StringComparison.Ordinal);
}
