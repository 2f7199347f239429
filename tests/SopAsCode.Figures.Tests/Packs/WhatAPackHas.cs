using System.Security.Cryptography;
using System.Text;
using SopAsCode.App;
using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Figures.Tests.Packs;

/// <summary>What the command export makes for an auditor.</summary>
public class WhatAPackHas
{
    [Fact]
    public async Task All_runs_of_the_period_with_all_their_events()
    {
        using var pack = await Pack.ExportAsync("--from", "2026-11-21");
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        var runs = (await store.RunsAsync(new(), TestContext.Current.CancellationToken)).Where(run => run.Ended is not { } ended || ended >= new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)).ToList();
        var rows = pack.Text("population.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("run,sop,version,started,ended,state,events,head,sampled", rows[0]);
        Assert.Equal(runs.Select(run => $"{run.Run},{run.Sop},{run.State},{run.Sequence},{run.Head}").Order(StringComparer.Ordinal), rows[1..].Select(row => row.Split(',')).Select(cells => $"{cells[0]},{cells[1]},{cells[5]},{cells[6]},{cells[7]}"));
        Assert.Equal(15, runs.Count);
        var lines = pack.Text("events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordFile.Read).ToLookup(recorded => recorded.Run);
        foreach (var run in runs)
        {
            Assert.Equal(await store.ReadAsync(run.Run, TestContext.Current.CancellationToken), lines[run.Run]);
        }

        Assert.Equal(runs.Sum(run => run.Sequence), lines.Sum(run => run.Count()));
        Assert.Equal(runs.Select(run => (run.Run, run.Sequence, run.Head)).Order(), AnchorFile.Read(pack.Text("anchor.txt")).Select(line => (line.Run, line.Sequence, line.Hash)).Order());
    }

    [Fact]
    public async Task A_sample_that_anybody_can_draw_again()
    {
        using var pack = await Pack.ExportAsync("--sample", "5", "--seed", "by the auditor");
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        var runs = (await store.RunsAsync(new(), TestContext.Current.CancellationToken)).Select(run => run.Run);
        var expected = runs.OrderBy(run => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("by the auditor\n" + run))), StringComparer.Ordinal).Take(5).ToList();
        Assert.Equal(expected.Select((run, i) => Path.Combine("runs", $"{i + 1:000}-{run}.md")), pack.Files.Where(file => file.StartsWith("runs", StringComparison.Ordinal)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), pack.Text("population.csv").Split('\n').Where(row => row.EndsWith(",yes", StringComparison.Ordinal)).Select(row => row.Split(',')[0]));
        Assert.Contains("The seed is “by the auditor”.", pack.Text("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_say_who_saw_proposed_approved_and_did_what()
    {
        using var pack = await Pack.ExportAsync("--sop", "support-triage", "--sample", "100");
        var edited = Page(pack, "ticket-1004");
        foreach (var said in new[] { "proposed Reply ", "; called find_parcel of Helpdesk 1 time (", "by Reply writer, gpt-5-2026-08-07", "asked Customer success lead to approve", "; shown: ticket ", "approved Reply ", "as Customer success lead, 3 lines ticked", "; corrected ", "write to Helpdesk (Customers), released by ticket-1004", "ended Completed" })
        {
            Assert.Contains(said, edited, StringComparison.Ordinal);
        }

        Assert.Contains("as Customer success lead, round 1, after ", Page(pack, "ticket-1010"), StringComparison.Ordinal);
        Assert.Contains($"| Hash of the last event | {AnchorFile.Read(pack.Text("anchor.txt")).Single(line => line.Run == "ticket-1004").Hash} |", edited, StringComparison.Ordinal);
        Assert.All(pack.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)), file => Assert.DoesNotMatch(@"[\u0000-\u0009\u000B-\u001F\u007F-\u009F]", pack.Text(file)));
        var map = pack.Text("control-map.md");
        Assert.Contains("| Checkpoint | ReviewReply | a holder of Customer success lead must approve |", map, StringComparison.Ordinal);
        Assert.Contains("Waiver | ApplyMacro | SOP0504 does not hold here", map, StringComparison.Ordinal);
        Assert.Contains("| Limit | ApplyMacro |", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_by_somebody_who_is_no_person_is_a_problem()
    {
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        PackedRun run = new("ticket-1004");
        List<string> problems = [];
        foreach (var recorded in await store.ReadAsync("ticket-1004", TestContext.Current.CancellationToken))
        {
            problems.AddRange(run.Add(recorded.Event == nameof(Approved) ? recorded with { By = Actor.Agent("AI") } : recorded));
        }

        Assert.Equal(["It was changed after it was recorded.", "Somebody who is no person answered at a checkpoint."], problems);
    }

    [Fact]
    public async Task No_contents_unless_they_are_asked_for()
    {
        string[] personal = ["where is it?", "It will be there on Friday", "The carrier names no day", "Parcel"];
        using var without = await Pack.ExportAsync("--sample", "100");
        Assert.All(without.Files, file => Assert.All(personal, text => Assert.DoesNotContain(text, without.Text(file), StringComparison.Ordinal)));
        Assert.Contains("No contents are in this pack", without.Text("README.md"), StringComparison.Ordinal);
        using var with = await Pack.ExportAsync("--sample", "100", "--with-content");
        var contents = with.Text("contents.jsonl");
        Assert.All(personal[1..], text => Assert.Contains(text, contents, StringComparison.Ordinal));
        Assert.Contains("with all that is personal in them", with.Text("README.md"), StringComparison.Ordinal);
        Assert.Empty(await with.ProblemsAsync());
    }

    private static string Page(Pack pack, string run) => pack.Text(pack.Files.Single(file => file.EndsWith($"-{run}.md", StringComparison.Ordinal)));

    [Theory]
    [InlineData("ticket-17", "runs/007-ticket-17.md")]
    [InlineData("../../x", "runs/007-.._.._x.md")]
    [InlineData("a\\b:c\0d", "runs/007-a_b_c_d.md")]
    public void Pages_that_lead_nowhere_else(string run, string page) => Assert.Equal(page, PackFiles.Page(7, run));

    [Theory]
    [InlineData("ticket-17", "ticket-17")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData(" =1", "' =1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=a;\"b\"", "\"'=a;\"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    public void Cells_that_are_no_formulas(string text, string cell) => Assert.Equal(cell, PopulationFile.Cell(text));

    [Fact]
    public async Task Nothing_where_something_is_already_and_nothing_when_it_is_stopped()
    {
        using var pack = await Pack.ExportAsync("--sop", "weekly-summary");
        var said = await Program.RunAsync(await Month.FileAsync(), 0, "export", "--out", pack.Folder);
        Assert.Equal(ExitCode.WrongCommandLine, said.Code);
        Assert.Contains("is there already", said.Error, StringComparison.Ordinal);
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        PackOptions options = new() { Period = new(new(2026, 11, 1), new(2026, 11, 27)), Made = Month.Now, SigningKey = "no key" };
        var folder = pack.Folder + "-2";
        await Assert.ThrowsAsync<PackException>(() => AuditPack.WriteAsync(store, [], options, folder, cancel: TestContext.Current.CancellationToken));
        Assert.Equal([pack.Folder], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!));
    }
}
