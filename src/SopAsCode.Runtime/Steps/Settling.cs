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
        var passed = 0;
        while (hand.Step is { } step)
        {
            if (hand.State.Position.IsStarted || (StepWork.IsForWorker(step) && !hand.State.IsDone))
            {
                return;
            }

            var circle = passed > hand.Definition.Steps.Count ? "the run only goes round from one limit to another" : null;
            if ((circle ?? WriteRelease.Obstacle(hand, step, hand.Sop.Roles)) is { } obstacle && !hand.State.IsDone)
            {
                hand.Record(new SwitchedToManual { Because = $"Step '{step.Name}' was not started: {obstacle}.", Move = hand.Fire(SopTrigger.SwitchToManual) }, Actor.TheHost);
                break;
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
                passed++;
                continue;
            }

            hand.Record(new StepStarted { Move = hand.Describe(start), Visit = hand.State.Visit, Attempt = hand.State.Attempt + 1 }, Actor.TheHost);
            Tasks.Ask(hand);
            if (hand.State.IsDone)
            {
                // The SOP changed while tasks held the step up: its work is done, and not done again.
                if (Tasks.GoOn(hand) is not { } move)
                {
                    return;
                }

                hand.Record(new StepCompleted { Visit = hand.State.Visit, Move = move }, Actor.TheHost);
                Telling.Unknown(hand);
                continue;
            }

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
            Tasks.Ask(hand);
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
            var value = parent.Result is { } type ? hand.State.Value(type) : null;
            var approval = value is null ? null : hand.State.Approvals.LastOrDefault(one => one.Covers(value.Type, value.Content));
            hand.Send($"{hand.Id}/end", parent.Run, new TellEnd
            {
                By = Actor.TheHost,
                Key = $"{hand.Id}/end",
                Run = hand.Id,
                Visit = parent.Visit,
                End = end,
                Result = value is null ? null : hand.TextOf(value.Content),
                Approval = approval is null ? null : approval with { Values = [], Used = [] },
                Used = hand.State.UsedInput,
            });
        }
    }
}
