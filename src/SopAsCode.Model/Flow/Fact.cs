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
        types.UnionWith(HandedOver(step));
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
        var step = _graph.Sop.Steps[edge.From];

        // A limit is checked before the step starts, with the values of that time, so it was checked on every edge out of the step.
        if (fact.Kind == FactKind.Tainted && step.Limit?.When is { } limit && IsRead(limit.Name, fact.Type))
        {
            yield return new(FactKind.Chosen);
        }

        foreach (var after in Behind(edge, step, fact))
        {
            yield return after;
            if (after.Kind == FactKind.Tainted && edge.CarriesOutput && edge.Asked.Any(condition => IsRead(condition, after.Type)))
            {
                yield return new(FactKind.Chosen);
            }
        }
    }

    private IEnumerable<Fact> Behind(FlowEdge edge, StepModel step, Fact fact) => edge.Trigger switch
    {
        SopTrigger.Approve when step.ApprovesNothing && _graph.CanComeBackUnapproved(edge.From) => WithoutApproval(step, fact).Append(fact).SelectMany(before => BehindWork(step, before)).Distinct(),
        SopTrigger.Approve or SopTrigger.Complete => _graph.IsApproval(edge) && !_ignoresApprovals ? BehindApproval(step, fact) : BehindWork(step, fact),

        // The reason of a reject is written by a person.
        SopTrigger.Reject when fact.Type == DefiniteValues.Rejection => [],

        // A no, or no answer, takes back what was said yes to before.
        SopTrigger.Reject or SopTrigger.TimeOut when step.Kind == StepKind.Checkpoint => WithoutApproval(step, fact),
        _ => [fact],
    };

    // What was shown there is as if nobody had approved it yet.
    private static IEnumerable<Fact> WithoutApproval(StepModel step, Fact fact) => fact.Kind switch
    {
        FactKind.Reached => [fact, new(FactKind.Unapproved)],
        FactKind.Approved => [],
        FactKind.Made => step.Approved.Any(shown => shown.Type.Key == fact.Type) ? [fact, new(FactKind.MadeBefore, fact.Type)] : [fact],
        FactKind.MadeAfter or FactKind.NotShown => [new(FactKind.MadeBefore, fact.Type)],
        _ => [fact],
    };

    private static IEnumerable<Fact> BehindApproval(StepModel step, Fact fact)
    {
        var shown = Approved(step);
        return fact.Kind switch
        {
            FactKind.Reached => [fact, new(FactKind.Approved), .. Made(step)],
            FactKind.Unapproved or FactKind.Approved or FactKind.Chosen => [],
            FactKind.Tainted => shown.Contains(fact.Type) ? [] : [fact],
            FactKind.MadeBefore or FactKind.MadeAfter or FactKind.NotShown => shown.Contains(fact.Type) ? [] : [new(FactKind.NotShown, fact.Type)],
            _ => [fact],
        };
    }

    // What an AI made: this step, or one of another SOP.
    private static IEnumerable<string> OfAi(StepModel step) => step.Kind == StepKind.Ai
        ? step.Makes.Select(made => made.Key)
        : step.Handoffs.Where(handoff => handoff is { IsResultUnreviewed: true, Result: not null }).Select(handoff => handoff.Result!.Key);

    private static IEnumerable<Fact> Made(StepModel step) => step.Makes.Select(made => new Fact(FactKind.Made, made.Key));

    private List<Fact> BehindWork(StepModel step, Fact fact)
    {
        var makesIt = step.Makes.Any(made => made.Key == fact.Type);
        return fact.Kind switch
        {
            FactKind.Reached => [fact, .. Made(step), .. OfAi(step).Select(made => new Fact(FactKind.Tainted, made))],
            FactKind.Tainted => Derived(step, makesIt, fact),
            FactKind.Unapproved => [fact, .. step.Makes.Select(made => new Fact(FactKind.MadeBefore, made.Key))],
            FactKind.Approved => [fact, .. step.Makes.Select(made => new Fact(FactKind.MadeAfter, made.Key))],
            FactKind.MadeBefore or FactKind.MadeAfter or FactKind.NotShown when makesIt => [],
            _ => [fact],
        };
    }

    // A value made from an AI's value is an AI's value; a value made without it replaces it. For a value handed to another SOP, the summary of that SOP says
    // what becomes of it.
    private List<Fact> Derived(StepModel step, bool makesIt, Fact fact)
    {
        List<Fact> after = makesIt ? [] : [fact];
        if (step.Handoffs.Count > 0)
        {
            var isHandedOver = HandedOver(step).Contains(fact.Type);
            after.AddRange(step.Handoffs.Where(handoff => isHandedOver && handoff is { IsResultOfInput: true, Result: not null }).Select(handoff => new Fact(FactKind.Tainted, handoff.Result!.Key)));
        }
        else if ((_isAboutInput || step.Kind != StepKind.Ai) && Reads(step.Method.Parameters).Contains(fact.Type))
        {
            after.AddRange(step.Makes.Select(made => new Fact(FactKind.Tainted, made.Key)));
        }

        return after;
    }

    /// <summary>Whether a condition reads a type.</summary>
    public bool IsRead(string condition, string type) => _readBy.TryGetValue(condition, out var types) && types.Contains(type);
}
