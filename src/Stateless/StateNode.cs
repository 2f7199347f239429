namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What is configured for one state.</summary>
    internal sealed class StateNode(TState state)
    {
        public TState State { get; } = state;

        /// <summary>In the order of configuration. A state knows a handful of triggers: a scan beats a dictionary and costs nothing to set up.</summary>
        public List<Rule> Rules { get; } = [];

        public StateActions Entry { get; } = new("entry");

        public StateActions Exit { get; } = new("exit");

        /// <summary>The one rule for the trigger that holds now, or null. All guards are asked: two that hold are an error.</summary>
        public Rule? Choose(TTrigger trigger)
        {
            Rule? chosen = null;
            foreach (var rule in Rules)
            {
                if (!rule.IsFor(trigger) || !rule.Holds)
                    continue;

                if (chosen is not null)
                    throw new InvalidOperationException($"State '{State}' has several transitions for trigger '{trigger}' that hold at once; their guards must exclude each other.");

                chosen = rule;
            }

            return chosen;
        }

        /// <summary>The guards of a trigger in words, each wording once; null where the state does not know the trigger.</summary>
        public List<string>? GuardsOf(TTrigger trigger)
        {
            List<string>? guards = null;
            foreach (var rule in Rules)
            {
                if (!rule.IsFor(trigger))
                    continue;

                guards ??= [];
                foreach (var guard in rule.GuardInfos)
                {
                    if (!guards.Contains(guard.Description, StringComparer.Ordinal))
                        guards.Add(guard.Description);
                }
            }

            return guards;
        }
    }
}
