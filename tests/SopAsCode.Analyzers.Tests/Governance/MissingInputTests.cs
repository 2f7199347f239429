using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class MissingInputTests
{
    private const string Rule = "SOP0902";
    private const string Target = """[Sop("Send it"), Owner<Support>] public sealed partial class Send : Sop<Reply> { [HumanStep<Support>("Send")] public partial Task Do(Reply reply); }""";

    [Fact]
    public async Task None_at_the_start() => Assert.Equal(
        "'Answer.HandOver' hands 'Reply' over to SOP 'Send', but there is none when a run starts: let a step before return one, or write a body that makes one",
        (await CheckAsync("[{|SOP0902:Handoff<Send>(\"Hand over\")|}] public partial Task HandOver();")).Message(Rule));

    [Fact]
    public async Task None_on_one_of_two_ways()
    {
        var run = await CheckAsync(
            """[AutomatedStep("Try"), OnFailure(nameof(HandOver))] public Task<Reply> {|#0:Try|}(Ticket ticket) => Task.FromResult(new Reply(""));""",
            "[{|SOP0902:Handoff<Send>(\"Hand over\")|}] public partial Task {|#1:HandOver|}(Ticket ticket);");
        Assert.Contains("Try → HandOver: 'Answer.HandOver' hands 'Reply' over to SOP 'Send', but there is none there: ", run.Message(Rule), StringComparison.Ordinal);
        run.Single(Rule).AssertAlso(0, 1);
    }

    [Fact]
    public async Task The_way_that_is_shown_makes_none() => Assert.Contains(
        "Look → Think → Note → HandOver: ",
        (await CheckAsync(
            """[HumanStep<Support>("Look"), Next(nameof(Write), When = nameof(IsGood)), Next(nameof(Think))] public partial Task Look(Ticket ticket);""",
            """[HumanStep<Support>("Write"), Next(nameof(HandOver))] public partial Task<Reply> Write(Ticket ticket);""",
            """[HumanStep<Support>("Think")] public partial Task Think(Ticket ticket);""",
            """[HumanStep<Support>("Note")] public partial Task Note(Ticket ticket);""",
            "[{|SOP0902:Handoff<Send>(\"Hand over\")|}] public partial Task HandOver();",
            """[Condition("It is good")] static bool IsGood(Ticket ticket) => ticket.HighValue;""")).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task A_parameter_that_may_be_null_asks_for_nothing() => CheckAsync("[{|SOP0902:Handoff<Send>|}] public partial Task HandOver(Reply? reply);");

    [Theory]
    [InlineData("""[AutomatedStep("Try")] public Task<Reply> Try(Ticket ticket) => Task.FromResult(new Reply(""));""", "[Handoff<Send>] public partial Task HandOver();")]
    [InlineData("""[AutomatedStep("Try")] public Task<(Triage, Reply)> Try(Ticket ticket) => throw new NotSupportedException();""", "[Handoff<Send>] public partial Task HandOver();")]
    [InlineData("", """[Handoff<Send>] public Task<Reply> HandOver(Ticket ticket) => Task.FromResult(new Reply(""));""")]
    [InlineData("", """[Handoff<Send>] public partial Task<Reply> HandOver(Ticket ticket); public partial Task<Reply> HandOver(Ticket ticket) => Task.FromResult(new Reply(""));""")]
    [InlineData("", "[Handoff<Other>] public partial Task HandOver();")]
    [InlineData("", "[Handoff<Same>] public partial Task HandOver();")]
    [InlineData("", "[Handoff<Send>] public partial Task HandOver(Reply reply);")]
    public Task Silent_where_it_exists_or_is_made_or_is_not_needed_or_is_asked_for(string before, string handOver) => CheckAsync(before, handOver);

    [Fact]
    public Task What_is_missing_twice_for_one_reason_is_said_once() =>
        CheckAsync("[{|SOP0902:Handoff<Send>|}] public partial Task One();", "[Handoff<Send>] public partial Task Two();");

    [Fact]
    public Task Silent_about_a_step_that_nothing_leads_to() => CheckAsync(
        """[HumanStep<Support>("Read"), Next(End.Completed)] public partial Task Look(Ticket ticket);""", "[Handoff<Send>] public partial Task HandOver();");

    [Theory]
    [InlineData("[Handoff<Nobody>] public partial Task HandOver();")]
    [InlineData("[Handoff<>] public partial Task HandOver();")]
    [InlineData("[Handoff] public partial Task HandOver();")]
    public async Task Silent_while_half_typed(string handOver) =>
        await AnalyzerRun.CheckAsync(SopProject.Of(Source(handOver)).ThatDoesNotCompile(), [Rule]);

    [Fact]
    public async Task Silent_while_a_step_before_it_is_half_typed() => await AnalyzerRun.CheckAsync(
        SopProject.Of(Source("[HumanStp<Support>(\"Write\")] public partial Task<Reply> Write(Ticket ticket);", "[Handoff<Send>] public partial Task HandOver();")).ThatDoesNotCompile(), [Rule]);

    [Fact]
    public async Task Is_not_said_where_the_shape_says_it() =>
        await AnalyzerRun.CheckAsync(Source("[Handoff<Send>] public partial Task HandOver({|SOP0007:Reply reply|});"), [Rule, "SOP0007"]);

    private static string Source(params string[] steps) => $$"""
        namespace Team;
        [Sop("Answer it"), Owner<Support>] public sealed partial class Answer : Sop<Ticket>
        {
            {{string.Join("\n    ", steps)}}
        }
        {{Target}}
        [Sop("Other"), Owner<Support>] public sealed partial class Other : Sop { [HumanStep<Support>("Look")] public partial Task Do(); }
        [Sop("Same"), Owner<Support>] public sealed partial class Same : Sop<Ticket> { [HumanStep<Support>("Look")] public partial Task Do(Ticket ticket); }
        """;

    private static Task<AnalyzerRun> CheckAsync(params string[] steps) => AnalyzerRun.CheckAsync(Source(steps), [Rule]);
}
