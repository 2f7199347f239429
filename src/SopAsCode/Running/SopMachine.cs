using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// The generated machine of one SOP, as hosts see it: it decides which moves a run can make, and does not depend on a
/// state machine library. One instance serves any number of runs, one after another. Not thread-safe.
/// </summary>
/// <param name="cursor">The cursor with which the machine is configured.</param>
public abstract class SopMachine(RunCursor cursor)
{
    private readonly RunCursor _cursor = cursor ?? throw new ArgumentNullException(nameof(cursor));

    /// <summary>The SOP.</summary>
    public abstract SopDefinition Definition { get; }

    /// <summary>Counts the starts of steps with a limit per day; null when the host does not count, and such steps then do not start.</summary>
    public IStartCounter? Starts
    {
        get => _cursor.Starts;
        set => _cursor.Starts = value;
    }

    /// <summary>Whether a trigger is open in the current state of the run. It evaluates conditions and changes nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Whether <see cref="Fire"/> would move the run.</returns>
    /// <exception cref="ArgumentException">The run follows another definition.</exception>
    public bool Allows(SopRun run, SopTrigger trigger)
    {
        _cursor.Run = run;
        return CanFire(trigger);
    }

    /// <summary>The triggers that are open in the current state of the run, in the order of <see cref="SopTrigger"/>.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The triggers.</returns>
    /// <exception cref="ArgumentException">The run follows another definition.</exception>
    public IReadOnlyList<SopTrigger> Open(SopRun run)
    {
        List<SopTrigger> open = [];
        for (var trigger = SopTrigger.Start; trigger <= SopTrigger.DoneByHand; trigger++)
        {
            if (Allows(run, trigger))
            {
                open.Add(trigger);
            }
        }

        return open;
    }

    /// <summary>
    /// Starts the current step of the run, and counts the start. Outside its limit the step does not start, and the run goes where the limit
    /// says. Each attempt needs a start: after a failure that is tried again, start the step again.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <returns>
    /// A move with <see cref="SopTrigger.Start"/>: do the step, or ask its performer. A move with <see cref="SopTrigger.LeaveLimit"/>: the run
    /// is now in another state. A refusal: the run is in the manual path or at an end, or the step was already started.
    /// </returns>
    /// <exception cref="ArgumentException">The run follows another definition.</exception>
    public SopMove Start(SopRun run)
    {
        var start = Fire(run, SopTrigger.Start);
        return !start.Moved && Allows(run, SopTrigger.LeaveLimit) ? Fire(run, SopTrigger.LeaveLimit) : start;
    }

    /// <summary>
    /// Moves a run and updates its counters. Store the outputs of the step in the values of the run first, because conditions read them.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">What happened.</param>
    /// <returns>The move, or a refusal that left the run unchanged.</returns>
    /// <exception cref="ArgumentException">The run follows another definition.</exception>
    public SopMove Fire(SopRun run, SopTrigger trigger)
    {
        _cursor.Run = run;
        _cursor.Await();
        try
        {
            Move(trigger);
        }
        catch (StartsUsedUpException)
        {
            // Other runs used up the limit first, so the step is refused as if the limit had been checked a moment later.
        }

        return _cursor.HasMoved ? _cursor.LastMove : Refuse(run, trigger);
    }

    /// <summary>Whether the machine has a trigger open for the run that its cursor points at.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Whether it is open.</returns>
    protected abstract bool CanFire(SopTrigger trigger);

    /// <summary>Fires a trigger for the run that the cursor points at. A trigger that is not open changes nothing and throws nothing.</summary>
    /// <param name="trigger">The trigger.</param>
    protected abstract void Move(SopTrigger trigger);

    private SopMove Refuse(SopRun run, SopTrigger trigger)
    {
        var reason = Refusal(run, trigger);
        return new()
        {
            Moved = false,
            From = run.State,
            Trigger = trigger,
            To = run.State,
            Reason = reason,
            Undecided = trigger is SopTrigger.Start ? _cursor.UndecidedLimit : null,
            Version = Definition.Version,
        };
    }

    private string Refusal(SopRun run, SopTrigger trigger)
    {
        var open = Open(run);
        return $"{trigger} is not open in {run.State} of SOP '{Definition.Id}'{Why(run, trigger)}. "
            + (open.Count == 0 ? "The run has ended." : $"Open: {string.Join(", ", open)}.");
    }

    private string Why(SopRun run, SopTrigger trigger) => trigger switch
    {
        SopTrigger.Start when run.IsStarted => ": the step was started already",
        SopTrigger.Start when Allows(run, SopTrigger.LeaveLimit) =>
            _cursor.UndecidedLimit is null ? ": the step is outside its limit" : ": the limit of the step could not be decided",
        SopTrigger.Complete or SopTrigger.Approve or SopTrigger.Reject or SopTrigger.Fail or SopTrigger.TimeOut
            when run is { Step: not null, IsStarted: false } && Definition.Transitions.Any(way => way.From == run.State && way.Trigger == trigger) =>
            ": the step was not started",
        SopTrigger.Complete or SopTrigger.Approve when run is { Step: not null } && run.HeldUpBy(run.Number) is { } task => $": '{task}' is open beside it and must be ticked off first",
        SopTrigger.DoneByHand when run is { IsInFallback: true, CameFromIsDone: false, CameFromNumber: { } origin } && run.HeldUpBy(origin) is { } task => $": '{task}' is open beside it and must be ticked off first",
        SopTrigger.Resume when run is { IsInFallback: true, CameFrom: { } origin } =>
            $": step '{origin}' is done and not done again, and it asks no condition that leads on",
        SopTrigger.DoneByHand when run is { IsInFallback: true, CameFromIsDone: true, CameFrom: { } origin } => $": step '{origin}' was done already",
        SopTrigger.DoneByHand when run is { IsInFallback: true, CameFrom: { } origin } => NotByHand(origin),
        _ => "",
    };

    private string NotByHand(string origin) => Definition.StepOf(origin)?.Kind switch
    {
        StepKind.Handoff => $": step '{origin}' brings back what another SOP makes, whose checkpoints are answered there, so it is not done by hand",
        StepKind.Ai => $": a later checkpoint is there to look at what the AI of step '{origin}' makes, so it is not done by hand: send the run back, or complete it by hand",
        _ => $": a checkpoint is answered, not skipped, so step '{origin}' is not done by hand",
    };
}
