using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class TriggerTests
{
    private const string Rule = "SOP0802";

    [Theory]
    [InlineData("[Trigger(\"A ticket comes in\")]\n")]
    [InlineData("[Trigger(\"TODO\"), Trigger(\"A ticket comes in\")]\n")]
    public Task Silent_with_a_trigger(string attributes) => CheckAsync(Text(attributes));

    [Fact]
    public Task Silent_with_a_schedule() => CheckAsync(Text("[Trigger(\"\", Cron = \"0 8 * * MON\")]\n", input: "Tick"));

    [Fact]
    public async Task No_trigger() => Assert.Equal(
        "SOP 'Do1' does not say what starts a run: add [Trigger(\"…\")] with the event, the schedule or the person",
        (await CheckAsync(Text("", "{|SOP0802:Do1|}"))).Message(Rule));

    [Theory]
    [InlineData("")]
    [InlineData("TBD")]
    public async Task A_trigger_that_says_nothing(string when) => Assert.Equal(
        "The trigger of SOP 'Do1' says nothing: write what starts a run", (await CheckAsync(Text($"[Trigger({{|SOP0802:\"{when}\"|}})]\n"))).Message(Rule));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Text("", stage: stage));

    [Theory]
    [InlineData("[Trigger]\n")]
    [InlineData("[Trigger(When)]\n")]
    [InlineData("[Trig]\n")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of(Text(attribute)).ThatDoesNotCompile());

    [Theory]
    [InlineData("Ticket", "", "[Trigger(\"TODO\")]\n")]
    [InlineData("Tick", "", "[Trigger(\"TODO\")]\n")]
    [InlineData("Ticket", "[Metric(Measure.Throughput)]\n", "[Trigger(\"TODO\")]\n[Metric(Measure.Throughput)]\n")]
    public async Task Adds_a_trigger_to_fill_in(string input, string before, string after) =>
        Assert.Equal(Text(after, input: input), (await FixRun.ApplyAsync(Text(before, input: input), Rule, "Add [Trigger] to fill in", stays: true, mayBring: ["SOP0809"]))["Sop.cs"]);

    [Fact]
    public Task Offers_nothing_where_one_is_to_be_filled_in() => FixRun.AssertNoneOfferedAsync(Text("[Trigger(\"...\")]\n"), Rule);

    [Fact]
    public async Task Fixes_all() => Assert.Equal(
        Text("[Trigger(\"TODO\")]\n") + Text("[Trigger(\"TODO\")]\n", "Do2", input: "Refund"),
        (await FixRun.ApplyAllAsync(Text("") + Text("", "Do2", input: "Refund"), Rule, stays: true))["Sop.cs"]);

    private static string Text(string attributes, string name = "Do1", string stage = "Active", string input = "Ticket") =>
        $"[Sop(\"Do it\", Stage = Stage.{stage})]\n{attributes}public partial class {name} : Sop<{input}>\n{{\n    [HumanStep<Support>(\"Do it\")] public partial Task DoIt({input} input);\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
