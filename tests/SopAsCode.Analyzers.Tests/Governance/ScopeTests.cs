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

    [Theory]
    [InlineData("Reads<Helpdesk>, Writes<KnowledgeBase>, Reads<Ledger>", "Access to Helpdesk, Knowledge base and Ledger")]
    [InlineData("Reads<Helpdesk>, Writes<Helpdesk>", "Access to Helpdesk")]
    [InlineData("Note(\"x\")", "The ticket is complete")]
    public async Task Writes_first_words(string access, string words) => Assert.Equal(
        Text($"[Trigger(\"x\")]\n[Prerequisite(\"{words}\")]\n", access: access),
        (await FixRun.ApplyAsync(Text("[Trigger(\"x\")]\n", access: access), Rule, "Add [Prerequisite]"))["Sop.cs"]);

    [Fact]
    public async Task Without_tools_and_input_nothing_is_needed() => Assert.Contains(
        "[Prerequisite(\"Nothing: a run can start at any time\")]",
        (await FixRun.ApplyAsync("""[Sop("A")] public partial class A1 : Sop { [HumanStep<Support>("Do it")] public partial Task DoIt(); }""", Rule))["Sop.cs"],
        StringComparison.Ordinal);

    [Fact]
    public async Task Fixes_all() => Assert.Equal(
        Text("[Prerequisite(\"The ticket is complete\")]\n") + Text("[Prerequisite(\"The ticket is complete\")]\n", "Do2"),
        (await FixRun.ApplyAllAsync(Text("") + Text("", "Do2"), Rule))["Sop.cs"]);

    private static string Text(string attributes, string name = "Do1", string stage = "Active", string access = "Note(\"x\")") =>
        $"[Sop(\"Do it\", Stage = Stage.{stage})]\n{attributes}public partial class {name} : Sop<Ticket>\n{{\n    [HumanStep<Support>(\"Do it\"), {access}] public partial Task DoIt(Ticket ticket);\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
