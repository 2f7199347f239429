using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class AskedBeforeTests
{
    private const string Rule = "SOP0315";
    private const string Propose = """    [AiStep<Writer>("Propose a refund"), Prompt("{ticket.Body}"), Next(nameof(Sign), When = nameof(IsLarge)), Next(nameof(Agree))] public partial Task<Refund> Propose(Ticket ticket);""";
    private const string Agree = """
            [Checkpoint<Support>("Agree on the refund")]
            [Next(nameof(Pay))]
            public partial Task<Refund> {|SOP0315:Agree|}(Refund refund);
        """;

    private const string Sign = """    [Checkpoint<Founder>("Sign it")] public partial Task<Refund> Sign(Refund refund);""";
    private const string Pay = """    [AutomatedStep("Pay it"), Writes<Ledger>(Impact.Money)] public Task Pay(Refund refund) => Task.CompletedTask;""";
    private const string IsLarge = """    [Condition("It is large")] static bool IsLarge(Refund refund) => refund.Cents > 500;""";

    [Fact]
    public async Task What_was_asked_about_may_be_changed()
    {
        var run = await CheckAsync(Propose, Agree, Sign, Pay, IsLarge);
        Assert.Equal(
            "Agree → Pay: 'Answer.Agree' may change the 'Refund' after 'IsLarge' was asked about it at 'Propose': ask again there with [Next(…, When = nameof(IsLarge))]",
            run.Message(Rule));
        Assert.Equal(["Agree", "Pay"], run.Single(Rule).AlsoText());
    }

    [Fact]
    public Task Silent_where_it_only_shows_the_value() => CheckAsync(
        Propose, Unmarked.Replace("Task<Refund>", "Task", StringComparison.Ordinal), Sign.Replace("Task<Refund>", "Task", StringComparison.Ordinal), Pay, IsLarge);

    [Theory]
    [InlineData("[Next(nameof(Sign), When = nameof(IsLarge))]\n    [Next(nameof(Pay))]")]
    [InlineData("[Next(nameof(Sign))]")]
    public Task Silent_where_it_is_asked_again_or_somebody_else_looks(string next) =>
        CheckAsync(Propose, Unmarked.Replace("[Next(nameof(Pay))]", next, StringComparison.Ordinal), Sign, Pay, IsLarge);

    [Fact]
    public Task Silent_where_it_is_asked_again_later() => CheckAsync(
        Propose,
        Unmarked.Replace("nameof(Pay)", "nameof(Look)", StringComparison.Ordinal),
        Sign.Replace(")] public", "), Next(nameof(Pay))] public", StringComparison.Ordinal),
        """    [AutomatedStep("Look again"), Next(nameof(Sign), When = nameof(IsLarge)), Next(nameof(Pay))] public Task Look(Refund refund) => Task.CompletedTask;""",
        Pay,
        IsLarge);

    [Fact]
    public Task Silent_where_a_limit_asks() => CheckAsync(
        Propose, Unmarked, Sign, Pay.Replace(")] public", "), Limit(\"Small\", When = nameof(IsLarge), PerDay = 3)] public", StringComparison.Ordinal), IsLarge);

    [Fact]
    public Task Silent_where_the_write_does_not_carry_it() => CheckAsync(Propose, Unmarked, Sign, Pay.Replace("Refund refund", "Ticket ticket", StringComparison.Ordinal), IsLarge);

    [Fact]
    public Task What_is_made_of_it_carries_it() => CheckAsync(
        Propose,
        Agree.Replace("nameof(Pay)", "nameof(Book)", StringComparison.Ordinal),
        Sign.Replace(")] public", "), Next(nameof(Book))] public", StringComparison.Ordinal),
        """    [AutomatedStep("Book it")] public Task<Invoice> Book(Refund refund) => Task.FromResult(new Invoice(refund.Number, refund.Cents, refund.Currency));""",
        Pay.Replace("Refund refund", "Invoice invoice", StringComparison.Ordinal),
        IsLarge);

    [Fact]
    public Task Silent_where_it_is_made_anew() => CheckAsync(
        Propose,
        Unmarked.Replace("nameof(Pay)", "nameof(Work)", StringComparison.Ordinal),
        Sign.Replace(")] public", "), Next(nameof(Pay))] public", StringComparison.Ordinal),
        """    [AutomatedStep("Work it out")] public Task<Refund> Work(Ticket ticket) => Task.FromResult(new Refund("", 1, ""));""",
        Pay,
        IsLarge);

    [Fact]
    public Task Silent_where_the_other_answer_changes_nothing() => CheckAsync(
        Propose.Replace("nameof(Sign)", "nameof(Note)", StringComparison.Ordinal),
        Unmarked,
        """    [AutomatedStep("Note it")] public Task Note(Refund refund) => Task.CompletedTask;""",
        Pay,
        IsLarge);

    [Fact]
    public async Task Where_the_other_answer_ends_the_run_too() => Assert.Contains(
        "ask again there with [Next(…, When = nameof(IsLarge))]",
        (await CheckAsync(Propose.Replace("nameof(Sign)", "End.Rejected", StringComparison.Ordinal), Agree, Pay, IsLarge)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Silent_on_the_way_of_the_condition_where_the_ordinary_one_has_a_checkpoint() =>
        CheckAsync(Propose, Unmarked.Replace("Task<Refund>", "Task", StringComparison.Ordinal), Sign, Pay, IsLarge);

    [Fact]
    public async Task On_the_way_of_the_condition_where_the_ordinary_one_ends_the_run() => Assert.Contains(
        "ask again before 'Pay', or let 'Agree' only show the 'Refund'",
        (await CheckAsync(
            Propose.Replace("nameof(Sign), When", "nameof(Agree), When", StringComparison.Ordinal).Replace("Next(nameof(Agree))]", "Next(End.Completed)]", StringComparison.Ordinal),
            Agree,
            Pay,
            IsLarge)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Silent_on_the_way_of_the_condition_where_the_ordinary_one_comes_to_a_checkpoint_later() => CheckAsync(
        Propose.Replace("nameof(Sign), When", "nameof(Agree), When", StringComparison.Ordinal).Replace("Next(nameof(Agree))]", "Next(nameof(Read))]", StringComparison.Ordinal),
        Unmarked,
        """    [HumanStep<Support>("Read it")] public partial Task Read(Refund refund);""",
        Sign.Replace("Task<Refund>", "Task", StringComparison.Ordinal),
        Pay,
        IsLarge);

    [Fact]
    public async Task On_the_way_of_the_condition_where_the_ordinary_one_comes_to_the_same_checkpoint() => Assert.Contains(
        "ask again before 'Pay'",
        (await CheckAsync(
            Propose.Replace("nameof(Sign), When", "nameof(Agree), When", StringComparison.Ordinal).Replace("Next(nameof(Agree))]", "Next(nameof(Read))]", StringComparison.Ordinal),
            Agree,
            """    [HumanStep<Support>("Read it"), Next(nameof(Agree), When = nameof(IsHighValue)), Next(End.Completed)] public partial Task Read(Refund refund);""",
            Pay,
            IsLarge)).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task With_work_between_the_question_and_the_checkpoint() => CheckAsync(
        Propose.Replace("Next(nameof(Agree))", "Next(nameof(Note))", StringComparison.Ordinal),
        """    [AutomatedStep("Note it")] public Task Note(Refund refund) => Task.CompletedTask;""",
        Agree,
        Sign,
        Pay,
        IsLarge);

    [Fact]
    public Task Silent_about_a_question_that_no_run_comes_to() => CheckAsync(
        """    [HumanStep<Support>("Propose it on the phone"), Next(nameof(Agree))] public partial Task<Refund> Hand(Ticket ticket);""", Propose, Unmarked, Sign, Pay, IsLarge);

    [Fact]
    public Task Silent_where_only_another_question_leads_elsewhere() => CheckAsync(
        Propose.Replace("Next(nameof(Sign), When = nameof(IsLarge)), Next(nameof(Agree))", "Next(nameof(TakeOver), When = nameof(IsHighValue)), Next(nameof(Agree), When = nameof(IsLarge)), Next(nameof(Pay))", StringComparison.Ordinal),
        Unmarked,
        Pay.Replace(")] public", "), Next(End.Completed)] public", StringComparison.Ordinal),
        """    [HumanStep<Support>("Take it over")] public partial Task TakeOver(Ticket ticket);""",
        IsLarge);

    [Fact]
    public Task Silent_where_the_checkpoint_gets_another_one_than_was_asked_about() => CheckAsync(
        Propose.Replace("Next(nameof(Agree))", "Next(nameof(Work))", StringComparison.Ordinal),
        """    [AutomatedStep("Work it out")] public Task<Refund> Work(Ticket ticket) => Task.FromResult(new Refund("", 1, ""));""",
        Unmarked,
        Sign,
        Pay,
        IsLarge);

    [Fact]
    public Task Somebody_who_states_it_anew_is_a_checkpoint_that_knows_the_value() => CheckAsync(
        Propose.Replace("nameof(Sign), When", "nameof(Agree), When", StringComparison.Ordinal).Replace("Next(nameof(Agree))]", "Next(nameof(Sign))]", StringComparison.Ordinal),
        Unmarked,
        Sign.Replace("Sign(Refund refund)", "{|SOP0315:Sign|}(Ticket ticket)", StringComparison.Ordinal),
        Pay,
        IsLarge);

    [Fact]
    public async Task Is_not_asked_again_where_the_way_needs_what_may_not_be_there() => Assert.EndsWith(
        "ask again before 'Pay', or let 'Agree' only show the 'Refund'",
        (await CheckAsync(
            """    [AutomatedStep("Start"), Next(nameof(Hand), When = nameof(IsHighValue)), Next(nameof(Propose))] public Task Start(Ticket ticket) => Task.CompletedTask;""",
            """    [HumanStep<Support>("Propose it"), Next(nameof(Sign), When = nameof(IsLarge)), Next(nameof(Agree))] public partial Task<(Refund Refund, Article Article)> Propose(Ticket ticket);""",
            """    [HumanStep<Support>("Propose it on the phone"), Next(nameof(Agree))] public partial Task<Refund> Hand(Ticket ticket);""",
            Agree,
            """    [Checkpoint<Founder>("Sign it")] public partial Task<Refund> Sign(Refund refund, Article article);""",
            Pay,
            IsLarge)).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[HumanStep<Support>(\"Shorten it\")] public partial Task<Refund> Work(Refund refund);")]
    [InlineData("[HumanStep<Founder>(\"Call the customer\")] public partial Task Work(Ticket ticket);")]
    [InlineData("[AutomatedStep(\"Add what is known\"), Reads<Helpdesk>, OnFailure(Fallback)] public Task<Refund> Work(Refund refund) => Task.FromResult(refund);")]
    public Task Silent_where_the_answer_only_says_who_works_on_it_before_the_same_checkpoint(string work) => CheckAsync(Routed(Unmarked, work));

    [Theory]
    [InlineData("[Checkpoint<Founder>(\"Sign it\")] public partial Task Work(Refund refund);")]
    [InlineData("[HumanStep<Support>(\"Book it\"), Writes<Ledger>(Impact.Money)] public partial Task Work(Refund refund);")]
    [InlineData("[HumanStep<Support>(\"Look\"), Next(End.Escalated, When = nameof(IsHighValue)), Next(nameof(Agree))] public partial Task Work(Ticket ticket);")]
    public Task A_way_on_which_somebody_else_decides_or_something_is_written_or_ended_is_no_mere_way(string work) => CheckAsync(Routed(Agree, work));

    [Fact]
    public Task Silent_while_half_typed() => AnalyzerRun.CheckAsync(Oversight.HalfTyped(Govern.Sop(Propose, Unmarked, Sign, Pay, IsLarge.Replace("Refund refund", "Refun refund", StringComparison.Ordinal))), [Rule]);

    [Fact]
    public async Task Asks_again_above_the_other_ways()
    {
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Propose, Agree, Sign, Pay, IsLarge), Rule, "Ask 'IsLarge' again");
        Assert.Equal(
            Govern.Sop(Propose, Unmarked.Replace("[Next(nameof(Pay))]", "[Next(nameof(Sign), When = nameof(IsLarge))]\n    [Next(nameof(Pay))]", StringComparison.Ordinal), Sign, Pay, IsLarge),
            fixedUp["Sop.cs"]);
    }

    [Fact]
    public async Task Says_where_else_to_go_where_the_step_fell_through()
    {
        var agree = """    [Checkpoint<Support>("Agree on the refund")] public partial Task<Refund> Agree(Refund refund);""";
        var propose = Propose.Replace("nameof(Sign)", "End.Rejected", StringComparison.Ordinal);
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(propose, agree, Pay, IsLarge), Rule);
        Assert.Contains(
            "    [Checkpoint<Support>(\"Agree on the refund\")]\n    [Next(End.Rejected, When = nameof(IsLarge))]\n    [Next(nameof(Pay))] public partial".Replace("\n    ", " ", StringComparison.Ordinal),
            fixedUp["Sop.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixes_all()
    {
        var one = Govern.Sop(Propose, Agree, Sign, Pay, IsLarge);
        var two = one[one.IndexOf("[Sop(", StringComparison.Ordinal)..].Replace("Answer", "Again", StringComparison.Ordinal).Replace(" a ticket", " another", StringComparison.Ordinal);
        Assert.Equal(5, (await FixRun.ApplyAllAsync(one + "\n\n" + two, Rule))["Sop.cs"].Split("When = nameof(IsLarge)").Length);
    }

    private static string[] Routed(string agree, string work) =>
    [
        """    [AiStep<Writer>("Propose a refund"), Prompt("{ticket.Body}"), Next(nameof(Work), When = nameof(IsLarge)), Next(nameof(Agree))] public partial Task<Refund> Propose(Ticket ticket);""",
        "    " + work, agree, Pay, IsLarge,
    ];

    private static string Unmarked => Oversight.Unmarked(Agree);

    private static Task<AnalyzerRun> CheckAsync(params string[] members) => AnalyzerRun.CheckAsync(Govern.Sop(members), [Rule]);
}
