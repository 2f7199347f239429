using System.Text.RegularExpressions;
using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;
using AcmeSops = TinyTeam.TinyTeamSops;

namespace SopAsCode.Figures.Tests.Documents;

/// <summary>What the README of the package shows compiles and runs.</summary>
public partial class TheReadme
{
    [Fact]
    public async Task Its_program_is_part_of_this_file()
    {
        var root = RepositoryRoot();
        var source = await File.ReadAllTextAsync(Path.Combine(root, "tests", "SopAsCode.Figures.Tests", "Documents", "TheReadme.cs"), TestContext.Current.CancellationToken);
        var page = await File.ReadAllTextAsync(Path.Combine(root, "src", "SopAsCode.Figures", "README.md"), TestContext.Current.CancellationToken);
        var sample = Fence().Match(page).Groups["code"].Value;
        Assert.Contains(sample, source.Replace("\n        ", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        await ShowAsync(store);
    }

    private static async Task ShowAsync(SqliteRunStore store)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Period month = new(today.AddDays(-29), today);
        RunFacts facts = new(month, AcmeSops.Instance.Sops);
        await facts.ReadAsync(store);
        foreach (var card in Scorecards.Of(facts, month))
        {
            Console.WriteLine($"{card.Title}: {card.Completed.Part} of {card.Completed.Whole} completed");
        }

        Console.Write(SheetMarkdown.Of(CostSheet.Of(CostReport.Of(facts, month), facts)));
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SopAsCode.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();
}
