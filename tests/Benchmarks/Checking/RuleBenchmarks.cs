using System.Collections.Immutable;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Analyzers;
using SopAsCode.Benchmarks.Generating;
using SopAsCode.Benchmarks.Reporting;
using SopAsCode.TestHarness;

namespace SopAsCode.Benchmarks.Checking;

/// <summary>The rules against an analyzer that does nothing, and against those that come with the SDK, on the same compilation.</summary>
[Config(typeof(OneRunAtATime))]
public class RuleBenchmarks
{
    private Compilation _project = null!;
    private Compilation _shape = null!;
    private Compilation _fresh = null!;
    private Compilation _freshShape = null!;
    private AnalyzerOptions _options = null!;
    private AnalyzerOptions _shapeOptions = null!;
    private ImmutableArray<DiagnosticAnalyzer> _sdk = [];

    /// <summary>How many SOPs.</summary>
    [Params(50, 500)]
    public int Count { get; set; }

    /// <summary>How well they are kept.</summary>
    [ParamsAllValues]
    public Governed Governed { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var project = SopSource.Project(Count);
        if (Governed == Governed.FullOfGaps)
        {
            project = project with { Sources = [.. project.Sources.Select(file => file with { Text = WithGaps(file.Text) })] };
        }
        else
        {
            var grants = Enumerable.Range(0, Count).Select(number => $"[assembly: Grant<Team.Procedure{number}, Helpdesk>(Impact.Customers, By = typeof(Finance), On = \"2026-09-10\", Because = \"Reviewed\")]");
            project = project.With("Grants.cs", string.Join('\n', grants));
        }

        var input = SopCompilation.Of(project);
        _project = GeneratorRun.Of(project).Output;
        _options = new(input.AdditionalTexts, input.Options);
        var shape = SopCompilation.Of(project.WithProperty("SopProfile", "none").WithGlobalConfig(
            File.ReadAllText(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", "none.globalconfig"))));
        _shape = _project.WithOptions(shape.Compilation.Options);
        _shapeOptions = new(shape.AdditionalTexts, shape.Options);
        _sdk = SdkAnalyzers();
        Refresh();
        var findings = _fresh.WithAnalyzers([new SopAnalyzer()], _options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Console.WriteLine($"{Count} SOPs, {Governed}: {findings.Length} findings ({string.Join(", ", findings.GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"))}), the SDK's analyzers: {Run(_sdk)}");
    }

    /// <summary>Makes a compilation in which nothing is bound yet.</summary>
    [IterationSetup]
    public void Refresh() => (_fresh, _freshShape) = (_project.Clone(), _shape.Clone());

    [Benchmark(Baseline = true)]
    public int Empty() => Run([new EmptyAnalyzer()]);

    [Benchmark]
    public int Rules() => Run([new SopAnalyzer()]);

    /// <summary>The profile that checks the shape only.</summary>
    [Benchmark]
    public int ShapeOnly() => Run([new SopAnalyzer()], _freshShape, _shapeOptions);

    [Benchmark]
    public int Sdk() => Run(_sdk);

    private int Run(ImmutableArray<DiagnosticAnalyzer> analyzers) => Run(analyzers, _fresh, _options);

    private static int Run(ImmutableArray<DiagnosticAnalyzer> analyzers, Compilation compilation, AnalyzerOptions options) =>
        compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;

    private static string WithGaps(string text) => string.Join('\n', text.Split('\n').Where(line => !Says(line)));

    private static bool Says(string line) =>
        new[] { "[Owner", "[Purpose", "[Metric", "[Review(", "[Fallback(", "[Trigger", "[Change", "[Checklist", "[Due", "[SpotCheck", "[Disclosure" }
            .Any(word => line.TrimStart().StartsWith(word, StringComparison.Ordinal));

    private static ImmutableArray<DiagnosticAnalyzer> SdkAnalyzers() =>
    [
        .. typeof(RuleBenchmarks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(entry => entry.Key == "SdkAnalyzer")
            .SelectMany(entry => Assembly.LoadFrom(entry.Value!).GetTypes())
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp, StringComparer.Ordinal) == true)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
