using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The configuration as data: configured states first, then those that are only led to by a fixed transition.</summary>
    /// <returns>A description that later configuration does not change.</returns>
    public StateMachineInfo GetInfo()
    {
        var infos = new Dictionary<TState, StateInfo>();
        foreach (var node in _nodes.Values)
            infos.Add(node.State, new StateInfo(node.State, node.Entry.Infos, node.Exit.Infos));

        foreach (var node in _nodes.Values)
        {
            foreach (var rule in node.Rules.OfType<FixedRule>())
                infos.TryAdd(rule.Destination, new StateInfo(rule.Destination, [], []));
        }

        foreach (var node in _nodes.Values)
        {
            foreach (var rule in node.Rules)
                infos[node.State].Add(Describe(rule, infos));
        }

        return new StateMachineInfo(new StateInfo(_initial, [], []), [.. infos.Values], typeof(TState), typeof(TTrigger));
    }

    private static TransitionInfo Describe(Rule rule, Dictionary<TState, StateInfo> infos)
    {
        var trigger = new TriggerInfo(rule.Trigger);
        return rule switch
        {
            FixedRule to => new FixedTransitionInfo(trigger, rule.GuardInfos, infos[to.Destination]),
            DynamicRule to => new DynamicTransitionInfo(trigger, rule.GuardInfos, to.SelectorInfo, to.PossibleDestinations),
            _ => new IgnoredTransitionInfo(trigger, rule.GuardInfos),
        };
    }
}
