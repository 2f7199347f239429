using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0804, as far as the lock file is in it.</summary>
public class LockTests
{
    private const string Rule = "SOP0804";
    private const string Old = "0000000000000000";

    [Fact]
    public async Task Changed_under_its_old_version() => Assert.Equal(
        "SOP 'Do1' changed since its line in Sops.lock.txt was written (flow, access, limits, prompts, checkpoints or stage), but its version is still '1.2.0': "
        + "add [Change(\"1.2.1\", \"2026-11-21\", \"…\")] with its day, what changed, and why",
        (await CheckAsync(Sop("{|SOP0804:\"1.2.0\"|}"), $"do1 1.2.0 2026-09-14 {Old}")).Message(Rule));

    [Fact]
    public async Task A_version_below_the_known_one() => Assert.Contains(
        "but its version '1.2.0' is lower than '1.3.0', which stands there: add [Change(\"1.3.1\", \"2026-11-21\", \"…\")]",
        (await CheckAsync(Sop("{|SOP0804:\"1.2.0\"|}"), $"do1 1.3.0 2026-09-14 {Old}")).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public Task The_version_rose() => CheckAsync(Sop("\"1.2.0\""), $"do1 1.1.9 2026-09-14 {Old}");

    [Fact]
    public async Task Nothing_that_matters_changed()
    {
        var line = Line(Sop("\"1.2.0\""));
        await CheckAsync(Sop("\"1.2.0\""), line);
        await CheckAsync(Sop("\"1.2.0\"").Replace("\"Do it\"", "\"Get it done\"", StringComparison.Ordinal), line);
        await CheckAsync(Sop("{|SOP0804:\"1.2.0\"|}").Replace("<SeniorSupport>", "<Support>", StringComparison.Ordinal), line);
        await CheckAsync(Sop("{|SOP0804:\"1.2.0\"|}").Replace("[Sop(\"Do1\")]", "[Sop(\"Do1\", Stage = Stage.Retired)]", StringComparison.Ordinal), line);
    }

    [Fact]
    public async Task The_text_of_a_prompt_in_a_file_counts()
    {
        const string sop = """
            [Sop("Do it"), Owner<Support>, Change("1.0.0", "2026-09-14", "a")] public partial class Do1 : Sop<Ticket>
            { [AiStep<Writer>("Draft it"), Prompt(File = "prompts/a.md")] public partial Task<Reply> Draft(Ticket ticket); }
            """;
        var project = SopProject.Of(sop).WithAdditionalFile("prompts/a.md", "Answer {ticket.Body}");
        var line = Line(project);
        await AnalyzerRun.CheckAsync(project.WithAdditionalFile(LockFile.Name, line), [Rule]);
        var run = await AnalyzerRun.CheckAsync(
            project.With("Sop.cs", sop.Replace("\"1.0.0\"", "{|SOP0804:\"1.0.0\"|}", StringComparison.Ordinal)).WithAdditionalFile("prompts/a.md", "Answer {ticket.Subject}").WithAdditionalFile(LockFile.Name, line),
            [Rule]);
        Assert.Single(run.Findings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but words")]
    [InlineData("do1 1.2.0")]
    [InlineData("do1 one 2026-09-14 0000000000000000")]
    [InlineData("do1 1.2.0 2026-09-14 00g0")]
    [InlineData("do1 1.2.0 2026-09-14 gggg")]
    [InlineData("do1 1.2.0 2026-09-14 0000/000")]
    [InlineData("do1 1.2.0 2026-09-14 0000000000000000 moved")]
    [InlineData("<<<<<<< mine")]
    public Task Silent_about_what_says_nothing(string text) => CheckAsync(Sop("\"1.2.0\""), text);

    [Fact]
    public Task Silent_without_the_file() => AnalyzerRun.CheckAsync(Sop("\"1.2.0\""), [Rule]);

    [Fact]
    public Task Silent_about_a_file_of_another_name() => AnalyzerRun.CheckAsync(SopProject.Of(Sop("\"1.2.0\"")).WithAdditionalFile("Other.lock.txt", $"do1 1.2.0 2026-09-14 {Old}"), [Rule]);

    [Fact]
    public Task Of_two_lines_that_a_merge_kept_the_higher_version_counts() => CheckAsync(Sop("\"1.2.0\""), $"do1 1.2.0 2026-09-14 {Old}\n{Line(Sop("\"1.3.0\""))}");

    [Theory]
    [InlineData("[Purpose]")]
    [InlineData("[Chan]")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) =>
        AnalyzerRun.CheckAsync(SopProject.Of(attribute + Sop("\"1.2.0\"")).WithAdditionalFile(LockFile.Name, $"do1 1.2.0 2026-09-14 {Old}").ThatDoesNotCompile(), [Rule]);

    [Fact]
    public async Task An_SOP_is_gone()
    {
        var run = await CheckAsync(Sop("\"1.2.0\"", "{|SOP0804:Do1|}") + Sop("\"1.0.0\"", "Other"), $"zz-gone 1.2.0 2026-09-14 {Old}");
        Assert.Equal(
            "SOP 'zz-gone' stands in Sops.lock.txt, but no class has that id any more: if its class was renamed, write Id = \"zz-gone\" in its [Sop]; if its work is over, bring it back with Stage = Stage.Retired until "
            + "its runs have ended (said at 'Do1', the first SOP of the project)",
            run.Message(Rule));
    }

    [Theory]
    [InlineData("retired")]
    [InlineData("removed")]
    public Task It_was_retired_or_is_known_to_be_gone(string state) => CheckAsync(Sop("\"1.2.0\""), $"gone 1.2.0 2026-09-14 {Old} {state}");

    [Fact]
    public async Task Its_class_was_renamed()
    {
        var line = Line(Sop("\"1.2.0\"")).Replace("do1", "old-one", StringComparison.Ordinal);
        var source = Sop("\"1.0.0\"", "Before").Replace("<SeniorSupport>", "<Support>", StringComparison.Ordinal) + Sop("\"1.2.0\"", "{|SOP0804:Do1|}");
        var run = await CheckAsync(source, line);
        Assert.Equal(
            "SOP 'Do1' is what Sops.lock.txt knows as 'old-one', but its id is 'do1' now: write Id = \"old-one\" in [Sop], so that runs, links and pages stay its own, or Id = \"do1\" if the new one is meant",
            run.Message(Rule));
        var fixedUp = await FixRun.ApplyAsync(SopProject.Of(source).WithAdditionalFile(LockFile.Name, line), Rule, "Keep the id 'old-one'");
        Assert.Contains("[Sop(\"Do1\", Id = \"old-one\")]", fixedUp["Sop.cs"], StringComparison.Ordinal);
        await CheckAsync(Sop("\"1.2.0\"").Replace("[Sop(\"Do1\")]", "[Sop(\"Do1\", Id = \"do1\")]", StringComparison.Ordinal), line);
    }

    [Fact]
    public async Task An_SOP_that_cannot_be_generated_is_not_gone() => await CheckAsync(
        Sop("\"1.2.0\"") + Sop("\"1.0.0\"", "Broken").Replace("[HumanStep<SeniorSupport>(\"Do it\")]", "[HumanStep<SeniorSupport>(\"Do it\"), Next(\"Nowhere\")]", StringComparison.Ordinal),
        $"broken 1.0.0 2026-09-14 {Old}");

    [Theory]
    [InlineData("[Sop(\"Other\", Id = )]")]
    [InlineData("[Sop(\"Other\", Id = \"go)]")]
    [InlineData("[So]")]
    [InlineData("[Sop()]")]
    public Task Nothing_is_gone_while_an_SOP_is_being_typed(string attribute) => AnalyzerRun.CheckAsync(
        SopProject.Of(Sop("\"1.2.0\"")).With("Other.cs", Sop("\"1.0.0\"", "Other").Replace("[Sop(\"Other\")]", attribute, StringComparison.Ordinal))
            .WithAdditionalFile(LockFile.Name, $"gone 1.2.0 2026-09-14 {Old}").ThatDoesNotCompile(),
        [Rule]);

    [Fact]
    public Task Nothing_is_said_at_an_idea() => CheckAsync(
        Sop("\"1.0.0\"", "Aaa").Replace("[Sop(\"Aaa\")]", "[Sop(\"Aaa\", Stage = Stage.Idea)]", StringComparison.Ordinal) + Sop("\"1.2.0\"", "{|SOP0804:Do1|}"), $"gone 1.2.0 2026-09-14 {Old}");

    [Fact]
    public async Task Logs_the_change_on_top()
    {
        var project = SopProject.Of(Sop("\"1.2.0\"")).WithAdditionalFile(LockFile.Name, $"do1 1.2.0 2026-09-14 {Old}\n").WithProperty("SopAsOf", "2026-11-20");
        var fixedUp = await FixRun.ApplyAsync(project, Rule, "Log change 1.2.1 of 2026-11-20", stays: true);
        Assert.Contains(
            "[Owner<Support>]\n[Change(\"1.2.1\", \"2026-11-20\", \"TODO\")]\n[Change(\"1.2.0\", \"2026-10-14\", \"b\")]\n[Change(\"0.9.0\"",
            fixedUp["Sop.cs"],
            StringComparison.Ordinal);
        Assert.DoesNotContain(LockFile.Name, fixedUp.Changed.Keys);
    }

    [Fact]
    public async Task Updates_the_lock_too()
    {
        var project = SopProject.Of(Sop("\"1.2.0\"")).WithAdditionalFile(LockFile.Name, $"# Ours\na-other 1.0.0 2026-09-14 {Old} removed\r\ndo1 1.2.0 2026-09-14 {Old}\r\nx-other 1.0.0 2026-09-14 {Old} removed\n").WithProperty("SopAsOf", "2026-11-20");
        var fixedUp = await FixRun.ApplyAsync(project, Rule, "Log change 1.2.1 of 2026-11-20, and update Sops.lock.txt", stays: true);
        Assert.Matches($"^# Ours\na-other 1.0.0 2026-09-14 {Old} removed\r\ndo1 1\\.2\\.1 2026-11-20 [0-9a-f]{{16}}\r\nx-other 1.0.0 2026-09-14 {Old} removed\n$", fixedUp[LockFile.Name]);
        Assert.DoesNotContain(Old, fixedUp[LockFile.Name].Split('\n')[2], StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_a_person_logs_a_change() => FixRun.AssertOnlyByHandAsync(
        SopProject.Of(Sop("\"1.2.0\"")).WithAdditionalFile(LockFile.Name, $"do1 1.2.0 2026-09-14 {Old}\n").WithProperty("SopAsOf", "2026-11-20"), Rule);

    [Fact]
    public async Task A_conflict_in_the_lock_is_for_people()
    {
        var project = SopProject.Of(Sop("\"1.2.0\"")).WithAdditionalFile(LockFile.Name, $"<<<<<<< ours\ndo1 1.2.0 2026-09-14 {Old}\n=======\n").WithProperty("SopAsOf", "2026-11-20");
        Assert.Equal(["Log change 1.2.1 of 2026-11-20"], await FixRun.TitlesAsync(project, Rule));
    }

    [Fact]
    public async Task The_change_is_not_of_a_day_before_the_one_it_follows()
    {
        var project = SopProject.Of(Sop("\"1.2.0\"")).WithAdditionalFile(LockFile.Name, $"do1 1.2.0 2026-09-14 {Old}\n").WithProperty("SopAsOf", "2026-10-01");
        Assert.Contains("Log change 1.2.1 of 2026-10-14", await FixRun.TitlesAsync(project, Rule));
    }

    [Fact]
    public void An_update_writes_what_is_new_and_leaves_the_rest()
    {
        var before = LockFile.Parse($"gone 1.0.0 2026-01-01 {Old}\nheld 1.0.0 2026-01-01 {Old}\nmoved 1.0.0 2026-01-01 00000000000000aa\nover 1.0.0 2026-01-01 {Old} retired\nrose 1.9.0 2026-01-01 {Old}\nwas 1.0.0 2026-01-01 {Old} removed\n");
        var update = before.Update(
        [
            new(new("rose", "1.10.0", "2026-02-02", "00000000000000bb"), false),
            new(new("held", "1.0.0", "2026-01-01", "00000000000000cc"), false),
            new(new("new", "1.0.0", "2026-02-02", "00000000000000aa", LockState.Retired), true),
        ]);
        Assert.Equal(["held"], update.Held);
        Assert.Equal(["gone"], update.Gone);
        Assert.Equal(
            [
                $"gone 1.0.0 2026-01-01 {Old}",
                $"held 1.0.0 2026-01-01 {Old}",
                "moved 1.0.0 2026-01-01 00000000000000aa removed",
                "new 1.0.0 2026-02-02 00000000000000aa retired",
                $"over 1.0.0 2026-01-01 {Old} removed",
                "rose 1.10.0 2026-02-02 00000000000000bb",
                $"was 1.0.0 2026-01-01 {Old} removed",
            ],
            update.File.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')));
        Assert.Equal(update.File.Text, LockFile.Parse(update.File.Text).Text);
        Assert.Equal(2, update.File.Text.Split('\n').Count(line => line.StartsWith('#')));
    }

    [Fact]
    public void What_people_wrote_about_it_stays()
    {
        var text = $"# Ours\n# Two lines\ndo1 1.2.0 2026-09-14 {Old}\n";
        Assert.Equal(text, LockFile.Parse(text).Update([new(new("do1", "1.2.0", "2026-09-14", Old), HasOwnId: false)]).File.Text);
    }

    private static string Sop(string version, string name = "Do1") => $$"""
        [Sop("{{name.Replace("{|SOP0804:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)}}")]
        [Owner<Support>]
        [Change({{version}}, "2026-10-14", "b")]
        [Change("0.9.0", "2026-09-14", "a")]
        public partial class {{name}} : Sop
        {
            [HumanStep<SeniorSupport>("Do it")]
            public partial Task DoIt();
        }

        """;

    // The line that an update would write.
    private static string Line(SopProject project)
    {
        var summary = SopSummary.ReadAll(GeneratorRun.Of(project).Output.Assembly).Single();
        return new LockEntry(summary.Id, summary.Version!, "2026-09-14", summary.Fingerprint!).Line;
    }

    private static Task<AnalyzerRun> CheckAsync(string source, string text) =>
        AnalyzerRun.CheckAsync(SopProject.Of(source).WithAdditionalFile(LockFile.Name, text), [Rule]);
}
