namespace Stateless;

/// <summary>States, the triggers each accepts, and where they lead. Configured once, then fired. Not thread-safe.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateNode> _nodes = [];
    private readonly Func<TState> _read;
    private readonly Action<TState> _write;
    private readonly FiringMode _mode;
    private readonly TState _initial;
    private Action<Transition>? _transitioned;
    private Action<TState, TTrigger, ICollection<string>?> _unhandled = Refuse;

    /// <summary>A machine that keeps its own state and queues triggers (<see cref="FiringMode.Queued"/>).</summary>
    /// <param name="initialState">Where it starts.</param>
    public StateMachine(TState initialState)
    {
        var own = initialState;
        _initial = initialState;
        _read = () => own;
        _write = to => own = to;
        _mode = FiringMode.Queued;
    }

    /// <summary>A machine over outside state that queues triggers (<see cref="FiringMode.Queued"/>).</summary>
    /// <param name="stateAccessor">Reads the state; is called once at once.</param>
    /// <param name="stateMutator">Writes the state.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    /// <summary>A machine over outside state.</summary>
    /// <param name="stateAccessor">Reads the state; is called once at once.</param>
    /// <param name="stateMutator">Writes the state.</param>
    /// <param name="firingMode">What happens to a trigger fired while another one is handled.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _read = stateAccessor;
        _write = stateMutator;
        _mode = firingMode;
        _initial = stateAccessor();
    }

    /// <summary>The current state.</summary>
    public TState State => _read();

    /// <summary>Begins, or goes on with, the configuration of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Its configuration.</returns>
    public StateConfiguration Configure(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
            _nodes.Add(state, node = new StateNode(state));

        return new StateConfiguration(node);
    }

    /// <summary>Adds someone who is told of each transition, re-entries included, after the state is set and before entry actions.</summary>
    /// <param name="onTransitionAction">Is told. What it throws comes out of the fire and leaves the new state.</param>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    /// <summary>Says what happens to a trigger that nothing accepts, in place of an exception. The last call counts.</summary>
    /// <param name="unhandledTriggerAction">Gets state and trigger.</param>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Says what happens to a trigger that nothing accepts, in place of an exception. The last call counts.</summary>
    /// <param name="unhandledTriggerAction">Gets state, trigger and the descriptions of the guards that do not hold; null where the state does not know the trigger.</param>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>?> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = unhandledTriggerAction;
    }

    private static void Refuse(TState state, TTrigger trigger, ICollection<string>? unmetGuards) =>
        throw new InvalidOperationException(unmetGuards is null
            ? $"State '{state}' has no transition for trigger '{trigger}'."
            : $"State '{state}' knows trigger '{trigger}', but these guards do not hold: {string.Join(", ", unmetGuards)}.");
}
