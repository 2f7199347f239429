using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SopAsCode.Benchmarks.Reporting;

/// <summary>For what takes milliseconds and must start from the same place each time.</summary>
internal sealed class OneRunAtATime : ManualConfig
{
    // Five hundred SOPs on a busy machine take longer than the five minutes that a benchmark has otherwise.
    public OneRunAtATime()
    {
        AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
            .WithStrategy(RunStrategy.Monitoring)
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithWarmupCount(5)
            .WithIterationCount(12));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new FastestColumn(), new FilesColumn());
        HideColumns("Error", "StdDev", "RatioSD", "Gen0", "Gen1", "Gen2");
    }
}
