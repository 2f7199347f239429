using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ApproverTests
{
    private const string Rule = "SOP0303";
    private const string Policy = "[RequireApprover<Founder>(Impact.Customers)]";
    private const string Review = """    [{|SOP0303:Checkpoint<Support>("Review the reply")|}] public partial Task<Reply> Review(Reply reply);""";

    private const string Agree = """    [Checkpoint<Founder>("Agree first")] public partial Task Agree(Reply reply);""";
    private const string ByHand = """    [HumanStep<Support>("Send it"), Writes<Helpdesk>(Impact.Customers)] public partial Task {|SOP0303:Send|}(Reply reply);""";

    [Fact]
    public async Task Another_role_approves()
    {
        var run = await CheckAsync(Policy, Govern.Draft, Review, Govern.Send);
        Assert.Equal(
            "Draft → Review → Send: the policy wants 'Founder' to approve the 'Reply' that 'Send' writes to 'Helpdesk', but 'Support' decides at 'Answer.Review': let 'Founder' decide there",
            run.Message(Rule));
        Assert.Equal(["Draft", "Review", "Send"], run.Single(Rule).AlsoText());
    }

    [Fact]
    public async Task Only_the_tools_that_the_policy_means_are_named() => Assert.Contains(
        "to approve the 'Reply' that 'Send' writes to 'Helpdesk', but",
        (await CheckAsync(Policy, Govern.Draft, Review, Govern.Send.Replace("Writes<", "Writes<Ledger>(Impact.Money), Writes<", StringComparison.Ordinal))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Silent_without_a_policy() => AnalyzerRun.CheckAsync(Govern.Sop(Govern.Draft, Govern.Review, Govern.Send), [Rule]);

    [Theory]
    [InlineData("[MaxSteps(20)]")]
    [InlineData("[RequireApprover<Support>(Impact.Customers)]")]
    [InlineData("[RequireApprover<Founder>(Impact.Customers), RequireApprover<Support>(Impact.Customers)]")]
    [InlineData("[RequireApprover<Founder>(Impact.Money | Impact.Legal)]")]
    [InlineData("[RequireApprover<Founder>(Impact.None)]")]
    public Task Silent_where_the_policy_is_met(string policy) => CheckAsync(policy, Govern.Draft, Govern.Review, Govern.Send);

    [Fact]
    public Task Silent_where_the_role_approves_first_and_another_one_later() => CheckAsync(
        Policy, Govern.Draft, Agree, Review.Replace("{|SOP0303:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal).Replace("Task<Reply>", "Task", StringComparison.Ordinal), Govern.Send);

    [Fact]
    public async Task What_another_role_may_change_later_is_not_what_the_role_saw() => Assert.Equal(
        "Draft → Agree → Review → Send: the policy wants 'Founder' to approve the 'Reply' that 'Send' writes to 'Helpdesk', but 'Founder' saw 'Reply' at 'Agree', "
        + "and 'Support' may change it later at 'Answer.Review': let 'Founder' decide there",
        (await CheckAsync(Policy, Govern.Draft, Agree, Review, Govern.Send)).Message(Rule));

    [Theory]
    [InlineData("Ticket ticket", "'Ticket'")]
    [InlineData("", "nothing")]
    public async Task The_role_approved_something_else(string shown, string words) => Assert.Equal(
        $"Agree → Draft → Review → Send: the policy wants 'Founder' to approve the 'Reply' that 'Send' writes to 'Helpdesk', but 'Founder' saw {words} at 'Agree', "
        + "and 'Support' may change it later at 'Answer.Review': let 'Founder' decide there",
        (await CheckAsync(Policy, Agree.Replace("Reply reply", shown, StringComparison.Ordinal), Govern.Draft, Review, Govern.Send)).Message(Rule));

    // The last yes releases nothing that it did not show, whoever gives it.
    [Fact]
    public async Task Silent_where_the_role_signs_last_and_SOP0201_says_that_it_saw_nothing_of_it()
    {
        string[] steps = [Govern.Draft, Govern.Review, Agree.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal)];
        await CheckAsync(Policy, [.. steps, Govern.Send]);
        var marked = Govern.Send.Replace("Send(", "{|SOP0201:Send|}(", StringComparison.Ordinal);
        await AnalyzerRun.CheckAsync(Project(Policy, [.. steps, marked]), ["SOP0201", Rule]);
    }

    [Fact]
    public Task Silent_where_the_write_itself_is_not_what_was_shown() => CheckAsync(
        Policy, Agree.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal), Govern.Draft, Govern.Send);

    [Fact]
    public Task Silent_where_the_role_is_shown_one_of_the_values_and_another_role_the_other() => CheckAsync(
        Policy,
        Govern.Draft,
        Agree,
        """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
        """    [Checkpoint<Support>("Review the topic")] public partial Task Look(Triage triage);""",
        """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply, Triage triage) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_where_the_role_approves_before_the_input_is_written_untouched() => CheckAsync(
        Policy,
        Agree.Replace("Reply reply", "", StringComparison.Ordinal),
        """    [Checkpoint<Support>("Look at it")] public partial Task Look(Ticket ticket);""",
        """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;""");

    [Fact]
    public Task Silent_where_the_role_is_shown_it_again_on_the_way_back() => CheckAsync(
        Policy,
        Govern.Draft,
        """    [Checkpoint<Founder>("Agree"), OnReject(nameof(Draft), AtMost = 3)] public partial Task Agree(Reply reply);""",
        Govern.Send);

    // The rules about the write itself are off, so that this one speaks of it. What was shown before a no does not count, and what it was not about still does.
    [Theory]
    [InlineData("Reply reply", "Reply reply", "nothing")]
    [InlineData("Triage triage", "Reply reply", null)]
    public async Task A_no_takes_back_what_it_is_about(string first, string second, string? seen)
    {
        var run = await AnalyzerRun.CheckAsync(
            Project(
                Policy,
                Govern.Draft,
                """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
                Agree.Replace("Reply reply", first, StringComparison.Ordinal),
                $"""    [Checkpoint<Founder>("Look again"), OnReject(nameof(Confirm)), Next(nameof(Send))] public partial Task Look({second});""",
                """    [Checkpoint<Founder>("Confirm")] public partial Task Confirm();""",
                $$"""    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {{(seen is null ? "Send" : "{|SOP0303:Send|}")}}(Reply reply, Triage triage) => Task.CompletedTask;""")
                .WithEditorConfig("[*.cs]\n" + string.Concat(Govern.PathRules.Select(rule => $"dotnet_diagnostic.{rule}.severity = none\n"))),
            [Rule]);
        if (seen is not null)
        {
            Assert.Contains($"Look (rejected) → Confirm → Send: the policy wants 'Founder' to approve the 'Reply' and 'Triage' that 'Answer.Send' writes to 'Helpdesk', but 'Founder' saw {seen} at 'Confirm'", run.Message(Rule), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_checkpoint_of_another_role_that_shows_one_of_the_values_is_mended_there() => Assert.Contains(
        "'Support' decides at 'Answer.Review': let 'Founder' decide there",
        (await CheckAsync(
            Policy,
            Govern.Draft,
            """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
            Review,
            """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply, Triage triage) => Task.CompletedTask;""")).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_last_checkpoint_on_the_way_is_the_one() => Assert.Contains(
        "Draft → Agree → Review → Send: ",
        (await CheckAsync(Policy, Govern.Draft, """    [Checkpoint<Finance>("Agree first")] public partial Task Agree(Reply reply);""", Review, Govern.Send)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Each_of_two_branches_counts_for_itself() => CheckAsync(
        Policy,
        Govern.Draft.Replace("] public", ", Next(nameof(Sign), When = nameof(IsHighValue)), Next(nameof(Review))] public", StringComparison.Ordinal),
        Review.Replace("|}]", "|}, Next(nameof(Send))]", StringComparison.Ordinal),
        """    [Checkpoint<Founder>("Sign it")] public partial Task<Reply> Sign(Reply reply);""",
        Govern.Send);

    [Fact]
    public Task Silent_where_nobody_approves_for_another_rule_says_so() => CheckAsync(Policy, Govern.Draft, Govern.Send);

    [Fact]
    public async Task Says_so_itself_where_the_other_rule_is_off() => Assert.Equal(
        "Draft → Send: the policy wants 'Founder' to approve the 'Reply' that 'Answer.Send' writes to 'Helpdesk', but nobody does: show it at a checkpoint of 'Founder' with [Due] before it",
        (await AnalyzerRun.CheckAsync(
            Project(Policy, Govern.Draft, Marked).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0201.severity = none"), [Rule])).Message(Rule));

    [Fact]
    public async Task Of_an_input_that_nobody_made_there_is_nothing_to_show() => Assert.Equal(
        "Send: the policy wants 'Founder' to approve what 'Answer.Send' writes to 'Helpdesk', but nobody does: put a checkpoint of 'Founder' with [Due] before it",
        (await AnalyzerRun.CheckAsync(
            Project(Policy, Marked.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal)).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0201.severity = none"), [Rule])).Message(Rule));

    [Fact]
    public Task Silent_inside_a_limit_that_says_all() => CheckAsync(
        Policy,
        """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers), Limit("A few", When = nameof(IsHighValue), PerDay = 5, Since = "2026-09-01")] public Task Send(Ticket ticket) => Task.CompletedTask;""");

    [Theory]
    [InlineData("Support", "'Support' decides at '")]
    [InlineData("Founder", null)]
    public async Task What_a_person_writes_needs_the_role_too(string approver, string? said)
    {
        var review = (said is null ? Govern.Review : Review).Replace("Checkpoint<Support>", $"Checkpoint<{approver}>", StringComparison.Ordinal);
        var run = await CheckAsync(Policy, Govern.Draft, review, ByHand.Replace("{|SOP0303:Send|}", "Send", StringComparison.Ordinal));
        if (said is not null)
        {
            Assert.Contains(said, run.Message(Rule), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_writes_alone() => Assert.Equal(
        "Draft → Send: the policy wants 'Founder' to approve the 'Reply' that 'Answer.Send' writes to 'Helpdesk', but nobody does: show it at a checkpoint of 'Founder' with [Due] before it",
        (await CheckAsync(Policy, Govern.Draft, ByHand)).Message(Rule));

    [Fact]
    public async Task A_person_writes_and_the_role_saw_something_else() => Assert.Contains(
        "but 'Founder' saw 'Ticket' at 'Agree': show it at a checkpoint",
        (await CheckAsync(Policy, Agree.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal), Govern.Draft, ByHand)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_checkpoint_that_counts_is_named_before_a_later_one() => Assert.EndsWith(
        "but 'Founder' saw 'Ticket' at 'Agree': show it at a checkpoint of 'Founder' with [Due] before it",
        (await CheckAsync(
            Policy,
            Agree.Replace("Reply reply", "Ticket ticket", StringComparison.Ordinal),
            Govern.Draft,
            """    [Checkpoint<Support>("Look at it")] public partial Task Look(Ticket ticket);""",
            ByHand)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_later_checkpoint_is_named_where_none_counts() => Assert.EndsWith(
        "but 'Support' saw 'Ticket' at 'Look': show it at a checkpoint of 'Founder' with [Due] before it",
        (await CheckAsync(Policy, Govern.Draft, """    [Checkpoint<Support>("Look at it")] public partial Task Look(Ticket ticket);""", ByHand)).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("HumanStep<Founder>(\"Send it\"), Writes<Helpdesk>(Impact.Customers)")]
    [InlineData("HumanStep<Support>(\"Send it\"), Writes<Ledger>(Impact.Money)")]
    [InlineData("HumanStep<Support>(\"Send it\"), Drafts<Helpdesk>")]
    public Task Silent_about_what_the_role_itself_writes_and_what_the_policy_does_not_mean(string step) =>
        CheckAsync(Policy, Govern.Draft, $"    [{step}] public partial Task Send(Reply reply);");

    [Theory]
    [InlineData("[RequireApprover<Founder>]", "Checkpoint<Support>")]
    [InlineData("[RequireApprover<Nobody>(Impact.Customers)]", "Checkpoint<Support>")]
    [InlineData(Policy, "Checkpoint<Nobody>")]
    public Task Silent_while_half_typed(string policy, string checkpoint) => AnalyzerRun.CheckAsync(
        Project(policy, Govern.Draft, Govern.Review.Replace("Checkpoint<Support>", checkpoint, StringComparison.Ordinal), Govern.Send).ThatDoesNotCompile(), [Rule]);

    // What an SOP of another project writes unapproved rests on the approval here; no build says anything about it at that SOP.
    [Fact]
    public async Task What_an_SOP_of_another_project_writes_counts_here() => Assert.Equal(
        "Draft → Review → Hand: the policy wants 'Founder' to approve the 'Reply' that 'Hand' hands to SOP 'Mail', but 'Support' decides at 'Answer.Review': let 'Founder' decide there",
        (await AcrossAsync(Write, Govern.Draft, Review, Hand)).Message(Rule));

    [Theory]
    [InlineData("    [Checkpoint<Founder>(\"Review the reply\")] public partial Task<Reply> Review(Reply reply);", Write)]
    [InlineData("    [Checkpoint<Support>(\"Review the reply\")] public partial Task<Reply> Review(Reply reply);", "[Checkpoint<Support>(\"Look\")] public partial Task Look(Reply reply); " + Write)]
    [InlineData("    [Checkpoint<Support>(\"Review the reply\")] public partial Task<Reply> Review(Reply reply);", "[AutomatedStep(\"File\"), Writes<Helpdesk>(Impact.None)] public Task Do(Reply reply) => Task.CompletedTask;")]
    public Task Silent_where_it_approves_there_or_the_wanted_role_does_here(string review, string other) => AcrossAsync(other, Govern.Draft, review, Hand);

    // Another rule says that nobody approves it.
    [Fact]
    public Task Silent_where_nobody_approves_what_is_handed_over() => AcrossAsync(Write, """    [HumanStep<Support>("Type it")] public partial Task<Reply> Type(Ticket ticket);""", Hand);

    [Fact]
    public async Task Lets_the_role_decide()
    {
        var fixedUp = await FixRun.ApplyAsync(Project(Policy, Govern.Draft, Review, Govern.Send), Rule);
        Assert.Contains("[Checkpoint<Founder>(\"Review the reply\")]", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_each_role_that_may() => Assert.Equal(
        ["Let Founder decide", "Let Finance decide"],
        await FixRun.TitlesAsync(Project("[RequireApprover<Founder>(Impact.Customers), RequireApprover<Finance>(Impact.Customers)]", Govern.Draft, Review, Govern.Send), Rule));

    [Fact]
    public Task Only_a_person_lets_it_decide() => FixRun.AssertOnlyByHandAsync(Project(Policy, Govern.Draft, Review, Govern.Send), Rule);

    private const string Write = """[AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task Do(Reply reply) => Task.CompletedTask;""";
    private const string Hand = """    [Handoff<Mail>("Have it sent")] public partial Task Hand(Reply reply);""";

    private static Task<AnalyzerRun> AcrossAsync(string other, params string[] steps) => AnalyzerRun.CheckAsync(
        Across.Of(
            "Team",
            Govern.Sop(steps),
            Across.Image(SopProject.Of($$"""namespace Team; [Sop("Mail it"), Owner<Support>] public sealed partial class Mail : Sop<Reply> { {{other}} }""") with { Name = "Other" })).WithPolicy(Policy),
        [Rule]);

    private static string Marked => Govern.Send.Replace("Send(", "{|SOP0303:Send|}(", StringComparison.Ordinal);

    private static SopProject Project(string policy, params string[] steps) => SopProject.Of(Govern.Sop(steps)).WithPolicy(policy);

    private static Task<AnalyzerRun> CheckAsync(string policy, params string[] steps) => AnalyzerRun.CheckAsync(Project(policy, steps), [Rule]);
}
