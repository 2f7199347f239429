using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Examples;

/// <summary>What a condition answers.</summary>
internal enum Answer
{
    No,
    Yes,
    Throws,
}

/// <summary>What a trigger makes of a run.</summary>
/// <param name="Run">The run after it.</param>
/// <param name="Entry">The bounded <c>[Next]</c> it used up by one.</param>
/// <param name="Undecided">The condition that threw.</param>
internal sealed record Outcome(OracleRun Run, string? Entry = null, string? Undecided = null);

/// <summary>
/// What the page about the language says about the flow, read from the attributes of a class. Deliberately simple, and made of nothing that the
/// product makes: it is the measure of the machine.
/// </summary>
/// <param name="sop">The class.</param>
/// <param name="answers">What its conditions answer now.</param>
/// <param name="startsToday">How often the current step started today; null when nobody counts.</param>
internal sealed class Oracle(WrittenSop sop, Func<string, Answer> answers, int? startsToday)
{
    /// <summary>What a trigger makes of a run; null where it is refused.</summary>
    public Outcome? Fire(OracleRun run, SopTrigger trigger)
    {
        var way = run.State == "Fallback" ? InFallback(run, trigger)
            : sop.StepOf(run.State) is { } step ? InStep(step, run, trigger)
            : null;
        return way is null ? null : new(After(run, trigger, way), way.Entry, way.Undecided);
    }

    /// <summary>Whether the day's starts are counted by a trigger.</summary>
    public bool Counts(OracleRun run, SopTrigger trigger) => trigger == SopTrigger.Start && sop.StepOf(run.State)?.Limit is { PerDay: > 0 };

    private Way? InStep(WrittenStep step, OracleRun run, SopTrigger trigger) => trigger switch
    {
        SopTrigger.Cancel => new("Cancelled"),
        SopTrigger.SwitchToManual => new("Fallback"),
        SopTrigger.Escalate => step.IsAsked ? new("Escalated") : null,
        SopTrigger.Start => !run.IsStarted && OutsideLimit(step) is null ? new(step.Name) : null,
        SopTrigger.LeaveLimit => run.IsStarted ? null : OutsideLimit(step),
        _ when !run.IsStarted => null,
        SopTrigger.Complete => step.IsCheckpoint || IsHeldUp(step, run) ? null : Forward(step, run),
        SopTrigger.Approve => step.IsCheckpoint && !IsHeldUp(step, run) ? Forward(step, run) : null,
        SopTrigger.Reject => step.IsCheckpoint ? Rejected(step, run) : null,
        SopTrigger.Fail => step.CanFail ? Failed(step, run) : null,
        SopTrigger.TimeOut => step.OnTimeout is { } late ? To(late.Step) : null,
        _ => null,
    };

    private Way? InFallback(OracleRun run, SopTrigger trigger) => trigger switch
    {
        SopTrigger.Complete => new("Completed"),
        SopTrigger.Escalate => new("Escalated"),
        SopTrigger.Cancel => new("Cancelled"),
        SopTrigger.Resume when run.CameFrom is { } origin => !run.CameFromIsDone ? new(origin)
            : Asks(sop.StepOf(origin)!) && Forward(sop.StepOf(origin)!, run) is { State: not "Fallback" } way ? way
            : null,
        SopTrigger.DoneByHand when run is { CameFrom: { } origin, CameFromIsDone: false } && MayBeDoneByHand(sop.StepOf(origin)!) && !IsHeldUp(sop.StepOf(origin)!, run) => Forward(sop.StepOf(origin)!, run),
        _ => null,
    };

    private bool IsHeldUp(WrittenStep step, OracleRun run) => sop.TasksUntil(step.Name).Any(task => run.Tasks.GetValueOrDefault(task));

    // A checkpoint is answered, not skipped: also one behind a result of another SOP, and one that is shown nothing else of an AI.
    private bool MayBeDoneByHand(WrittenStep step)
    {
        if (step.IsCheckpoint || step.HasResult)
        {
            return false;
        }

        var ofAi = sop.Steps.Where(other => other.IsAi).SelectMany(other => other.Makes).ToHashSet();
        HashSet<string> seen = [];
        Stack<string> open = new(Stated(step));
        while (step.IsAi && open.TryPop(out var state))
        {
            if (sop.StepOf(state) is not { } behind || !seen.Add(state))
            {
                continue;
            }

            var shown = behind.Reads.Where(ofAi.Contains).ToList();
            if (behind.IsCheckpoint && shown.Count > 0 && shown.All(step.Makes.Contains))
            {
                return false;
            }

            foreach (var next in Stated(behind))
            {
                open.Push(next);
            }
        }

        return true;
    }

    private IEnumerable<string> Stated(WrittenStep step)
    {
        List<string?> named = [step.OnReject?.Step, step.OnReject is { AtMost: > 0 } reject ? reject.Then : null, step.OnFailure?.Step, step.OnTimeout?.Step, step.Limit?.Else];
        foreach (var next in step.Next)
        {
            named.Add(next.Step);
            named.Add(next.AtMost > 0 ? next.Then : null);
            if (next.When is null)
            {
                break;
            }
        }

        var following = step.Next.Count > 0 ? null : sop.Steps.SkipWhile(one => one != step).Skip(1).FirstOrDefault()?.Name;
        return named.Append(following).OfType<string>().Select(WrittenSop.StateOf);
    }

    private Way Forward(WrittenStep step, OracleRun run)
    {
        if (step.Next.Count == 0)
        {
            var following = sop.Steps.SkipWhile(one => one != step).Skip(1).FirstOrDefault();
            return new(following?.Name ?? "Completed");
        }

        foreach (var next in step.Next)
        {
            switch (next.When is null ? Answer.Yes : answers(next.When))
            {
                case Answer.Throws:
                    return new("Fallback", Undecided: next.When);
                case Answer.Yes:
                    var entry = next.When is null ? step.Name : $"{step.Name} when {next.When}";
                    return next.AtMost == 0 ? To(next.Step)
                        : run.Taken.GetValueOrDefault(entry) < next.AtMost ? To(next.Step) with { Entry = entry }
                        : To(next.Then ?? Sop.Fallback);
                default:
                    continue;
            }
        }

        return new("Fallback");
    }

    private static Way Rejected(WrittenStep step, OracleRun run) =>
        step.OnReject is not { } reject ? new("Rejected")
        : reject.AtMost == 0 || run.Rejections.GetValueOrDefault(step.Name) < reject.AtMost ? To(reject.Step)
        : To(reject.Then ?? Sop.Fallback);

    private static Way Failed(WrittenStep step, OracleRun run) =>
        step.OnFailure is not { } failure ? new("Fallback")
        : run.Failures < failure.Retries ? new(step.Name)
        : To(failure.Step);

    // Null inside the limit, where the step may start.
    private Way? OutsideLimit(WrittenStep step)
    {
        if (step.Limit is not { } limit)
        {
            return null;
        }

        var answer = limit.When is null ? Answer.Yes : answers(limit.When);
        return answer == Answer.Throws ? new("Fallback", Undecided: limit.When)
            : answer == Answer.No ? To(limit.Else ?? Sop.Fallback)
            : limit.PerDay == 0 ? null
            : startsToday is not { } starts ? new("Fallback", Undecided: "PerDay")
            : starts < limit.PerDay ? null
            : To(limit.Else ?? Sop.Fallback);
    }

    private OracleRun After(OracleRun run, SopTrigger trigger, Way way)
    {
        if (trigger == SopTrigger.Start)
        {
            // A further attempt opens nothing again.
            var opened = run.Failures == 0 ? sop.StepOf(run.State)!.Tasks.Select(task => KeyValuePair.Create(task.Name, true)) : [];
            return run with { IsStarted = true, Tasks = run.Tasks.SetItems(opened) };
        }

        // A task is over with the step that it holds up.
        var done = trigger is SopTrigger.Complete or SopTrigger.Approve ? run.State : trigger == SopTrigger.DoneByHand ? run.CameFrom : null;

        var isBack = way.State == "Fallback";
        return run with
        {
            State = way.State,
            IsStarted = false,
            CameFrom = isBack && trigger != SopTrigger.DoneByHand ? run.State : run.CameFrom,
            CameFromIsDone = trigger == SopTrigger.DoneByHand || (isBack ? trigger is SopTrigger.Complete or SopTrigger.Approve : run.CameFromIsDone),
            Failures = trigger == SopTrigger.Fail && way.State == run.State ? run.Failures + 1 : 0,
            Rejections = trigger == SopTrigger.Reject ? run.Rejections.SetItem(run.State, run.Rejections.GetValueOrDefault(run.State) + 1) : run.Rejections,
            Tasks = done is null ? run.Tasks : run.Tasks.RemoveRange(sop.TasksUntil(done)),
            Taken = way.Entry is { } entry ? run.Taken.SetItem(entry, run.Taken.GetValueOrDefault(entry) + 1) : run.Taken,
        };
    }

    // What stands behind an entry without a condition is never asked.
    private static bool Asks(WrittenStep step) => step.Next.Count > 0 && step.Next[0].When is not null;

    private static Way To(string reference) => new(WrittenSop.StateOf(reference));

    private sealed record Way(string State, string? Entry = null, string? Undecided = null);
}
