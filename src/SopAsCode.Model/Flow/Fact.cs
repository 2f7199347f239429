using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>What can be true of a run when it enters a state.</summary>
internal enum FactKind
{
    /// <summary>The run can get here.</summary>
    Reached,

    /// <summary>No checkpoint was approved on the path, or the run left the last checkpoint without an approval.</summary>
    Unapproved,

    /// <summary>A checkpoint was approved on the way, and nobody took that back.</summary>
    Approved,

    /// <summary>The current value of a type was made by an AI, or from such a value, and nobody approved it.</summary>
    Tainted,

    /// <summary>A condition or limit that reads such a value chose the path.</summary>
    Chosen,

    /// <summary>The current value of a type was made by a step: it is there, and is not the untouched input.</summary>
    Made,

    /// <summary>The current value of a type was made while no approval was in force.</summary>
    MadeBefore,

    /// <summary>The current value of a type was made after an approval, by something other than a checkpoint.</summary>
    MadeAfter,

    /// <summary>The current value of a type was there when a checkpoint was approved, and was not shown at it.</summary>
    NotShown,
}

/// <summary>A fact; the type is empty when the fact is not about a type.</summary>
internal readonly record struct Fact(FactKind Kind, string Type = "");

/// <summary>
/// The effect that a step, and the edge on which a run leaves it, have on a fact. The effect on one fact does not depend on the
/// other facts, so each fact can be followed by itself.
/// </summary>
internal sealed class FactRules
{
    private readonly FlowGraph _graph;
    private readonly bool _isAboutInput;
    private readonly bool _ignoresApprovals;
    private readonly Dictionary<string, HashSet<string>> _readBy = new(StringComparer.Ordinal);

    /// <summary>The rules for the steps of a flow.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="isAboutInput">
    /// The walk follows only the input. A value of an AI step is an AI's value whatever the step reads, so other walks need not follow
    /// what the step reads; this walk must.
    /// </param>
    /// <param name="ignoresApprovals">A value that an AI made stays an AI's value after an approval, because the walk finds where AI helped.</param>
    public FactRules(FlowGraph graph, bool isAboutInput = false, bool ignoresApprovals = false)
    {
        _graph = graph;
        _isAboutInput = isAboutInput;
        _ignoresApprovals = ignoresApprovals;
        foreach (var condition in graph.Sop.Conditions)
        {
            _readBy[condition.Name] = Reads(condition.Parameters);
        }
    }

    /// <summary>The types of the values that parameters ask for.</summary>
    public static HashSet<string> Reads(EquatableArray<ParameterModel> parameters) =>
        new(parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(parameter => parameter.Type.Key), StringComparer.Ordinal);

    /// <summary>The types of the values that a checkpoint approves: what it asks to approve, and what it hands back.</summary>
    public static HashSet<string> Approved(StepModel checkpoint) =>
        new(checkpoint.Approved.Select(shown => shown.Type.Key).Concat(checkpoint.Makes.Select(made => made.Key)), StringComparer.Ordinal);

    /// <summary>
    /// The types whose values a hand-off hands over. A body of the team makes its result from everything it reads; without a body, the
    /// hand-off hands over the current value of the other SOP's input unchanged.
    /// </summary>
    public static HashSet<string> HandedOver(StepModel step) =>
        step.Handoff?.Target.Input is not { } input ? new(StringComparer.Ordinal)
        : step.Method is { IsPartial: true, HasOwnImplementation: false } ? new([input.Key], StringComparer.Ordinal)
        : Reads(step.Method.Parameters);

    /// <summary>The types that a step reads or hands over, and all conditions that it names.</summary>
    public HashSet<string> ReadsOrAsks(StepModel step)
    {
        var types = Reads(step.Method.Parameters);
        if (step.Handoffs.Count > 0)
        {
            types.UnionWith(HandedOver(step));
        }

        foreach (var condition in References.ToConditions(step))
        {
            if (_readBy.TryGetValue(condition.Target.Name, out var asked))
            {
                types.UnionWith(asked);
            }
        }

        return types;
    }

    /// <summary>The condition or limit that reads a type before an edge is taken; null when there is none.</summary>
    public string? Question(FlowEdge edge, string type) =>
        edge.Asked.FirstOrDefault(condition => IsRead(condition, type))
        ?? (_graph.Sop.Steps[edge.From].Limit?.When is { } limit && IsRead(limit.Name, type) ? limit.Name : null);

    /// <summary>The facts at the end of an edge that follow from a fact at the step it leaves.</summary>
    public IEnumerable<Fact> Across(FlowEdge edge, Fact fact)
    {
        List<Fact> after = [];
        Across(edge, fact, after);
        return after;
    }

    /// <summary>Adds to a list the facts at the end of an edge that follow from a fact at the step it leaves.</summary>
    public void Across(FlowEdge edge, Fact fact, List<Fact> after)
    {
        var step = _graph.Sop.Steps[edge.From];

        // A limit is checked before the step starts, with the values of that time, so it was checked on every edge out of the step.
        if (fact.Kind == FactKind.Tainted && step.Limit?.When is { } limit && IsRead(limit.Name, fact.Type))
        {
            after.Add(new(FactKind.Chosen));
        }

        var at = after.Count;
        Behind(edge, step, fact, after);
        for (; edge.CarriesOutput && edge.Asked.Count > 0 && at < after.Count; at++)
        {
            if (after[at].Kind == FactKind.Tainted && IsAsked(edge, after[at].Type))
            {
                after.Insert(++at, new(FactKind.Chosen));
            }
        }
    }

    private bool IsAsked(FlowEdge edge, string type)
    {
        foreach (var condition in edge.Asked)
        {
            if (IsRead(condition, type))
            {
                return true;
            }
        }

        return false;
    }

    private void Behind(FlowEdge edge, StepModel step, Fact fact, List<Fact> after)
    {
        switch (edge.Trigger)
        {
            case SopTrigger.Approve when step.ApprovesNothing && _graph.CanComeBackUnapproved(edge.From):
                List<Fact> before = [];
                List<Fact> all = [];
                WithoutApproval(step, fact, before);
                before.Add(fact);
                before.ForEach(known => BehindWork(edge.From, step, known, all));
                after.AddRange(all.Distinct());
                break;

            case SopTrigger.Approve or SopTrigger.Complete when _graph.IsApproval(edge) && !_ignoresApprovals:
                BehindApproval(edge.From, step, fact, after);
                break;

            case SopTrigger.Approve or SopTrigger.Complete:
                BehindWork(edge.From, step, fact, after);
                break;

            // The reason of a reject is written by a person.
            case SopTrigger.Reject when fact.Type == DefiniteValues.Rejection:
                break;

            // A no, or no answer, takes back what was said yes to before.
            case SopTrigger.Reject or SopTrigger.TimeOut when step.Kind == StepKind.Checkpoint:
                WithoutApproval(step, fact, after);
                break;

            default:
                after.Add(fact);
                break;
        }
    }

    // What was shown there is as if nobody had approved it yet.
    private static void WithoutApproval(StepModel step, Fact fact, List<Fact> after)
    {
        switch (fact.Kind)
        {
            case FactKind.Approved:
                break;

            case FactKind.MadeAfter or FactKind.NotShown:
                after.Add(new(FactKind.MadeBefore, fact.Type));
                break;

            case FactKind.Reached:
                after.Add(fact);
                after.Add(new(FactKind.Unapproved));
                break;

            case FactKind.Made when step.Approved.Any(shown => shown.Type.Key == fact.Type):
                after.Add(fact);
                after.Add(new(FactKind.MadeBefore, fact.Type));
                break;

            default:
                after.Add(fact);
                break;
        }
    }

    private void BehindApproval(int state, StepModel step, Fact fact, List<Fact> after)
    {
        switch (fact.Kind)
        {
            case FactKind.Reached:
                after.Add(fact);
                after.Add(new(FactKind.Approved));
                AddMade(FactKind.Made, state, after);
                break;

            case FactKind.Unapproved or FactKind.Approved or FactKind.Chosen:
            case FactKind.Tainted or FactKind.MadeBefore or FactKind.MadeAfter or FactKind.NotShown when _graph.UsesOf(state).Approved.Contains(fact.Type):
                break;

            case FactKind.MadeBefore or FactKind.MadeAfter:
                after.Add(new(FactKind.NotShown, fact.Type));
                break;

            default:
                after.Add(fact);
                break;
        }
    }

    private void AddMade(FactKind kind, int state, List<Fact> after)
    {
        foreach (var made in _graph.UsesOf(state).Makes)
        {
            after.Add(new(kind, made.Key));
        }
    }

    private void BehindWork(int state, StepModel step, Fact fact, List<Fact> after)
    {
        switch (fact.Kind)
        {
            case FactKind.Reached:
                after.Add(fact);
                AddMade(FactKind.Made, state, after);
                AddMadeByAi(state, step, after);
                break;

            case FactKind.Tainted:
                AddDerived(state, step, fact, after);
                break;

            case FactKind.Unapproved:
                after.Add(fact);
                AddMade(FactKind.MadeBefore, state, after);
                break;

            case FactKind.Approved:
                after.Add(fact);
                AddMade(FactKind.MadeAfter, state, after);
                break;

            case FactKind.MadeBefore or FactKind.MadeAfter or FactKind.NotShown when Makes(state, fact.Type):
                break;

            default:
                after.Add(fact);
                break;
        }
    }

    // What an AI made: this step, or one of another SOP.
    private void AddMadeByAi(int state, StepModel step, List<Fact> after)
    {
        if (step.Kind == StepKind.Ai)
        {
            AddMade(FactKind.Tainted, state, after);
            return;
        }

        foreach (var handoff in step.Handoffs)
        {
            if (handoff is { IsResultUnreviewed: true, Result: { } result })
            {
                after.Add(new(FactKind.Tainted, result.Key));
            }
        }
    }

    // A value made from an AI's value is an AI's value; a value made without it replaces it. For a value handed to another SOP, the summary of that SOP says
    // what becomes of it.
    private void AddDerived(int state, StepModel step, Fact fact, List<Fact> after)
    {
        if (!Makes(state, fact.Type))
        {
            after.Add(fact);
        }

        if (step.Handoffs.Count > 0)
        {
            foreach (var handoff in _graph.UsesOf(state).HandedOver.Contains(fact.Type) ? step.Handoffs : [])
            {
                if (handoff is { IsResultOfInput: true, Result: { } result })
                {
                    after.Add(new(FactKind.Tainted, result.Key));
                }
            }
        }
        else if ((_isAboutInput || step.Kind != StepKind.Ai) && _graph.UsesOf(state).Reads.Contains(fact.Type))
        {
            AddMade(FactKind.Tainted, state, after);
        }
    }

    private bool Makes(int state, string type)
    {
        foreach (var made in _graph.UsesOf(state).Makes)
        {
            if (made.Key == type)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition reads a type.</summary>
    public bool IsRead(string condition, string type) => _readBy.TryGetValue(condition, out var types) && types.Contains(type);
}
