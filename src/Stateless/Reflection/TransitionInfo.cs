namespace Stateless.Reflection;

/// <summary>What a state does about one trigger.</summary>
public abstract class TransitionInfo
{
    private protected TransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; }

    /// <summary>Its guards; empty if there are none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions { get; }
}

/// <summary>A transition to a state known beforehand; a re-entry is one to the state itself.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, StateInfo destination)
        : base(trigger, guards) => DestinationState = destination;

    /// <summary>Where it leads: the same object as in <see cref="StateMachineInfo.States"/>.</summary>
    public StateInfo DestinationState { get; }
}

/// <summary>A transition to whichever state a function selects.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    internal DynamicTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, InvocationInfo selector, DynamicStateInfos? possibleDestinations)
        : base(trigger, guards)
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possibleDestinations;
    }

    /// <summary>The selector in words.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; }

    /// <summary>The states it may select, as configured; null where none were described.</summary>
    public DynamicStateInfos? PossibleDestinationStates { get; }
}

/// <summary>A trigger that is accepted and does nothing.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
        : base(trigger, guards)
    {
    }
}
