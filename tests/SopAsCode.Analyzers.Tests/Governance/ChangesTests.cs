using System.Globalization;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ChangesTests
{
    private const string Rule = "SOP0804";

    [Theory]
    [InlineData("[Change(\"1.0.0\", \"2026-09-14\", \"First version\")]\n")]
    [InlineData("[Change(\"1.10.0\", \"2026-11-02\", \"c\")]\n[Change(\"1.9.0\", \"2026-10-02\", \"b\")]\n[Change(\"1.0.0\", \"2026-09-14\", \"a\")]\n")]
    [InlineData("[Change(\"1.0.0\", \"2026-09-14\", \"a\")]\n[Change(\"1.9.0\", \"2026-10-02\", \"b\")]\n[Change(\"1.10.0\", \"2026-11-02\", \"c\")]\n")]
    [InlineData("[Change(\"1.0.1\", \"2026-09-14\", \"b\")]\n[Change(\"1.0.0\", \"2026-09-14\", \"a\")]\n")]
    public Task Silent_about_versions_that_rise_in_whatever_order_they_stand(string changes) => CheckAsync(Text(changes));

    [Fact]
    public async Task No_change_log() => Assert.Equal(
        "SOP 'Do1' has no change log, so it has no version that a run could name: add [Change(\"1.0.0\", \"2026-11-21\", \"First version\")] with its day",
        (await CheckAsync(Text("", "{|SOP0804:Do1|}"))).Message(Rule));

    [Fact]
    public async Task A_change_log_that_says_nothing() => Assert.Equal(
        "The change log of SOP 'Do1' does not say what changed in '1.1.0': write it, and why",
        (await CheckAsync(Text("[Change(\"1.0.0\", \"2026-09-14\", \"\")]\n[Change(\"1.1.0\", \"2026-10-14\", {|SOP0804:\"TODO\"|})]\n"))).Message(Rule));

    [Fact]
    public async Task A_version_stands_twice() => Assert.Equal(
        "Version '1.0.0' stands twice in the change log of SOP 'Do1': give the later change a higher one",
        (await CheckAsync(Text("[Change(\"1.0.0\", \"2026-09-14\", \"a\")]\n[Change({|SOP0804:\"1.0.0\"|}, \"2026-10-14\", \"b\")]\n"))).Message(Rule));

    [Theory]
    [InlineData("[Change({|SOP0804:\"1.0.1\"|}, \"2026-11-02\", \"b\")]\n[Change(\"1.1.0\", \"2026-10-05\", \"a\")]\n")]
    [InlineData("[Change(\"1.1.0\", \"2026-10-05\", \"a\")]\n[Change({|SOP0804:\"1.0.1\"|}, \"2026-11-02\", \"b\")]\n")]
    public async Task A_later_change_has_a_lower_version(string changes) => Assert.Equal(
        "Change '1.0.1' of SOP 'Do1' is of 2026-11-02, later than '1.1.0' of 2026-10-05, but its version is lower: give it a higher one",
        (await CheckAsync(Text(changes))).Message(Rule));

    [Theory]
    [InlineData("[Change(\"1.0\", \"2026-11-02\", \"b\")]\n[Change(\"1.1.0\", \"2026-10-05\", \"a\")]\n")]
    [InlineData("[Change(\"1.0.0\", \"soon\", \"b\")]\n[Change(\"1.1.0\", \"2026-10-05\", \"a\")]\n")]
    public Task Silent_about_what_cannot_be_read(string changes) => CheckAsync(Text(changes));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Text("", stage: stage));

    [Theory]
    [InlineData("[Change]\n")]
    [InlineData("[Change(\"1.0.0\", \"2026-10-05\")]\n")]
    [InlineData("[Chan]\n")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of(Text(attribute)).ThatDoesNotCompile());

    [Fact]
    public async Task Starts_the_log_with_the_day_that_counts() => Assert.Equal(
        Text("[Trigger(\"x\")]\n[Change(\"1.0.0\", \"2026-11-20\", \"TODO\")]\n"),
        (await FixRun.ApplyAsync(SopProject.Of(Text("[Trigger(\"x\")]\n")).WithProperty("SopAsOf", "2026-11-20"), Rule, "Start the change log with 1.0.0 of 2026-11-20", stays: true))["Sop.cs"]);

    [Fact]
    public async Task Else_with_today()
    {
        var before = DateTime.Now;
        var text = (await FixRun.ApplyAsync(Text(""), Rule, stays: true))["Sop.cs"];
        Assert.Contains(text, new[] { before, DateTime.Now }.Select(day => Text($"[Change(\"1.0.0\", \"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\", \"TODO\")]\n")));
    }

    [Fact]
    public Task The_newest_entry_says_what_changed() => CheckAsync(Text("[Change(\"1.1.0\", \"2026-10-14\", {|SOP0804:\"TODO\"|})]\n[Change(\"1.0.0\", \"2026-09-14\", \"First version\")]\n"));

    [Fact]
    public Task Silent_about_an_older_entry_that_says_nothing() => CheckAsync(Text("[Change(\"1.1.0\", \"2026-10-14\", \"Mail\")]\n[Change(\"1.0.0\", \"2026-09-14\", \"\")]\n"));

    [Fact]
    public Task What_changed_only_a_person_can_say() => FixRun.AssertNoneOfferedAsync(Text("[Change(\"1.0.0\", \"2026-09-14\", \"-\")]\n"), Rule);

    [Fact]
    public Task Offers_nothing_for_versions_that_fall() => FixRun.AssertNoneOfferedAsync(
        Text("[Change(\"1.0.1\", \"2026-11-02\", \"b\")]\n[Change(\"1.1.0\", \"2026-10-05\", \"a\")]\n"), Rule);

    [Fact]
    public Task Only_a_person_starts_it() => FixRun.AssertOnlyByHandAsync(SopProject.Of(Text("")).WithProperty("SopAsOf", "2026-11-20"), Rule);

    private static string Text(string attributes, string name = "Do1", string stage = "Active") =>
        $"[Sop(\"Do it\", Stage = Stage.{stage})]\n{attributes}public partial class {name} : Sop<Ticket>\n{{\n    [HumanStep<Support>(\"Do it\")] public partial Task DoIt(Ticket ticket);\n}}\n";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
