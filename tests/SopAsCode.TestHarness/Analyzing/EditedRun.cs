using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>
/// What the rules say about a project, and about many edits of it. What an edit does not touch is generated once, and the compiler is asked about the files that
/// an edit changes, its own and generated ones, and about no other.
/// </summary>
public sealed class EditedRun
{
    private readonly SopCompilation _input;
    private readonly GeneratorDriver _driver;
    private readonly HashSet<SyntaxTree> _sound;
    private readonly Dictionary<string, GeneratedSourceResult> _generated;

    /// <summary>Compiles a project and generates.</summary>
    /// <param name="project">The project, without marks.</param>
    public EditedRun(SopProject project)
    {
        _input = SopCompilation.Of(project);
        _driver = GeneratorRun.NewDriver(_input, Tooling.Product).RunGeneratorsAndUpdateCompilation(_input.Compilation, out var output, out _);
        AssertCompiles("project", output, output.SyntaxTrees);
        _sound = [.. output.SyntaxTrees];
        _generated = Generated(_driver).ToDictionary(file => file.HintName, StringComparer.Ordinal);
    }

    /// <summary>What the rules say about the project after an edit, which must compile.</summary>
    /// <param name="edited">The edited project.</param>
    /// <returns>The findings.</returns>
    public async Task<IReadOnlyList<ReportedFinding>> ReportAsync(SopProject edited) => (await GenerateAsync(edited)).Findings;

    /// <summary>What the rules say about the project after an edit, which must compile, and what is generated.</summary>
    /// <param name="edited">The edited project.</param>
    /// <returns>The findings, and the texts of the generated files by their names.</returns>
    public async Task<(IReadOnlyList<ReportedFinding> Findings, IReadOnlyDictionary<string, string> Files)> GenerateAsync(SopProject edited)
    {
        var input = _input.Update(edited);
        var driver = _driver
            .RemoveAdditionalTexts(_input.AdditionalTexts.RemoveRange(input.AdditionalTexts))
            .AddAdditionalTexts(input.AdditionalTexts.RemoveRange(_input.AdditionalTexts))
            .RunGenerators(input.Compilation);
        GeneratorRun.AssertNoneThrew(driver.GetRunResult());

        // The driver parses each file again. What reads as before is the tree of before, so that nobody asks about it again.
        var files = Generated(driver);
        var output = input.Compilation.AddSyntaxTrees(files.Select(file => _generated.TryGetValue(file.HintName, out var before) && before.SourceText.ContentEquals(file.SourceText) ? before.SyntaxTree : file.SyntaxTree));
        AssertCompiles("edited source", output, output.SyntaxTrees.Where(tree => !_sound.Contains(tree)));
        var findings = await Diagnosed.FindingsAsync(output, Tooling.Product.Analyzers(), new AnalyzerOptions(input.AdditionalTexts, input.Options));
        return (
            [.. findings.Select(diagnostic => new ReportedFinding(diagnostic, [])).OrderBy(finding => finding.Id, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)],
            files.ToDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal));
    }

    private static List<GeneratedSourceResult> Generated(GeneratorDriver driver) => [.. driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources)];

    private static void AssertCompiles(string what, Compilation compilation, IEnumerable<SyntaxTree> trees)
    {
        var errors = trees.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"The {what} does not compile:\n{string.Join('\n', errors)}");
    }
}
