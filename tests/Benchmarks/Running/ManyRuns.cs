using System.Globalization;

namespace SopAsCode.Benchmarks.Running;

/// <summary>Whether a store with many finished runs is slower than an empty one. The finished runs are copies of real ones.</summary>
internal static class ManyRuns
{
    private const int Copied = 200;
    private const string Tag = "'c' || n.i || '-'";

    public static async Task RunAsync(int finished, int transitions, string stores)
    {
        await foreach (var bench in StoreBench.AllAsync(stores))
        {
            await using var one = bench;
            var empty = await BestAsync(bench, transitions);
            await bench.ClearAsync();
            await using (var store = await bench.OpenAsync())
            {
                await SixStepsRuns.RunAsync(SixStepsRuns.Host(store), 8, "old", Copied);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench.Name}: {empty:0} transitions/s while it is empty; {finished} runs are put into it"));
            await CopyAsync(bench, finished / Copied);
            await bench.SettleAsync();
            Console.WriteLine($"{bench.Name}: they are in it");
            var full = await BestAsync(bench, transitions);
            var runs = await bench.NumberAsync("SELECT count(*) FROM runs");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench.Name}: {runs} runs in the store: {full:0} transitions/s, empty {empty:0}, ratio {full / empty:0.00}"));
            await bench.ClearAsync();
        }
    }

    // The best of three rounds: what else the machine does makes it slower, never faster.
    private static async Task<double> BestAsync(StoreBench bench, int transitions)
    {
        var best = 0d;
        for (var round = 0; round < 3; round++)
        {
            best = Math.Max(best, await RunThroughput.RateAsync(bench, 8, transitions));
        }

        return best;
    }

    private static async Task CopyAsync(StoreBench bench, int copies)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < {copies}) SELECT i FROM k) n");
        await bench.ExecuteAsync($"INSERT INTO runs (run, sop, version, state, key, started, ended, sequence, head, json, current) SELECT {Tag} || run, sop, version, state, key, started, ended, sequence, head, json, current FROM runs, {numbers}");
        await bench.ExecuteAsync($"INSERT INTO events (run, sequence, at, event, step, by, by_kind, door, sop, version, fingerprint, data, previous, hash) SELECT {Tag} || run, sequence, at, event, step, by, by_kind, door, sop, version, fingerprint, data, previous, hash FROM events, {numbers}");
        await bench.ExecuteAsync($"INSERT INTO contents (run, hash, salt, text) SELECT {Tag} || run, hash, salt, text FROM contents, {numbers}");
        await bench.ExecuteAsync($"INSERT INTO items (item, run, sop, step, kind, title, status, is_open, roles, revision, asked, due, person, closed, json) SELECT {Tag} || item, {Tag} || run, sop, step, kind, title, status, is_open, roles, revision, asked, due, person, closed, json FROM items, {numbers}");
    }
}
