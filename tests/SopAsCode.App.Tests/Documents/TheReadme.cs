using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SopAsCode.App.SmallTeam;
using SopAsCode.App.Tests.Harness;
using SopAsCode.TestHarness;
using AcmeSops = SopAsCode.App.SmallTeam.SmallTeamSops;

namespace SopAsCode.App.Tests.Documents;

/// <summary>What the README of the package shows compiles and runs, and what it names is there.</summary>
public partial class TheReadme
{
    [Fact]
    public async Task Its_program_is_part_of_this_file()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.App.Tests", "Documents", "TheReadme.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(2, Samples("csharp").Count);
        Assert.All(Samples("csharp"), sample => Assert.Contains(sample, source, StringComparison.Ordinal));
        Assert.Equal(ExitCode.WrongCommandLine, await RunAsync(["shwo"], new FilePost("unused")));
    }

    [Fact]
    public async Task Its_commands_do_what_it_says()
    {
        using Office office = new();
        var shown = Samples("console").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<string> expected = [];
        List<string> said = [];
        foreach (var line in shown)
        {
            expected.Add(line);
            if (line.StartsWith("$ sop ", StringComparison.Ordinal))
            {
                said.Add(line);
                said.AddRange((await office.DoAsync([.. Words().Matches(line["$ sop ".Length..]).Select(word => word.Value.Trim('\''))])).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        Assert.Equal(expected, said);
    }

    [Fact]
    public async Task Its_commands_about_figures_can_be_given()
    {
        using Office office = new();
        await office.LetterAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        office.Beside("key.pem", key.ExportECPrivateKeyPem());
        office.Beside("public.pem", key.ExportSubjectPublicKeyInfoPem());
        var section = Page[Page.IndexOf("## Figures\n", StringComparison.Ordinal)..Page.IndexOf("## What else", StringComparison.Ordinal)];
        var lines = section.Split('\n').Where(line => line.StartsWith("$ sop ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["scorecard", "review", "cost", "risk", "export", "verify"], lines.Select(line => line.Split(' ')[2]));
        foreach (var line in lines)
        {
            var words = Words().Matches(line["$ sop ".Length..].Replace("\"named by the auditor\"", "named", StringComparison.Ordinal)).Select(word => word.Value);
            await office.DoAsync([.. words.Select(word => word is "review.md" or "key.pem" or "public.pem" or "audit-2026-q4" ? office.Beside(word) : word)]);
        }
    }

    [Fact]
    public async Task It_names_each_command_and_each_exit_code()
    {
        using Office office = new();
        var page = Page;
        var help = await office.DoAsync("help");
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..help.IndexOf("Exit codes:", StringComparison.Ordinal)];
        var names = Commands().Matches(commands).Select(command => command.Groups["name"].Value).ToList();
        Assert.True(names.Count > 25);
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(ExitCode.All, code => Assert.Contains($"| {code.Code} | {code.Meaning} |", page, StringComparison.Ordinal));
    }

    private static async Task<int> RunAsync(string[] args, IPost post)
    {
        return await SopApp.Create(args)
            .AddSops<AcmeSops>()
            .UseSqlite("sops.db")
            .UseService<IPost>(post)
            .RunAsync();
    }

    [Fact]
    public async Task Its_background_is_set_by_serve_and_by_nothing_else()
    {
        // A secret that is too short is refused when the webhook is set.
        Assert.Equal(ExitCode.Done, await RunAsync("inbox"));
        Assert.Contains("24 to 64 bytes", (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync("serve"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_a_sentence()
    {
        using Office office = new();
        Assert.Equal(ExitCode.Refused, await SopApp.Create(["serve"]).AddSops<AcmeSops>().UseSqlite(office.File)
            .UseHosting(background => background.ListenForReports(new("http://127.0.0.1:1"), "bank", keyFrom: "NO_SUCH_KEY"))
            .RunAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<int> RunAsync(string command)
    {
        using Office office = new();
        Dictionary<string, string> secrets = new() { ["LEAD_HOOK"] = Convert.ToBase64String(new byte[8]) };
        var app = SopApp.Create([command, "--as", "ben@example.com"]).AddSops<AcmeSops>().UseSqlite(office.File)
            .UseHosting(background =>
            {
                background.KeepContents = TimeSpan.FromDays(400);
                background.NotifyByWebhook<Lead>(new Uri("https://chat.example.com/hooks/leads"), secrets["LEAD_HOOK"]);
            })
            ;
        return await app.RunAsync(TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<string> Samples(string language) =>
        [.. Fences().Matches(Page).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value)];

    private static string Page { get; } = File.ReadAllText(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.App", "README.md"));

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fences();

    [GeneratedRegex("'[^']*'|[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("^  (?<name>[a-z-]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();
}
