namespace Stateless.Reflection;

/// <summary>A state and what is configured for it.</summary>
public class StateInfo
{
    private readonly List<FixedTransitionInfo> _fixed = [];
    private readonly List<DynamicTransitionInfo> _dynamic = [];
    private readonly List<IgnoredTransitionInfo> _ignored = [];

    internal StateInfo(object state, InvocationInfo[] entryActions, InvocationInfo[] exitActions)
    {
        UnderlyingState = state;
        EntryActions = [.. entryActions.Select(action => new ActionInfo(action))];
        ExitActions = exitActions;
    }

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>Actions on entering it, in the order of configuration.</summary>
    public IEnumerable<ActionInfo> EntryActions { get; }

    /// <summary>Actions on leaving it, in the order of configuration.</summary>
    public IEnumerable<InvocationInfo> ExitActions { get; }

    /// <summary>Fixed transitions, then dynamic ones; ignored triggers lead nowhere and are not among them.</summary>
    public IEnumerable<TransitionInfo> Transitions => _fixed.Concat<TransitionInfo>(_dynamic);

    /// <summary>Transitions to a state known beforehand, in the order of configuration.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions => _fixed;

    /// <summary>Transitions by selector, in the order of configuration.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions => _dynamic;

    /// <summary>Triggers it ignores, in the order of configuration.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers => _ignored;

    /// <summary>The state as text.</summary>
    /// <returns>The state as text.</returns>
    public override string? ToString() => UnderlyingState.ToString();

    internal void Add(TransitionInfo transition)
    {
        switch (transition)
        {
            case FixedTransitionInfo to:
                _fixed.Add(to);
                break;
            case DynamicTransitionInfo to:
                _dynamic.Add(to);
                break;
            case IgnoredTransitionInfo ignored:
                _ignored.Add(ignored);
                break;
        }
    }
}
