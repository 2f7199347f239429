namespace SopAsCode.Runtime;

/// <summary>
/// What follows from the state that a run came to: somebody is asked, or a worker has something to do, or the run has ended. It is recorded together with
/// what brought the run there, so that nothing is forgotten when the host stops in between.
/// </summary>
internal static class Settling
{
    public static void Settle(RunInHand hand)
    {
        Telling.Unknown(hand);
        while (hand.Step is { } step)
        {
            if (StepWork.IsForWorker(step) || hand.State.Position.IsStarted)
            {
                return;
            }

            var start = hand.TryFire(SopTrigger.Start);
            if (!start.Moved)
            {
                throw new RefusedException(RefusalKind.WrongState, start.Reason ?? $"Step '{step.Name}' does not start.");
            }

            if (start.Trigger == SopTrigger.LeaveLimit)
            {
                hand.Record(new LimitLeft { Move = hand.Describe(start) }, Actor.TheHost);
                Telling.Unknown(hand);
                continue;
            }

            hand.Record(new StepStarted { Move = hand.Describe(start), Visit = hand.State.Visit, Attempt = hand.State.Attempt + 1 }, Actor.TheHost);
            if (StepWork.Asks(step) is { } kind)
            {
                hand.Record(new ItemOpened { Item = Asking.ForStep(hand, step, kind) }, Actor.TheHost);
            }

            return;
        }

        if (hand.Definition.IsEnd(hand.State.Position.State))
        {
            End(hand);
        }
        else if (hand.State.Asking is null)
        {
            hand.Record(new ItemOpened { Item = Asking.ByHand(hand) }, Actor.TheHost);
        }
    }

    private static void End(RunInHand hand)
    {
        var end = hand.State.Position.State;
        hand.Record(new RunEnded { End = end }, Actor.TheHost);
        if (end == Ends.Escalated)
        {
            hand.Record(new ItemOpened { Item = Asking.Attend(hand) }, Actor.TheHost);
        }

        if (hand.State.Parent is { Waits: true } parent)
        {
            hand.Send($"{hand.Id}/end", parent.Run, new TellEnd
            {
                By = Actor.TheHost,
                Key = $"{hand.Id}/end",
                Run = hand.Id,
                Visit = parent.Visit,
                End = end,
                Result = parent.Result is { } type && hand.State.Value(type) is { } value ? hand.TextOf(value.Content) : null,
            });
        }
    }
}
