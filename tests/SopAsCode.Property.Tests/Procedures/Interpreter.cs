using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>What a condition answers.</summary>
internal enum Answer
{
    No,
    Yes,
    NobodyKnows,
}

/// <summary>All that the ways of a run depend on, beside its state.</summary>
internal sealed record Circumstances
{
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>By the state of the checkpoint.</summary>
    public required Func<int, int> Rejections { get; init; }

    /// <summary>By the number of the entry.</summary>
    public required Func<int, int> Taken { get; init; }

    public int FailuresInVisit { get; init; }

    /// <summary>Null where the host does not count.</summary>
    public int? StartsToday { get; init; }

    public int? CameFrom { get; init; }

    /// <summary>The step it came from was done.</summary>
    public bool CameFromIsDone { get; init; }

    /// <summary>The step was started in this visit.</summary>
    public bool IsStarted { get; init; }

    /// <summary>Whether a task that is open holds a step up.</summary>
    public Func<int, bool> IsHeldUp { get; init; } = static _ => false;
}

/// <summary>Where a run goes.</summary>
/// <param name="State">The state.</param>
/// <param name="Entry">The bounded entry that is used up by one.</param>
internal sealed record Destination(int State, int? Entry = null);

/// <summary>
/// What the language says about the flow, read once more, from the plan and from nothing that the product makes of it. Deliberately
/// simple: it is the measure of the machine.
/// </summary>
internal static class Interpreter
{
    /// <summary>Where a trigger leads; null where it is refused.</summary>
    public static Destination? Answer(Plan plan, int state, SopTrigger trigger, Circumstances now)
    {
        if (state == plan.Fallback)
        {
            return InFallback(plan, trigger, now);
        }

        if (state > plan.Fallback)
        {
            return null;
        }

        var step = plan.Steps[state];
        if (!now.IsStarted && trigger is (SopTrigger.Complete or SopTrigger.Approve or SopTrigger.Reject or SopTrigger.Fail or SopTrigger.TimeOut))
        {
            return null;
        }

        switch (trigger)
        {
            case SopTrigger.Start:
                return now.IsStarted || (step.Limit is { } bound && OutsideLimit(plan, state, bound, now) is not null) ? null : new(state);
            case SopTrigger.Complete:
                return step.IsCheckpoint || now.IsHeldUp(state) ? null : Forward(plan, state, now);
            case SopTrigger.Approve:
                return step.IsCheckpoint && !now.IsHeldUp(state) ? Forward(plan, state, now) : null;
            case SopTrigger.Reject:
                return step.IsCheckpoint ? new(Rejected(plan, state, now)) : null;
            case SopTrigger.Fail:
                return step.CanFail ? new(Failed(plan, state, now)) : null;
            case SopTrigger.TimeOut:
                return step.OnTimeout is { } late ? new(plan.StateOf(late)) : null;
            case SopTrigger.LeaveLimit:
                return !now.IsStarted && step.Limit is { } limit && OutsideLimit(plan, state, limit, now) is { } outside ? new(outside) : null;
            case SopTrigger.SwitchToManual:
                return new(plan.Fallback);
            case SopTrigger.Escalate:
                return step.Waits ? new(plan.Escalated) : null;
            case SopTrigger.Cancel:
                return new(plan.Cancelled);
            default:
                return null;
        }
    }

    private static Destination? InFallback(Plan plan, SopTrigger trigger, Circumstances now) => trigger switch
    {
        SopTrigger.Complete => new(plan.Completed),
        SopTrigger.Escalate => new(plan.Escalated),
        SopTrigger.Cancel => new(plan.Cancelled),
        SopTrigger.Resume when now.CameFrom is { } origin => now.CameFromIsDone ? AskedAnew(plan, origin, now) : new(origin),
        SopTrigger.DoneByHand when now is { CameFrom: { } origin, CameFromIsDone: false } && MayBeDoneByHand(plan, origin) && !now.IsHeldUp(origin) => Forward(plan, origin, now),
        _ => null,
    };

    // A checkpoint is answered, not skipped: also one behind a result of another SOP, and one that is shown nothing else of an AI.
    private static bool MayBeDoneByHand(Plan plan, int origin)
    {
        var step = plan.Steps[origin];
        if (step.IsCheckpoint || step.HasResult)
        {
            return false;
        }

        if (step.Work != Work.Ai || step.Makes % 4 == 0)
        {
            return true;
        }

        var ofAi = plan.Steps.Where(other => other.Work == Work.Ai && other.Makes % 4 > 0).Select(other => 1 << (other.Makes % 4)).Aggregate(0, (all, bit) => all | bit);
        var own = 1 << (step.Makes % 4);
        HashSet<int> seen = [];
        Stack<int> open = new(Stated(plan, origin));
        while (open.TryPop(out var state))
        {
            if (state >= plan.Fallback || !seen.Add(state))
            {
                continue;
            }

            if (plan.Steps[state].IsCheckpoint && (plan.Steps[state].Reads & ofAi) == own)
            {
                return false;
            }

            foreach (var next in Stated(plan, state))
            {
                open.Push(next);
            }
        }

        return true;
    }

    private static IEnumerable<int> Stated(Plan plan, int state)
    {
        var step = plan.Steps[state];
        int?[] named =
        [
            step.OnReject?.To, step.OnReject is { AtMost: > 0 } reject ? reject.Then : null, step.OnFailure?.To, step.OnTimeout,
            step.Limit is { Else: not null } limit && (limit.When is not null || limit.PerDay > 0) ? plan.Outside(state, limit) : null,
        ];
        foreach (var to in named.OfType<int>())
        {
            yield return plan.StateOf(to);
        }

        if (step.Next.IsEmpty)
        {
            yield return state + 1 < plan.Fallback ? state + 1 : plan.Completed;
        }

        foreach (var way in step.Next)
        {
            yield return plan.StateOf(way.To);
            if (way is { AtMost: > 0, Then: { } then })
            {
                yield return plan.StateOf(then);
            }

            if (way.When is null)
            {
                break;
            }
        }
    }

    // A step that was done is not done again; where it asks nothing, or nothing leads on, there is no way back.
    private static Destination? AskedAnew(Plan plan, int origin, Circumstances now)
    {
        var asks = plan.Steps[origin].Next.TakeWhile((_, i) => i == 0 || plan.Steps[origin].Next[i - 1].When is not null).Any(way => way.When is not null);
        return asks && Forward(plan, origin, now) is var destination && destination.State != plan.Fallback ? destination : null;
    }

    private static Destination Forward(Plan plan, int state, Circumstances now)
    {
        var step = plan.Steps[state];
        if (step.Next.IsEmpty)
        {
            return new(state + 1 < plan.Fallback ? state + 1 : plan.Completed);
        }

        for (var i = 0; i < step.Next.Length; i++)
        {
            var way = step.Next[i];
            var answer = way.When is { } condition ? now.Answers[condition] : Procedures.Answer.Yes;
            if (answer == Procedures.Answer.NobodyKnows)
            {
                break;
            }

            if (answer == Procedures.Answer.Yes)
            {
                var entry = plan.FirstEntry(state) + i;
                return way.AtMost == 0 ? new(plan.StateOf(way.To))
                    : now.Taken(entry) < way.AtMost ? new(plan.StateOf(way.To), entry)
                    : new(Then(plan, way.Then));
            }
        }

        return new(plan.Fallback);
    }

    private static int Rejected(Plan plan, int state, Circumstances now) =>
        plan.Steps[state].OnReject is not { } reject ? plan.Rejected
        : reject.AtMost == 0 || now.Rejections(state) < reject.AtMost ? plan.StateOf(reject.To)
        : Then(plan, reject.Then);

    private static int Failed(Plan plan, int state, Circumstances now) =>
        plan.Steps[state].OnFailure is not { } failure ? plan.Fallback
        : now.FailuresInVisit < failure.Retries ? state
        : plan.StateOf(failure.To);

    // Null inside the limit, where the step starts.
    private static int? OutsideLimit(Plan plan, int state, Bound limit, Circumstances now)
    {
        var answer = limit.When is { } condition ? now.Answers[condition] : Procedures.Answer.Yes;
        if (answer == Procedures.Answer.NobodyKnows)
        {
            return plan.Fallback;
        }

        if (answer == Procedures.Answer.No)
        {
            return plan.Outside(state, limit);
        }

        return limit.PerDay == 0 ? null
            : now.StartsToday is not { } starts ? plan.Fallback
            : starts < limit.PerDay ? null
            : plan.Outside(state, limit);
    }

    private static int Then(Plan plan, int? then) => then is { } number ? plan.StateOf(number) : plan.Fallback;
}
