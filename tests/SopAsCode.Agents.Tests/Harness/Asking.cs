using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Agents.Tests.Harness;

/// <summary>Asks a service, by itself or as a step of a run.</summary>
internal static class Asking
{
    public const string Good = """{"Mood":"Angry","Macro":null,"Topics":[{"Name":"parcel","Urgency":3}]}""";

    public static AgentRequest Request(StepDefinition? step = null) => new() { Sop = SortLetter.Definition, Step = step ?? SortLetter.Definition.Steps[0], Prompt = "Sort this: Where is it?" };

    public static Task<AgentAnswer> AskAsync(Service service, ChatAgentOptions? options = null, StepDefinition? step = null) =>
        new ChatAgents(options).Use<Sorter>(service.Client).AskAsync(Request(step), TestContext.Current.CancellationToken);

    /// <summary>A run whose step the service does.</summary>
    public static Task<(string State, IReadOnlyList<RecordedEvent> Events, IReadOnlyDictionary<string, string> Contents)> RunAsync(IAgentService agents, string sop = "sort-letter") =>
        WithHostAsync(agents, sop, async (host, store) =>
        {
            var state = (await store.RunsAsync(new(), TestContext.Current.CancellationToken)).Single().State;
            return (state, await host.HistoryAsync("letter"), await host.ContentsAsync("letter"));
        });

    /// <summary>A host after it has worked on a run.</summary>
    public static async Task<T> WithHostAsync<T>(IAgentService agents, string sop, Func<SopHost, IRunStore, Task<T>> look)
    {
        var folder = Directory.CreateTempSubdirectory("sops");
        try
        {
            await using var store = SqliteRunStore.Open(Path.Combine(folder.FullName, "sops.db"));
            SopHost host = new([TestsSops.Instance], store, new() { Json = LetterJson.Default, Agents = agents });
            (await host.StartAsync("letter", new StartRun { By = Actor.Automation("mail"), Sop = sop, Input = """{"Text":"Where is it?"}""" })).OrThrow();
            while (await host.WorkAsync(TestContext.Current.CancellationToken) > 0)
            {
                // Each round does one step.
            }

            return await look(host, store);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
