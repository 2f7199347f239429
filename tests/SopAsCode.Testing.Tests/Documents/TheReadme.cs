using System.Text.RegularExpressions;
using SopAsCode.TestHarness;

namespace SopAsCode.Testing.Tests.Documents;

/// <summary>The tests that the READMEs show are tests here, so they compile and pass as shown.</summary>
public partial class TheReadme
{
    [Theory]
    [InlineData("README.md", 1)]
    [InlineData("src/SopAsCode.Testing/README.md", 5)]
    public async Task Shows_tests_that_run_here(string page, int samples)
    {
        var folder = Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Testing.Tests");
        var sources = await Task.WhenAll(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        var text = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, page), TestContext.Current.CancellationToken);
        var shown = Samples().Matches(text).Select(match => match.Groups["code"].Value).Where(IsOfATest).ToList();
        Assert.Equal(samples, shown.Count);
        Assert.All(shown, sample => Assert.Contains(sources, source => source.Contains(sample, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Shows_what_a_failing_test_says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Testing", "README.md"), TestContext.Current.CancellationToken);
        var tests = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Testing.Tests", "Scenarios", "WhatFailingTestsSay.cs"), TestContext.Current.CancellationToken);
        var said = Text().Match(page).Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(said.Length > 5);
        Assert.All(said, line => Assert.Contains($"            {line}\n", tests, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_each_word_of_a_scenario()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Testing", "README.md"), TestContext.Current.CancellationToken);
        Type[] spoken = [typeof(ScenarioPerson), typeof(ScenarioAgent), typeof(WayBounds), typeof(NoWayTo)];
        var words = spoken.SelectMany(type => type.GetMembers(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(member => member is System.Reflection.MethodInfo { IsSpecialName: false } or System.Reflection.PropertyInfo)
            .Select(member => member.Name)
            .Except(["Equals", "GetHashCode", "ToString", "<Clone>$"], StringComparer.Ordinal);
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    private static bool IsOfATest(string sample) => sample.Contains("scenario", StringComparison.OrdinalIgnoreCase) || sample.Contains("NoWay", StringComparison.Ordinal) || sample.Contains("Way way", StringComparison.Ordinal);

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Samples();

    [GeneratedRegex("```text\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();
}
