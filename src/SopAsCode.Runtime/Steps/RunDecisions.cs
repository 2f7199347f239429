using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Decisions about a run as a whole, notes and measurements.</summary>
internal sealed class RunDecisions(IRoleDirectory roles)
{
    private readonly Permissions _permissions = new(roles);

    public void Do(RunInHand hand, RunCommand command)
    {
        if (command is not (Note or MeasureRun or EraseRun) && hand.State.Ended is { } ended)
        {
            throw new RefusedException(RefusalKind.WrongState, $"Run '{hand.Id}' ended {hand.State.Position.State} at {IsoTime.Write(ended)}.");
        }

        switch (command)
        {
            case SwitchToManual manual:
                _permissions.DemandSomebodyOf(hand.Definition, hand.By, "move a run to the manual path");
                if (hand.State.IsDone)
                {
                    throw new RefusedException(RefusalKind.WrongState, $"Step '{hand.State.Position.State}' is done, and '{Tasks.HoldingUp(hand)}' is open beside it: tick it off, or cancel the run.");
                }

                Move(hand, SopTrigger.SwitchToManual, move => new SwitchedToManual { Notes = hand.Keep(manual.Notes), Move = move });
                break;
            case Resume:
                _permissions.DemandOwner(hand.Definition, hand.By, "send a run back from the manual path");
                Move(hand, SopTrigger.Resume, move => new Resumed { Move = move });
                break;
            case Escalate escalate:
                _permissions.DemandSomebodyOf(hand.Definition, hand.By, "escalate a run");
                Move(hand, SopTrigger.Escalate, move => new Escalated { Notes = hand.Keep(escalate.Notes), Move = move });
                break;
            case Cancel cancel:
                _permissions.DemandSomebodyOf(hand.Definition, hand.By, "cancel a run");
                Move(hand, SopTrigger.Cancel, move => new Cancelled { Notes = hand.Keep(cancel.Notes), Move = move });
                break;
            case Hold hold:
                _permissions.DemandSomebodyOf(hand.Definition, hand.By, "hold a run");
                DemandHeld(hand, false);
                hand.Record(new Held { Notes = hand.Keep(hold.Notes) });
                break;
            case ContinueRun:
                _permissions.DemandSomebodyOf(hand.Definition, hand.By, "end a hold");
                DemandHeld(hand, true);
                hand.Record(new Continued { Seconds = (long)(hand.At - hand.State.HeldSince!.Value).TotalSeconds });
                break;
            case Note note:
                hand.Record(new Noted { Notes = hand.Keep(note.Notes) ?? throw new RefusedException(RefusalKind.Incomplete, "A note has a text.") });
                break;
            case MeasureRun measure:
                Measure(hand, measure);
                break;
            case EraseRun erase:
                Erase(hand, erase);
                break;
            default:
                throw new RefusedException(RefusalKind.WrongState, $"This can't be done: {command.GetType().Name}.");
        }
    }

    private static void Move(RunInHand hand, SopTrigger trigger, Func<RunMove, MovingEvent> happened)
    {
        if (hand.State.HeldSince is { } since && trigger != SopTrigger.Cancel)
        {
            throw new RefusedException(RefusalKind.OnHold, $"Run '{hand.Id}' is on hold since {IsoTime.Write(since)}.");
        }

        hand.Record(happened(hand.Fire(trigger)));
        Settling.Settle(hand);
    }

    private static void DemandHeld(RunInHand hand, bool held)
    {
        if (hand.State.HeldSince is not null != held)
        {
            throw new RefusedException(RefusalKind.WrongState, $"Run '{hand.Id}' is {(held ? "not on hold" : "on hold already")}.");
        }
    }

    private static void Measure(RunInHand hand, MeasureRun measure)
    {
        var metrics = hand.Definition.Metrics;
        if (metrics.All(metric => metric.Name != measure.Metric))
        {
            throw new RefusedException(RefusalKind.UnknownName, $"SOP '{hand.Definition.Id}' has no metric '{measure.Metric}'. It has: {string.Join("; ", metrics.Select(metric => metric.Name))}.");
        }

        if (!double.IsFinite(measure.Value))
        {
            throw new RefusedException(RefusalKind.Malformed, $"'{measure.Metric}' must be a number.");
        }

        hand.Record(new Measured { Metric = measure.Metric, Value = measure.Value });
    }

    // Only a run that has ended is erased: what still runs needs its values.
    private void Erase(RunInHand hand, EraseRun erase)
    {
        if (hand.By.Kind != ActorKind.Host)
        {
            _permissions.DemandOwner(hand.Definition, hand.By, "erase the contents of a run");
        }

        if (hand.State.Ended is null)
        {
            throw new RefusedException(RefusalKind.WrongState, $"Run '{hand.Id}' still runs, in '{hand.State.Position.State}': cancel it first.");
        }

        if (string.IsNullOrWhiteSpace(erase.Because) || erase.Because.Length > 100)
        {
            throw new RefusedException(RefusalKind.Incomplete, "Say why in at most 100 letters, and nothing personal: the reason stays.");
        }

        // Also when it was erased before: a note that somebody wrote since is erased now, and the record says so.
        hand.Record(new ContentErased { Because = erase.Because });
    }
}
