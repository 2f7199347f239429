using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.FlowSop;

namespace SopAsCode.Analyzers.Tests;

public class FallbackTests
{
    private const string Rule = "SOP0406";

    [Theory]
    [InlineData(true, true, "AI and automation")]
    [InlineData(true, false, "AI")]
    [InlineData(false, true, "automation")]
    public async Task No_fallback(bool ai, bool automation, string workers)
    {
        var steps = new[] { Human("A"), ai ? Ai("B") : "", automation ? Automated("C") : "" };
        Assert.Equal(
            $"SOP 'Answer' relies on {workers} and does not say how the work is done by hand: add [Fallback(…, SwitchWhen = …)]",
            (await CheckAsync(Of(steps).Replace("class Answer", "class {|SOP0406:Answer|}", StringComparison.Ordinal))).Message(Rule));
    }

    [Theory]
    [InlineData("Fallback({|SOP0406:\"TBD\"|}, SwitchWhen = \"It is down\")", "[Fallback] of SOP 'Answer' says nothing: write how the work is done without AI")]
    [InlineData("{|SOP0406:Fallback|}", "[Fallback] of SOP 'Answer' says nothing: write how the work is done without AI")]
    [InlineData("{|SOP0406:Fallback(\"By hand\")|}", "[Fallback] of SOP 'Answer' does not say when to leave AI and work by hand: add SwitchWhen")]
    [InlineData("Fallback(\"By hand\", SwitchWhen = {|SOP0406:\"\"|})", "[Fallback] of SOP 'Answer' does not say when to leave AI and work by hand: add SwitchWhen")]
    public async Task Half_of_one(string fallback, string message) => Assert.Equal(message, (await CheckAsync(With($", {fallback}", Ai("A")))).Message(Rule));

    [Theory]
    [InlineData(", Fallback(\"By hand\", SwitchWhen = \"It is down\")")]
    [InlineData(", Fallb")]
    [InlineData(", Fallback(\"By hand\", SwitchWhen = )")]
    public Task Said_or_being_typed(string fallback) =>
        CheckAsync(fallback.EndsWith("down\")", StringComparison.Ordinal) ? With(fallback, Ai("A")) : SopProject.Of(With(fallback, Ai("A"))).ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_people() => CheckAsync(Of(Human("A"), Checkpoint("B"), Wait("C")));

    [Theory]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(In(stage, Of(Ai("A"))));

    [Fact]
    public async Task Adds_how_and_when_to_fill_in() => Assert.Contains(
        "[Sop(\"Answer a ticket\")]\n[Fallback(\"TODO\", SwitchWhen = \"TODO\")]\npublic", (await FixRun.ApplyAsync(Alone(Of(Ai("Draft"))), Rule, stays: true))["Sop.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("Fallback(\"TODO\")", "Fallback(\"TODO\", SwitchWhen = \"TODO\")")]
    [InlineData("Fallback(\"By phone\")", "Fallback(\"By phone\", SwitchWhen = \"TODO\")")]
    public async Task Adds_what_is_missing(string before, string after) =>
        Assert.Contains($", {after}]\npublic", (await FixRun.ApplyAsync(With($", {before}", Automated("Send")), Rule, stays: true))["Sop.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("Fallback(\"TODO\", SwitchWhen = \"Never\")")]
    [InlineData("Fallback(\"By phone\", SwitchWhen = \"n/a\")")]
    public Task Offers_nothing_that_only_a_person_can_say(string fallback) => FixRun.AssertNoneOfferedAsync(With($", {fallback}", Automated("Send")), Rule);

    [Fact]
    public async Task Fixes_all()
    {
        var project = SopProject.Of(Of(Ai("A"))).With("Other.cs", Of(Ai("A")).Replace("class Answer", "class Other", StringComparison.Ordinal).Replace("a ticket", "another", StringComparison.Ordinal));
        Assert.Equal(2, (await FixRun.ApplyAllAsync(Alone(project), Rule, stays: true)).Changed.Count);
    }

    [Fact]
    public Task Gives_way_where_nothing_leads_to_a_person() => AnalyzerRun.CheckAsync(
        Of(Ai("A")).Replace("class Answer", "class {|SOP0313:Answer|}", StringComparison.Ordinal), [Rule, "SOP0313"]);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(Alone(project), [Rule]);

    // Where nothing at all leads to a person, another rule says that.
    private static SopProject Alone(SopProject project) => project.WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0313.severity = none");
}
