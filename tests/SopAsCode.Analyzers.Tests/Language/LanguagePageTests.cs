using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Generators;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>
/// The page of the language names all that can be written, and nothing else; its samples compile; its links lead somewhere.
/// </summary>
public partial class LanguagePageTests
{
    private const string Readme = "README.md";
    private const string PackageReadme = "src/SopAsCode/README.md";
    private const string Page = "src/SopAsCode/docs/language.md";

    // What <ImplicitUsings> gives, as far as the samples need it: the language is none of it.
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>What stands on the page like an attribute and is none of the language.</summary>
    private static readonly string[] Foreign = ["Description"];

    /// <summary>What rules ask for that a short sample leaves out: a backup, the manual path, what customers are told, metrics, reviews, a purpose, a trigger, a change log.</summary>
    private static readonly string[] Documents = ["SOP0104", "SOP0313", "SOP0406", "SOP0503", "SOP0701", "SOP0705", "SOP0801", "SOP0802", "SOP0804"];

    private static readonly string Root = Example.RepositoryRoot;

    private static readonly string Text = Read(Page);

    // The generator writes it, so it has no row; that the page says so is tested.
    private static readonly Type[] Attributes =
    [
        .. typeof(Sop).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && type != typeof(SopSummaryAttribute)),
    ];

    public static TheoryData<string> Names => [.. Attributes.Select(NameOf).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Enums =>
        [.. Attributes.SelectMany(TypesIn).Where(type => type.IsEnum).Select(type => type.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Linking => [Readme, Page];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_attribute_has_a_row_with_all_that_can_be_given_to_it(string name)
    {
        var type = Attributes.Single(type => NameOf(type) == name);
        var rows = Rows().Where(row => row.Name == name).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(
            type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal),
            rows.SelectMany(row => row.Arguments).ToHashSet(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(type.GetGenericArguments().Select(argument => argument.Name), row.TypeArguments, StringComparer.Ordinal));
        Assert.Equal(
            type.GetProperties().Where(property => property.SetMethod?.IsPublic == true).Select(property => property.Name).ToHashSet(StringComparer.Ordinal),
            rows.SelectMany(row => row.Settings).ToHashSet(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.True(row.Cells[^1].Length > 10 || row.Cells[^1] is "`partial`", $"The row of {name} says nothing."));
    }

    [Fact]
    public void Nothing_is_named_as_an_attribute_that_is_none()
    {
        var known = Attributes.Append(typeof(SopSummaryAttribute)).Select(NameOf).Concat(Foreign).ToHashSet(StringComparer.Ordinal);
        var named = Code().Matches(WithoutBlocks(Text)).SelectMany(span => AttributeIn().Matches(span.Value)).Select(match => match.Groups["name"].Value).ToList();
        Assert.Contains("SopSummary", named);
        Assert.DoesNotContain(named, name => !known.Contains(name));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void An_enum_has_a_row_with_all_its_values(string name)
    {
        var row = Assert.Single(Text.Split('\n'), line => line.StartsWith($"| `{name}` | ", StringComparison.Ordinal));
        Assert.Equal(
            Enum.GetNames(typeof(Sop).Assembly.GetType($"SopAsCode.{name}", throwOnError: true)!),
            Code().Matches(row).Skip(1).Select(match => match.Groups["code"].Value),
            StringComparer.Ordinal);
    }

    [Fact]
    public void The_kinds_of_step_of_an_attribute_are_those_on_which_it_may_stand()
    {
        var rows = Rows().Where(row => row.Header.Contains("kinds") && row.Name is not ("Condition" or "Time")).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(KindsOf(row.Name), row.Cells[Array.IndexOf(row.Header, "kinds")]));
        var limited = Attributes.Select(NameOf).Where(name => AttributeTable.Of(name)?.Kinds is not null);
        Assert.Empty(limited.Except(rows.Select(row => row.Name), StringComparer.Ordinal).Except(["Prompt", "Guardrail", "Limitation"], StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_samples_compile_and_nobody_has_anything_to_say_about_them()
    {
        var findings = (await FindingsAsync()).Where(finding => !(IsShort(finding) && Documents.Contains(finding.Id, StringComparer.Ordinal))).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task A_sample_is_called_short_only_where_it_leaves_documents_out()
    {
        var files = (await FindingsAsync()).Select(FileOf).ToHashSet(StringComparer.Ordinal);
        Assert.All(Samples(), sample => Assert.True(sample.Kind is "" or "short", $"'{sample.Kind}' of {sample.File}"));
        Assert.Contains(Samples(), sample => sample.Kind == "" && sample.Source.Contains("[Sop(", StringComparison.Ordinal));
        Assert.All(Samples().Where(sample => sample.Kind == "short" && !sample.Source.Contains("Stage.Idea", StringComparison.Ordinal)), sample => Assert.Contains(sample.File, files));
    }

    [Theory]
    [MemberData(nameof(Linking))]
    public void Links_lead_to_files_and_headings_that_exist(string page)
    {
        var text = Read(page);
        var links = Link().Matches(WithoutBlocks(text)).Select(match => match.Groups["to"].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var anchors = Heading().Matches(text).Select(match => Anchor(match.Groups["text"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(links, link => link[0] == '#' ? !anchors.Contains(link[1..]) : !Exists(Path.Combine(folder, link.Split('#')[0])));
    }

    [Fact]
    public void Both_readmes_lead_to_the_page()
    {
        Assert.Contains($"]({Page})", Read(Readme), StringComparison.Ordinal);
        Assert.Contains($"](https://github.com/sopascode/SopAsCode/blob/main/{Page})", Read(PackageReadme), StringComparison.Ordinal);
    }

    private static bool IsShort(Diagnostic finding) => Samples().Any(sample => sample.File == FileOf(finding) && sample.Kind == "short");

    private static string FileOf(Diagnostic finding) => finding.Location.SourceTree is { } tree ? ProjectOptions.NameOf(tree.FilePath) : "";

    // Errors and warnings of compiler and rules, at the default profile. All samples are one project, as the page says.
    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync()
    {
        var project = Samples()
            .Aggregate(new SopProject().With("ImplicitUsings.cs", ImplicitUsings), (project, sample) => project.With(sample.File, sample.Source))
            .WithAdditionalFile("prompts/thanks.md", "Thank {inquiry.Customer} for this: {inquiry.Text}\n")
            .WithProperty("SopAsOf", "2026-11-20");
        var input = SopCompilation.Of(project);
        var driver = CSharpGeneratorDriver
            .Create([new SopGenerator().AsSourceGenerator()], input.AdditionalTexts, input.ParseOptions, input.Options)
            .RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out _);
        Assert.Null(driver.GetRunResult().Results[0].Exception);
        Assert.Empty(driver.GetRunResult().Results[0].Diagnostics);
        Assert.NotEmpty(driver.GetRunResult().Results[0].GeneratedSources);
        var found = await output.WithAnalyzers([new SopAnalyzer()], new AnalyzerOptions(input.AdditionalTexts, input.Options)).GetAnalyzerDiagnosticsAsync();
        return [.. output.GetDiagnostics().Concat(found).Where(finding => finding.Severity >= DiagnosticSeverity.Warning && !IsOfTheHarness(finding))];
    }

    // Here the compiler asks for XML docs; a project does not unless it wants to.
    private static bool IsOfTheHarness(Diagnostic finding) => finding.Id == "CS1591";

    private static ImmutableArray<(string File, string Kind, string Source)> Samples() =>
        [.. Sample().Matches(Text).Select((match, i) => ($"Sample{i + 1}.cs", match.Groups["kind"].Value.Trim(), match.Groups["code"].Value))];

    private static IEnumerable<Row> Rows()
    {
        string[] header = [];
        var isInTable = false;
        foreach (var line in WithoutBlocks(Text).Split('\n'))
        {
            if (line.Length == 0 || line[0] != '|')
            {
                isInTable = false;
                continue;
            }

            var cells = Cells(line);
            if (!isInTable)
            {
                (header, isInTable) = (cells, true);
            }
            else if (Signature().Match(cells[0]) is { Success: true } match && header[0] == "attribute")
            {
                yield return new(
                    match.Groups["name"].Value,
                    Parts(match.Groups["types"].Value),
                    Parts(match.Groups["arguments"].Value),
                    [.. Code().Matches(cells[Array.IndexOf(header, "settings")]).Select(code => code.Groups["code"].Value)],
                    header,
                    cells);
            }
        }
    }

    private static string[] Cells(string line) => [.. Bar().Split(line.Trim()[1..^1]).Select(cell => cell.Trim())];

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string KindsOf(string word) =>
        AttributeTable.Of(word)?.Kinds is { } kinds ? string.Join(", ", kinds.Select(kind => Bare(StepKinds.Of(kind).Words))) : "all";

    // A cell has no room for "a human step".
    private static string Bare(string words) => words.Split(' ', 2)[1].Replace(" step", "", StringComparison.Ordinal);

    private static IEnumerable<Type> TypesIn(Type attribute) => attribute.GetConstructors().SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.ParameterType).Concat(attribute.GetProperties().Select(property => property.PropertyType));

    private static string NameOf(Type attribute) => attribute.Name.Split('`')[0][..^nameof(Attribute).Length];

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static string Anchor(string heading) => NoWord().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    private static string WithoutBlocks(string text) => Block().Replace(text, "");

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("^```csharp(?<kind>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^`\\[(?<name>\\w+)(<(?<types>[^>]*)>)?(\\((?<arguments>[^)]*)\\))?\\]`$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signature();

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("\\[(?<name>[A-Z]\\w+)(?=[<(\\]])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributeIn();

    [GeneratedRegex("(?<!\\\\)\\|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bar();

    [GeneratedRegex("\\]\\((?<to>[^)\\s]+)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 -]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoWord();

    /// <summary>What a row of a table says about an attribute.</summary>
    private sealed record Row(
        string Name,
        string[] TypeArguments,
        string[] Arguments,
        string[] Settings,
        string[] Header,
        string[] Cells);
}
