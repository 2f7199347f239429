using System.Diagnostics;
using System.Globalization;

namespace SopAsCode.Benchmarks.Running;

/// <summary>
/// Completed transitions per second of a host, beside the raw rate at which the same driver commits as many bytes, on the same disk in the same minute. Read the
/// ratio.
/// </summary>
internal static class RunThroughput
{
    /// <summary>Measures all stores whose name begins so, for each number of callers.</summary>
    public static async Task RunAsync(int transitions, string stores, IReadOnlyList<int> numbers)
    {
        await foreach (var bench in StoreBench.AllAsync(stores))
        {
            await using var one = bench;
            Console.WriteLine($"{bench.Name}: callers  transitions/s  raw commits/s  ratio  bytes each");
            foreach (var callers in numbers)
            {
                var rate = await RateAsync(bench, callers, transitions);
                var bytes = await bench.BytesAsync(SixStepsRuns.Steps);
                var raw = await RawAsync(bench, callers, transitions, new('x', bytes));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench.Name}: {callers,7}  {rate,13:0}  {raw,13:0}  {rate / raw,5:0.00}  {bytes,10}"));
                await bench.ClearAsync();
            }
        }
    }

    /// <summary>Transitions per second of so many callers at a time.</summary>
    public static async Task<double> RateAsync(StoreBench bench, int callers, int transitions)
    {
        await using var store = await bench.OpenAsync();
        var host = SixStepsRuns.Host(store);
        await SixStepsRuns.RunAsync(host, callers, $"warm-{Guid.NewGuid():N}", Math.Max(callers, 20));
        var runs = Math.Max(callers, transitions / SixStepsRuns.Steps);
        var watch = Stopwatch.StartNew();
        await SixStepsRuns.RunAsync(host, callers, $"run-{Guid.NewGuid():N}", runs);
        return runs * SixStepsRuns.Steps / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> RawAsync(StoreBench bench, int callers, int transitions, string data)
    {
        await bench.PrepareRawAsync();
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => bench.CommitRawAsync(data, () => Interlocked.Increment(ref next) <= transitions))));
        return transitions / watch.Elapsed.TotalSeconds;
    }
}
