using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>What the rules say about a project, and about many edits of it. What an edit does not touch is compiled and generated once.</summary>
public sealed class EditedRun
{
    private readonly SopCompilation _input;
    private readonly GeneratorDriver _driver;

    /// <summary>Compiles a project and generates.</summary>
    /// <param name="project">The project, without marks.</param>
    public EditedRun(SopProject project)
    {
        _input = SopCompilation.Of(project);
        _driver = GeneratorRun.NewDriver(_input, Tooling.Product).RunGenerators(_input.Compilation);
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
            .RunGeneratorsAndUpdateCompilation(input.Compilation, out var output, out _);
        GeneratorRun.AssertNoneThrew(driver.GetRunResult());

        var diagnosed = await Diagnosed.OfAsync(output, Tooling.Product.Analyzers(), new AnalyzerOptions(input.AdditionalTexts, input.Options));
        Assert.True(diagnosed.Errors.Length == 0, "The edited source does not compile:\n" + string.Join('\n', diagnosed.Errors));
        return (
            [.. diagnosed.Findings.Select(diagnostic => new ReportedFinding(diagnostic, [])).OrderBy(finding => finding.Id, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)],
            driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).ToDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal));
    }
}
