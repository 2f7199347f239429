using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.TestHarness;

namespace SopAsCode.Property.Tests.Robustness;

/// <summary>An SOP of more than a thousand steps: everything gets to its end, and shows how long it takes.</summary>
/// <param name="output">Where the measures go.</param>
[Collection(nameof(LargeSopTests))]
[CollectionDefinition(nameof(LargeSopTests), DisableParallelization = true)]
public sealed class LargeSopTests(ITestOutputHelper output)
{
    private const int Small = 250;
    private const int Large = 1000;

    /// <summary>A build says whether it works; how the two compare is for a person to read, on a quiet machine: about four times is linear.</summary>
    [Fact]
    public async Task Far_too_many_steps_are_only_slow()
    {
        var small = await MeasureAsync(Inputs(Small));
        var large = await MeasureAsync(Inputs(Large));
        foreach (var (part, time) in small)
        {
            output.WriteLine($"{part}: {time:0} ms for {Small} steps, {large[part]:0} ms for {Large}: {large[part] / time:0.0} times");
        }

        Assert.Equal(small.Keys.Order(StringComparer.Ordinal), large.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
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
        Assert.Empty(run.Results[0].Diagnostics);
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
