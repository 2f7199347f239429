using System.Text.RegularExpressions;
using SopAsCode.App.Tests.Harness;
using SopAsCode.TestHarness;

namespace SopAsCode.App.Tests.Documents;

/// <summary>The example with arguments is the command line of its team.</summary>
public partial class TheExample
{
    [Fact]
    public async Task Does_what_the_readme_of_the_repository_says()
    {
        using Office office = new();
        var readme = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "README.md"), TestContext.Current.CancellationToken);
        var lines = Lines().Matches(readme).Select(line => line.Groups["args"].Value).Where(line => !line.StartsWith("site", StringComparison.Ordinal)).ToList();
        Assert.Equal(["start", "inbox", "show", "help"], lines.Select(line => line.Split(' ')[0]));
        List<string> said = [];
        foreach (var line in lines)
        {
            var answer = await office.StartTinyTeamAsync([.. Words().Matches(line).Select(word => word.Value.Trim('\''))]);
            Assert.True(answer.Code == ExitCode.Done, $"{line}: {answer.Error}");
            said.Add(answer.Out);
        }

        Assert.Equal("Started. ticket-1042 is in Categorise, and ticket-1042#1 waits.\n", said[0]);
        Assert.StartsWith("ticket-1042#1\n", said[1], StringComparison.Ordinal);
        Assert.Contains("Subject: Where is my parcel?", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_what_a_person_approved_and_nothing_else()
    {
        using Office office = new();
        string[] ben = ["--as", "ben@example.com", "--work"];
        string[][] lines =
        [
            ["start", "support-triage", "--run", "ticket-1042", "--input", """{"Number":1042,"Subject":"Where is my parcel?","Body":"It is late.","HighValue":false}""", .. ben],
            ["complete", "ticket-1042#1", "--revision", "1", "--value", """{"Topic":"delivery","Urgency":3,"Macro":null}""", .. ben],
            ["complete", "ticket-1042#2", "--revision", "1", "--value", """{"Text":"Tomorrow, we promise."}""", .. ben],
            ["approve", "ticket-1042#3", "--revision", "1", "--tick", "1", "2", "3", "--value", """{"Text":"It comes on Friday."}""", .. ben],
        ];
        foreach (var line in lines)
        {
            var answer = await office.StartTinyTeamAsync(line);
            Assert.True(answer.Code == ExitCode.Done, answer.Error);
        }

        Assert.Equal("ticket-1042/SendReply/4\treply to ticket 1042: It comes on Friday.\n", await File.ReadAllTextAsync(office.File + ".outbox.txt", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Plays_the_day_that_the_readme_shows_and_the_same_each_time()
    {
        using Office office = new();
        var (first, second) = (await office.StartTinyTeamAsync(), await office.StartTinyTeamAsync());
        Assert.True(first.Code == 0, first.Error);
        Assert.Equal(first.Out, second.Out);
        Assert.All(first.Out.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains("The answers of the AI are scripted", first.Out, StringComparison.Ordinal);

        var readme = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "README.md"), TestContext.Current.CancellationToken);
        var excerpt = Excerpt().Match(readme).Groups["text"].Value;
        Assert.True(excerpt.Count(letter => letter == '\n') > 10);
        Assert.Contains(excerpt, first.Out, StringComparison.Ordinal);
        Assert.Contains("The record is whole.", first.Out, StringComparison.Ordinal);
        Assert.Contains("ticket-1042, event 13: It was changed after it was recorded.", first.Out, StringComparison.Ordinal);

        // Its last line is a command that looks into its file.
        Dictionary<string, string> file = new() { ["TINY_TEAM_FILE"] = Path.Combine("artifacts", "tiny-team-day.db") };
        var command = Lines().Matches(first.Out.Replace("\n  dotnet", "\ndotnet", StringComparison.Ordinal)).Single().Groups["args"].Value;
        var history = await office.StartTinyTeamAsync(file, command.Split(' '));
        Assert.True(history.Code == ExitCode.Done, history.Error);
        Assert.Contains("The carrier names no day", history.Out, StringComparison.Ordinal);
    }

    [GeneratedRegex("\n```\n(?<text>09:10  .*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Excerpt();

    [GeneratedRegex("^dotnet run --project examples/TinyTeam -- (?<args>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lines();

    [GeneratedRegex("'[^']*'|[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
