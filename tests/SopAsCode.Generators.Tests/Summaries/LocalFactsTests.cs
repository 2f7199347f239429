using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;
using SopAsCode.TestHarness;
using Facts = SopAsCode.Model.SopFacts;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>What the summary says about the flow of an SOP, one small flow at a time.</summary>
public class LocalFactsTests
{
    private const string Draft = """[AiStep<Writer>, Prompt("{ticket.Body}")] public partial Task<Reply> Draft(Ticket ticket);""";
    private const string Review = "[Checkpoint<Support>] public partial Task Review(Reply reply);";
    private const string Send = "[AutomatedStep, Writes<Helpdesk>(Impact.Customers)] public Task Send(Reply reply) => Task.CompletedTask;";
    private const string Answer = "[AutomatedStep, Writes<Helpdesk>(Impact.Customers)] public Task Answer(Ticket ticket) => Task.CompletedTask;";
    private const string Limited = """[AutomatedStep, Writes<Helpdesk>(Impact.Customers), Limit("Few", When = nameof(IsUrgent), PerDay = 5, Since = "2026-09-14")] public Task Macro(Ticket ticket) => Task.CompletedTask;""";
    private const string Log = "[AutomatedStep] public Task Log(Ticket ticket) => Task.CompletedTask;";
    private const string HandOver = "[Handoff<File>] public partial Task HandOver(Ticket ticket);";

    [Fact]
    public void An_sop_of_people_alone_only_says_what_it_passes_on()
    {
        var facts = Of("[HumanStep<Support>, Writes<Helpdesk>(Impact.Money)] public partial Task<Reply> Write(Ticket ticket);");
        Assert.Equal(new(Facts.None, Model.Impact.None, Model.Impact.None, [], []) { CompletesWith = facts.CompletesWith, PassesOnUnapproved = facts.PassesOnUnapproved }, facts);
        Assert.Equal(["Reply"], facts.CompletesWith.Select(type => type.Short));
        Assert.Equal(["Reply", "Ticket"], facts.PassesOnUnapproved.Select(type => type.Short));
    }

    [Fact]
    public void What_a_run_completes_with_is_there_on_each_way_that_is_stated()
    {
        const string Sort = """[AiStep<Sorter>, Prompt("{ticket.Body}"), OnFailure(nameof(Look))] public partial Task<Triage> Sort(Ticket ticket);""";
        const string Look = "[HumanStep<Support>, Next(nameof(Write), When = nameof(IsUrgent)), Next(End.Escalated)] public partial Task Look(Ticket ticket);";
        const string Write = "[HumanStep<Support>, Due(Days = 1), OnTimeout(Fallback)] public partial Task<(Reply, Article[])> Write(Ticket ticket);";
        Assert.Equal(["Article[]", "Reply"], Of(Sort, Look, Write).CompletesWith.Select(type => type.Short));
        Assert.Empty(Of(Sort, Look.Replace("End.Escalated", "End.Completed", StringComparison.Ordinal), Write).CompletesWith);
    }

    [Fact]
    public void What_an_AI_made_is_told_by_type_where_a_run_completes()
    {
        Assert.Equal(["Reply"], Of(Draft).CompletesWithUnreviewed.Select(type => type.Short));
        Assert.Empty(Of(Draft, Review).CompletesWithUnreviewed);
        Assert.Empty(Of(Draft, "[Checkpoint<Support>, Next(End.Escalated)] public partial Task Look(Ticket ticket);").CompletesWithUnreviewed);
    }

    [Fact]
    public void What_was_approved_or_made_without_the_input_is_not_passed_on()
    {
        Assert.Equal(["Reply", "Ticket"], Of(Draft).PassesOnUnapproved.Select(type => type.Short));
        Assert.Equal(["Ticket"], Of(Draft, Review).PassesOnUnapproved.Select(type => type.Short));
        Assert.Equal(["Ticket"], Of("[AutomatedStep] public Task<Reply> Take() => Task.FromResult(new Reply(\"\"));").PassesOnUnapproved.Select(type => type.Short));
    }

    [Fact]
    public void An_idea_says_nothing() =>
        Assert.Equal(new(Facts.None, Model.Impact.None, Model.Impact.None, [], []), LocalFacts.Of(Read.Flow("[Sop(\"Idea\", Stage = Stage.Idea)] public sealed partial class Idea : Sop;", "Idea")));

    [Fact]
    public void A_retired_one_says_so() => Assert.Equal(
        Facts.Retired,
        LocalFacts.Of(Read.Flow("[Sop(\"Old\", Stage = Stage.Retired)] public sealed partial class Old : Sop { [HumanStep<Support>] public partial Task Do(); }", "Old")).Facts);

    [Fact]
    public void A_write_behind_a_checkpoint_that_shows_it_is_approved()
    {
        var facts = Of(Draft, Review, Send);
        Assert.Equal((Facts.HasAi, Model.Impact.Customers, Model.Impact.None), (facts.Facts, facts.Writes, facts.UnapprovedWrites));
    }

    [Fact]
    public void A_write_before_any_checkpoint_is_neither_approved_nor_safe_from_the_input()
    {
        var facts = Of(Answer);
        Assert.Equal((Facts.InputReachesEffectUnapproved, Model.Impact.Customers), (facts.Facts, facts.UnapprovedWrites));
    }

    [Fact]
    public void A_write_that_reads_nothing_of_the_input_is_still_reached_by_a_start_that_an_AI_decided() => Assert.Equal(
        Facts.InputReachesEffectUnapproved,
        Of("[AutomatedStep, Writes<Helpdesk>(Impact.Customers)] public Task Close() => Task.CompletedTask;").Facts);

    [Fact]
    public void A_write_behind_a_checkpoint_that_shows_something_else_lets_the_input_through()
    {
        var facts = Of("[AutomatedStep] public Task<Reply> Take() => Task.FromResult(new Reply(\"\"));", Review, Answer);
        Assert.Equal((Facts.InputReachesEffectUnapproved, Model.Impact.None), (facts.Facts, facts.UnapprovedWrites));
    }

    [Fact]
    public void What_is_made_of_the_input_counts_as_the_input()
    {
        const string Copy = "[AutomatedStep] public Task<Article> Copy(Ticket ticket) => Task.FromResult(new Article(\"\", \"\"));";
        const string Publish = "[AutomatedStep, Writes<Website>(Impact.PublicPages)] public Task Publish(Article article) => Task.CompletedTask;";
        const string Look = "[Checkpoint<Support>] public partial Task Look(Ticket ticket);";
        Assert.Equal(Facts.InputReachesEffectUnapproved, Of(Copy, Look, Publish).Facts);
        Assert.Equal(Facts.None, Of(Look, Copy, Publish).Facts);
    }

    [Fact]
    public void What_an_AI_makes_of_the_input_counts_as_the_input()
    {
        const string Look = "[Checkpoint<Support>] public partial Task Look(Triage triage);";
        const string Sort = """[AiStep<Sorter>, Prompt("{ticket.Body}")] public partial Task<Triage> Sort(Ticket ticket);""";
        Assert.Equal(Facts.HasAi | Facts.InputReachesEffectUnapproved | Facts.CompletesWithUnreviewedAi, Of(Sort, Look, Draft, Send).Facts);
    }

    [Fact]
    public void What_an_AI_makes_without_the_input_is_not_the_inputs_doing()
    {
        const string Look = "[Checkpoint<Support>] public partial Task Look(Ticket ticket);";
        const string Invent = """[AiStep<Writer>, Prompt("Invent one")] public partial Task<Reply> Invent();""";
        Assert.Equal(Facts.HasAi | Facts.CompletesWithUnreviewedAi, Of(Look, Invent, Send).Facts);
    }

    [Fact]
    public void A_question_over_the_input_behind_the_checkpoint_decides_for_it()
    {
        const string Take = "[AutomatedStep] public Task<Reply> Take() => Task.FromResult(new Reply(\"\"));";
        const string Choose = "[Checkpoint<Support>, Next(nameof(Send), When = nameof(IsUrgent)), Next(End.Completed)] public partial Task Choose(Reply reply);";
        Assert.Equal(Facts.InputReachesEffectUnapproved, Of(Take, Choose, Send).Facts);
    }

    [Fact]
    public void A_limit_stands_in_for_an_approval_but_not_of_what_another_sops_AI_sends()
    {
        var facts = Of(Limited);
        Assert.Equal((Facts.InputReachesEffectUnapproved, Model.Impact.Customers, Model.Impact.None), (facts.Facts, facts.Writes, facts.UnapprovedWrites));
    }

    [Fact]
    public void A_limit_that_says_too_little_changes_nothing() =>
        Assert.Equal(Model.Impact.Customers, Of(Limited.Replace("PerDay = 5, ", "", StringComparison.Ordinal)).UnapprovedWrites);

    [Fact]
    public void Impacts_add_up_and_a_plain_write_has_none()
    {
        var facts = Of(
            "[AutomatedStep, Writes<Ledger>(Impact.Money | Impact.Legal), Writes<Helpdesk>(Impact.None)] public Task Book(Ticket ticket) => Task.CompletedTask;",
            "[Checkpoint<Support>] public partial Task Look(Ticket ticket);",
            Answer);
        Assert.Equal((Model.Impact.Money | Model.Impact.Legal | Model.Impact.Customers, Model.Impact.Money | Model.Impact.Legal), (facts.Writes, facts.UnapprovedWrites));
    }

    [Theory]
    [InlineData("[Next(End.Completed)]", true)]
    [InlineData("[Next(nameof(Review))]", false)]
    public void Completing_with_a_draft_that_nobody_read(string next, bool isUnreviewed) =>
        Assert.Equal(isUnreviewed, Of(next + Draft, Review).Facts.HasFlag(Facts.CompletesWithUnreviewedAi));

    [Fact]
    public void Rejecting_a_draft_is_no_completion() =>
        Assert.Equal(Facts.HasAi, Of(Draft, "[Checkpoint<Support>, OnReject(End.Rejected)] public partial Task Review(Reply reply);").Facts);

    [Fact]
    public void A_hand_off_from_the_start_is_unapproved_and_unattended()
    {
        var facts = Of(Log, HandOver);
        Assert.Equal(["Team.File"], Names(facts.HandsOverUnapproved));
        Assert.Equal(["Team.File"], Names(facts.HandsOverUnattended));
    }

    [Fact]
    public void A_checkpoint_that_shows_what_is_handed_over_approves_and_attends_it()
    {
        var facts = Of("[Checkpoint<Support>] public partial Task Look(Ticket ticket);", HandOver);
        Assert.Equal([], Names(facts.HandsOverUnapproved));
        Assert.Equal([], Names(facts.HandsOverUnattended));
    }

    [Fact]
    public void A_checkpoint_that_shows_something_else_attends_and_does_not_approve()
    {
        var facts = Of("[AutomatedStep] public Task<Reply> Take() => Task.FromResult(new Reply(\"\"));", Review, HandOver);
        Assert.Equal(["Team.File"], Names(facts.HandsOverUnapproved));
        Assert.Equal([], Names(facts.HandsOverUnattended));
    }

    [Theory]
    [InlineData("[Handoff<File>] public partial Task HandOver();", true)]
    [InlineData("[Handoff<File>] public partial Task HandOver(Reply reply);", true)]
    [InlineData("[Handoff<File>] public Task<Ticket> HandOver(Ticket ticket) => Task.FromResult(ticket);", true)]
    [InlineData("[Handoff<File>] public Task<Ticket> HandOver(Reply reply) => Task.FromResult(new Ticket(reply.Text, reply.Text, false));", false)]
    public void A_body_hands_over_what_it_makes_and_no_body_the_current_value(string handOver, bool isUnapproved)
    {
        var facts = Of("[AutomatedStep] public Task<Reply> Take() => Task.FromResult(new Reply(\"\"));", Review, handOver);
        Assert.Equal(isUnapproved, facts.HandsOverUnapproved.Count == 1);
    }

    [Theory]
    [InlineData("[HumanStep<Support>] public partial Task Hold(Ticket ticket);", false)]
    [InlineData("[HumanStep<Support>, Due(Hours = 1), OnTimeout(nameof(HandOver)), Next(End.Completed)] public partial Task Hold(Ticket ticket);", false)]
    [InlineData("[WaitFor(\"Something\")] public partial Task Hold();", false)]
    [InlineData("[WaitFor(\"A day\"), After(Days = 1)] public partial Task Hold();", false)]
    [InlineData("[AutomatedStep] public partial Task Hold(Ticket ticket);", true)]
    [InlineData("[Handoff<Shred>(Wait = true)] public partial Task Hold(Ticket ticket);", true)]
    [InlineData("""[AiStep<Sorter>, Prompt("{ticket.Body}")] public partial Task<Triage> Hold(Ticket ticket);""", true)]
    public void Persons_and_waits_hold_a_run_up_and_machines_do_not(string hold, bool isUnattended) =>
        Assert.Equal(isUnattended, Names(Of(hold, HandOver).HandsOverUnattended).Contains("Team.File"));

    [Fact]
    public void Targets_stand_once_and_in_order_and_none_that_nobody_can_name()
    {
        var facts = Of(
            "[Handoff<Shred>] public partial Task One(Ticket ticket);",
            HandOver,
            "[Handoff<Shred>] public partial Task Two(Ticket ticket);",
            "[Handoff<Hidden>] public partial Task Three(Ticket ticket); private sealed class Hidden : Sop<Ticket>;");
        Assert.Equal(["Team.File", "Team.Shred"], Names(facts.HandsOverUnattended));
    }

    private static LocalFacts Of(params string[] steps) => LocalFacts.Of(Read.Flow(
        $$"""
        namespace Team;

        [Sop("Answer"), Owner<Support>]
        public sealed partial class AnswerTicket : Sop<Ticket>
        {
            {{string.Join("\n    ", steps)}}

            [Condition("It is urgent")] private static bool IsUrgent(Ticket ticket) => ticket.HighValue;
        }

        [Sop("File"), Owner<Support>] public sealed partial class File : Sop<Ticket> { [HumanStep<Support>] public partial Task Look(Ticket ticket); }
        [Sop("Shred"), Owner<Support>] public sealed partial class Shred : Sop<Ticket> { [HumanStep<Support>] public partial Task Look(Ticket ticket); }
        """));

    private static string[] Names(EquatableArray<OtherSopModel> sops) => [.. sops.Select(sop => sop.Type)];
}
