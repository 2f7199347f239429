using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Runs that begin at another step, and those that a schedule begins for each of several inputs.</summary>
public sealed class StartsTests
{
    private static readonly string[] Rules = [.. Shape.Rules, "SOP0201", "SOP0301", "SOP0314", "SOP0401", "SOP0809"];

    private const string Data = """

        [Data(DataClass.Internal)] public sealed record Case([property: Key] string Number);
        [Data(DataClass.Internal)] public sealed record Bare(string Number);
        """;

    private const string Look = """[HumanStep<Support>("Look")] public partial Task Look(Case about);""";
    private const string Ask = """public Task<IReadOnlyList<Case>> Open(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Case>>([]);""";

    [Theory]
    [InlineData("""Trigger("It comes in")""", "Sop<Case>", Look)]
    [InlineData("""Trigger("Each day", Cron = "0 8 * * *", Each = nameof(Answer.Open))""", "Sop<Case>", Look + Ask)]
    [InlineData("""Trigger("Each day", Cron = "0 8 * * *", Each = nameof(Answer.Open)), Trigger("It comes in")""", "Sop<Case>", Look + "private Task<IReadOnlyList<Case>> Open() => null!;")]
    [InlineData("""Trigger("Each day", Cron = "0 8 * * *")""", "Sop<Tick>", """[HumanStep<Support>("Look")] public partial Task Look(Tick tick);""")]
    [InlineData("""Trigger("Each day", Cron = "0 8 * * *")""", "Sop", """[HumanStep<Support>("Look")] public partial Task Look();""")]
    [InlineData("""Trigger("It comes back", Start = nameof(Answer.Close))""", "Sop<Case>", Look + """[HumanStep<Support>("Close")] public partial Task Close(Case about);""")]
    public Task Silent(string trigger, string of, string members) => CheckAsync(trigger, of, members);

    [Theory]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0809:nameof(Answer.Open)|})""", "Sop<Tick>",
        """[HumanStep<Support>("Look")] public partial Task Look(Tick tick); public Task<IReadOnlyList<Tick>> Open() => null!;""",
        "Each in [Trigger] of SOP 'Answer' returns inputs of runs, and a run of it is about a Tick: derive from Sop<…> with the type of one")]
    [InlineData(
        """Trigger("Each day", Each = {|SOP0809:nameof(Answer.Open)|})""", "Sop<Case>", Look + Ask,
        "Each in [Trigger] of SOP 'Answer' says what a schedule starts runs for, and the trigger has no schedule: add Cron")]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0809:nameof(Answer.Open)|})""", "Sop<Bare>",
        """[HumanStep<Support>("Look")] public partial Task Look(Bare about); public Task<IReadOnlyList<Bare>> Open() => null!;""",
        "Each in [Trigger] of SOP 'Answer' would start runs twice for one 'Bare', which has no key: mark the property that tells them apart with [Key]")]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0809:nameof(Answer.Open)|})""", "Sop",
        """[HumanStep<Support>("Look")] public partial Task Look(); public Task<IReadOnlyList<Case>> Open() => null!;""",
        "Each in [Trigger] of SOP 'Answer' returns inputs of runs, and a run of it is about nothing: derive from Sop<…> with the type of one")]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0003:"Opened"|})""", "Sop<Case>", Look,
        "Each in [Trigger] of SOP 'Answer' names 'Opened', and the class has no such method: name one that returns the inputs of the runs")]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0006:nameof(Answer.Open)|})""", "Sop<Case>", Look + "public static Task<IReadOnlyList<Case>> Open() => null!;",
        "'Answer.Open' can't say what to start runs for: write an instance method that is no step, 'Task<IReadOnlyList<Case>> Open(CancellationToken cancel)'")]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0006:nameof(Answer.Open)|})""", "Sop<Case>", Look + "public Task<List<Case>> Open() => null!;",
        "'Answer.Open' can't say what to start runs for: write an instance method that is no step, 'Task<IReadOnlyList<Case>> Open(CancellationToken cancel)'")]
    [InlineData(
        """Trigger("Each day", Cron = "0 8 * * *", Each = {|SOP0006:nameof(Answer.Look)|})""", "Sop<Case>", Look,
        "'Answer.Look' can't say what to start runs for: write an instance method that is no step, 'Task<IReadOnlyList<Case>> Look(CancellationToken cancel)'")]
    [InlineData(
        """Trigger("It comes back", Start = {|SOP0003:"Lock"|})""", "Sop<Case>", Look,
        "Start in [Trigger] of SOP 'Answer' names 'Lock', which is neither a step nor an end: is nameof(Look) meant?")]
    [InlineData(
        """Trigger("It comes back", Start = {|SOP0003:End.Completed|})""", "Sop<Case>", Look,
        "Start in [Trigger] of SOP 'Answer' names no step: a run begins at a step, so name one by nameof")]
    public async Task Wrong(string trigger, string of, string members, string message) => Assert.Equal(message, Assert.Single((await CheckAsync(trigger, of, members)).Findings).Message);

    [Fact]
    public async Task A_tick_that_no_schedule_gives() => Assert.Equal(
        "A run of SOP 'Answer' is about a Tick, which only a schedule gives, and no [Trigger] has one: add Cron, or derive from Sop",
        Assert.Single((await CheckAsync("""Trigger("On Mondays")""", "Sop<{|SOP0809:Tick|}>", """[HumanStep<Support>("Look")] public partial Task Look(Tick tick);""")).Findings).Message);

    [Fact]
    public async Task A_value_that_is_not_there_where_a_run_begins() => Assert.Equal(
        "'Answer.Close' reads 'Reply', which does not exist when a run starts, because 'Look' did not return it before: make the parameter 'Reply?', or let a step before return one",
        Assert.Single((await CheckAsync(
            """Trigger("It comes back", Start = nameof(Answer.Close))""", "Sop<Case>",
            """[HumanStep<Support>("Look")] public partial Task<Reply> Look(Case about); [HumanStep<Support>("Close")] public partial Task Close({|SOP0007:Reply reply|});""")).Findings).Message);

    [Fact]
    public async Task A_write_that_a_run_begins_behind_its_approval() => Assert.StartsWith(
        "'Answer.Send' writes to 'Helpdesk'",
        Assert.Single((await CheckAsync(
            """Trigger("It comes back", Start = nameof(Answer.Send))""", "Sop<Case>",
            """
            [Checkpoint<Founder>("May it go out?")] public partial Task May(Case about);
            [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0201:Send|}(Case about) => Task.CompletedTask;
            """)).Findings).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_review_that_a_run_begins_behind() => Assert.StartsWith(
        "Again → Send: 'Answer.Send' writes to 'Helpdesk' the unreviewed 'Reply' of AI step 'Again'",
        Assert.Single((await CheckAsync(
            """Trigger("It comes back", Start = nameof(Answer.Again))""", "Sop<Case>",
            """
            [Checkpoint<Founder>("May it go out?"), Next(nameof(ByHand))] public partial Task May(Case about);
            [AiStep<Writer>("Write again"), Prompt("{about.Number}"), Next(nameof(Send))] public partial Task<Reply> Again(Case about);
            [HumanStep<Support>("Write"), Next(End.Completed)] public partial Task<Reply> ByHand(Case about);
            [AutomatedStep("Send"), Writes<Helpdesk>(Impact.Customers)] public Task {|SOP0301:Send|}(Reply reply) => Task.CompletedTask;
            """)).Findings).Message,
        StringComparison.Ordinal);

    [Fact]
    public Task A_step_that_only_a_trigger_comes_to_is_not_lost() => CheckAsync(
        """Trigger("It comes back", Start = nameof(Answer.Again))""", "Sop<Case>",
        """[HumanStep<Support>("Look"), Next(End.Completed)] public partial Task Look(Case about); [HumanStep<Support>("Again")] public partial Task Again(Case about);""");

    private static Task<AnalyzerRun> CheckAsync(string trigger, string of, string members) => AnalyzerRun.CheckAsync(
        $$"""
        namespace Team;

        [Sop("Answer a ticket"), Owner<Support>]
        [{{trigger}}]
        public sealed partial class Answer : {{of}}
        {
            {{members}}
        }
        {{Data}}
        """,
        Rules);
}
