using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures.Tests.Harness;

/// <summary>Adds events to facts, as if they had been recorded in a run of the month.</summary>
internal static class MoreEvents
{
    /// <summary>Adds an event so many times.</summary>
    public static async Task AddAsync(this RunFacts facts, int times, string run, string step, string name, object data)
    {
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        var last = (await store.ReadAsync(run, TestContext.Current.CancellationToken))[^1];
        var members = JsonSerializer.SerializeToNode(data)!.AsObject();
        members.Insert(0, "event", name);
        for (var i = 0; i < times; i++)
        {
            facts.Add(last with { Event = name, Step = step, Data = members.ToJsonString() });
        }
    }
}
