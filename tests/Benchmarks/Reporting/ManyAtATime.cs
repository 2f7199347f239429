using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace SopAsCode.Benchmarks.Reporting;

/// <summary>For what takes microseconds or less.</summary>
internal sealed class ManyAtATime : ManualConfig
{
    public ManyAtATime()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithWarmupCount(4).WithIterationCount(20));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new FastestColumn());
        HideColumns("Error", "StdDev", "RatioSD", "Gen0", "Gen1", "Gen2");
    }
}
