using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// A run goes on under a new version of its SOP. Where the step is still there and still asks for the same, nothing happens. Where a change says that
/// runs continue elsewhere, or the step is done by somebody else now, the run enters that step anew, and the record says so.
/// </summary>
internal static class Following
{
    public static void Follow(RunInHand hand)
    {
        if (hand.State.Ended is not null || hand.State.HeldSince is not null)
        {
            return;
        }

        var old = hand.State.Position.State;
        var now = hand.Run.State;
        if (now != old || IsAskedOtherwise(hand))
        {
            var step = hand.Definition.StepOf(now);
            hand.Record(
                new FollowedChange { From = old, To = now, Deadline = DueTimes.Of(hand, step, hand.Run.Values), Pause = DueTimes.PauseOf(hand, step, hand.Run.Values) },
                Actor.TheHost);
            hand.Reload();
            Settling.Settle(hand);
        }
        else if (hand.State.Asking is { } item && hand.Step is { } asking && item.Shown is { } shown && !IsSame(shown, Asking.Shown(hand.State, asking)))
        {
            hand.Record(new ItemOpened { Item = Asking.ForStep(hand, asking, item.Kind, item.Prompt) with { Id = item.Id, Revision = item.Revision + 1 } }, Actor.TheHost);
        }
    }

    // A step that waits asks as its kind says; one that a worker does asks nobody, except for the answer of an AI.
    private static bool IsAskedOtherwise(RunInHand hand)
    {
        if (hand.Step is not { } step || !hand.State.Position.IsStarted || hand.State.IsDone)
        {
            return false;
        }

        var asked = hand.State.Asking?.Kind;
        return StepWork.IsForWorker(step)
            ? asked is not null && !(asked == ItemKind.Answer && step.Kind == StepKind.Ai)
            : asked != StepWork.Asks(step);
    }

    private static bool IsSame(IReadOnlyList<ShownValue> one, IReadOnlyList<ShownValue> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Name == pair.Second.Name && pair.First.Type == pair.Second.Type && pair.First.Context == pair.Second.Context);
}
