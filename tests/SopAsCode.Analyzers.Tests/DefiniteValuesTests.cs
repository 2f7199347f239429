using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class DefiniteValuesTests
{
    private const string Sort = """[AutomatedStep("Sort")] public Task<Triage> Sort(Ticket ticket) => null!;""";
    private const string Reply = """[AutomatedStep("Write")] public Task<Reply> Write(Triage triage) => null!;""";

    [Fact]
    public Task Silent_when_every_way_makes_the_value() => Shape.CheckAsync(Shape.Sop("""
            [AutomatedStep("Sort"), Next(nameof(ByHand), When = nameof(IsUrgent)), Next(nameof(Write))]
            public Task<Triage> Sort(Ticket ticket) => null!;
            [HumanStep<Support>("Write it by hand"), Next(nameof(Send))] public partial Task<Reply> ByHand(Ticket ticket);
            [AutomatedStep("Write"), OnFailure(nameof(ByHand))] public Task<Reply> Write(Triage triage, Rejection? rejection) => null!;
            [Checkpoint<Support>("Send"), OnReject(nameof(Again))] public partial Task Send(Reply reply, Article? article);
            [AutomatedStep("Leave"), Next(End.Completed)] public Task Leave() => Task.CompletedTask;
            [AutomatedStep("Think again"), Next(nameof(ByHand))] public Task Again(Rejection rejection) => Task.CompletedTask;
            [Condition("It is urgent")] static bool IsUrgent(Triage triage, Ticket ticket) => triage.Urgency > 4;
        """));

    [Fact]
    public async Task Nothing_makes_it() => Assert.Equal(
        "Sort → Send: 'Answer.Send' reads 'Reply', which does not exist there: let an earlier step return it, or take a service through the constructor",
        await Shape.MessageAsync(Shape.Sop($$"""
                {{Sort}}
                [AutomatedStep("Send")] public Task Send({|SOP0007:Reply reply|}) => Task.CompletedTask;
            """)));

    [Fact]
    public async Task The_first_step_reads_it() => Assert.Equal(
        "'Answer.Send' reads 'Reply', which does not exist when a run starts: let an earlier step return it, or take a service through the constructor",
        await Shape.MessageAsync(Shape.Sop("""    [AutomatedStep("Send")] public Task Send({|SOP0007:Reply reply|}) => Task.CompletedTask;""")));

    [Fact]
    public async Task A_way_goes_around_the_step_that_makes_it()
    {
        var run = await Shape.CheckAsync(Shape.Sop($$"""
                [HumanStep<Support>("Sort")]
                [Next(nameof(Send), When = nameof(IsGood)), Next(nameof(Write))]
                public partial Task<Triage> {|#0:Look|}(Ticket ticket);
                {{Reply}}
                [AutomatedStep("Send")] public Task {|#1:Send|}({|SOP0007:Reply reply|}) => Task.CompletedTask;
                [Condition("It is good")] static bool IsGood(Ticket ticket) => ticket.HighValue;
            """));
        Assert.Equal(
            "Look → Send: 'Answer.Send' reads 'Reply', which does not exist there, because 'Write' did not return it before: make the parameter 'Reply?', or let a step before return one",
            run.Message("SOP0007"));
        run.Single("SOP0007").AssertAlso(0, 1);
    }

    [Theory]
    [InlineData("AutomatedStep(\"Write\"), OnFailure(nameof(Send))", "fails")]
    [InlineData("Checkpoint<Support>(\"Write\"), OnReject(nameof(Send))", "is rejected")]
    [InlineData("HumanStep<Support>(\"Write\"), Due(Hours = 1), OnTimeout(nameof(Send))", "is not answered in time")]
    [InlineData("AutomatedStep(\"Write\"), Limit(\"Few\", PerDay = 1, Else = nameof(Send))", "does not start, being outside its limit")]
    public async Task The_step_that_makes_it_is_left_without_it(string kind, string how) => Assert.Equal(
        $"Write → Send: 'Answer.Send' reads 'Reply', which does not exist there, because 'Write' {how}: make the parameter 'Reply?', or let a step before return one",
        await Shape.MessageAsync(Shape.Sop($$"""
                [{{kind}}] public partial Task<Reply> Write(Ticket ticket);
                [AutomatedStep("Send")] public Task Send({|SOP0007:Reply reply|}) => Task.CompletedTask;
            """)));

    [Fact]
    public async Task A_reject_that_may_not_have_been() => Assert.Equal(
        "'Answer.Write' reads 'Rejection', which exists only after a reject: make the parameter 'Rejection?'",
        await Shape.MessageAsync(Shape.Sop("""
                [HumanStep<Support>("Write")] public partial Task<Reply> Write(Ticket ticket, {|SOP0007:Rejection rejection|});
                [Checkpoint<Founder>("Look"), OnReject(nameof(Write))] public partial Task Look(Reply reply);
            """)));

    [Fact]
    public async Task A_condition_reads_it() => Assert.Equal(
        "'Answer.IsUrgent' reads 'Triage', which does not exist when a run starts, because 'Sort' did not return it before: make the parameter 'Triage?', or let a step before return one",
        await Shape.MessageAsync(Shape.Sop($$"""
                [HumanStep<Support>("Look"), Next(nameof(Sort), When = nameof(IsUrgent)), Next(End.Completed)] public partial Task Look(Ticket ticket);
                {{Sort}}
                [Condition("It is urgent")] static bool IsUrgent({|SOP0007:Triage triage|}) => triage.Urgency > 4;
            """)));

    [Fact]
    public async Task The_way_that_is_shown_makes_none() => Assert.Contains(
        "Look → Think → Note → Send: ",
        await Shape.MessageAsync(Shape.Sop("""
                [HumanStep<Support>("Look"), Next(nameof(Write), When = nameof(IsGood)), Next(nameof(Think))] public partial Task Look(Ticket ticket);
                [HumanStep<Support>("Write"), Next(nameof(Send))] public partial Task<Reply> Write(Ticket ticket);
                [HumanStep<Support>("Think")] public partial Task Think(Ticket ticket);
                [HumanStep<Support>("Note")] public partial Task Note(Ticket ticket);
                [AutomatedStep("Send")] public Task Send({|SOP0007:Reply reply|}) => Task.CompletedTask;
                [Condition("It is good")] static bool IsGood(Ticket ticket) => ticket.HighValue;
            """)),
        StringComparison.Ordinal);

    [Fact]
    public Task A_step_that_failed_made_nothing_even_where_that_is_the_only_way() => Shape.CheckAsync(Shape.Sop("""
            [AutomatedStep("Write"), Next(End.Completed), OnFailure(nameof(Send))] public partial Task<Reply> Write(Ticket ticket);
            [AutomatedStep("Send")] public Task Send({|SOP0007:Reply reply|}) => Task.CompletedTask;
        """));

    [Fact]
    public Task Work_that_went_well_makes_no_rejection() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("Look")] public partial Task Look(Ticket ticket);
            [HumanStep<Support>("Write")] public partial Task<Reply> Write(Ticket ticket, {|SOP0007:Rejection rejection|});
            [Checkpoint<Founder>("Check"), OnReject(nameof(Write))] public partial Task Check(Reply reply);
        """));

    [Fact]
    public Task Of_a_condition_it_is_not_said_again_where_the_step_asks_for_it_among_others() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("Look"), Next(End.Rejected, When = nameof(IsBad)), Next(End.Completed)] public partial Task Look(Ticket ticket, {|SOP0007:Reply reply|});
            [Condition("It is bad")] static bool IsBad(Reply reply) => reply.Text.Length == 0;
        """));

    [Fact]
    public Task Types_match_exactly() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("One")] public partial Task<List<Reply>> One(Ticket ticket);
            [AutomatedStep("Two")] public Task Two({|SOP0007:IReadOnlyList<Reply> replies|}) => Task.CompletedTask;
        """));

    [Fact]
    public Task Whoever_asks_first_is_told() => Shape.CheckAsync(Shape.Sop("""
            [AutomatedStep("One"), Next(nameof(Three), When = nameof(IsGood)), Next(nameof(Two))] public Task One({|SOP0007:Reply reply|}) => Task.CompletedTask;
            [AutomatedStep("Two")] public Task Two(Reply reply) => Task.CompletedTask;
            [AutomatedStep("Three")] public Task Three(Reply reply) => Task.CompletedTask;
            [Condition("It is good")] static bool IsGood(Reply reply) => reply.Text.Length > 0;
        """));

    [Fact]
    public Task A_way_that_nobody_asked_on_is_told_as_well() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("Look"), Next(nameof(Two), When = nameof(IsGood)), Next(nameof(One))] public partial Task Look(Ticket ticket);
            [AutomatedStep("One")] public Task One({|SOP0007:Reply reply|}) => Task.CompletedTask;
            [AutomatedStep("Two")] public Task Two({|SOP0007:Reply reply|}) => Task.CompletedTask;
            [Condition("It is good")] static bool IsGood(Ticket ticket) => ticket.HighValue;
        """));

    [Fact]
    public Task Silent_about_a_step_that_nothing_leads_to() => Shape.CheckAsync(Shape.Sop("""
            [HumanStep<Support>("Look"), Next(End.Completed)] public partial Task Look(Ticket ticket);
            [AutomatedStep("Send")] public Task Send(Reply reply) => Task.CompletedTask;
        """));

    [Fact]
    public Task Another_mistake_does_not_hide_it() => AnalyzerRun.CheckAsync(
        Shape.Sop("""
            [HumanStep<Support>("Look"), AutomatedStep("Look")] public partial Task Look(Ticket ticket);
            [AutomatedStep("Send")] public Task Send({|SOP0007:Reply reply|}) => Task.CompletedTask;
        """),
        ["SOP0007"]);

    [Fact]
    public Task Silent_when_the_class_has_no_base_yet() => Shape.CheckAsync(
        Shape.Sop($"    {Sort}").Replace("class Answer : Sop<Ticket>", "class {|SOP0001:Answer|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("Sop<Tickett>", "[HumanStep<Support>(\"Sort\")]", "Task<Triage>", "Write")]
    [InlineData("Sop<Ticket>", "[HumanStp<Support>(\"Sort\")]", "Task<Triage>", "Write")]
    [InlineData("Sop<Ticket>", "[HumanStep<Support>(\"Sort\")]", "Task<Triagee>", "Write")]
    [InlineData("Sop<Ticket>", "[HumanStep<Support>(\"Sort\")] [Next(Nowhere)]", "Task<Triage>", "Write")]
    public Task Silent_while_something_is_half_typed(string start, string kind, string result, string next) => Shape.CheckAsync(SopProject.Of($$"""
        [Sop("Answer")]
        public sealed partial class Answer : {{start}}
        {
            {{kind}} public partial {{result}} Look(Ticket ticket);
            [AutomatedStep("{{next}}")] public Task {{next}}(Triage triage) => Task.CompletedTask;
        }
        """).ThatDoesNotCompile());

    [Fact]
    public Task No_fix() => FixRun.AssertNoneOfferedAsync(Shape.Sop("""    [AutomatedStep("Send")] public Task Send(Reply reply) => Task.CompletedTask;"""), "SOP0007");
}
