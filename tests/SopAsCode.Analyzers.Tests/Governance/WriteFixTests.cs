using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class WriteFixTests
{
    [Fact]
    public async Task Inserts_a_checkpoint_into_which_the_step_above_falls()
    {
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Govern.Draft, Govern.Send), "SOP0301", "Insert a checkpoint for Support");
        AssertSteps(
            fixedUp,
            $"""
            {Govern.Draft}

                [Checkpoint<Support>("Review the reply before step 'Send the reply'")]
                public partial Task<Reply> ReviewReply(Reply reply);

            {Govern.Send}
            """);
    }

    [Fact]
    public async Task Reviews_what_the_AI_made_and_nobody_approved_yet()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Govern.Sop(
                """    [AiStep<Sorter>("Sort it"), Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""",
                """    [Checkpoint<Support>("Review the topic")] public partial Task<Triage> ReviewTopic(Triage triage);""",
                Govern.Draft,
                """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Triage triage, Reply reply) => Task.CompletedTask;"""),
            "SOP0314",
            "Insert a checkpoint for Support");
        Assert.Contains("public partial Task<Reply> ReviewReply(Triage triage, Reply reply);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_the_owner_first() => Assert.Equal(
        ["Insert a checkpoint for Support", "Insert a checkpoint for SeniorSupport", "Insert a checkpoint for Finance", "Insert a checkpoint for Founder"],
        await FixRun.TitlesAsync(
            Govern.Sop(Govern.Draft, """    [HumanStep<SeniorSupport>("Read it")] public partial Task Read(Reply reply);""", Govern.Send), "SOP0301"));

    [Theory]
    [InlineData("SOP0301", """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof({0})), Next(End.Completed, When = nameof(IsBad))] public partial Task<Reply> Draft(Ticket ticket);""")]
    [InlineData("SOP0301", """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof({0}), When = nameof(IsHighValue)), Next(nameof({0}))] public partial Task<Reply> Draft(Ticket ticket);""")]
    [InlineData("SOP0301", """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(Old), AtMost = 3, Then = nameof({0}))] public partial Task<Reply> Draft(Ticket ticket);""")]
    [InlineData("SOP0201", """    [AutomatedStep("Check it"), OnFailure(nameof({0}), Retries = 2), Next(End.Completed)] public Task Check(Ticket ticket) => Task.CompletedTask;""")]
    [InlineData("SOP0201", """    [HumanStep<Support>("Check it"), Due(Days = 2), OnTimeout(nameof({0})), Next(End.Completed)] public partial Task Check(Ticket ticket);""")]
    [InlineData("SOP0201", """    [Checkpoint<Support>("Check it"), OnReject(nameof({0})), Next(End.Completed)] public partial Task Check(Ticket ticket);""")]
    [InlineData("SOP0201", """    [Checkpoint<Support>("Check it"), OnReject(nameof(Old), AtMost = 1, Then = nameof({0})), Next(End.Completed)] public partial Task Check(Ticket ticket);""")]
    [InlineData("SOP0201", """    [AutomatedStep("Check it"), Limit("Some", When = nameof(IsHighValue), Else = nameof({0})), Next(End.Completed)] public Task Check(Ticket ticket) => Task.CompletedTask;""")]
    public async Task Leads_every_kind_of_way_through_it(string rule, string first)
    {
        string[] rest =
        [
            """    [HumanStep<Support>("Do it the old way"), Next(End.Completed)] public partial Task Old(Ticket ticket);""",
            """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket, Reply? reply) => Task.CompletedTask;""",
        ];
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop([With("Send"), .. rest]), rule, "Insert a checkpoint for Support", mayBring: ["SOP0406"]);
        var name = rule == "SOP0301" ? "ReviewReply" : "ApproveSend";
        Assert.Contains(With(name), fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.Contains($"public partial Task {name}(Ticket ticket, Reply? reply);", fixedUp["Sop.cs"], StringComparison.Ordinal);

        string With(string target) => first.Replace("{0}", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_way_that_is_safe_already()
    {
        const string safe = """    [Checkpoint<SeniorSupport>("Review it as a senior")] public partial Task<Reply> ReviewBySenior(Reply reply);""";
        const string draft = """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(ReviewBySenior), When = nameof(IsHighValue)), Next(nameof({0}))] public partial Task<Reply> Draft(Ticket ticket);""";
        const string send = """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Ticket ticket, Reply reply) => Task.CompletedTask;""";
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(draft.Replace("{0}", "Send", StringComparison.Ordinal), safe, send), "SOP0301", "Insert a checkpoint for Support");
        AssertSteps(
            fixedUp,
            $"""
            {draft.Replace("{0}", "ReviewReply", StringComparison.Ordinal)}

            {safe.Replace("] public", "] [Next(nameof(Send))] public", StringComparison.Ordinal)}

                [Checkpoint<Support>("Review the reply before step 'Send the reply'")]
                public partial Task<Reply> ReviewReply(Ticket ticket, Reply reply);

            {send}
            """.Replace("] [Next(nameof(Send))]", "]\n    [Next(nameof(Send))]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_through_a_checkpoint_that_stands_there()
    {
        const string draft = """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof(Send), When = nameof(IsHighValue)), Next(nameof(Review))] public partial Task<Reply> Draft(Ticket ticket);""";
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(draft, Govern.Review, Govern.Send), "SOP0301", "Go through checkpoint 'Review' first");
        AssertSteps(fixedUp, $"{draft.Replace("nameof(Send)", "nameof(Review)", StringComparison.Ordinal)}\n\n{Govern.Review}\n\n{Govern.Send}");
    }

    [Fact]
    public async Task Leads_a_way_back_through_the_checkpoint_that_stands_there()
    {
        const string wait = """    [WaitFor("Wait for an answer"), Due(Days = 1), OnTimeout(nameof(Send)), Next(End.Completed)] public partial Task Wait(Ticket ticket);""";
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Govern.Draft, Govern.Review, Govern.Send, wait), "SOP0201", mayBring: ["SOP0406"]);
        AssertSteps(fixedUp, string.Join("\n\n", Govern.Draft, Govern.Review, Govern.Send, wait.Replace("nameof(Send)", "nameof(Review)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Leads_only_the_way_back_through_a_new_checkpoint()
    {
        const string note = """    [AutomatedStep("Note it")] public Task Note(Ticket ticket) => Task.CompletedTask;""";
        const string wait = """    [WaitFor("Wait for an answer"), Due(Days = 1), OnTimeout(nameof({0})), Next(End.Completed)] public partial Task Wait(Ticket ticket);""";
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop(Govern.Draft, Govern.Review, note, Govern.Send, wait.Replace("{0}", "Send", StringComparison.Ordinal)), "SOP0201", "Insert a checkpoint for Support", mayBring: ["SOP0307", "SOP0406"]);
        Assert.Contains("[AutomatedStep(\"Note it\")] [Next(nameof(Send))]", fixedUp["Sop.cs"].ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("OnTimeout(nameof(ReviewReply))", fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("SOP0201", fixedUp.Left);
    }

    [Fact]
    public async Task Becomes_the_start_where_the_write_was_the_start()
    {
        const string send = """    [AutomatedStep("Send the ticket"), Writes<Helpdesk>(Impact.Customers)] private Task Send(Ticket it, StepContext step, CancellationToken cancel) => Task.CompletedTask;""";
        var fixedUp = await FixRun.ApplyAsync(Govern.Sop("    // Off it goes.\n" + send), "SOP0201", "Insert a checkpoint for Support");
        AssertSteps(
            fixedUp,
            $"""
                [Checkpoint<Support>("Review the ticket before step 'Send the ticket'")]
                private partial Task ReviewTicket(Ticket it);

                // Off it goes.
            {send}
            """);
    }

    [Fact]
    public async Task Mends_a_replaced_value_and_finds_a_free_name()
    {
        var fixedUp = await FixRun.ApplyAsync(
            Govern.Sop(
                Govern.Draft,
                Govern.Review.Replace("Review(", "ReviewReply(", StringComparison.Ordinal),
                """    [AiStep<Writer>("Polish it"), Prompt("{reply.Text}")] public partial Task<Reply> Polish(Reply reply);""",
                Govern.Send),
            "SOP0314",
            "Insert a checkpoint for Support");
        Assert.Contains("public partial Task<Reply> ReviewReply2(Reply reply);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SOP0201", "public partial Task Review();")]
    [InlineData("SOP0316", "public partial Task Review(Reply reply);")]
    public async Task Mends_what_was_approved_unseen(string rule, string review)
    {
        var fixedUp = await FixRun.ApplyAsync(
            Govern.Sop(
                """    [HumanStep<Support>("Sort it")] public partial Task<Triage> Sort(Ticket ticket);""",
                """    [HumanStep<Support>("Write a reply")] public partial Task<Reply> Write(Ticket ticket);""",
                $"    [Checkpoint<Founder>(\"Review it\")] {review}",
                """    [AutomatedStep("Send the reply"), Writes<Helpdesk>(Impact.Customers)] public Task Send(Triage triage, Reply reply) => Task.CompletedTask;"""),
            rule,
            "Insert a checkpoint for Founder",
            mayBring: ["SOP0307"]);
        Assert.Contains("public partial Task ApproveSend(Triage triage, Reply reply);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_on_one_line_where_everything_stands_on_one_line()
    {
        var fixedUp = await FixRun.ApplyAsync(
            "[Sop(\"A\"), Owner<Support>] public partial class A1 : Sop<Ticket> { [AutomatedStep, Writes<Helpdesk>(Irreversible = true)] public Task Send(Ticket ticket) => Task.CompletedTask; }",
            "SOP0201",
            "Insert a checkpoint for Founder");
        Assert.Contains("{ [Checkpoint<Founder>(\"Review the ticket before step 'Send'\")] public partial Task ReviewTicket(", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spells_out_what_is_not_in_use()
    {
        var project = new SopProject()
            .With(Vocabulary.File, "global using System.Threading.Tasks;\nusing System.Threading;\nusing SopAsCode;\n" + Vocabulary.Source)
            .With("Sop.cs", """
                [SopAsCode.Sop("A")]
                [SopAsCode.Owner<Desk.Support>]
                public partial class A1 : SopAsCode.Sop<Desk.Ticket>
                {
                    [SopAsCode.AutomatedStep, SopAsCode.Writes<Desk.Helpdesk>(Irreversible = true)]
                    public Task Send(Desk.Ticket ticket) => Task.CompletedTask;
                }
                """);
        var fixedUp = await FixRun.ApplyAsync(project, "SOP0201", "Insert a checkpoint for Support");
        Assert.Contains("[global::SopAsCode.Checkpoint<Desk.Support>(", fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.Contains("Task ReviewTicket(Desk.Ticket ticket);", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_all_through_the_checkpoints_that_stand_there()
    {
        const string draft = """    [AiStep<Writer>("Draft a reply"), Prompt("{ticket.Body}"), Next(nameof({0}), When = nameof(IsHighValue)), Next(nameof(Review))] public partial Task<Reply> Draft(Ticket ticket);""";
        const string wait = """    [WaitFor("Wait for an answer"), Due(Days = 1), OnTimeout(nameof({0})), Next(End.Completed)] public partial Task Wait(Reply reply);""";
        var project = Govern.Sop(draft.Replace("{0}", "Send", StringComparison.Ordinal), Govern.Review, Govern.Send, wait.Replace("{0}", "Send", StringComparison.Ordinal));
        var fixedUp = await FixRun.ApplyAllAsync(project, "SOP0301", fix: "GoThroughCheckpoint", mayBring: ["SOP0406"]);
        Assert.Contains(draft.Replace("{0}", "Review", StringComparison.Ordinal), fixedUp["Sop.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("[Checkpoint<Support>(\"Review the reply before", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_says_who_decides() => FixRun.AssertOnlyByHandAsync(Govern.Sop(Govern.Draft, Govern.Send), "SOP0301");

    [Theory]
    [InlineData("AiStep<Writer>", "AiStep<Writer>(Level = Level.DraftOnly)")]
    [InlineData("AiStep<Writer>(\"Answer\")", "AiStep<Writer>(\"Answer\", Level = Level.DraftOnly)")]
    [InlineData("AiStep<Writer>(\"Answer\", Level = Level.Autonomous)", "AiStep<Writer>(\"Answer\", Level = Level.DraftOnly)")]
    [InlineData("AiStep<Writer>(\"Answer\", Level = Level.PrepareForApproval)", "AiStep<Writer>(\"Answer\", Level = Level.PrepareForApproval)")]
    public async Task Lets_an_AI_that_writes_draft_only(string before, string after)
    {
        const string step = """    [{0}, Prompt("{ticket.Body}"), {1}, SopAsCode.{1}] public partial Task Send(Ticket ticket);""";
        SopProject project = Govern.Sop(step.Replace("{0}", before, StringComparison.Ordinal).Replace("{1}", "Writes<Helpdesk>(Impact.Customers)", StringComparison.Ordinal));
        Assert.DoesNotContain(await FixRun.TitlesAsync(project, "SOP0301"), title => title.Contains("checkpoint", StringComparison.Ordinal));
        AssertSteps(await FixRun.ApplyAsync(project, "SOP0301", "Let 'Send' draft only"), step.Replace("{0}", after, StringComparison.Ordinal).Replace("{1}", "Drafts<Helpdesk>", StringComparison.Ordinal));
    }

    [Fact]
    public Task Only_a_person_lets_it_draft_only() => FixRun.AssertOnlyByHandAsync(
        Govern.Sop("""    [AiStep<Writer>("Answer"), Prompt("{ticket.Body}"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Ticket ticket);"""), "SOP0301");

    private static void AssertSteps(FixRun fixedUp, string steps) => Assert.Equal(Govern.Sop(steps), fixedUp["Sop.cs"]);
}
