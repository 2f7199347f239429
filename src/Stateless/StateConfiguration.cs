using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The configuration of one state. Every call returns it, so that calls chain.</summary>
    public partial class StateConfiguration
    {
        private readonly StateNode _node;

        internal StateConfiguration(StateNode node) => _node = node;

        /// <summary>The trigger leads to another state.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">Where it leads; needs no configuration of its own.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">It would lead to this state itself: see <see cref="PermitReentry"/>.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            Add(new FixedRule(trigger, Other(destinationState)));

        /// <summary>The trigger leads to another state while a guard holds. At most one guard of a trigger may hold at a time.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">Where it leads.</param>
        /// <param name="guard">Says whether it holds; only reads, since it may be asked at any time and more than once.</param>
        /// <param name="guardDescription">The guard in words; if null, the name of its method.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">It would lead to this state itself, or the guard is null.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return Add(new FixedRule(trigger, Other(destinationState), guard, guardDescription));
        }

        /// <summary>The trigger leads to the state a function selects. This state itself means a re-entry.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationStateSelector">Selects the state, each time the trigger is fired.</param>
        /// <param name="destinationStateSelectorDescription">The selector in words; if null, the name of its method.</param>
        /// <param name="possibleDestinationStates">What it may select and why, for readers; nothing holds the selector to it.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The selector is null.</exception>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new DynamicRule(trigger, destinationStateSelector, destinationStateSelectorDescription, possibleDestinationStates));
        }

        /// <summary>The trigger leads, while a guard holds, to the state a function selects.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationStateSelector">Selects the state, each time the trigger is fired.</param>
        /// <param name="destinationStateSelectorDescription">The selector in words.</param>
        /// <param name="guard">Says whether it holds; only reads, since it may be asked at any time and more than once.</param>
        /// <param name="guardDescription">The guard in words; if null, the name of its method.</param>
        /// <param name="possibleDestinationStates">What it may select and why, for readers; nothing holds the selector to it.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The selector or the guard is null.</exception>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            ArgumentNullException.ThrowIfNull(guard);
            return Add(new DynamicRule(trigger, destinationStateSelector, destinationStateSelectorDescription, possibleDestinationStates, guard, guardDescription));
        }

        /// <summary>The trigger, while a guard holds, leaves this state and enters it again.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">Says whether it holds.</param>
        /// <param name="guardDescription">The guard in words; if null, the name of its method.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return Add(new FixedRule(trigger, _node.State, guard, guardDescription));
        }

        /// <summary>The trigger leaves this state and enters it again, with exit and entry actions.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentry(TTrigger trigger) => Add(new FixedRule(trigger, _node.State));

        /// <summary>The trigger is accepted and does nothing.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration Ignore(TTrigger trigger) => Add(new IgnoreRule(trigger));

        private StateConfiguration Add(Rule rule)
        {
            _node.Rules.Add(rule);
            return this;
        }

        private TState Other(TState destinationState) =>
            EqualityComparer<TState>.Default.Equals(destinationState, _node.State)
                ? throw new ArgumentException($"State '{destinationState}' is this state itself: use {nameof(PermitReentry)}, or {nameof(Ignore)} to do nothing.", nameof(destinationState))
                : destinationState;
    }
}
