using System.Reflection;
using System.Text.RegularExpressions;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The table of the rules promises exactly the fixes that there are.</summary>
public partial class FixTableTests
{
    /// <summary>The rules with something in the column of fixes.</summary>
    public static TheoryData<string> Promised => [.. Rows.Where(row => row.Fix != "–").Select(row => row.Id).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<(string Id, string Fix)> Rows { get; } =
    [
        .. File.ReadAllLines(Path.Combine(Example.RepositoryRoot, "analyzers", "docs", "README.md"))
            .Where(line => Row().IsMatch(line))
            .Select(line => (Row().Match(line).Groups["id"].Value, line.Split('|', StringSplitOptions.TrimEntries)[5])),
    ];

    [Theory]
    [MemberData(nameof(Promised))]
    public void A_promised_fix_is_there(string rule) =>
        Assert.Contains(Tooling.Product.Fixes(), provider => provider.FixableDiagnosticIds.Contains(rule, StringComparer.Ordinal));

    [Fact]
    public void No_fix_is_kept_secret() => Assert.Empty(Tooling.Product.Fixes()
        .SelectMany(provider => provider.FixableDiagnosticIds.Select(rule => (Rule: rule, Provider: provider.GetType().Name)))
        .Where(fix => !Rows.Any(row => row.Id == fix.Rule && row.Fix != "–"))
        .Select(fix => $"{fix.Rule} is fixed by {fix.Provider}, and the table does not say so"));

    [Fact]
    public void Every_fix_is_exported() => Assert.Equal(
        Assembly.Load("SopAsCode.CodeFixes").GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Tooling.Product.Fixes().Select(provider => provider.GetType().Name).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^\| \[(?<id>SOP\d{4})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
