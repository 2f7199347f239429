using System.Text.RegularExpressions;
using SopAsCode.App.Tests.Harness;
using SopAsCode.TestHarness;

namespace SopAsCode.App.Tests.Documents;

/// <summary>
/// "A week with it" can be followed to the letter: its code is code of the tests, and its commands say what it shows. With SOPASCODE_ACCEPT=1 what they say is
/// written into the page.
/// </summary>
public partial class TheWeek
{
    private static readonly string File = Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.App", "docs", "week.md");
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    [Fact]
    public async Task Its_code_is_code_of_the_tests()
    {
        var page = await ReadAsync(File);
        var tests = Path.Combine(Example.RepositoryRoot, "tests");
        var sources = await Task.WhenAll(new[] { "SopAsCode.App.SmallTeam/Sops.cs", "SopAsCode.App.Tests/Documents/TheReadme.cs", "SopAsCode.App.Tests/Documents/WeekTests.cs" }.Select(file => ReadAsync(Path.Combine(tests, file))));
        var samples = Blocks().Matches(page).Where(block => block.Groups["language"].Value == "csharp").Select(block => block.Groups["text"].Value).ToList();
        Assert.Equal(4, samples.Count);
        Assert.All(samples, sample => Assert.Contains(sources, source => source.Contains(sample, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_commands_say_what_it_shows()
    {
        WeekClock clock = new();
        using Office office = new() { Time = clock };
        var page = await ReadAsync(File);
        string[] files = ["heads.txt", "review.md"];
        var played = page;
        foreach (Match block in Blocks().Matches(page).Where(block => block.Groups["language"].Value == "console"))
        {
            clock.Morning(Days.Last(day => page.LastIndexOf($"## {day}: ", block.Index, StringComparison.Ordinal) >= 0));
            List<string> said = [];
            foreach (var line in block.Groups["text"].Value.Split('\n').Where(line => line.StartsWith("$ sop ", StringComparison.Ordinal)))
            {
                string[] args = [.. Words().Matches(line["$ sop ".Length..]).Select(word => word.Value.Trim('\'')).Select(word => files.Contains(word) ? office.Beside(word) : word)];
                var answer = await office.RunAsync(args);
                said.Add($"{line}\n{(answer.Out + answer.Error).Replace(office.Beside("") + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}");
                clock.Pass();
            }

            played = played.Replace(block.Groups["text"].Value, string.Concat(said), StringComparison.Ordinal);
        }

        if (Environment.GetEnvironmentVariable("SOPASCODE_ACCEPT") == "1")
        {
            await System.IO.File.WriteAllTextAsync(File, played, TestContext.Current.CancellationToken);
        }

        Assert.Equal(page, played);
        Assert.Single(office.Sent.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(files, file => Assert.True(System.IO.File.Exists(office.Beside(file))));
    }

    [Fact]
    public async Task The_readme_links_it() => Assert.Contains("](src/SopAsCode.App/docs/week.md)", await ReadAsync(Path.Combine(Example.RepositoryRoot, "README.md")), StringComparison.Ordinal);

    private static async Task<string> ReadAsync(string file) =>
        (await System.IO.File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex("'[^']*'|[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    // The first week of December 2026; ten minutes from command to command.
    private sealed class WeekClock : TimeProvider
    {
        private DateTimeOffset _now;

        public void Morning(string day) => _now = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero).AddDays(Array.IndexOf(Days, day));

        public void Pass() => _now += TimeSpan.FromMinutes(10);

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
