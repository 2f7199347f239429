namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Whether this is the current state.</summary>
    /// <param name="state">The state asked about.</param>
    /// <returns>True if it is.</returns>
    public bool IsInState(TState state) => EqualityComparer<TState>.Default.Equals(_read(), state);

    /// <summary>Whether the current state accepts the trigger: it permits or ignores it and the guard holds. Selectors are not asked.</summary>
    /// <param name="trigger">The trigger asked about.</param>
    /// <returns>True if it may be fired.</returns>
    /// <exception cref="InvalidOperationException">Several guards hold.</exception>
    public bool CanFire(TTrigger trigger) => NodeOf(_read())?.Choose(trigger) is not null;

    /// <summary>Whether the current state accepts the trigger, and if not, for want of which guards.</summary>
    /// <param name="trigger">The trigger asked about.</param>
    /// <param name="unmetGuards">Descriptions of the guards that do not hold; empty if it may be fired, null where the state does not know the trigger.</param>
    /// <returns>True if it may be fired.</returns>
    /// <exception cref="InvalidOperationException">Several guards hold.</exception>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards)
    {
        var node = NodeOf(_read());
        var accepted = node?.Choose(trigger) is not null;
        unmetGuards = accepted ? [] : node?.GuardsOf(trigger);
        return accepted;
    }

    private StateNode? NodeOf(TState state) => _nodes.GetValueOrDefault(state);
}
