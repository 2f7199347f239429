using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0206 to SOP0209: what a step does by itself, and which of these rules, and of those about ways, says it.</summary>
public class AutonomyTests
{
    private const string Cap = "SOP0206";
    private const string Level = "SOP0207";
    private const string Limit = "SOP0208";
    private const string Evidence = "SOP0209";
    private const string Valid = "Limit(\"Few\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-14\", Evidence = \"Four weeks\")";
    private const string Human = """    [HumanStep<Support>("Read it")] public partial Task ReadIt(Ticket ticket);""";

    private static readonly string[] All = [.. Govern.PathRules, Cap, Level, Limit, Evidence];

    // SOP0206.

    [Theory]
    [InlineData("")]
    [InlineData("[Cap(Impact.Customers, Level.Autonomous)]")]
    [InlineData("[Cap(Impact.Customers | Impact.Money, Level.Autonomous)]")]
    public Task Silent_inside_a_limit_that_the_policy_lets_be(string caps) =>
        CheckAsync(caps.Length == 0 ? Govern.Sop(Send(Valid)) : Under(caps, Send(Valid)));

    [Theory]
    [InlineData("[Cap(Impact.Customers, Level.PrepareForApproval)]", "the policy allows level PrepareForApproval at most")]
    [InlineData("[Cap(Impact.Customers | Impact.Legal, Level.ReadOnly)]", "the policy allows level ReadOnly at most")]
    [InlineData("[Cap(Impact.Money, Level.Autonomous)]", "the policy has no [Cap] for customers")]
    [InlineData("[RequireReview(Cadence.Monthly)]", "the policy has no [Cap] for customers")]
    public async Task A_limit_above_the_cap(string caps, string says) => Assert.Equal(
        $"'Answer.Send' writes by itself inside its [Limit], which touches customers, but {says}: let a person approve it",
        (await CheckAsync(Under(caps, Send("{|SOP0206:" + Valid + "|}")))).Message(Cap));

    [Fact]
    public async Task What_is_too_high_of_several_impacts() => Assert.Contains(
        "by itself inside its [Limit], which touches money, but the policy allows level DraftOnly at most",
        (await CheckAsync(Under("[Cap(Impact.Customers, Level.Autonomous), Cap(Impact.Money, Level.DraftOnly)]", Send("{|SOP0206:" + Valid + "|}", "Impact.Money | Impact.Customers")))).Message(Cap),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_lowest_of_several_caps_counts() => Assert.Contains(
        "which touches money and customers, but the policy allows level ReadOnly at most",
        (await CheckAsync(Under("[Cap(Impact.Customers, Level.DraftOnly), Cap(Impact.Money, Level.ReadOnly)]", Send("{|SOP0206:" + Valid + "|}", "Impact.Money | Impact.Customers")))).Message(Cap),
        StringComparison.Ordinal);

    [Fact]
    public Task Two_writes_behind_a_draft() => CheckAsync(Under(
        "[Cap(Impact.Customers, Level.DraftOnly)]",
        Draft("{|SOP0206:Level.PrepareForApproval|}"),
        Govern.Review,
        Govern.Send,
        Govern.Send.Replace("Send(", "Send2(", StringComparison.Ordinal).Replace("Send the", "Send again the", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[Cap(Impact.Money, Level.Autonomous)]", ": put a checkpoint with [Due] before it")]
    [InlineData("[Cap(Impact.Customers, Level.Autonomous)]", ": put a checkpoint with [Due] before it, or complete its [Limit], which has no When, no PerDay and no Since")]
    public async Task A_limit_that_the_policy_forbids_is_no_way_out(string caps, string says) => Assert.EndsWith(
        says, (await AnalyzerRun.CheckAsync(Under(caps, Send("Limit(\"Few\")").Replace("Send(", "{|SOP0201:Send|}(", StringComparison.Ordinal)), Govern.PathRules)).Message("SOP0201"), StringComparison.Ordinal);

    [Fact]
    public Task Silent_about_a_limit_on_a_plain_write() => CheckAsync(Under("[Cap(Impact.Customers, Level.ReadOnly)]", Send("Limit(\"Few\")", "Impact.None")));

    [Fact]
    public async Task An_AI_whose_draft_goes_to_a_write_that_is_capped_lower() => Assert.Equal(
        "'Answer.Draft' has level PrepareForApproval for a write which touches customers, but the policy allows level DraftOnly at most: lower it to Level.DraftOnly",
        (await CheckAsync(Under("[Cap(Impact.Customers, Level.DraftOnly)]", Draft("{|SOP0206:Level.PrepareForApproval|}"), Govern.Review, Govern.Send))).Message(Cap));

    [Theory]
    [InlineData("[Cap(Impact.Customers, Level.DraftOnly)]", "Level.DraftOnly")]
    [InlineData("[Cap(Impact.Money, Level.ReadOnly)]", "Level.PrepareForApproval")]
    public Task Silent_about_an_AI_below_the_cap(string caps, string level) => CheckAsync(Under(caps, Draft(level), Govern.Review, Govern.Send));

    [Fact]
    public Task Silent_about_an_AI_that_drafts_and_writes_for_another_rule_says_so() => CheckAsync(Under(
        "[Cap(Impact.Customers, Level.DraftOnly)]",
        Draft("{|SOP0207:Level.PrepareForApproval|}").Replace("Drafts<Helpdesk>", "Drafts<Helpdesk>, Writes<KnowledgeBase>", StringComparison.Ordinal),
        Govern.Review,
        Govern.Send));

    [Theory]
    [InlineData("[Cap(Impact.Customers, Level.), Cap(Impact.Money, Level.ReadOnly)]")]
    [InlineData("[Cap(Impact.Money, Level.ReadOnly), Ca]")]
    public Task Silent_while_the_policy_is_being_typed(string caps) => CheckAsync(SopProject.Of(Under(caps, Send(Valid))).ThatDoesNotCompile());

    [Fact]
    public async Task The_limit_gives_way_to_a_checkpoint()
    {
        var fixedUp = await FixRun.ApplyAsync(Under("[Cap(Impact.Money, Level.Autonomous)]", Human, Send("\n        " + Valid)), Cap, "Put a checkpoint for Support in place of the limit", mayBring: ["SOP0204"]);
        Assert.Contains(
            """
                [Checkpoint<Support>("Review the ticket before step 'Send it'")]
                public partial Task ReviewTicket(Ticket ticket);

                [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket) => Task.CompletedTask;
            """,
            fixedUp["Sop.cs"],
            StringComparison.Ordinal);
        Assert.DoesNotContain("SOP0201", fixedUp.Left);
    }

    [Fact]
    public async Task The_limit_goes_where_a_person_approves_already()
    {
        var source = Under("[Cap(Impact.Money, Level.Autonomous)]", Govern.Draft, Govern.Review, Govern.Send.Replace("Writes<", Valid + ", Writes<", StringComparison.Ordinal));
        var fixedUp = await FixRun.ApplyAsync(source, Cap, "Remove the limit");
        Assert.Equal(source.Replace(Valid + ", ", "", StringComparison.Ordinal), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("PrepareForApproval", "AiStep<Writer>(\"Answer it\", Level = Level.PrepareForApproval), Prompt(\"{ticket.Body}\"), Drafts<Helpdesk>]")]
    [InlineData("DraftOnly", "AiStep<Writer>(\"Answer it\", Level = Level.DraftOnly), Prompt(\"{ticket.Body}\"), Drafts<Helpdesk>]")]
    [InlineData("ReadOnly", "AiStep<Writer>(\"Answer it\", Level = Level.ReadOnly), Prompt(\"{ticket.Body}\"), Reads<Helpdesk>]")]
    public async Task An_AI_gets_the_level_of_the_cap(string cap, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Under($"[Cap(Impact.Customers, Level.{cap})]", Act("Level = Level.Autonomous", Valid)), Cap, mayBring: ["SOP0204", "SOP0401", "SOP0506"]);
        Assert.Contains(after, fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_AI_only_drafts_where_nobody_approves_what_is_written_behind_it()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Under("[Cap(Impact.Customers, Level.PrepareForApproval)]", Act("Level = Level.Autonomous", Valid), Send(Valid)), Cap, mayBring: ["SOP0204", "SOP0401"]);
        Assert.Contains("AiStep<Writer>(\"Answer it\", Level = Level.DraftOnly), Prompt(\"{ticket.Body}\"), Drafts<Helpdesk>]", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_lowers_it() => FixRun.AssertOnlyByHandAsync(Under("[Cap(Impact.Customers, Level.DraftOnly)]", Draft("Level.PrepareForApproval"), Govern.Review, Govern.Send), Cap);

    // SOP0207.

    [Fact]
    public async Task Reads_only_but_drafts() => Assert.Equal(
        "'Answer.Draft' leaves drafts in 'Helpdesk', but its level is ReadOnly: say so with Level = Level.DraftOnly",
        (await CheckAsync(Govern.Sop(Draft("{|SOP0207:Level.ReadOnly|}"), Govern.Review, Govern.Send))).Message(Level));

    [Fact]
    public Task The_default_is_to_read_only() => CheckAsync(Govern.Sop("""    [{|SOP0207:AiStep<Writer>("Draft it")|}, Prompt("{ticket.Body}"), Drafts<Helpdesk>] public partial Task<Reply> Draft(Ticket ticket);"""));

    [Theory]
    [InlineData("Level.DraftOnly")]
    [InlineData("Level.PrepareForApproval")]
    public Task Silent_about_a_draft_that_a_person_approves(string level) => CheckAsync(Govern.Sop(Draft(level), Govern.Review, Govern.Send));

    [Theory]
    [InlineData("{|SOP0207:AiStep<Writer>(\"Post it\")|}", "ReadOnly")]
    [InlineData("AiStep<Writer>(\"Post it\", Level = {|SOP0207:Level.DraftOnly|})", "DraftOnly")]
    public async Task An_AI_that_writes_plainly(string kind, string level) => Assert.Equal(
        $"'Answer.Post' writes to 'KnowledgeBase', but its level is {level}: let it draft there, and let another step write",
        (await CheckAsync(Govern.Sop(Post(kind)))).Message(Level));

    [Fact]
    public async Task Inside_a_limit_at_another_level() => Assert.Equal(
        "'Answer.Act' acts by itself inside its [Limit], but its level is DraftOnly: say so with Level = Level.Autonomous, or take the [Limit] and the write away",
        (await CheckAsync(Govern.Sop(Act("Level = {|SOP0207:Level.DraftOnly|}", Valid)))).Message(Level));

    [Theory]
    [InlineData("Valid")]
    [InlineData("Plain")]
    public Task Silent_about_autonomy_inside_a_limit(string which) => CheckAsync(Govern.Sop(which == "Valid"
        ? Act("Level = Level.Autonomous", Valid)
        : Post("AiStep<Writer>(\"Post it\", Level = Level.Autonomous), Limit(\"Few\")")));

    [Fact]
    public async Task Prepared_for_approval_and_sent_without() => Assert.Equal(
        "Draft → Send: 'Answer.Draft' prepares for approval what goes to 'Helpdesk', but nobody approves anything: put a checkpoint with [Checklist] and [Due] there, or lower it to Level.DraftOnly",
        (await CheckAsync(Govern.Sop(Draft("{|SOP0207:Level.PrepareForApproval|}"), Send(Valid)))).Message(Level));

    [Fact]
    public async Task Of_several_tools_the_one_that_was_prepared_is_named() => Assert.Contains(
        "Draft → Post: 'Answer.Draft' prepares for approval what goes to 'Helpdesk', but nobody approves anything: ",
        (await CheckAsync(Govern.Sop(
            Draft("{|SOP0207:Level.PrepareForApproval|}").Replace("Drafts<", "Reads<Ledger>, Drafts<", StringComparison.Ordinal),
            """    [AutomatedStep("Post it"), Writes<KnowledgeBase>, Writes<Helpdesk>] public Task Post(Reply reply) => Task.CompletedTask;"""))).Message(Level),
        StringComparison.Ordinal);

    [Fact]
    public Task A_rejected_draft_that_is_sent_all_the_same() => CheckAsync(Govern.Sop(
        Draft("{|SOP0207:Level.PrepareForApproval|}"), Govern.Review.Replace("] public", ", OnReject(nameof(Post))] public", StringComparison.Ordinal), Govern.Send.Replace("] public", ", Next(End.Completed)] public", StringComparison.Ordinal),
        """    [AutomatedStep("Post it"), Writes<Helpdesk>] public Task Post(Ticket ticket, Reply reply) => Task.CompletedTask;"""));

    [Theory]
    [InlineData("""[AutomatedStep("Note it"), Writes<Helpdesk>] public Task Note(Ticket ticket) => Task.CompletedTask;""")]
    [InlineData("""[AutomatedStep("Post it"), Writes<KnowledgeBase>] public Task Post(Reply reply) => Task.CompletedTask;""")]
    [InlineData("""[HumanStep<Support>("Send it"), Writes<Helpdesk>(Impact.Customers)] public partial Task SendIt(Reply reply);""")]
    public Task Silent_about_another_write_on_the_way(string step) => CheckAsync(Govern.Sop(Draft("Level.PrepareForApproval"), "    " + step, Govern.Review, Govern.Send));

    [Fact]
    public Task Silent_when_the_draft_failed() => CheckAsync(Govern.Sop(
        Draft("Level.PrepareForApproval").Replace("Prompt(", "OnFailure(nameof(Template)), Prompt(", StringComparison.Ordinal), Govern.Review, Govern.Send.Replace("] public", ", Next(End.Completed)] public", StringComparison.Ordinal),
        """    [AutomatedStep("Send a template"), Writes<Helpdesk>(Impact.Customers), Limit("Few", When = nameof(IsHighValue), PerDay = 5, Since = "2026-09-14", Evidence = "Weeks")] public Task Template(Ticket ticket) => Task.CompletedTask;"""));

    [Fact]
    public Task A_rule_about_the_way_says_it_at_the_write() => CheckAsync(Govern.Sop(
        Draft("Level.PrepareForApproval"), """    [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Reply reply) => Task.CompletedTask;"""));

    [Fact]
    public Task A_rule_about_the_way_says_it_of_an_AI_that_writes() => CheckAsync(Govern.Sop(
        """    [AiStep<Writer>("Answer it"), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers)] public partial Task {|SOP0301:Act|}(Ticket ticket);"""));

    [Fact]
    public Task Switched_off_that_rule_silences_nobody() => CheckAsync(SopProject.Of(Govern.Sop(
        """    [{|SOP0207:AiStep<Writer>("Answer it")|}, Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers)] public partial Task Act(Ticket ticket);"""))
        .WithGlobalConfig("is_global = true\ndotnet_diagnostic.SOP0301.severity = none\ndotnet_diagnostic.SOP0201.severity = none\n"));

    [Fact]
    public async Task Autonomy_without_a_limit_where_the_others_are_off() => Assert.Equal(
        "'Answer.Act' writes to 'Helpdesk', without a [Limit] that says enough: let it draft there, and let another step write",
        (await AnalyzerRun.CheckAsync(
            SopProject.Of(Govern.Sop(Act("Level = {|SOP0207:Level.Autonomous|}", "Note(\"x\")")))
                .WithGlobalConfig(string.Concat(new[] { "SOP0201", "SOP0208", "SOP0301" }.Select(rule => $"dotnet_diagnostic.{rule}.severity = none\n").Prepend("is_global = true\n"))),
            All)).Message(Level));

    [Theory]
    [InlineData("AiStep<Writer>(\"Draft it\", Level = )")]
    [InlineData("AiStep<Writer>(\"Draft it\", Level = Level.)")]
    [InlineData("AiStep<Writer>(\"Draft it\"), Du")]
    public Task Silent_while_the_step_is_being_typed(string kind) => CheckAsync(SopProject.Of(Govern.Sop(
        $$"""    [{{kind}}, Prompt("{ticket.Body}"), Drafts<Helpdesk>] public partial Task<Reply> Draft(Ticket ticket);""")).ThatDoesNotCompile());

    [Theory]
    [InlineData("AiStep<Writer>", "Drafts<Helpdesk>", "AiStep<Writer>(Level = Level.DraftOnly)", "Drafts<Helpdesk>")]
    [InlineData("AiStep<Writer>(\"It\")", "Drafts<Helpdesk>", "AiStep<Writer>(\"It\", Level = Level.DraftOnly)", "Drafts<Helpdesk>")]
    [InlineData("AiStep<Writer>(\"It\", Level = Level.ReadOnly)", "Writes<KnowledgeBase>(Impact.None)", "AiStep<Writer>(\"It\", Level = Level.DraftOnly)", "Drafts<KnowledgeBase>")]
    public async Task Sets_the_level_that_fits(string kind, string access, string kindAfter, string accessAfter)
    {
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Step(kind, access)), Level);
        Assert.Equal(Govern.Sop(Step(kindAfter, accessAfter)), fixedUp["Sop.cs"]);

        static string Step(string kind, string access) => $$"""    [{{kind}}, Prompt("{ticket.Body}"), {{access}}] public partial Task<Reply> Draft(Ticket ticket);""";
    }

    [Fact]
    public async Task Sets_the_level_of_autonomy_inside_a_limit()
    {
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Act("Level = Level.DraftOnly", Valid)), Level);
        Assert.Equal(Govern.Sop(Act("Level = Level.Autonomous", Valid)), fixedUp["Sop.cs"]);
    }

    // SOP0208.

    [Theory]
    [InlineData("When = nameof(IsHighValue), Since = \"2026-09-14\"", "no PerDay")]
    [InlineData("When = nameof(IsHighValue), PerDay = 5", "no Since")]
    [InlineData("Evidence = \"Weeks\"", "no When, no PerDay and no Since")]
    public async Task A_limit_that_lacks_something(string says, string lacks) => Assert.Equal(
        $"The [Limit] of 'Answer.Send' has {lacks}, so nobody can check it: say under which condition, how often a day, and since when",
        (await CheckAsync(Govern.Sop(Approve, Send("{|SOP0208:Limit(\"Few\", " + says + ")|}")))).Message(Limit));

    [Fact]
    public async Task Where_nobody_approves_the_rule_about_the_way_says_what_the_limit_lacks() => Assert.Equal(
        "'Answer.Send' writes to 'Helpdesk', which touches customers, and nobody approves it at the very start: put a checkpoint with [Due] before it, or complete its [Limit], which has no PerDay",
        (await CheckAsync(Govern.Sop(Send("Limit(\"Few\", When = nameof(IsHighValue), Since = \"2026-09-14\")").Replace("Task Send(", "Task {|SOP0201:Send|}(", StringComparison.Ordinal)))).Message("SOP0201"));

    [Fact]
    public Task Switched_off_that_rule_silences_no_limit() => CheckAsync(SopProject.Of(Govern.Sop(Send("{|SOP0208:Limit(\"Few\")|}")))
        .WithGlobalConfig("is_global = true\ndotnet_diagnostic.SOP0301.severity = none\ndotnet_diagnostic.SOP0201.severity = none\n"));

    [Fact]
    public async Task A_limit_that_is_to_come() => Assert.Equal(
        "'Answer.Send' acts by itself from 2026-11-21 on, and that day is still to come: let a person approve it in place of the [Limit] until then",
        (await CheckAsync(Dated(Govern.Sop(Send(Valid.Replace("\"2026-09-14\"", "{|SOP0208:\"2026-11-21\"|}", StringComparison.Ordinal)))))).Message(Limit));

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", "Impact.Customers")]
    [InlineData("2999-01-01", "", "Impact.Customers")]
    [InlineData("2999-01-01", "2026-11-20", "Impact.None")]
    public Task Silent_about_the_first_day_of_a_limit(string since, string asOf, string impact) => CheckAsync(
        SopProject.Of(Govern.Sop(Send(Valid.Replace("2026-09-14", since, StringComparison.Ordinal), impact))).WithProperty("SopAsOf", asOf));

    [Fact]
    public async Task Autonomous_without_a_limit() => Assert.Equal(
        "'Answer.Post' acts by itself without a [Limit]: add one that says what it may do, or lower its level",
        (await CheckAsync(Govern.Sop(Post("AiStep<Writer>(\"Post it\", Level = {|SOP0208:Level.Autonomous|})")))).Message(Limit));

    [Fact]
    public async Task Autonomous_without_anything_to_do() => Assert.Equal(
        "'Answer.Draft' is Autonomous without a [Limit], and writes nothing: lower it to Level.DraftOnly",
        (await CheckAsync(Govern.Sop(Draft("{|SOP0208:Level.Autonomous|}"), Govern.Review, Govern.Send))).Message(Limit));

    [Fact]
    public Task What_the_policy_forbids_need_not_be_complete() =>
        CheckAsync(Under("[Cap(Impact.Money, Level.Autonomous)]", Approve, Send("{|SOP0206:Limit(\"Few\")|}")));

    [Theory]
    [InlineData("Limit(\"Few\", PerDay = )")]
    [InlineData("Limit(\"Few\", Since = )")]
    [InlineData("Limit()")]
    [InlineData("Limit")]
    [InlineData("Limit(\"Few\", Fe)")]
    public Task Silent_while_the_limit_is_being_typed(string limit) => CheckAsync(SopProject.Of(Govern.Sop(Approve, Send(limit))).ThatDoesNotCompile());

    [Fact]
    public async Task Offers_each_condition_that_can_be_asked_there() => Assert.Equal(
        ["Limit it to: The customer is high-value"],
        await FixRun.TitlesAsync(Dated(Govern.Sop(Approve, Send("Limit(\"Few\")"))), Limit));

    [Theory]
    [InlineData("Limit(\"Few\")", "Limit(\"Few\", When = nameof(IsHighValue))")]
    [InlineData("Limit(\"Few\", PerDay = 3)", "Limit(\"Few\", PerDay = 3, When = nameof(IsHighValue))")]
    [InlineData("Limit(\"Few\", When = null, Since = \"2026-09-14\")", "Limit(\"Few\", When = nameof(IsHighValue), Since = \"2026-09-14\")")]
    public async Task Writes_the_condition_that_was_chosen_and_asks_for_the_numbers(string before, string after)
    {
        var fixedUp = await FixRun.ApplyAsync(Dated(Govern.Sop(Approve, Send(before))), Limit, "Limit it to: The customer is high-value", stays: true);
        Assert.Equal(Govern.Sop(Approve, Send(after)), fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task Only_a_person_chooses_the_condition() => FixRun.AssertOnlyByHandAsync(Dated(Govern.Sop(Approve, Send("Limit(\"Few\")"))), Limit);

    [Fact]
    public Task Offers_nothing_that_only_a_person_can_say() =>
        FixRun.AssertNoneOfferedAsync(Dated(Govern.Sop(Approve, Send("Limit(\"Few\", When = nameof(IsHighValue), PerDay = 3)"))), Limit);

    [Fact]
    public Task Offers_nothing_where_no_condition_can_be_asked() => FixRun.AssertNoneOfferedAsync(
        Dated(Govern.Sop(Approve, Send("Limit(\"Few\")")).Replace("[Condition(\"The customer is high-value\")] static bool IsHighValue(Ticket ticket) => ticket.HighValue;", "", StringComparison.Ordinal)), Limit);

    [Fact]
    public Task Offers_no_limit_of_a_plain_write() => FixRun.AssertNoneOfferedAsync(Govern.Sop(Post("AiStep<Writer>(\"Post it\", Level = Level.Autonomous)")), Limit);

    [Fact]
    public async Task Lowers_what_only_reads()
    {
        const string read = """    [AiStep<Writer>("Read it", Level = Level.Autonomous), Prompt("{ticket.Body}"), Reads<Helpdesk>] public partial Task<Reply> Read(Ticket ticket);""";
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(read), Limit);
        Assert.Equal(Govern.Sop(read.Replace("Level.Autonomous", "Level.ReadOnly", StringComparison.Ordinal)), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Lowers_what_writes_nothing()
    {
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Draft("Level.Autonomous"), Govern.Review, Govern.Send), Limit);
        Assert.Equal(Govern.Sop(Draft("Level.DraftOnly"), Govern.Review, Govern.Send), fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task The_rule_about_the_way_offers_no_limit_where_none_was_meant() => Assert.DoesNotContain(
        await FixRun.TitlesAsync(Dated(Govern.Sop(Govern.Draft, Govern.Send)), "SOP0301"), title => title.Contains("Limit", StringComparison.Ordinal));

    [Fact]
    public async Task The_rule_about_the_way_offers_no_limit_that_the_policy_forbids() => Assert.DoesNotContain(
        await FixRun.TitlesAsync(Dated(Under("[Cap(Impact.Money, Level.Autonomous)]", Act("Level = Level.Autonomous", "Note(\"x\")"))), "SOP0301"), title => title.Contains("Limit", StringComparison.Ordinal));

    [Fact]
    public async Task The_rule_about_the_way_offers_the_limit_too()
    {
        var source = Dated(Govern.Sop(Act("Level = Level.Autonomous", "Note(\"x\")")));
        var fixedUp = await FixRun.ApplyAsync(source, "SOP0301", "Limit it to: The customer is high-value", mayBring: ["SOP0708"], stays: true);
        Assert.Contains("Limit(\"Only when this holds: The customer is high-value\", When = nameof(IsHighValue))", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    // SOP0209.

    [Theory]
    [InlineData("")]
    [InlineData(", Evidence = null")]
    public async Task Nothing_shows_that_it_was_earned(string evidence)
    {
        var limit = $"Limit(\"Few\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-14\"{evidence})";
        Assert.Equal(
            "'Answer.Send' writes by itself, and nothing shows that it earned that: say what does with Evidence = \"…\", or let a person approve it",
            (await CheckAsync(Govern.Sop(Send("{|SOP0209:" + limit + "|}")))).Message(Evidence));
    }

    [Theory]
    [InlineData("TBD")]
    [InlineData("")]
    public Task Words_that_keep_a_place_show_nothing(string evidence) =>
        CheckAsync(Govern.Sop(Send("Limit(\"Few\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-14\", Evidence = {|SOP0209:\"" + evidence + "\"|})")));

    [Fact]
    public async Task Younger_than_the_trial_that_the_policy_asks_for() => Assert.Equal(
        "'Answer.Send' writes by itself since 2026-11-10, 9 days after the first version, but the policy asks for 28 days under a person's eyes: let a person approve it until then",
        (await CheckAsync(Tried("2026-11-10", "2026-11-01"))).Message(Evidence));

    [Fact]
    public async Task The_trial_begins_with_the_first_version() => Assert.Contains(
        "since 2026-11-10, 9 days after the first version", (await CheckAsync(Tried("2026-11-10", "2026-11-01", "2026-11-05"))).Message(Evidence), StringComparison.Ordinal);

    [Fact]
    public async Task Younger_than_the_trial_without_a_change_log() => Assert.Equal(
        "'Answer.Send' writes by itself since 2026-11-10, and no change before that says when its trial began, but the policy asks for 28 days under a person's eyes: let a person approve it until then",
        (await CheckAsync(Tried("2026-11-10", null))).Message(Evidence));

    [Theory]
    [InlineData("2026-10-23", null)]
    [InlineData("2026-11-10", "2026-10-01")]
    public Task Silent_after_the_trial(string since, string? first) => CheckAsync(Tried(since, first).WithoutMarks().Plain);

    [Fact]
    public Task Without_a_day_no_trial_is_counted() => CheckAsync(Tried("2026-11-10", "2026-11-01").WithoutMarks().Plain.WithProperty("SopAsOf", ""));

    [Fact]
    public Task Without_a_minimum_no_trial_is_counted() => CheckAsync(Dated(Under("[Cap(Impact.Customers, Level.Autonomous)]", Send(Valid.Replace("2026-09-14", "2026-11-10", StringComparison.Ordinal)))));

    [Fact]
    public async Task An_AI_goes_back_to_level_3()
    {
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Act("Level = Level.Autonomous", "Limit(\"Few\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-14\")")), Evidence, mayBring: ["SOP0204"]);
        Assert.Contains("[AiStep<Writer>(\"Answer it\", Level = Level.PrepareForApproval), Prompt(\"{ticket.Body}\"), Drafts<Helpdesk>] public", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_says_who_decides_in_place_of_the_limit() => FixRun.AssertOnlyByHandAsync(
        Govern.Sop(Human, Send("Limit(\"Few\", When = nameof(IsHighValue), PerDay = 5, Since = \"2026-09-14\")")), Evidence);

    [Fact]
    public async Task A_count_that_limits_nothing() => Assert.Equal(
        "'Answer.Send' may act by itself 2000000000 times a day, which limits nothing: set PerDay to what should happen at most, below 1000000",
        (await CheckAsync(Govern.Sop(Send(Valid.Replace("PerDay = 5", "PerDay = {|SOP0208:2000000000|}", StringComparison.Ordinal))))).Message(Limit));

    [Fact]
    public Task Silent_about_a_busy_limit() => CheckAsync(Govern.Sop(Send(Valid.Replace("PerDay = 5", "PerDay = 50000", StringComparison.Ordinal))));

    [Fact]
    public async Task Autonomy_that_is_older_than_its_SOP() => Assert.Equal(
        "'Answer.Send' writes by itself since 2025-01-01, but the first version of the SOP is of 2026-11-02: correct Since, or add the older [Change]",
        (await CheckAsync(Versioned("{|SOP0209:\"2025-01-01\"|}", "2026-11-02"))).Message(Evidence));

    [Theory]
    [InlineData("2026-11-02")]
    [InlineData("2025-01-01")]
    [InlineData("2024-06-30")]
    public Task Silent_about_autonomy_that_is_as_old_as_its_SOP(string first) => CheckAsync(Versioned("\"2026-11-02\"", first));

    [Fact]
    public Task Silent_about_autonomy_of_the_weeks_before_its_SOP_was_written() => CheckAsync(Versioned("\"2026-09-01\"", "2026-11-02"));

    private static string Versioned(string since, string first) => Govern.Sop(Send(Valid.Replace("\"2026-09-14\"", since, StringComparison.Ordinal)))
        .Replace("[Owner<Support>]", $"[Owner<Support>]\n[Change(\"1.1.0\", \"2026-11-10\", \"More\"), Change(\"1.0.0\", \"{first}\", \"First version\")]", StringComparison.Ordinal);

    private const string Approve = """    [Checkpoint<Support>("Approve it")] public partial Task Approve(Ticket ticket);""";

    private static string Send(string limit, string impact = "Impact.Customers") =>
        $$"""    [AutomatedStep("Send it"), Writes<Helpdesk>({{impact}}), {{limit}}] public Task Send(Ticket ticket) => Task.CompletedTask;""";

    private static string Act(string level, string limit) =>
        $$"""    [AiStep<Writer>("Answer it", {{level}}), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers), {{limit}}] public partial Task Act(Ticket ticket);""";

    private static string Draft(string level) =>
        $$"""    [AiStep<Writer>("Draft it", Level = {{level}}), Prompt("{ticket.Body}"), Drafts<Helpdesk>] public partial Task<Reply> Draft(Ticket ticket);""";

    private static string Post(string kind) => $$"""    [{{kind}}, Prompt("{ticket.Body}"), Writes<KnowledgeBase>] public partial Task Post(Ticket ticket);""";

    private static string Under(string policy, params string[] steps) => $"{Govern.Sop(steps)}\n\n{policy} public sealed class House : Policy;";

    private static SopProject Dated(string source) => SopProject.Of(source).WithProperty("SopAsOf", "2026-11-20");

    private static SopProject Tried(string since, string? first, string? second = null)
    {
        var source = Under("[MinimumTrial(28), Cap(Impact.Customers, Level.Autonomous)]", Send(Valid.Replace("\"2026-09-14\"", "{|SOP0209:\"" + since + "\"|}", StringComparison.Ordinal)));
        return Dated(first is null ? source : source.Replace("[Owner<Support>]", $"[Owner<Support>]\n[Change(\"1.0.0\", \"{first}\", \"First version\"), Change(\"1.1.0\", \"{second ?? first}\", \"More\")]", StringComparison.Ordinal));
    }

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, All);
}
