using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class KnownLimitsTests
{
    private const string Rule = "SOP0805";

    [Fact]
    public async Task Nothing_shows_what_the_AI_gets_wrong()
    {
        var run = await CheckAsync(Text(name: "{|SOP0805:Sort|}", other: "\n    [AiStep<Writer>(\"Draft\"), Prompt(\"{ticket.Body}\")] public partial Task<Reply> Draft(Ticket ticket);"));
        Assert.Equal(
            "Nothing in SOP 'Do1' shows what the AI in 'Sort' and 'Draft' gets wrong: add [Limitation(\"…\")] to it, or [Example(\"…\", \"…\")] or [EdgeCase(\"…\", \"…\")]",
            run.Message(Rule));
        Assert.Single(run.Single(Rule).RelatedPlaces);
    }

    [Theory]
    [InlineData("Limitation(\"TODO\")")]
    [InlineData("Example(\"A reply\", \"TBD\")")]
    [InlineData("EdgeCase(\"\", \"\")")]
    [InlineData("Note(\"It is often wrong\")")]
    public Task What_says_nothing_counts_as_missing(string attribute) => CheckAsync(Text(attribute, "{|SOP0805:Sort|}"));

    [Theory]
    [InlineData("Limitation(\"Reads irony as praise\")")]
    [InlineData("Example(\"A reply\", \"Hello\")")]
    [InlineData("Example(\"A reply\", File = \"reply.md\")")]
    [InlineData("EdgeCase(\"Two topics\", \"Take the more urgent one\")")]
    public Task Silent_with_any_of_them_on_a_step(string attribute) => CheckAsync(Text(attribute));

    [Theory]
    [InlineData("Example(\"A reply\", \"Hello\")")]
    [InlineData("EdgeCase(\"Two topics\", \"Take the more urgent one\")")]
    [InlineData("Pilot(\"2026-11-01\", \"2026-12-01\")")]
    public Task Silent_with_one_on_the_class_or_in_a_pilot(string attribute) => CheckAsync(Text().Replace("[Sop(", $"[{attribute}]\n[Sop(", StringComparison.Ordinal));

    [Fact]
    public Task Silent_without_AI() => CheckAsync("""[Sop("A")] public partial class A1 : Sop<Ticket> { [HumanStep<Support>("Do it")] public partial Task DoIt(Ticket ticket); }""");

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Text().Replace("\"Do it\")]\npublic", $"\"Do it\", Stage = Stage.{stage})]\npublic", StringComparison.Ordinal));

    [Theory]
    [InlineData("Limit")]
    [InlineData("Limitat")]
    [InlineData("Limitation")]
    [InlineData("Example(")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of(Text(attribute)).ThatDoesNotCompile());

    [Fact]
    public async Task Adds_a_limitation_to_the_first_AI_step() => Assert.Equal(
        Text("Note(\"x\")").Replace("\n    [Note", "\n    [Limitation(\"TODO\")]\n    [Note", StringComparison.Ordinal),
        (await FixRun.ApplyAsync(Text("Note(\"x\")"), Rule, "Add [Limitation] to 'Sort', to fill in", stays: true))["Sop.cs"]);

    [Fact]
    public async Task Fixes_all()
    {
        var fixedUp = (await FixRun.ApplyAllAsync(Text() + Text().Replace("Do1", "Do2", StringComparison.Ordinal), Rule, stays: true))["Sop.cs"];
        Assert.Equal(2, fixedUp.Split("[Limitation(").Length - 1);
    }

    private static string Text(string attribute = "Note(\"x\")", string name = "Sort", string other = "") =>
        $"[Sop(\"Do it\")]\npublic partial class Do1 : Sop<Ticket>\n{{\n    [AiStep<Sorter>(\"Sort it\")]\n    [Prompt(\"{{ticket.Body}}\")]\n    [{attribute}]\n    public partial Task<Triage> {name}(Ticket ticket);{other}\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
