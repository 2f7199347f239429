using System.Diagnostics;
using System.Globalization;
using SopAsCode.Runtime.KillTrials;

// dotnet run -c Release --project tests/SopAsCode.Runtime.KillTrials -- 500
// starts a host in a process of its own, kills it with SIGKILL at a random moment, and looks into the file: what was accepted is there. After the last
// kill the work is brought to its end: each run is paid once and handed over once, and the record is whole.
if (args is ["victim", var where, var number])
{
    await Victim.RunAsync(where, int.Parse(number, CultureInfo.InvariantCulture));
    return 0;
}

var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
var folder = Directory.CreateTempSubdirectory("killtrials").FullName;
var watch = Stopwatch.StartNew();
var problems = await new Trial(folder).RunAsync(kills, seed);
foreach (var problem in problems.Take(50))
{
    Console.WriteLine(problem);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, seed {seed}, {watch.Elapsed.TotalSeconds:0} s: {problems.Count} problems"));
if (problems.Count == 0)
{
    Directory.Delete(folder, recursive: true);
    return 0;
}

Console.WriteLine($"The file is in {folder}.");
return 1;
