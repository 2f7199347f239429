using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;
using SopAsCode.TestHarness;
using Xunit.Abstractions;

namespace SopAsCode.Property.Tests.Robustness;

/// <summary>Nothing may grow faster than the SOP does: five times the steps take about five times as long.</summary>
/// <param name="output">Where the measures go.</param>
[Collection(nameof(LargeSopTests))]
[CollectionDefinition(nameof(LargeSopTests), DisableParallelization = true)]
public sealed class LargeSopTests(ITestOutputHelper output)
{
    private const int Small = 1000;
    private const int Large = 5000;
    private const int Tries = 3;

    // Five, and room for a machine that does other things; what grows with the square would be at 25.
    private const double Most = 12;

    [Fact]
    public async Task Time_grows_with_the_steps_and_not_faster()
    {
        var (small, large) = (Inputs(Small), Inputs(Large));
        Dictionary<string, (double Small, double Large)> best = [];
        for (var i = 0; i < Tries && (i == 0 || best.Values.Any(times => times.Large > times.Small * Most)); i++)
        {
            var (fast, slow) = (await MeasureAsync(small), await MeasureAsync(large));
            foreach (var part in fast.Keys)
            {
                var known = best.GetValueOrDefault(part, (double.MaxValue, double.MaxValue));
                best[part] = (Math.Min(known.Item1, fast[part]), Math.Min(known.Item2, slow[part]));
            }
        }

        foreach (var (part, times) in best)
        {
            output.WriteLine($"{part}: {times.Small:0} ms for {Small} steps, {times.Large:0} ms for {Large}: {times.Large / times.Small:0.0} times");
        }

        Assert.All(best, part => Assert.True(part.Value.Large <= part.Value.Small * Most, $"{part.Key} took {part.Value.Small:0} ms for {Small} steps and {part.Value.Large:0} ms for {Large}."));
    }

    private static SopCompilation Inputs(int steps) => SopCompilation.Of(SopProject.Of(LargeSop.Of(steps)));

    private static async Task<Dictionary<string, double>> MeasureAsync(SopCompilation input)
    {
        Dictionary<string, double> times = [];
        T Timed<T>(string part, Func<T> work)
        {
            var start = Stopwatch.GetTimestamp();
            var result = work();
            times[part] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return result;
        }

        // Each try begins with a compilation nobody has asked anything, whose declarations the compiler knows already.
        var compilation = input.Compilation.Clone();
        compilation.GetDiagnostics();
        var type = compilation.GetTypeByMetadataName("Team.FarTooLarge")!;
        var sop = Timed("reading", () => SopReader.Read(type, CancellationToken.None));
        Assert.Null(Timed("checking", () => ShapeCheck.Obstacle(FlowBuilder.Build(sop))));
        Timed("following writes", () => WriteEffects.Unsafe(FlowBuilder.Build(sop)));
        var driver = CSharpGeneratorDriver.Create(Tooling.Product.Generators().Select(generator => generator.AsSourceGenerator()), [], input.ParseOptions, input.Options);
        Compilation generated = compilation;
        var run = Timed("generating", () => driver.RunGeneratorsAndUpdateCompilation(compilation, out generated, out _)).GetRunResult();
        Assert.Null(run.Results[0].Exception);
        Assert.Contains(run.Results[0].GeneratedSources, file => file.HintName.EndsWith(".Machine.g.cs", StringComparison.Ordinal));

        generated.GetDeclarationDiagnostics();
        string? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], input.Options), (problem, _, _) => thrown = problem.ToString(), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var begin = Stopwatch.GetTimestamp();
        var found = await generated.WithAnalyzers(Tooling.Product.Analyzers(), options).GetAnalyzerDiagnosticsAsync();
        times["analysing"] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        Assert.Null(thrown);
        Assert.DoesNotContain(found, finding => finding.Id == "AD0001");
        return times;
    }
}
