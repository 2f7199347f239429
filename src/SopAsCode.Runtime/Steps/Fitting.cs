namespace SopAsCode.Runtime;

/// <summary>
/// Whether a run can go on under its SOP as it is now: the state it stands in still exists, or a change says where its runs continue, and the values that
/// the step asks for are there and can be read.
/// </summary>
internal static class Fitting
{
    /// <summary>The run can go on.</summary>
    /// <exception cref="RefusedException">It can't.</exception>
    public static void Demand(RunInHand hand)
    {
        if (hand.State.Ended is not null)
        {
            return;
        }

        var run = hand.Run;
        if (run.Step is not { } step)
        {
            return;
        }

        foreach (var input in step.Inputs.Where(input => !input.Optional))
        {
            if (!run.Values.TryGet(hand.Sop.TypeOf(input.Type), out _))
            {
                throw new RefusedException(
                    RefusalKind.DoesNotFit,
                    $"Run '{hand.Id}' stands in '{run.State}', which asks for a '{input.Type}' since SOP '{hand.Definition.Id}' changed, and the run has none. "
                    + $"Let its runs continue elsewhere: [Change(…, Moves = \"{run.State} -> OtherStep\")], under another name for the step.");
            }
        }
    }
}
