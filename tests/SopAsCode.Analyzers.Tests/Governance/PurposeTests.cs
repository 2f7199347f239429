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
    [InlineData("", "[Purpose(\"Do it\", Output = \"A finished ticket\")]\n", "Add [Purpose]")]
    [InlineData("[Purpose(\"Answer tickets\")]\n", "[Purpose(\"Answer tickets\", Output = \"A finished ticket\")]\n", "Write \"A finished ticket\"")]
    [InlineData("[Purpose(\"Answer tickets\", Output = \"?\")]\n", "[Purpose(\"Answer tickets\", Output = \"A finished ticket\")]\n", "Write \"A finished ticket\"")]
    [InlineData("[Purpose(\"TODO\", Output = \"An answer\")]\n", "[Purpose(\"Do it\", Output = \"An answer\")]\n", "Write \"Do it\"")]
    [InlineData("[Trigger(\"x\")]\n", "[Purpose(\"Do it\", Output = \"A finished ticket\")]\n[Trigger(\"x\")]\n", "Add [Purpose]")]
    public async Task Writes_first_words(string before, string after, string fix) => Assert.Equal(Text(after), (await FixRun.ApplyAsync(Text(before), Rule, fix))["Sop.cs"]);

    [Fact]
    public async Task Names_what_the_last_step_that_makes_something_makes()
    {
        var source = """
            [Sop("Say \"thanks\"")]
            public partial class Thank : Sop<Ticket>
            {
                [HumanStep<Support>("Write it")] public partial Task<Article> Write(Ticket ticket);
                [HumanStep<Support>("Send it")] public partial Task Send(Article article);
            }
            """;
        var fixedUp = await FixRun.ApplyAsync(source, Rule);
        Assert.StartsWith("[Sop(\"Say \\\"thanks\\\"\")]\n[Purpose(\"Say \\\"thanks\\\"\", Output = \"An article\")]\n", fixedUp["Sop.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixes_all()
    {
        var fixedUp = await FixRun.ApplyAllAsync(Text("") + Text("[Purpose(\"TODO\")]\n", "Do2"), Rule);
        Assert.Equal(
            Text("[Purpose(\"Do it\", Output = \"A finished ticket\")]\n") + Text("[Purpose(\"Do it\", Output = \"A finished ticket\")]\n", "Do2"), fixedUp["Sop.cs"]);
    }

    private static string Text(string attributes, string name = "Do1", string stage = "Active") =>
        $"[Sop(\"Do it\"{(stage == "Active" ? "" : $", Stage = Stage.{stage}")})]\n{attributes}public partial class {name} : Sop<Ticket>\n{{\n    [HumanStep<Support>(\"Do it\")] public partial Task DoIt(Ticket ticket);\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
