using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A hand-off that waits for what the other SOP need not have when it completes.</summary>
public sealed class MissingResultTests
{
    private const string Rule = "SOP0909";
    private const string Ask = """[Handoff<Write>("Have it written", Wait = true, Result = {|SOP0909:typeof(Reply)|})] public partial Task Ask(Ticket ticket);""";
    private const string Draft = """[HumanStep<Support>("Write")] public partial Task<Reply> Draft(Ticket ticket);""";
    private const string Unless = """[HumanStep<Support>("Read"), Next(End.Completed, When = nameof(IsEmpty)), Next(nameof(Draft))] public partial Task Look(Ticket ticket);""";
    private const string IsEmpty = """[Condition("It is empty")] private static bool IsEmpty(Ticket ticket) => ticket.Body.Length == 0;""";

    [Fact]
    public async Task A_way_around_the_step_that_returns_it() => Assert.Equal(
        "'Answer.Ask' fails when SOP 'Write' completes without a 'Reply' (Look → Completed): return one on each way there, or add [OnFailure]",
        (await CheckAsync(Answer(Ask) + Write(Unless, Draft, IsEmpty))).Message(Rule));

    [Fact]
    public async Task A_failure_there_that_leads_past_the_step_that_returns_it() => Assert.Contains(
        "without a 'Reply' (Try → Close → Completed)",
        (await CheckAsync(Answer(Ask) + Write(
            """[AutomatedStep("Try"), OnFailure(nameof(Close)), Next(End.Completed)] public Task<Reply> Try(Ticket ticket) => Task.FromResult(new Reply(ticket.Body));""",
            """[HumanStep<Support>("Close")] public partial Task Close(Ticket ticket);"""))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_type_that_no_step_there_returns() => Assert.Equal(
        "'Answer.Ask' waits for a 'Triage', which no step of SOP 'Write' returns: name a type that it returns, or remove Result",
        (await CheckAsync(Answer(Ask.Replace("Reply", "Triage", StringComparison.Ordinal)) + Write(Draft))).Message(Rule));

    [Fact]
    public async Task A_list_where_one_is_returned() => Assert.Contains(
        "'Answer.Ask' waits for a 'Reply[]', which no step of SOP 'Write' returns",
        (await CheckAsync(Answer(Ask.Replace("Reply", "Reply[]", StringComparison.Ordinal)) + Write(Draft))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task Each_of_several_is_asked_by_itself() => CheckAsync(
        Answer("""[Handoff<Other>("Have it sorted", Wait = true, Result = typeof(Triage)), Handoff<Write>(Wait = true, Result = {|SOP0909:typeof(Reply)|})] public partial Task Ask(Ticket ticket);""")
        + Write(Unless, Draft, IsEmpty)
        + """[Sop("Sort it"), Owner<Support>] public sealed partial class Other : Sop<Ticket> { [HumanStep<Support>("Sort")] public partial Task<Triage> Sort(Ticket ticket); }""");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_two_assemblies(bool isReferenceAssembly)
    {
        var library = Across.Image(SopProject.Of("namespace Team;" + Write(Unless, Draft, IsEmpty)) with { Name = "Library" }, isReferenceAssembly);
        Assert.Equal(
            "'Answer.Ask' fails when SOP 'Write' completes without a 'Reply': return one on each way there, or add [OnFailure]",
            (await CheckAsync(Across.Of("Consumer", Answer(Ask), library))).Message(Rule));
        var sure = Across.Image(SopProject.Of("namespace Team;" + Write(Draft)) with { Name = "Library" }, isReferenceAssembly);
        await CheckAsync(Across.Of("Consumer", Answer(Ask.Replace("{|SOP0909:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)), sure));
    }

    // The manual path, in which somebody may complete the run, belongs to each of them.
    [Theory]
    [InlineData(Draft)]
    [InlineData("""[HumanStep<Support>("Write")] public partial Task<Reply[]> Draft(Ticket ticket);""", "Reply[]")]
    [InlineData("""[HumanStep<Support>("Write")] public partial Task<(Triage, Reply)> Draft(Ticket ticket);""")]
    [InlineData("""[AutomatedStep("Try"), OnFailure(Fallback, Retries = 2)] public Task<Reply> Try(Ticket ticket) => Task.FromResult(new Reply(ticket.Body));""")]
    [InlineData("""[HumanStep<Support>("Read"), Next(End.Escalated, When = nameof(IsEmpty)), Next(nameof(Draft))] public partial Task Look(Ticket ticket);""" + Draft + IsEmpty)]
    [InlineData("""[HumanStep<Support>("Read")] public partial Task Look(Ticket ticket);""", "Ticket")]
    [InlineData("""[Handoff<Deep>("Have it written", Wait = true, Result = typeof(Reply))] public partial Task Pass(Ticket ticket);""")]
    public Task Silent_where_it_is_there_on_each_way(string steps, string result = "Reply") => CheckAsync(
        Answer(Plain.Replace("Reply", result, StringComparison.Ordinal)) + Write(steps) + $$"""[Sop("Deep"), Owner<Support>] public sealed partial class Deep : Sop<Ticket> { {{Draft}} }""");

    [Theory]
    [InlineData("Result = typeof(Reply)", "Result = typeof(Reply)), OnFailure(nameof(Close)")]
    [InlineData(", Result = typeof(Reply)", "")]
    [InlineData("[Handoff<Write>", "[Waive(\"SOP0909\", Because = \"It is always there\", By = typeof(Support), Until = \"2027-03-01\"), Handoff<Write>")]
    public Task Silent_where_it_is_dealt_with(string written, string instead) => CheckAsync(
        Answer(Plain.Replace(written, instead, StringComparison.Ordinal), """[HumanStep<Support>("Close")] public partial Task Close(Ticket ticket);""") + Write(Unless, Draft, IsEmpty));

    [Theory]
    [InlineData("typeof(Reply)", "typeof(Nothing)")]
    [InlineData("typeof(Reply)", "")]
    [InlineData("Handoff<Write>", "Handoff<Nobody>")]
    [InlineData("Handoff<Write>", "Handoff<>")]
    public Task Silent_while_half_typed(string written, string instead) => AnalyzerRun.CheckAsync(
        SopProject.Of(Answer(Plain.Replace(written, instead, StringComparison.Ordinal)) + Write(Unless, Draft, IsEmpty)).ThatDoesNotCompile(), [Rule]);

    [Theory]
    [InlineData("Task<Reply> Draft", "Task<Missing> Draft")]
    [InlineData("[HumanStep<Support>(\"Write\")]", "[HumanStp<Support>(\"Write\")]")]
    public Task Silent_while_the_other_one_is_half_typed(string written, string instead) => AnalyzerRun.CheckAsync(
        SopProject.Of(Answer(Plain) + Write(Draft.Replace(written, instead, StringComparison.Ordinal))).ThatDoesNotCompile(), [Rule]);

    private static string Plain => Ask.Replace("{|SOP0909:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static string Answer(params string[] steps) => $$"""
        namespace Team;
        [Sop("Answer it"), Owner<Support>] public sealed partial class Answer : Sop<Ticket>
        {
            {{string.Join("\n    ", steps)}}
        }

        """;

    private static string Write(params string[] steps) => $$"""
        [Sop("Write it"), Owner<Support>] public sealed partial class Write : Sop<Ticket>
        {
            {{string.Join("\n    ", steps)}}
        }

        """;

    private static Task<AnalyzerRun> CheckAsync(string source) => AnalyzerRun.CheckAsync(source, [Rule]);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
