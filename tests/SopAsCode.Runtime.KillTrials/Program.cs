using System.Diagnostics;
using System.Globalization;
using SopAsCode.Runtime.KillTrials;
using SopAsCode.TestCluster;

// dotnet run -c Release --project tests/SopAsCode.Runtime.KillTrials -- 500 [--seed 7] [--hosts 2] [--postgresql ["Host=…"]]
// starts a host in a process of its own, kills it with SIGKILL at a random moment, and looks into the store: what was accepted is there. After the last
// kill the work is brought to its end: each run is paid once and handed over once, and the record is whole. The store is a SQLite file, or PostgreSQL: the
// server that is named, or one of its own.
if (args is ["victim", var where, var number, ..])
{
    await Victim.RunAsync(new(where, args.ElementAtOrDefault(3) is { Length: > 0 } server ? server : null), int.Parse(number, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["serve", var folder, var connection])
{
    await Serving.RunAsync(folder, connection);
    return 0;
}

var kills = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var asked) ? asked : 500;
var seed = int.Parse(After("--seed") ?? Environment.TickCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
var hosts = int.Parse(After("--hosts") ?? "1", CultureInfo.InvariantCulture);
var isServer = args.Contains("--postgresql");
await using var cluster = isServer && After("--postgresql") is null ? await Cluster.StartAsync(isDurable: true) : null;
var place = new TrialPlace(Directory.CreateTempSubdirectory("killtrials").FullName, isServer ? cluster?.Connection ?? After("--postgresql") : null);
var watch = Stopwatch.StartNew();
var problems = await new Trial(place, hosts).RunAsync(kills, seed);
foreach (var problem in problems.Take(50))
{
    Console.WriteLine(problem);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {hosts} at a time, {(isServer ? "PostgreSQL" : "SQLite")}, seed {seed}, {watch.Elapsed.TotalSeconds:0} s: {problems.Count} problems"));
if (problems.Count == 0)
{
    await place.DeleteAsync();
    return 0;
}

Console.WriteLine($"What is left is in {place}.");
return 1;

string? After(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal) ? args[at + 1] : null;
