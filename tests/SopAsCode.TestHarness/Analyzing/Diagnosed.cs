using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.TestHarness;

/// <summary>What compiler and rules say about a compilation, which is bound once for both.</summary>
/// <param name="Findings">What the rules say.</param>
/// <param name="Errors">The compiler's own errors.</param>
internal sealed record Diagnosed(ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> Errors)
{
    /// <summary>Runs the rules, on one thread, because tests run side by side anyway.</summary>
    /// <param name="compilation">The compilation, with generated code.</param>
    /// <param name="analyzers">The rules.</param>
    /// <param name="options">Additional files and settings.</param>
    /// <returns>What was said.</returns>
    public static async Task<Diagnosed> OfAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
    {
        var all = await With(compilation, analyzers, options).GetAllDiagnosticsAsync();
        AssertNoneThrew(all);
        return new(
            [.. all.Where(diagnostic => !IsOfCompiler(diagnostic))],
            [.. all.Where(diagnostic => IsOfCompiler(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    /// <summary>Runs the rules alone. What the compiler says of most files is not asked for.</summary>
    /// <param name="compilation">The compilation, with generated code.</param>
    /// <param name="analyzers">The rules.</param>
    /// <param name="options">Additional files and settings.</param>
    /// <returns>What the rules say.</returns>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
    {
        var findings = await With(compilation, analyzers, options).GetAnalyzerDiagnosticsAsync();
        AssertNoneThrew(findings);
        return findings;
    }

    /// <summary>Fails unless it compiles, or does not where the test says that its source is broken.</summary>
    /// <param name="project">What the test says.</param>
    public void AssertCompiles(SopProject project)
    {
        if (project.IsBroken)
        {
            Xunit.Assert.True(Errors.Length > 0, "The test says that its source is broken, but it compiles.");
        }
        else
        {
            Xunit.Assert.True(Errors.Length == 0, "The source of the test does not compile:\n" + string.Join('\n', Errors));
        }
    }

    private static CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
    {
        Xunit.Assert.False(analyzers.IsEmpty, "There is no analyzer to run.");
        return compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
    }

    private static void AssertNoneThrew(ImmutableArray<Diagnostic> all)
    {
        var thrown = all.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001");
        Xunit.Assert.True(thrown is null, $"An analyzer threw: {thrown}\n{thrown?.Descriptor.Description}");
    }

    private static bool IsOfCompiler(Diagnostic diagnostic) => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);
}
