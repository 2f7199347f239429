using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SopAsCode.Runtime;

namespace SopAsCode.Benchmarks.Running;

/// <summary>How long it takes from the answer of a person until the approved write happens, with a host that works in the background.</summary>
internal static class ApprovalToEffect
{
    public static async Task RunAsync(int approvals)
    {
        await foreach (var bench in StoreBench.AllAsync())
        {
            await using var one = bench;
            await using var store = await bench.OpenAsync();
            var host = SixStepsRuns.Host(store);
            ConcurrentDictionary<string, TaskCompletionSource<long>> effects = new();
            ApproveAndSend.Sent = number => effects[number].TrySetResult(Stopwatch.GetTimestamp());
            using CancellationTokenSource stop = new();
            var working = host.WorkUntilCancelledAsync(TimeSpan.FromMilliseconds(20), stop.Token);
            List<double> times = [];
            for (var i = -20; i < approvals; i++)
            {
                var run = string.Create(CultureInfo.InvariantCulture, $"run-{i + 20}");
                effects[run] = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await SixStepsRuns.StartAsync(host, run, "approve-and-send");
                var begin = Stopwatch.GetTimestamp();
                (await host.AnswerAsync(new Approve { By = SixStepsRuns.Person, Item = run + "#1", Revision = 1 })).OrThrow();
                var took = Stopwatch.GetElapsedTime(begin, await effects[run].Task).TotalMilliseconds;
                if (i >= 0)
                {
                    times.Add(took);
                }
            }

            await stop.CancelAsync();
            await working;
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench.Name}: approval to effect, looked for every 20 ms: p50 {times[times.Count / 2]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms"));
        }
    }
}
