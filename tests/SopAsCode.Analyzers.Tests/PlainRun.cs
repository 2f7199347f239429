using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Generators;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Generator and rules over one file without marks, which may be broken in any way. One compilation serves all runs without settings of their own: only that
/// file changes.
/// </summary>
/// <param name="Output">The compilation with generated code.</param>
/// <param name="Findings">What the rules said.</param>
/// <param name="Thrown">What was thrown; null when nothing was.</param>
internal sealed record PlainRun(Compilation Output, ImmutableArray<Diagnostic> Findings, string? Thrown)
{
    private const string File = "Plain.cs";

    private static readonly SopProject Project = SopProject.Of("").With(File, "").WithProperty("SopAsOf", "2026-11-20");

    private static readonly SopCompilation Usual = SopCompilation.Of(Project);

    private static readonly Lazy<SopCompilation> BesideHouse = new(() => SopCompilation.Of(Project.WithReference(Across.Image(
        SopProject.Of("namespace House; [RequireReview(Cadence.Yearly)] public sealed class HousePolicy : Policy;") with { Name = "House" }))));

    public static Task<PlainRun> OfAsync(string source) => OfAsync(source, Usual);

    /// <summary>A run with settings.</summary>
    /// <param name="source">The file.</param>
    /// <param name="config">The text of <c>.editorconfig</c>.</param>
    /// <param name="files">Files that are no code.</param>
    public static Task<PlainRun> OfAsync(string source, string config, params AdditionalText[] files) =>
        OfAsync(source, config.Length == 0 ? Usual : SopCompilation.Of(Project.WithEditorConfig(config)), files);

    /// <summary>A run beside a project 'House', which brings a policy.</summary>
    public static Task<PlainRun> BesideHouseAsync(string source) => OfAsync(source, BesideHouse.Value);

    private static async Task<PlainRun> OfAsync(string source, SopCompilation around, params AdditionalText[] files)
    {
        var tree = CSharpSyntaxTree.ParseText(source, around.ParseOptions, ProjectOptions.PathOf(File));
        var empty = around.Compilation.SyntaxTrees.Single(other => other.FilePath == ProjectOptions.PathOf(File));
        var driver = CSharpGeneratorDriver.Create([new SopGenerator().AsSourceGenerator()], files, around.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(around.Compilation.ReplaceSyntaxTree(empty, tree), out var output, out _);
        var generated = driver.GetRunResult().Results[0];
        var thrown = generated.Exception?.ToString() ?? generated.Diagnostics.FirstOrDefault()?.ToString();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. around.AdditionalTexts, .. files], around.Options), (exception, _, _) => thrown = exception.ToString(), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var findings = await output.WithAnalyzers([new SopAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return new(output, findings, thrown ?? findings.FirstOrDefault(finding => finding.Id == "AD0001")?.ToString());
    }
}
