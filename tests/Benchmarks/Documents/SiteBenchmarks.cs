using BenchmarkDotNet.Attributes;
using SopAsCode.Documents;

namespace SopAsCode.Benchmarks.Documents;

/// <summary>
/// The site of 50 and of 500 SOPs like those of the examples, which have ten steps on average: made into an empty folder, and made again when nothing
/// changed. 500 SOPs take less than two seconds, and ten times as long as 50.
/// </summary>
public class Site
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sop-site-{Environment.ProcessId}");
    private SopAssembly _sops = null!;

    /// <summary>How many SOPs there are.</summary>
    [Params(50, 500)]
    public int Sops { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var own = SopAssembly.Read(typeof(Site).Assembly.Location);
        var examples = own.Sops.Where(sop => sop.Class.StartsWith("TinyTeam.", StringComparison.Ordinal) && sop.Steps.Count > 0).ToList();
        _sops = own with
        {
            Sops = [.. Enumerable.Range(0, Sops).Select(i => examples[i % examples.Count] with { Id = $"{examples[i % examples.Count].Id}-{i}", Title = $"{examples[i % examples.Count].Title} {i}" })],
        };
        Write();
    }

    [IterationSetup(Target = nameof(Made))]
    public void Empty() => Directory.Delete(_folder, recursive: true);

    /// <summary>Into an empty folder.</summary>
    [Benchmark]
    public int Made() => Write();

    [IterationSetup(Target = nameof(Unchanged))]
    public void Fill() => Write();

    /// <summary>Again, when nothing changed.</summary>
    [Benchmark]
    public int Unchanged() => Write() == 0 ? 0 : throw new InvalidOperationException("A file was written although nothing changed.");

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    private int Write() => SopSite.Write([_sops], new() { Directory = _folder, AsOf = new(2026, 11, 20) }).Written.Count;
}
