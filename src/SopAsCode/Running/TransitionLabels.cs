using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>The labels of transitions. Where a state and a trigger determine the transition, no search is needed.</summary>
internal sealed class TransitionLabels
{
    private const int Triggers = (int)SopTrigger.DoneByHand + 1;

    private readonly SopDefinition _definition;
    private readonly TransitionDefinition?[] _only;

    public TransitionLabels(SopDefinition definition)
    {
        _definition = definition;
        _only = new TransitionDefinition?[definition.States.Count * Triggers];
        foreach (var ways in definition.Transitions.GroupBy(way => (definition.NumberOf(way.From) * Triggers) + (int)way.Trigger))
        {
            _only[ways.Key] = ways.Count() == 1 ? ways.First() : null;
        }
    }

    /// <summary>The transition of a state and a trigger; null when there is none or more than one.</summary>
    public TransitionDefinition? Only(int from, SopTrigger trigger) => _only[(from * Triggers) + (int)trigger];

    /// <summary>When a transition is taken, in words; null when it is always taken.</summary>
    public string? Find(int from, SopTrigger trigger, int to) =>
        _definition.Transitions.FirstOrDefault(way => way.Trigger == trigger && way.From == _definition.States[from] && way.To == _definition.States[to])?.Label;
}
