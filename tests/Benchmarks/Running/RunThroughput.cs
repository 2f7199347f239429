using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Benchmarks.Running;

/// <summary>
/// Completed transitions per second of a host over SQLite, beside the raw rate at which the same driver commits as many bytes, on the same disk in the same
/// minute. Read the ratio.
/// </summary>
internal static class RunThroughput
{
    private const int Steps = 6;
    private static readonly Actor Person = Actor.Person("ana", "benchmark");

    public static async Task RunAsync(int transitions)
    {
        Console.WriteLine("callers  transitions/s  raw commits/s  ratio  bytes each");
        foreach (var callers in new[] { 1, 8, 64 })
        {
            var folder = Directory.CreateTempSubdirectory("throughput").FullName;
            var (rate, bytes) = await HostAsync(Path.Combine(folder, "sops.db"), callers, transitions);
            var raw = await RawAsync(Path.Combine(folder, "raw.db"), callers, transitions, bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{callers,7}  {rate,13:0}  {raw,13:0}  {rate / raw,5:0.00}  {bytes,10}"));
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Rate, int Bytes)> HostAsync(string file, int callers, int transitions)
    {
        await using var store = SqliteRunStore.Open(file);
        var host = new SopHost([new OneSop()], store, new() { Json = ParcelJson.Default, Roles = new Everybody() });
        await RunsAsync(host, callers, "warm", Math.Max(callers, 20));
        var watch = Stopwatch.StartNew();
        var runs = Math.Max(callers, transitions / Steps);
        await RunsAsync(host, callers, "run", runs);
        var rate = runs * Steps / watch.Elapsed.TotalSeconds;
        return (rate, BytesOf(file));
    }

    private static Task RunsAsync(SopHost host, int callers, string name, int runs)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= runs)
            {
                await RunAsync(host, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
            }
        })));
    }

    private static async Task RunAsync(SopHost host, string run)
    {
        (await host.StartAsync(run, new StartRun { By = Person, Sop = "six-steps", Input = Value(run, 0) })).OrThrow();
        for (var step = 1; step <= Steps; step++)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{run}#{step}");
            (await host.AnswerAsync(new Complete { By = Person, Item = item, Revision = 1, Value = Value(run, step) })).OrThrow();
        }
    }

    private static string Value(string run, int step) => $$"""{"Number":"{{run}}","Text":"{{new string((char)('a' + step), 200)}}"}""";

    // What a transition writes: its events, its content, the state and the item.
    private static int BytesOf(string file)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT ((SELECT sum(length(data) + length(hash) + length(previous) + 150) FROM events) + (SELECT sum(length(text) + 100) FROM contents)
                + (SELECT sum(length(json)) FROM items) + (SELECT sum(length(json)) * 3 FROM runs)) / (SELECT count(*) * 6 FROM runs)
            """;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static async Task<double> RawAsync(string file, int callers, int transitions, int bytes)
    {
        using (var connection = Open(file))
        {
            Execute(connection, "CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT NOT NULL)");
        }

        var data = new string('x', bytes);
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() =>
        {
            using var connection = Open(file);
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO rows (data) VALUES ($data)";
            insert.Parameters.AddWithValue("$data", data);
            while (Interlocked.Increment(ref next) <= transitions)
            {
                Execute(connection, "BEGIN IMMEDIATE");
                insert.ExecuteNonQuery();
                Execute(connection, "COMMIT");
            }
        })));
        return transitions / watch.Elapsed.TotalSeconds;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60");
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 60000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private sealed class OneSop : SopCatalogue
    {
        public override IReadOnlyList<CatalogueEntry> Entries { get; } =
            [new() { Definition = SixSteps.Definition, Markdown = "", CreateMachine = SixSteps.CreateSopMachine, Dispatcher = SixSteps.Dispatcher }];

        public override CatalogueDefinition Definition { get; } = new();
    }
}
