using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>One step of a search for ways: the moves that a run could make next if each condition and limit may go either way.</summary>
internal static class WayStep
{
    /// <summary>The moves out of a state, each once; further attempts are none.</summary>
    public static IEnumerable<TransitionDefinition> From(SopDefinition sop, SopRunState run, bool withInterventions) => sop.Transitions
        .Where(move => move.From == run.State && move.Trigger != SopTrigger.Start && !(move.Trigger == SopTrigger.Fail && move.To == move.From))
        .Where(move => withInterventions || !IsIntervention(sop, move))
        .Where(move => IsOpen(run, move))
        .DistinctBy(move => (move.Trigger, move.To));

    /// <summary>The run after a move.</summary>
    public static SopRunState After(SopDefinition sop, SopRunState run, TransitionDefinition move)
    {
        var after = SopRun.Restore(sop, run with { IsStarted = true, Tasks = new Dictionary<string, bool>(StringComparer.Ordinal) });
        after.Apply(new() { Moved = true, From = move.From, Trigger = move.Trigger, To = move.To, BoundedEntry = move.BoundedEntry, Version = sop.Version });
        return after.Save();
    }

    private static bool IsIntervention(SopDefinition sop, TransitionDefinition move) =>
        move.Trigger is SopTrigger.SwitchToManual or SopTrigger.Cancel || (move.Trigger == SopTrigger.Escalate && sop.StepOf(move.From) is not null);

    // Where the manual path leads depends on the step from which the run came, and the definition says it in the label.
    private static bool IsOpen(SopRunState run, TransitionDefinition move) => move.Trigger switch
    {
        SopTrigger.Resume when move.Label == "where it came from" => !run.CameFromIsDone && move.To == run.CameFrom,
        SopTrigger.Resume => run.CameFromIsDone && Starts(move.Label, $"{run.CameFrom} is done, asked anew: "),
        SopTrigger.DoneByHand => !run.CameFromIsDone && (move.Label == $"{run.CameFrom} was done by hand" || Starts(move.Label, $"{run.CameFrom} was done by hand: ")),
        _ => true,
    };

    private static bool Starts(string? label, string words) => label?.StartsWith(words, StringComparison.Ordinal) == true;
}
