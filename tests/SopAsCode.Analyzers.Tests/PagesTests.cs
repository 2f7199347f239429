using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The pages of the rules say what the rules do.</summary>
public partial class PagesTests
{
    // Its examples stand in a project that references another one.
    private const string AboutAnotherProject = "SOP0107";

    private static readonly string Folder = Path.Combine(Recorded("RepositoryRoot"), "analyzers", "docs");

    private const int LongestMessage = 160;

    // The rules whose messages may be longer, and why.
    private static readonly Dictionary<string, string> LongByNature = new(StringComparer.Ordinal)
    {
        ["SOP0502"] = "names what is sensitive, where it comes from and what the policy allows",
        ["SOP0504"] = "names the limit, the AI, its condition and why that is dangerous",
        ["SOP0904"] = "names two SOPs",
        ["SOP1100"] = "repeats the waived finding and who allowed it",
    };

    private static readonly ConcurrentDictionary<(string Id, string Kind), Task<IReadOnlyList<(string Id, string Message)>>> Said = new();

    public static TheoryData<string> Ids => [.. Descriptors.Select(rule => rule.Id)];

    public static TheoryData<string> Longer => [.. LongByNature.Keys];

    private static IReadOnlyList<DiagnosticDescriptor> Descriptors => Rules.Descriptors;

    [Fact]
    public void Every_rule_speaks_unless_somebody_switches_it_off() => Assert.All(Descriptors, rule => Assert.True(rule.IsEnabledByDefault, rule.Id));

    [Fact]
    public void No_page_is_stale() => Assert.Equal(
        ["README.md", "SOP0000.md", .. Descriptors.Select(rule => rule.Id + ".md")],
        Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public void What_the_generator_says_has_a_page_and_a_row()
    {
        Assert.StartsWith("# SOP0000: Generator failure at an SOP\n", Page("SOP0000"), StringComparison.Ordinal);
        Assert.Equal(["What happens", "How to fix", "How to waive"], Heading().Matches(Page("SOP0000")).Select(match => match.Groups["text"].Value), StringComparer.Ordinal);
        Assert.Contains("\n| [SOP0000](SOP0000.md) |", Page("README"), StringComparison.Ordinal);
        Assert.DoesNotContain(Descriptors, rule => rule.Id == "SOP0000");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_of_its_rule_and_every_part(string id)
    {
        var page = Page(id);
        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", page, StringComparison.Ordinal);
        var headings = Heading().Matches(Fenced().Replace(page, "")).Select(match => match.Groups["text"].Value);
        Assert.Equal(["Why", "Bad", "Good", "How to fix", "How to waive"], headings, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id) =>
        Assert.Equal($"{RepositoryLink.FolderOf(Recorded("RepositoryUrl"), Version)}/analyzers/docs/{id}.md", Rule(id).HelpLinkUri);

    [Theory]
    [InlineData("1.2.3", "v1.2.3")]
    [InlineData("1.2.3+build-7", "v1.2.3")]
    [InlineData("1.2.4-alpha.0.1", "main")]
    [InlineData("1.2.4-alpha.0.1+1a2b3c", "main")]
    public void A_released_version_links_to_its_tag_and_any_other_to_the_main_branch(string version, string place) =>
        Assert.Equal($"https://host/team/repository/blob/{place}", RepositoryLink.FolderOf("https://host/team/repository", version));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_with_its_severity(string id)
    {
        var row = Page("README").Split('\n').First(line => line.StartsWith($"| [{id}]({id}.md) |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(Rule(id).DefaultSeverity.ToString(), row[3], ignoreCase: true);
        Assert.Equal(Rules.Of(id).Severity.Strict.ToString(), row[4], ignoreCase: true);
        Assert.NotEmpty(row[2]);
        Assert.NotEmpty(row[5]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_bad_example_breaks_exactly_this_rule(string id) => Assert.Equal([id], await FindingsAsync(id, "bad"), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_good_example_breaks_none(string id) => Assert.Empty(await FindingsAsync(id, "good"));

    // A list of errors cuts or wraps a longer line.
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_message_about_the_bad_example_is_short(string id)
    {
        var longer = (await SaidAsync(id, "bad")).Where(said => !LongByNature.ContainsKey(said.Id) && BesideLongNames(said.Message).Length > LongestMessage).Select(said => said.Message).ToList();
        Assert.True(longer.Count == 0, string.Join('\n', longer));
    }

    // A rule leaves the list when its messages have become short.
    [Theory]
    [MemberData(nameof(Longer))]
    public async Task What_may_be_longer_is(string id) =>
        Assert.Contains(await SaidAsync(id, "bad"), said => said.Id == id && BesideLongNames(said.Message).Length > LongestMessage);

    // Names are as long as a team makes them, and a way has as many steps as its flow.
    private static string BesideLongNames(string message) => LongName().Replace(FurtherSteps().Replace(message, ""), "12345678");

    private static async Task<IEnumerable<string>> FindingsAsync(string id, string kind) =>
        (await SaidAsync(id, kind)).Select(said => said.Id).Where(found => found == id || Shape.Rules.Contains(found, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);

    private static Task<IReadOnlyList<(string Id, string Message)>> SaidAsync(string id, string kind) => Said.GetOrAdd((id, kind), _ => RunAsync(id, kind));

    private static async Task<IReadOnlyList<(string Id, string Message)>> RunAsync(string id, string kind)
    {
        var example = Assert.Single(Example().Matches(Page(id)), match => match.Groups["kind"].Value == kind).Groups["code"].Value;
        var config = Config().Match(Page(id)) is { Success: true } settings && settings.Groups["kind"].Value == kind ? settings.Groups["code"].Value : "";
        var files = WordsExample().Matches(Page(id))
            .Where(match => match.Groups["kind"].Value == kind)
            .Select(match => new WordsText(ProjectOptions.PathOf(match.Groups["name"].Value), match.Groups["text"].Value));
        var run = await (id == AboutAnotherProject ? PlainRun.BesideHouseAsync(example) : PlainRun.OfAsync(example, config, [.. files]));
        Assert.Null(run.Thrown);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. run.Findings.Select(finding => (finding.Id, finding.GetMessage(CultureInfo.InvariantCulture)))];
    }

    private sealed class WordsText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private static string Version => typeof(Rules).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static string Recorded(string key) =>
        typeof(TestHarness.Tooling).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    private static DiagnosticDescriptor Rule(string id) => Descriptors.Single(rule => rule.Id == id);

    private static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md"));

    [GeneratedRegex("(?<=^[^:]* → [^:]*) → [^:→]*(?=[:→])", RegexOptions.None, 1000)]
    private static partial Regex FurtherSteps();

    [GeneratedRegex("\\b[A-Z]\\w{8,}\\b", RegexOptions.None, 1000)]
    private static partial Regex LongName();

    [GeneratedRegex("^## (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fenced();

    [GeneratedRegex("^```markdown (?<kind>\\w+) (?<name>\\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordsExample();

    [GeneratedRegex("^```csharp (?<kind>\\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex("^```ini (?<kind>\\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Config();
}
