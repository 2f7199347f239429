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

    [GeneratedRegex("^dotnet run --project examples/TinyTeam -- (?<args>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lines();

    [GeneratedRegex("'[^']*'|[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
