using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class TextsTests
{
    private const string Send = """[AutomatedStep("Send")] public Task Send() => Task.CompletedTask;""";

    [Fact]
    public Task Silent_about_texts_that_parse() => Shape.CheckAsync("""
        [assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2028-02-29", Because = "reviewed")]

        [Sop("Answer", Id = "answer-2")]
        [Review(Cadence.Monthly, Last = "2026-11-02")]
        [Change("10.0.0", "2026-11-02", "More"), Change("0.0.1", "2026-09-14", "First version")]
        public partial class Answer : Sop
        {
            [AutomatedStep("Send")]
            [OnFailure(Fallback, Retries = 0), Due(Days = 1)]
            [Limit("A few", PerDay = 5, Since = "2026-09-14"), SpotCheck<Support>(OneIn = 1)]
            public Task Send() => Task.CompletedTask;
        }

        [Model("org/model:free@2026-08-07")] public sealed class Some : Agent;
        [Model("not an agent")] public sealed class Other;
        """);

    [Theory]
    [InlineData("Sop(\"A\", Id = {|SOP0005:\"Answer It\"|})", "Id 'Answer It' of SOP 'Answer' must be lower-case words with hyphens, such as 'answer'")]
    [InlineData("Sop(\"A\"), Review(Cadence.Monthly, Last = {|SOP0005:\"2.11.2026\"|})", "Date '2.11.2026' of the last review of SOP 'Answer' must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("Sop(\"A\"), Review(Cadence.Monthly, Last = {|SOP0005:\"2026-02-30\"|})", "Date '2026-02-30' of the last review of SOP 'Answer' must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("Sop(\"A\"), Change({|SOP0005:\"1.0\"|}, \"2026-11-02\", \"First\")", "Version '1.0' in the change log of SOP 'Answer' must be three numbers, such as '1.2.0'")]
    [InlineData("Sop(\"A\"), Change({|SOP0005:\"1.0.0-beta\"|}, \"2026-11-02\", \"First\")", "Version '1.0.0-beta' in the change log of SOP 'Answer' must be three numbers, such as '1.2.0'")]
    [InlineData("Sop(\"A\"), Change(what: \"First\", date: {|SOP0005:\"today\\n\"|}, version: \"1.0.0\")", "Date 'today ' of change '1.0.0' of SOP 'Answer' must be a day of the calendar in ISO form, such as '2026-11-02'")]
    public async Task On_the_class(string attributes, string message) =>
        Assert.Equal(message, await Shape.MessageAsync($"[{attributes}] public partial class Answer : Sop {{ {Send} }}"));

    [Theory]
    [InlineData("Sop(\"A\"), Waive(\"SOP0101\", Because = \"Why\", By = typeof(Founder), Until = {|SOP0005:\"soon\"|})", "", "Date 'soon' of the end of the waiver of SOP0101 must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("Sop(\"A\")", "Waive(\"SOP0101\", Until = {|SOP0005:\"2026-02-30\"|}), ", "Date '2026-02-30' of the end of the waiver of SOP0101 must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("Sop(\"A\"), Change(\"1.0.0\", \"2026-11-02\", \"First\", Moves = {|SOP0005:\"Send\"|})", "", null)]
    [InlineData("Sop(\"A\"), Change(\"1.0.0\", \"2026-11-02\", \"First\", Moves = {|SOP0005:\" -> Send\"|})", "", null)]
    [InlineData("Sop(\"A\"), Change(\"1.0.0\", \"2026-11-02\", \"First\", Moves = {|SOP0005:\"Old -> Send -> New\"|})", "", null)]
    public async Task On_a_waiver_or_a_move(string attributes, string step, string? message)
    {
        var said = await Shape.MessageAsync($"[{attributes}] public partial class Answer : Sop {{ [{step}AutomatedStep(\"Send\")] public Task Send() => Task.CompletedTask; }}");
        if (message is null)
        {
            Assert.Contains("says no move", said, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(message, said);
        }
    }

    [Theory]
    [InlineData("Days = int.MaxValue")]
    [InlineData("Days = 3000000")]
    [InlineData("Hours = int.MaxValue, Days = int.MaxValue")]
    public async Task A_time_that_ends_after_the_calendar(string time) => Assert.Equal(
        "[Due] of 'Answer.Wait' ends after the year 9999, with which the calendar ends: give a shorter time",
        await Shape.MessageAsync($$"""[Sop("A")] public partial class Answer : Sop { [WaitFor("It"), {|SOP0005:Due({{time}})|}] public partial Task<Ticket> Wait(); }"""));

    [Fact]
    public async Task A_wait_without_a_time() => Assert.Equal(
        "[After] of 'Answer.Wait' gives no time: set Minutes, Hours or Days",
        await Shape.MessageAsync("""[Sop("A")] public partial class Answer : Sop { [WaitFor("It"), {|SOP0005:After(Days = 0)|}] public partial Task Wait(); }"""));

    [Fact]
    public Task Silent_about_all_the_minutes_that_a_number_holds() =>
        Shape.CheckAsync("""[Sop("A")] public partial class Answer : Sop { [WaitFor("It"), After(Minutes = int.MaxValue)] public partial Task Wait(); }""");

    [Theory]
    [InlineData("0 8 * * MON")]
    [InlineData("*/15 0-6/2 1,15 JAN-DEC SUN-SAT")]
    [InlineData("59 23 31 12 7")]
    [InlineData("0 0 1 1 0")]
    [InlineData("0  8 * * mon-fri")]
    [InlineData("5-5 * * feb *")]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 31 2-3 *")]
    [InlineData("0 0 31 2 MON")]
    [InlineData("0 0 */29 2 *")]
    [InlineData("*/59 */23 */30 */11 */7")]
    [InlineData("10-20/10 8-9/1 * * *")]
    [InlineData("0 0 * JAN-1 SUN-0")]
    [InlineData("0 0 * 11-NOV 5-FRI")]
    public Task Silent_about_a_schedule(string cron) => Shape.CheckAsync(Scheduled($"\"{cron}\""));

    [Theory]
    [InlineData("0 8 * *", "has 4 fields")]
    [InlineData("0 8 * * MON 2026", "has 6 fields")]
    [InlineData("", "has 0 fields")]
    [InlineData("60 8 * * *", "has '60' as its minute")]
    [InlineData("0 24 * * *", "has '24' as its hour")]
    [InlineData("0 8 0 * *", "has '0' as its day of month")]
    [InlineData("0 8 32 * *", "has '32' as its day of month")]
    [InlineData("0 8 * 13 *", "has '13' as its month")]
    [InlineData("0 8 * 0 *", "has '0' as its month")]
    [InlineData("0 8 * MON *", "has 'MON' as its month")]
    [InlineData("0 8 * * 8", "has '8' as its day of week")]
    [InlineData("0 8 * * -1", "has '-1' as its day of week")]
    [InlineData("0 8 * * 1-2-3", "has '1-2-3' as its day of week")]
    [InlineData("0 8 * * FRI-MON", "has 'FRI-MON' as its day of week")]
    [InlineData("0 8 * * 1-JAN", "has '1-JAN' as its day of week")]
    [InlineData("0 8 * 2-JAN *", "has '2-JAN' as its month")]
    [InlineData("0 8 * * MON,", "has 'MON,' as its day of week")]
    [InlineData("*/99 8 * * *", "has '*/99' as its minute")]
    [InlineData("0 */25 * * *", "has '*/25' as its hour")]
    [InlineData("*/60 * * * *", "has '*/60' as its minute")]
    [InlineData("0 */24 * * *", "has '*/24' as its hour")]
    [InlineData("0 0 */31 * *", "has '*/31' as its day of month")]
    [InlineData("0 0 1 */12 *", "has '*/12' as its month")]
    [InlineData("5/15 * * * *", "has '5/15' as its minute")]
    [InlineData("5-5/1 * * * *", "has '5-5/1' as its minute")]
    [InlineData("10-20/11 * * * *", "has '10-20/11' as its minute")]
    [InlineData("0 9-17/12 * * *", "has '9-17/12' as its hour")]
    [InlineData("@daily", "is a word, which not every scheduler knows")]
    [InlineData("0 8 L * *", "has 'L' as its day of month")]
    [InlineData("0 8 15W * *", "has '15W' as its day of month")]
    [InlineData("0 8 * * MON#1", "has 'MON#1' as its day of week")]
    [InlineData("0 0 31 2 *", "has '31' as its day of month, which no month '2' has")]
    [InlineData("0 0 30-31 feb *", "has '30-31' as its day of month, which no month 'feb' has")]
    [InlineData("0 0 31 4,6,9,11 *", "has '31' as its day of month, which no month '4,6,9,11' has")]
    [InlineData("*/0 8 * * *", "has '*/0' as its minute")]
    [InlineData("*/x 8 * * *", "has '*/x' as its minute")]
    [InlineData("*/5/5 8 * * *", "has '*/5/5' as its minute")]
    [InlineData("*/ 8 * * *", "has '*/' as its minute")]
    [InlineData("+1 8 * * *", "has '+1' as its minute")]
    public async Task A_schedule_that_is_none(string cron, string problem) => Assert.Equal(
        $"Schedule '{cron}' of SOP 'Answer' {problem}: five fields (minute, hour, day, month, day of week), such as '0 8 * * MON'",
        await Shape.MessageAsync(Scheduled($"{{|SOP0005:\"{cron}\"|}}")));

    [Theory]
    [InlineData("0 8 * JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC *")]
    [InlineData("0 8 * * SUN,MON,TUE,WED,THU,FRI,SAT")]
    [InlineData("59 23 31 12 7")]
    [InlineData("0 0 1 1 0")]
    public Task Every_name_and_every_bound_of_a_schedule(string cron) => Shape.CheckAsync(Scheduled($"\"{cron}\""));

    [Theory]
    [InlineData("60 8 * * *", "has '60' as its minute")]
    [InlineData("0 24 * * *", "has '24' as its hour")]
    [InlineData("0 8 0 * *", "has '0' as its day of month")]
    [InlineData("0 8 32 * *", "has '32' as its day of month")]
    [InlineData("0 8 * 0 *", "has '0' as its month")]
    [InlineData("0 8 * 13 *", "has '13' as its month")]
    [InlineData("0 8 * * 8", "has '8' as its day of week")]
    [InlineData("JAN 8 * * *", "has 'JAN' as its minute")]
    [InlineData("0 8 * MON *", "has 'MON' as its month")]
    [InlineData("0 8 * * JAN", "has 'JAN' as its day of week")]
    public async Task Beyond_the_bounds_of_a_schedule(string cron, string problem) => Assert.StartsWith(
        $"Schedule '{cron}' of SOP 'Answer' {problem}: ", await Shape.MessageAsync(Scheduled($"{{|SOP0005:\"{cron}\"|}}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("0-z9")]
    [InlineData("z-0")]
    public Task Silent_about_an_id(string id) => Shape.CheckAsync($"[Sop(\"A\", Id = \"{id}\")] public partial class Answer : Sop {{ {Send} }}");

    [Theory]
    [InlineData("-a")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    public Task An_id_that_is_none(string id) => Shape.CheckAsync($"[Sop(\"A\", Id = {{|SOP0005:\"{id}\"|}})] public partial class Answer : Sop {{ {Send} }}");

    [Theory]
    [InlineData("Due(Hours = {|SOP0005:-2|})", "Hours in [Due] of 'Answer.Send' is -2, but can't be negative")]
    [InlineData("{|SOP0005:Due|}", "[Due] of 'Answer.Send' gives no time: set Minutes, Hours or Days")]
    [InlineData("{|SOP0005:Due(Hours = 0)|}", "[Due] of 'Answer.Send' gives no time: set Minutes, Hours or Days")]
    [InlineData("Next(End.Completed, AtMost = {|SOP0005:-1|})", "AtMost in [Next] of 'Answer.Send' is -1, but can't be negative")]
    [InlineData("OnFailure(Fallback, Retries = {|SOP0005:-1|})", "Retries in [OnFailure] of 'Answer.Send' is -1, but can't be negative")]
    [InlineData("Limit(\"Few\", PerDay = {|SOP0005:-1|})", "PerDay in [Limit] of 'Answer.Send' is -1, but can't be negative")]
    [InlineData("Limit(\"Few\", PerDay = 1, Since = {|SOP0005:\"\"|})", "Date '' of the limit of 'Answer.Send' must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("{|SOP0005:SpotCheck<Support>|}", "[SpotCheck] of 'Answer.Send' must say one in how many outputs is looked at, such as OneIn = 20")]
    [InlineData("SpotCheck<Support>(OneIn = {|SOP0005:-1|})", "[SpotCheck] of 'Answer.Send' must say one in how many outputs is looked at, such as OneIn = 20")]
    public async Task On_a_step(string attribute, string message) =>
        Assert.Equal(message, await Shape.MessageAsync(Shape.Sop($"    [{attribute}] {Send}")));

    [Fact]
    public async Task On_a_checkpoint() => Assert.Equal(
        "AtMost in [OnReject] of 'Answer.Look' is -1, but can't be negative",
        await Shape.MessageAsync(Shape.Sop("""
                [Checkpoint<Support>("Look"), OnReject(Fallback, AtMost = {|SOP0005:-1|})] public partial Task Look(Ticket ticket);
            """)));

    [Theory]
    [InlineData("On = {|SOP0005:\"10.9.2026\"|}", "Date '10.9.2026' of a grant must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("On = \"2026-09-10\", Until = {|SOP0005:\"forever\"|}", "Date 'forever' of a grant must be a day of the calendar in ISO form, such as '2026-11-02'")]
    [InlineData("Until = {|SOP0005:\"2027-09-09\"|}, On = \"2027-09-10\"", "A grant until 2027-09-09 that begins on 2027-09-10 holds on no day: let it end later, or begin earlier")]
    public async Task On_a_grant(string dates, string message) => Assert.Equal(
        message,
        await Shape.MessageAsync(SopProject.Of($"[Sop(\"A\")] public partial class Answer : Sop {{ {Send} }}")
            .With("Grants.cs", $"[assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder), {dates})]")));

    [Fact]
    public Task Silent_about_a_grant_for_one_day() => Shape.CheckAsync(
        "[assembly: Grant<Answer, Helpdesk>(Impact.Customers, By = typeof(Founder), On = \"2026-09-10\", Until = \"2026-09-10\", Because = \"A trial\")]\n"
        + $"[Sop(\"A\")] public partial class Answer : Sop {{ {Send} }}");

    [Fact]
    public Task Silent_about_other_attributes_of_an_assembly() => Shape.CheckAsync("""
        [assembly: Other(On = "later", Until = "then")]
        [System.AttributeUsage(System.AttributeTargets.Assembly)]
        public sealed class OtherAttribute : System.Attribute { public string On { get; set; } = ""; public string Until { get; set; } = ""; }
        """);

    [Theory]
    [InlineData("", "Model '' of agent 'Some' must be the exact name of a model, without spaces")]
    [InlineData("GPT 5 mini", "Model 'GPT 5 mini' of agent 'Some' must be the exact name of a model, without spaces")]
    public async Task On_an_agent(string model, string message) =>
        Assert.Equal(message, await Shape.MessageAsync($"[Model({{|SOP0005:\"{model}\"|}})] public sealed class Some : Agent;"));

    [Theory]
    [InlineData("Due(Hours = )")]
    [InlineData("Due(Hours = hours)")]
    [InlineData("SpotCheck<Support>(OneIn = many)")]
    public Task Silent_while_a_number_is_half_typed(string attribute) =>
        Shape.CheckAsync(SopProject.Of(Shape.Sop($"    [{attribute}] {Send}")).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_a_change_is_half_typed() =>
        Shape.CheckAsync(SopProject.Of($"[Sop(\"A\"), Change(\"1.0.0\")] public partial class Answer : Sop {{ {Send} }}").ThatDoesNotCompile());

    [Fact]
    public Task No_fix() => FixRun.AssertNoneOfferedAsync(Shape.Sop($"    [Due] {Send}"), "SOP0005");

    [Theory]
    [InlineData("Größe", "größe")]
    [InlineData("Überweisung2", "überweisung2")]
    public Task Silent_about_an_id_that_the_name_of_the_class_gives(string name, string id) =>
        Shape.CheckAsync($"[Sop(\"A\", Id = \"{id}\")] public partial class {name} : Sop {{ [HumanStep<Support>(\"Do\")] public partial Task Do(); }}");

    private static string Scheduled(string cron) => $"[Sop(\"A\"), Trigger(\"Its time\", Cron = {cron})] public partial class Answer : Sop<Tick> {{ {Send} }}";
}
