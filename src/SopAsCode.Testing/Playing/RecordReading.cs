using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>What follows from the record of a run: where it was, which values it has, and when its step is due.</summary>
internal static class RecordReading
{
    /// <summary>The states in which it was; further attempts at a step left out.</summary>
    public static IReadOnlyList<string> Path(IReadOnlyList<RecordedEvent> record)
    {
        List<string> states = [];
        foreach (var happened in record.Select(recorded => recorded.Read()))
        {
            if (happened is RunStarted started)
            {
                states.Add(started.State);
            }
            else if (happened is FollowedChange followed)
            {
                states.Add(followed.To);
            }
            else if (happened is MovingEvent { Move: { Trigger: not SopTrigger.Start } move } && !(move.Trigger == SopTrigger.Fail && move.From == move.To))
            {
                states.Add(move.To);
            }
        }

        return states;
    }

    /// <summary>The hash of the current value of a type; null when there is none.</summary>
    public static string? Last(IReadOnlyList<RecordedEvent> record, string type) => record
        .SelectMany(recorded => ValuesOf(recorded.Read()))
        .LastOrDefault(value => value.Type == type)
        .Content;

    /// <summary>When the step in which the run stands is due; null when it has no time.</summary>
    public static DateTimeOffset? Due(IReadOnlyList<RecordedEvent> record)
    {
        Deadline? due = null;
        foreach (var happened in record.Select(recorded => recorded.Read()))
        {
            due = happened switch
            {
                RunStarted started => started.Deadline,
                MovingEvent { Move: { } move } when move.Trigger != SopTrigger.Start || move.Deadline is not null => move.Deadline,
                _ => due,
            };
        }

        return due?.Due;
    }

    private static IEnumerable<(string Type, string Content)> ValuesOf(RunEvent happened) => happened switch
    {
        RunStarted { Input: { } input } => [(input.Type, input.Content)],
        StepCompleted { Values: { } values } => values.Select(value => (value.Type, value.Content)),
        StepDoneByHand { Values: { } values } => values.Select(value => (value.Type, value.Content)),
        Approved { Values: var values } => values.Select(value => (value.Type, value.Content)),
        Rejected { Reason: var reason } => [(reason.Type, reason.Content)],
        AwaitedRunEnded { Result: { } result } => [(result.Type, result.Content)],
        _ => [],
    };
}
