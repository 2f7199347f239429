using SopAsCode.App;
using SopAsCode.Figures.Tests.Harness;

namespace SopAsCode.Figures.Tests.Commands;

/// <summary>Figures on a terminal, as Markdown and as JSON.</summary>
public class TheCommands
{
    public static TheoryData<string> All => [.. OnTerminals, "review"];

    public static TheoryData<string> OnTerminals => ["scorecard", "scorecard support-triage", "cost", "risk"];

    [Theory]
    [MemberData(nameof(OnTerminals))]
    public async Task Fit_any_terminal(string command)
    {
        foreach (var width in new[] { 20, 80 })
        {
            var text = await Program.DoAsync(width, command.Split(' '));
            Assert.All(text.Split('\n'), line => Assert.True(TextWidth.Columns(line) <= width, line));
            Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Write_Markdown_to_a_file(string command)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("figures").FullName, "page.md");
        Assert.Equal($"It is in {file}.\n", await Program.DoAsync(0, [.. command.Split(' '), "--out", file]));
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        Assert.Equal(page, await Program.DoAsync(0, [.. command.Split(' '), "--markdown"]));
        Assert.DoesNotMatch(@"[\u0000-\u0009\u000B-\u001F\u007F-\u009F]", page);
    }

    [Theory]
    [InlineData("'2026-13-01' is no day", "scorecard", "--from", "2026-13-01")]
    [InlineData("comes after the last", "cost", "--from", "2026-11-02", "--to", "2026-11-01")]
    [InlineData("Either JSON is written or Markdown", "scorecard", "--json", "--markdown")]
    [InlineData("can't be -1", "review", "--samples", "-1")]
    [InlineData("can't be written", "scorecard", "--out", "/no/such/folder/page.md")]
    public async Task Refuse_a_wrong_line(string why, params string[] args)
    {
        var (code, _, error) = await Program.RunAsync(await Month.FileAsync(), 0, args);
        Assert.Equal(ExitCode.WrongCommandLine, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_an_SOP_that_is_not_there()
    {
        var (code, _, error) = await Program.RunAsync(await Month.FileAsync(), 0, "scorecard", "support-triag");
        Assert.Equal(ExitCode.NotFound, code);
        Assert.Contains("support-triage", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_a_scorecard_for_each_SOP()
    {
        var cards = (await Program.JsonAsync("scorecard", "--from", "2026-11-01")).EnumerateArray().ToList();
        var triage = cards.Single(card => card.GetProperty("sop").GetString() == "support-triage");
        Assert.Equal(54, triage.GetProperty("started").GetInt32());
        Assert.Equal("2026-11-27", triage.GetProperty("period").GetProperty("to").GetString());
        Assert.Equal("TargetMet", triage.GetProperty("metrics")[0].GetProperty("verdict").GetString());
        Assert.Equal(17, cards.Count(card => card.GetProperty("started").GetInt32() == 0 && card.GetProperty("metrics").EnumerateArray().All(metric => metric.GetProperty("verdict").GetString() == "NotMeasured")));
    }

    [Fact]
    public async Task Say_what_AI_used()
    {
        var report = await Program.JsonAsync("cost");
        var lines = report.GetProperty("lines").EnumerateArray().ToList();
        Assert.All(lines, line => Assert.Equal("2026-11", line.GetProperty("month").GetString()));
        Assert.Equal(
            ["support-triage TinyTeam.House.ReplyWriter", "support-triage TinyTeam.House.TicketClassifier", "weekly-summary TinyTeam.House.OperationsAnalyst"],
            lines.Select(line => $"{line.GetProperty("sop").GetString()} {line.GetProperty("agent").GetString()}"));
        var month = Assert.Single(report.GetProperty("months").EnumerateArray()).GetProperty("use");
        Assert.Equal(month.GetProperty("steps").GetInt32(), lines.Sum(line => line.GetProperty("use").GetProperty("steps").GetInt32()));
        Assert.True(month.GetProperty("withoutCost").GetInt32() > 0);
        var text = await Program.DoAsync(0, "cost");
        Assert.Contains("2026-11: at least 0.", text, StringComparison.Ordinal);
        Assert.Contains("gpt-5-mini-2026-08-07", text, StringComparison.Ordinal);
        Assert.Contains("No AI did a step.", await Program.DoAsync(0, "cost", "--from", "2026-01-01", "--to", "2026-01-31"), StringComparison.Ordinal);
    }
}
