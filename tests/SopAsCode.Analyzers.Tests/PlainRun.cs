using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Generators;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Generator and rules over one file without marks, which may be broken in any way. One compilation serves all runs: only that file
/// changes.
/// </summary>
/// <param name="Output">The compilation with generated code.</param>
/// <param name="Findings">What the rules said.</param>
/// <param name="Thrown">What was thrown; null when nothing was.</param>
internal sealed record PlainRun(Compilation Output, ImmutableArray<Diagnostic> Findings, string? Thrown)
{
    private const string File = "Plain.cs";

    private static readonly SopCompilation Around = SopCompilation.Of(SopProject.Of("").With(File, "").WithProperty("SopAsOf", "2026-11-20"));

    private static readonly SyntaxTree Empty = Around.Compilation.SyntaxTrees.Single(tree => tree.FilePath == ProjectOptions.PathOf(File));

    public static async Task<PlainRun> OfAsync(string source, params AdditionalText[] files)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Around.ParseOptions, ProjectOptions.PathOf(File));
        var driver = CSharpGeneratorDriver.Create([new SopGenerator().AsSourceGenerator()], files, Around.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Around.Compilation.ReplaceSyntaxTree(Empty, tree), out var output, out _);
        var generated = driver.GetRunResult().Results[0];
        var thrown = generated.Exception?.ToString() ?? generated.Diagnostics.FirstOrDefault()?.ToString();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. Around.AdditionalTexts, .. files], Around.Options), (exception, _, _) => thrown = exception.ToString(), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var findings = await output.WithAnalyzers([new SopAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return new(output, findings, thrown ?? findings.FirstOrDefault(finding => finding.Id == "AD0001")?.ToString());
    }
}
