namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<TTrigger> _waiting = [];
    private bool _firing;

    /// <summary>Handles a trigger: exit actions, new state, <see cref="OnTransitioned"/>, entry actions, in this order.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="InvalidOperationException">
    /// The state does not accept the trigger, several guards hold, or an action on the way is asynchronous.
    /// What guards, selectors and actions throw comes out as it is.
    /// </exception>
    public void Fire(TTrigger trigger)
    {
        if (_mode == FiringMode.Immediate)
        {
            Step(trigger);
            return;
        }

        _waiting.Enqueue(trigger);
        if (_firing)
            return;

        _firing = true;
        try
        {
            while (_waiting.TryDequeue(out var next))
                Step(next);
        }
        finally
        {
            _firing = false;
        }
    }

    private void Step(TTrigger trigger)
    {
        var from = _read();
        var source = NodeOf(from);
        if (source?.Choose(trigger) is not { } rule)
        {
            _unhandled(from, trigger, source?.GuardsOf(trigger));
            return;
        }

        if (!rule.Leads(out var to))
            return;

        var target = NodeOf(to);
        if (IsUnwatched(source, target))
        {
            _write(to);
            return;
        }

        var transition = new Transition(from, to, trigger);
        source.Exit.Run(transition);
        _write(to);
        _transitioned?.Invoke(transition);
        target?.Entry.Run(transition);
    }

    /// <summary>Where nobody looks at the transition, none is made: most steps of a generated machine allocate nothing.</summary>
    private bool IsUnwatched(StateNode source, StateNode? target) =>
        _transitioned is null && source.Exit.IsEmpty && (target is null || target.Entry.IsEmpty);
}
