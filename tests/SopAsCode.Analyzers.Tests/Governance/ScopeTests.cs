using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ScopeTests
{
    private const string Rule = "SOP0803";

    [Theory]
    [InlineData("[OutOfScope(\"Contracts\")]\n")]
    [InlineData("[OutOfScope(\"TODO\", Covered = typeof(Other))]\n")]
    [InlineData("[Prerequisite(\"Access to the queue\")]\n")]
    public Task Silent_with_a_line_of_either(string attributes) => CheckAsync(Text(attributes) + "public abstract class Other : Sop;");

    [Theory]
    [InlineData("")]
    [InlineData("[OutOfScope(\"TODO\")]\n[Prerequisite(\"\")]\n")]
    public async Task Neither(string attributes) => Assert.Equal(
        "SOP 'Do1' says neither what it leaves out nor what it needs: add [OutOfScope(\"…\")] or [Prerequisite(\"…\")]",
        (await CheckAsync(Text(attributes, "{|SOP0803:Do1|}"))).Message(Rule));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Text("", stage: stage));

    [Theory]
    [InlineData("[OutOfScope]\n")]
    [InlineData("[Prerequisite(]\n")]
    [InlineData("[Prereq]\n")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of(Text(attribute)).ThatDoesNotCompile());

    [Fact]
    public async Task Adds_a_prerequisite_to_fill_in() => Assert.Equal(
        Text("[Trigger(\"x\")]\n[Prerequisite(\"TODO\")]\n"), (await FixRun.ApplyAsync(Text("[Trigger(\"x\")]\n"), Rule, "Add [Prerequisite] to fill in", stays: true))["Sop.cs"]);

    [Fact]
    public Task Offers_nothing_where_one_is_to_be_filled_in() => FixRun.AssertNoneOfferedAsync(Text("[Prerequisite(\"\")]\n"), Rule);

    [Fact]
    public async Task Fixes_all() => Assert.Equal(
        Text("[Prerequisite(\"TODO\")]\n") + Text("[Prerequisite(\"TODO\")]\n", "Do2"),
        (await FixRun.ApplyAllAsync(Text("") + Text("", "Do2"), Rule, stays: true))["Sop.cs"]);

    private static string Text(string attributes, string name = "Do1", string stage = "Active", string access = "Note(\"x\")") =>
        $"[Sop(\"Do it\", Stage = Stage.{stage})]\n{attributes}public partial class {name} : Sop<Ticket>\n{{\n    [HumanStep<Support>(\"Do it\"), {access}] public partial Task DoIt(Ticket ticket);\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
