namespace Stateless.Reflection;

/// <summary>The configuration of a machine as data.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(StateInfo initialState, IReadOnlyList<StateInfo> states, Type stateType, Type triggerType)
    {
        InitialState = initialState;
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
    }

    /// <summary>The state the machine was made in. Only names it: its transitions stand in <see cref="States"/>.</summary>
    public StateInfo InitialState { get; }

    /// <summary>Every state that is configured, then every one a fixed transition leads to. What only a selector selects is not among them.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; }
}
