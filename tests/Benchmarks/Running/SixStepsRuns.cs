using System.Globalization;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Benchmarks.Running;

/// <summary>Runs of six steps of a person each, from their start to their end.</summary>
internal static class SixStepsRuns
{
    public const int Steps = 6;

    public static readonly Actor Person = Actor.Person("ana", "benchmark");

    public static SopHost Host(IRunStore store) => new([new BenchmarkSops()], store, new() { Json = ParcelJson.Default, Roles = new Everybody() });

    /// <summary>Does so many runs, by so many callers at a time.</summary>
    public static Task RunAsync(SopHost host, int callers, string name, int runs)
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

    public static async Task StartAsync(SopHost host, string run, string sop) => (await host.StartAsync(run, new StartRun { By = Person, Sop = sop, Input = Value(run, 0) })).OrThrow();

    private static async Task RunAsync(SopHost host, string run)
    {
        await StartAsync(host, run, "six-steps");
        for (var step = 1; step <= Steps; step++)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{run}#{step}");
            (await host.AnswerAsync(new Complete { By = Person, Item = item, Revision = 1, Value = Value(run, step) })).OrThrow();
        }
    }

    private static string Value(string run, int step) => $$"""{"Number":"{{run}}","Text":"{{new string((char)('a' + step), 200)}}"}""";

    private sealed class BenchmarkSops : SopCatalogue
    {
        public override IReadOnlyList<CatalogueEntry> Entries { get; } =
        [
            new() { Definition = SixSteps.Definition, Markdown = "", CreateMachine = SixSteps.CreateSopMachine, Dispatcher = SixSteps.Dispatcher },
            new() { Definition = ApproveAndSend.Definition, Markdown = "", CreateMachine = ApproveAndSend.CreateSopMachine, Dispatcher = ApproveAndSend.Dispatcher },
        ];

        public override CatalogueDefinition Definition { get; } = new();
    }
}
