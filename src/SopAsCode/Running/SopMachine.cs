namespace SopAsCode;

/// <summary>
/// The generated machine of one SOP, for hosts: it decides which moves exist, and knows no state machine library. One
/// instance serves any number of runs, one after another. Not thread-safe.
/// </summary>
public abstract class SopMachine
{
    /// <summary>The SOP.</summary>
    public abstract SopDefinition Definition { get; }

    /// <summary>Whether a trigger is open in the state the run is in. Asks conditions; changes nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">What would happen.</param>
    /// <returns>Whether <see cref="Fire"/> would move the run.</returns>
    public bool Allows(SopRun run, SopTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Knows(run.State) && (trigger != SopTrigger.Resume || run.CameFrom is not null) && CanFire(run, trigger);
    }

    /// <summary>The triggers that are open in the state the run is in, in the order of <see cref="SopTrigger"/>.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The triggers.</returns>
    public IReadOnlyList<SopTrigger> Open(SopRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<SopTrigger> open = [];
        for (var trigger = SopTrigger.Complete; trigger <= SopTrigger.Cancel; trigger++)
        {
            if (Allows(run, trigger))
            {
                open.Add(trigger);
            }
        }

        return open;
    }

    /// <summary>
    /// Moves a run, counters included. Outputs of the step must be in the values of the run before, since conditions read them.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">What happened.</param>
    /// <returns>The move, or a refusal that left the run untouched.</returns>
    public SopMove Fire(SopRun run, SopTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(run);
        var from = run.State;
        if (!Allows(run, trigger))
        {
            return new() { Moved = false, From = from, Trigger = trigger, To = from, Reason = Refusal(run, trigger) };
        }

        var taken = TransitionTaken(run, trigger);
        Move(run, trigger);
        var transition = taken is { } number ? Definition.Transitions[number] : Find(from, trigger, run.State);
        var move = new SopMove
        {
            Moved = true,
            From = from,
            Trigger = trigger,
            To = run.State,
            Reason = transition?.Label,
            ToFallback = run.State == Definition.FallbackState,
            BoundedEntry = transition?.BoundedEntry,
        };
        run.Apply(move);
        return move;
    }

    /// <summary>Whether the machine has the trigger open for the run.</summary>
    /// <param name="run">The run, in a state the machine knows.</param>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Whether it is open.</returns>
    protected abstract bool CanFire(SopRun run, SopTrigger trigger);

    /// <summary>Fires an open trigger, which sets the state of the run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">The trigger.</param>
    protected abstract void Move(SopRun run, SopTrigger trigger);

    /// <summary>Which transition an open trigger takes, where several lead to one state.</summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The number of the transition; null where the state it leads to tells.</returns>
    protected virtual int? TransitionTaken(SopRun run, SopTrigger trigger) => null;

    private bool Knows(int state) => (uint)state < (uint)Definition.States.Count;

    private TransitionDefinition? Find(int from, SopTrigger trigger, int to)
    {
        // By index: an enumerator would be the only thing a move allocates.
        var transitions = Definition.Transitions;
        for (var i = 0; i < transitions.Count; i++)
        {
            var transition = transitions[i];
            if (transition.Trigger == trigger && transition.From == Definition.States[from] && transition.To == Definition.States[to])
            {
                return transition;
            }
        }

        return null;
    }

    private string Refusal(SopRun run, SopTrigger trigger)
    {
        if (!Knows(run.State))
        {
            return $"Run '{run.Id}' stands in state {run.State}, which SOP '{Definition.Id}' does not have.";
        }

        var open = Open(run);
        return $"{trigger} is not open in {Definition.States[run.State]} of SOP '{Definition.Id}'. "
            + (open.Count == 0 ? "The run has ended." : $"Open: {string.Join(", ", open)}.");
    }
}
