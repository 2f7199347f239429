using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What a state does about one trigger.</summary>
    internal abstract class Rule(TTrigger trigger, Func<bool>? guard = null, string? guardDescription = null)
    {
        public TTrigger Trigger { get; } = trigger;

        public bool Holds => guard is null || guard();

        public InvocationInfo[] GuardInfos { get; } = guard is null ? [] : [InvocationInfo.Of(guard, guardDescription)];

        public bool IsFor(TTrigger trigger) => EqualityComparer<TTrigger>.Default.Equals(Trigger, trigger);

        /// <summary>Whether the state is left (be it for itself), and for which one.</summary>
        public abstract bool Leads(out TState destination);
    }

    /// <summary>To a state known beforehand.</summary>
    internal sealed class FixedRule(TTrigger trigger, TState destination, Func<bool>? guard = null, string? guardDescription = null)
        : Rule(trigger, guard, guardDescription)
    {
        public TState Destination { get; } = destination;

        public override bool Leads(out TState destination)
        {
            destination = Destination;
            return true;
        }
    }

    /// <summary>To whichever state the selector names.</summary>
    internal sealed class DynamicRule(
        TTrigger trigger, Func<TState> selector, string? description, DynamicStateInfos? possibleDestinations, Func<bool>? guard = null, string? guardDescription = null)
        : Rule(trigger, guard, guardDescription)
    {
        public InvocationInfo SelectorInfo { get; } = InvocationInfo.Of(selector, description);

        public DynamicStateInfos? PossibleDestinations { get; } = possibleDestinations;

        public override bool Leads(out TState destination)
        {
            destination = selector();
            return true;
        }
    }

    /// <summary>Nowhere.</summary>
    internal sealed class IgnoreRule(TTrigger trigger) : Rule(trigger)
    {
        public override bool Leads(out TState destination)
        {
            destination = default!;
            return false;
        }
    }
}
