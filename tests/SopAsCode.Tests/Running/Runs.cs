using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Tests.Running;

/// <summary>Runs that stand somewhere, as a host restores them.</summary>
internal static class Runs
{
    /// <summary>A run in a state, whose step was started.</summary>
    public static SopRun At(SopDefinition definition, string state, params object[] values)
    {
        var run = SopRun.Restore(definition, new() { Id = "run-1", Sop = definition.Id, Version = definition.Version, State = state, IsStarted = definition.StepOf(state) is not null });
        foreach (var value in values)
        {
            run.Values.Set(value.GetType(), value);
        }

        return run;
    }
}

/// <summary>Counts starts as a test says.</summary>
internal sealed class CountedStarts : IStartCounter
{
    public Dictionary<string, int> Counts { get; init; } = [];

    public int Today(string sop, string step) => Counts.GetValueOrDefault(step);

    public bool TryCount(string sop, string step, int perDay)
    {
        var isFree = Today(sop, step) < perDay;
        Counts[step] = Today(sop, step) + (isFree ? 1 : 0);
        return isFree;
    }
}
