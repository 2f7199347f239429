using System.Diagnostics;
using System.Globalization;
using SopAsCode.Runtime;

namespace SopAsCode.Benchmarks.Running;

/// <summary>How much memory a program needs whose store has many runs that wait. The program that made them is another process.</summary>
internal static class WaitingRuns
{
    public static async Task RunAsync(int runs)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark").FullName;
        var file = Path.Combine(folder, "sops.db");
        await using (var store = SqliteRunStore.Open(file))
        {
            var host = SixStepsRuns.Host(store);
            var next = 0;
            await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) is var number && number <= runs)
                {
                    await SixStepsRuns.StartAsync(host, string.Create(CultureInfo.InvariantCulture, $"run-{number}"), "six-steps");
                }
            })));
        }

        using var look = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(WaitingRuns).Assembly.Location, "look", file] : ["look", file]))!;
        await look.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Starts as a host does, looks at all that waits, answers some of it, and says how much memory that took.</summary>
    public static async Task LookAsync(string file)
    {
        await using var store = SqliteRunStore.Open(file);
        var host = SixStepsRuns.Host(store);
        await host.PrepareAsync();
        for (var round = 0; round < 100; round++)
        {
            await host.WorkAsync();
            await host.InboxOfAsync("ana");
            await host.ShowAsync(string.Create(CultureInfo.InvariantCulture, $"run-{round + 1}#1"));
        }

        var seen = 0;
        for (var run = ""; await store.RunsAsync(new() { Unfinished = true, After = run }, default) is { Count: > 0 } page; run = page[^1].Run)
        {
            seen += page.Count;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen} runs wait; the program took {self.PeakWorkingSet64 / 1_000_000} MB at most, of which {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB are still in use"));
    }
}
