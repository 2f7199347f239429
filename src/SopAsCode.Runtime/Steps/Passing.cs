using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>What happens because time has passed: reminders, time-outs, waits that are over.</summary>
internal static class Passing
{
    public static void Let(RunInHand hand)
    {
        var state = hand.State;
        if (state.HeldSince is not null || state.Ended is not null)
        {
            return;
        }

        var now = hand.Moment.Now;
        if (state.RunDeadline is { Due: { } runDue } ofRun)
        {
            if (runDue <= now)
            {
                hand.Record(new RunOverdue { Due = runDue }, Actor.TheHost);
                Telling.Overdue(hand, runDue);
            }
            else if (IsTimeToRemind(ofRun, now))
            {
                hand.Record(new Reminded { OfRun = true, Due = runDue }, Actor.TheHost);
            }
        }

        Tasks.OpenAgain(hand);
        if (state.Deadline is { Due: { } due } ofStep)
        {
            if (due <= now && !(state.Pause?.Due <= due))
            {
                BeDue(hand, due);
            }
            else if (IsTimeToRemind(ofStep, now))
            {
                hand.Record(new Reminded { Item = state.Asking?.Id, Due = due }, Actor.TheHost);
            }
        }

        if (hand.State.Visit == state.Visit && state.Pause?.Due <= now && hand.State.Position.IsStarted)
        {
            hand.Record(new StepCompleted { Visit = hand.State.Visit, Move = Tasks.GoOn(hand) }, Actor.TheHost);
            Settling.Settle(hand);
        }
    }

    private static bool IsTimeToRemind(Deadline deadline, DateTimeOffset now) => deadline.Reminders?.Any(at => at <= now) == true;

    private static void BeDue(RunInHand hand, DateTimeOffset due)
    {
        if (!CanTimeOut(hand))
        {
            // Without [OnTimeout] the step is overdue and the run stays.
            hand.Record(new TimedOut { Due = due }, Actor.TheHost);
            if (hand.State.Asking is null or { Kind: ItemKind.Report })
            {
                Telling.StepOverdue(hand, due);
            }

            return;
        }

        var timeOut = hand.Fire(SopTrigger.TimeOut);
        hand.Record(new TimedOut { Due = due, Move = timeOut }, Actor.TheHost);
        Settling.Settle(hand);
    }

    // A step that a worker has not begun, because it pauses after a failure or nobody had time, begins and is out of time at once.
    private static bool CanTimeOut(RunInHand hand)
    {
        if (hand.Definition.Transitions.All(way => way.From != hand.State.Position.State || way.Trigger != SopTrigger.TimeOut))
        {
            return false;
        }

        if (!hand.State.Position.IsStarted && hand.Step is { Limit: null })
        {
            var start = hand.Fire(SopTrigger.Start);
            hand.Record(new StepStarted { Move = start, Visit = hand.State.Visit, Attempt = hand.State.Attempt + 1 }, Actor.TheHost);
            Tasks.Ask(hand);
        }

        return hand.Allows(SopTrigger.TimeOut);
    }
}
