using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Starts runs.</summary>
internal static class Starting
{
    public static void Start(RunInHand hand, StartRun start)
    {
        var sop = hand.Definition;
        DemandName(hand.Id, start.Parent is null);
        if (sop.Stage == Stage.Retired)
        {
            throw new RefusedException(RefusalKind.UnknownSop, $"SOP '{sop.Id}' is retired: runs that began may be finished, and none begins.");
        }

        if (sop.ApprovedInput && start.Parent is null)
        {
            throw new RefusedException(RefusalKind.WrongState, $"Runs of SOP '{sop.Id}' start by hand-off only: what they work on was approved there.");
        }

        var trigger = start.Trigger is { } when
            ? sop.Triggers.FirstOrDefault(known => known.When == when)
                ?? throw new RefusedException(RefusalKind.UnknownName, $"SOP '{sop.Id}' has no trigger '{when}'. It has: {string.Join("; ", sop.Triggers.Select(known => known.When))}.")
            : null;
        var first = trigger is null ? new SopRun(sop, hand.Id) : new SopRun(sop, hand.Id, trigger);

        var values = new RunValues();
        var input = Input(hand, start, values);
        hand.KeyFreeSince = start.KeyFreeSince;
        if (start.KeyFreeSince is not null && hand.Key is null)
        {
            throw new RefusedException(RefusalKind.Malformed, $"The input of run '{hand.Id}' has no key, by which one could tell whether SOP '{sop.Id}' has a run for it already.");
        }

        hand.Record(new RunStarted
        {
            Trigger = start.Trigger,
            Input = input,
            Key = hand.Keep(hand.Key),
            Parent = start.Parent is { Approval: { } approval } parent && input is not null ? parent with { Approval = approval with { Values = [input] } } : start.Parent,
            State = first.State,
            Deadline = DueTimes.Of(hand, first.Step, values),
            Pause = DueTimes.PauseOf(hand, first.Step, values),
            RunDeadline = DueTimes.OfRun(hand, values),
        });
        Settling.Settle(hand);
    }

    private static ValueMark? Input(RunInHand hand, StartRun start, RunValues values)
    {
        var sop = hand.Definition;
        if (sop.Input is not { } type)
        {
            return start.Input is null ? null : throw new RefusedException(RefusalKind.Malformed, $"SOP '{sop.Id}' takes no input.");
        }

        if (start.Input is not { } json)
        {
            throw new RefusedException(RefusalKind.Incomplete, $"SOP '{sop.Id}' needs an input: JSON of a '{type}'.");
        }

        var value = hand.Sop.Read($"The input of SOP '{sop.Id}'", type, json);
        values.Set(hand.Sop.TypeOf(type), value);
        hand.Key = hand.Sop.Dispatcher.KeyOf(value);
        return hand.Give(type, hand.Sop.Write(hand.Sop.TypeOf(type), value));
    }

    // Names of runs stand in addresses, files and the names of items, so they are plain.
    private static void DemandName(string run, bool isFirst)
    {
        if (run.Length is 0 or > 400 || (isFirst && run.Length > 100) || !run.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' || (c == '/' && !isFirst)))
        {
            throw new RefusedException(RefusalKind.Malformed, $"A run has a name of at most 100 letters, digits, hyphens, points and underscores, and not '{(run.Length > 120 ? run[..120] + "…" : run)}'.");
        }
    }
}
