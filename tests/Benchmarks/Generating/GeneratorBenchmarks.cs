using System.Reflection;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using SopAsCode.Benchmarks.Reporting;
using SopAsCode.Generators;

namespace SopAsCode.Benchmarks.Generating;

/// <summary>The generator against the floor, and, for orientation, against the framework's JSON generator.</summary>
[Config(typeof(OneRunAtATime))]
public class GeneratorBenchmarks
{
    private PreparedRun? _run;

    /// <summary>How many SOPs or records.</summary>
    [Params(1, 50, 500)]
    public int Count { get; set; }

    /// <summary>What happened since the run before.</summary>
    [ParamsAllValues]
    public Change Change { get; set; }

    [GlobalSetup(Target = nameof(Floor))]
    public void SetUpFloor() => SetUp(nameof(Floor), new FloorGenerator().AsSourceGenerator());

    [GlobalSetup(Target = nameof(Sops))]
    public void SetUpSops() => SetUp(nameof(Sops), new SopGenerator().AsSourceGenerator());

    [GlobalSetup(Target = nameof(Json))]
    public void SetUpJson()
    {
        var project = JsonSource.Project(Count);
        Keep(nameof(Json), new(JsonGenerator(), project, JsonSource.After(Change, project, Count), Change == Change.Cold));
    }

    [IterationSetup]
    public void Refresh() => _run!.Refresh();

    [Benchmark(Baseline = true)]
    public object Floor() => _run!.Run();

    [Benchmark]
    public object Sops() => _run!.Run();

    [Benchmark]
    public object Json() => _run!.Run();

    private void SetUp(string name, ISourceGenerator generator)
    {
        var project = SopSource.Project(Count);
        Keep(name, new(generator, project, SopSource.After(Change, project, Count), Change == Change.Cold));
    }

    private void Keep(string name, PreparedRun run)
    {
        _run = run;
        FilesColumn.Remember(name, Count, Change, run.CountWritten());

        // Small projects need more runs until the code that runs is the optimised one.
        for (var left = 300; left > 0; left -= Count)
        {
            run.CountWritten();
        }
    }

    private static ISourceGenerator JsonGenerator()
    {
        var path = typeof(GeneratorBenchmarks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "JsonGenerator").Value!;
        var type = Assembly.LoadFrom(path).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
