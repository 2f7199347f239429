using System.Globalization;
using SopAsCode.Benchmarks.Running;
using SopAsCode.NativeAot;
using SopAsCode.Runtime;

// A run from its start to its end over a SQLite file, in a program that was compiled to native code: the exit code is 0 when the record is whole.
var file = Path.Combine(Directory.CreateTempSubdirectory("native").FullName, "sops.db");
await using var store = SqliteRunStore.Open(file);
var host = new SopHost([new OneSop()], store, new() { Json = ParcelJson.Default, Roles = new Everybody() });
var person = Actor.Person("ana", "native");
(await host.StartAsync("parcel-1", new StartRun { By = person, Sop = "six-steps", Input = """{"Number":"1","Text":"a"}""" })).OrThrow();
for (var step = 1; step <= 6; step++)
{
    var item = string.Create(CultureInfo.InvariantCulture, $"parcel-1#{step}");
    (await host.AnswerAsync(new Complete { By = person, Item = item, Revision = 1, Value = """{"Number":"1","Text":"b"}""" })).OrThrow();
}

var events = await host.HistoryAsync("parcel-1");
var problems = await host.VerifyAsync();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events.Count} events, {problems.Count} problems"));
return events is [.., { Event: nameof(RunEnded) }] && problems.Count == 0 ? 0 : 1;
