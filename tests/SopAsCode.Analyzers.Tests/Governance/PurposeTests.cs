using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class PurposeTests
{
    private const string Rule = "SOP0801";

    [Fact]
    public Task Silent_with_goal_and_output() => CheckAsync(Text("[Purpose(\"Answer tickets\", Output = \"An answered ticket\")]\n"));

    [Fact]
    public async Task No_purpose() => Assert.Equal(
        "SOP 'Do1' does not say what it is for: add [Purpose(\"…\", Output = \"…\")] with its goal and what comes out of a run",
        (await CheckAsync(Text("", "{|SOP0801:Do1|}"))).Message(Rule));

    [Theory]
    [InlineData("")]
    [InlineData("TODO")]
    [InlineData("n/a")]
    public async Task No_goal(string goal) => Assert.Equal(
        "The purpose of SOP 'Do1' says nothing: write what the team wants from it",
        (await CheckAsync(Text($"[Purpose({{|SOP0801:\"{goal}\"|}}, Output = \"An answered ticket\")]\n"))).Message(Rule));

    [Theory]
    [InlineData("{|SOP0801:Purpose(\"Answer tickets\")|}")]
    [InlineData("Purpose(\"Answer tickets\", Output = {|SOP0801:\"TBD\"|})")]
    public async Task No_output(string purpose) => Assert.Equal(
        "The purpose of SOP 'Do1' does not say what comes out of a run: set Output", (await CheckAsync(Text($"[{purpose}]\n"))).Message(Rule));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Text("", stage: stage));

    [Theory]
    [InlineData("[Purpose]\n")]
    [InlineData("[Purpose()]\n")]
    [InlineData("[Purpose(Goal.X)]\n")]
    [InlineData("[Purp]\n")]
    [InlineData("[Owner<Sup>]\n")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of(Text(attribute)).ThatDoesNotCompile());

    [Theory]
    [InlineData("", "[Purpose(\"TODO\", Output = \"TODO\")]\n", "Add [Purpose] to fill in")]
    [InlineData("[Purpose(\"Answer tickets\")]\n", "[Purpose(\"Answer tickets\", Output = \"TODO\")]\n", "Add Output to fill in")]
    [InlineData("[Trigger(\"x\")]\n", "[Purpose(\"TODO\", Output = \"TODO\")]\n[Trigger(\"x\")]\n", "Add [Purpose] to fill in")]
    public async Task Adds_what_is_to_be_filled_in(string before, string after, string fix)
    {
        var fixedUp = await FixRun.ApplyAsync(Text(before), Rule, fix, stays: true);
        Assert.Equal(Text(after), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("[Purpose(\"TODO\", Output = \"An answer\")]\n")]
    [InlineData("[Purpose(\"Answer tickets\", Output = \"?\")]\n")]
    public Task Offers_nothing_where_it_is_to_be_filled_in(string purpose) => FixRun.AssertNoneOfferedAsync(Text(purpose), Rule);

    [Fact]
    public async Task Adds_all() => Assert.Equal(
        Text("[Purpose(\"TODO\", Output = \"TODO\")]\n") + Text("[Purpose(\"TODO\", Output = \"TODO\")]\n", "Do2"),
        (await FixRun.ApplyAllAsync(Text("") + Text("", "Do2"), Rule, stays: true))["Sop.cs"]);

    private static string Text(string attributes, string name = "Do1", string stage = "Active") =>
        $"[Sop(\"Do it\"{(stage == "Active" ? "" : $", Stage = Stage.{stage}")})]\n{attributes}public partial class {name} : Sop<Ticket>\n{{\n    [HumanStep<Support>(\"Do it\")] public partial Task DoIt(Ticket ticket);\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
