namespace SopAsCode.Model;

/// <summary>What can be true of a run when it enters a state.</summary>
internal enum FactKind
{
    /// <summary>The run can get here.</summary>
    Reached,

    /// <summary>No checkpoint was approved on the way.</summary>
    Unapproved,

    /// <summary>The current value of a type was made by an AI, or from such a value, and nobody approved it.</summary>
    Tainted,

    /// <summary>A question over such a value chose the way.</summary>
    Chosen,

    /// <summary>The current value of a type was approved.</summary>
    Approved,

    /// <summary>The value of a type was approved, and then made anew by something that is no person.</summary>
    Replaced,
}

/// <summary>A fact; the type is empty where it is about none.</summary>
internal readonly record struct Fact(FactKind Kind, string Type = "");

/// <summary>The walk behind <see cref="WriteEffects"/>.</summary>
internal sealed class FactWalk
{
    private readonly FlowGraph _graph;
    private readonly Dictionary<string, HashSet<string>> _readBy = new(StringComparer.Ordinal);
    private readonly Dictionary<(int State, Fact Fact), Arrival?> _seen = [];
    private readonly Dictionary<int, List<(Fact Fact, int Length)>> _at = [];

    public FactWalk(FlowGraph graph)
    {
        _graph = graph;
        foreach (var condition in graph.Sop.Conditions)
        {
            _readBy[condition.Name] = Reads(condition.Parameters);
        }

        Walk();
    }

    /// <summary>The unsafe writes, one per step.</summary>
    public List<UnsafeWrite> Unsafe()
    {
        List<UnsafeWrite> found = [];
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            if (step.HasWriteEffect && step.Limit is not { IsComplete: true } && Worst(state, step) is { } unsafeWrite)
            {
                found.Add(unsafeWrite);
            }
        }

        return found;
    }

    private UnsafeWrite? Worst(int state, StepModel step)
    {
        var reads = Reads(step.Method.Parameters);
        (Fact Fact, UnsafeWriteKind Kind, int Length)? worst = null;
        foreach (var (fact, length) in _at.TryGetValue(state, out var facts) ? facts : [])
        {
            var offence = Offence(fact, step, reads);
            if (offence is { } kind && (worst is not { } known || (length, kind).CompareTo((known.Length, known.Kind)) < 0))
            {
                worst = (fact, kind, length);
            }
        }

        return worst is { } one ? Explain(state, step, one.Fact, one.Kind) : null;
    }

    private static UnsafeWriteKind? Offence(Fact fact, StepModel step, HashSet<string> reads) => fact.Kind switch
    {
        FactKind.Replaced when reads.Contains(fact.Type) => UnsafeWriteKind.Replaced,
        FactKind.Tainted when reads.Contains(fact.Type) => UnsafeWriteKind.UnreviewedAi,
        FactKind.Chosen => UnsafeWriteKind.UnreviewedAi,
        FactKind.Reached when step.Kind == StepKind.Ai => UnsafeWriteKind.UnreviewedAi,
        FactKind.Unapproved => UnsafeWriteKind.Unapproved,
        _ => null,
    };

    private UnsafeWrite Explain(int state, StepModel step, Fact fact, UnsafeWriteKind kind)
    {
        List<int> path = [state];
        int? origin = null;
        var last = _seen[(state, fact)]?.Edge;
        for (var arrival = _seen[(state, fact)]; arrival is { } hop; arrival = _seen[(hop.Edge.From, hop.Before)])
        {
            path.Insert(0, hop.Edge.From);
            if (origin is null && hop.Before.Kind != fact.Kind && fact.Kind is not (FactKind.Unapproved or FactKind.Reached))
            {
                origin = hop.Edge.From;
            }
        }

        return new(state, kind, path, last)
        {
            Origin = origin,
            Value = fact.Type.Length == 0 ? null : step.Method.Parameters.First(parameter => parameter.Type.Key == fact.Type).Type,
        };
    }

    private void Walk()
    {
        if (_graph.Sop.Steps.Count == 0)
        {
            return;
        }

        Queue<(int State, Fact Fact, int Length)> open = new();
        Arrive(0, new(FactKind.Reached), 0, null, open);
        Arrive(0, new(FactKind.Unapproved), 0, null, open);
        while (open.Count > 0)
        {
            var (state, fact, length) = open.Dequeue();
            foreach (var edge in _graph.From(state))
            {
                if (edge.Cause is EdgeCause.Declared or EdgeCause.Implied)
                {
                    foreach (var next in Across(edge, fact))
                    {
                        Arrive(edge.To, next, length + 1, new Arrival(edge, fact), open);
                    }
                }
            }
        }
    }

    private void Arrive(int state, Fact fact, int length, Arrival? arrival, Queue<(int State, Fact Fact, int Length)> open)
    {
        if (_seen.ContainsKey((state, fact)))
        {
            return;
        }

        _seen.Add((state, fact), arrival);
        if (!_at.TryGetValue(state, out var facts))
        {
            _at[state] = facts = [];
        }

        facts.Add((fact, length));
        open.Enqueue((state, fact, length));
    }

    private IEnumerable<Fact> Across(FlowEdge edge, Fact fact)
    {
        var step = _graph.Sop.Steps[edge.From];

        // A limit is checked before the step starts, on what was known then.
        if (fact.Kind == FactKind.Tainted && step.Limit?.When is { } limit && IsRead(limit.Name, fact.Type)
            && edge.Trigger is SopTrigger.Complete or SopTrigger.LeaveLimit)
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

    // What is true behind a step of what was true before it.
    private static IEnumerable<Fact> Behind(FlowEdge edge, StepModel step, Fact fact) => edge.Trigger switch
    {
        SopTrigger.Approve => BehindApproval(step, fact),
        SopTrigger.Complete => BehindWork(step, fact),
        _ => [fact],
    };

    private static IEnumerable<Fact> BehindApproval(StepModel step, Fact fact)
    {
        var shown = Reads(step.Method.Parameters);
        if (step.Method.Result is { } corrected)
        {
            shown.Add(corrected.Key);
        }

        return fact.Kind switch
        {
            FactKind.Reached => [fact, .. shown.Select(type => new Fact(FactKind.Approved, type))],
            FactKind.Unapproved or FactKind.Chosen => [],
            FactKind.Tainted or FactKind.Replaced => shown.Contains(fact.Type) ? [] : [fact],
            _ => [fact],
        };
    }

    private static List<Fact> BehindWork(StepModel step, Fact fact)
    {
        var made = step.Method.Result?.Key;
        switch (fact.Kind)
        {
            case FactKind.Reached:
                return step.Kind == StepKind.Ai && made is not null ? [fact, new(FactKind.Tainted, made)] : [fact];
            case FactKind.Tainted:
                List<Fact> after = made == fact.Type ? [] : [fact];
                if (made is not null && step.Kind != StepKind.Ai && Reads(step.Method.Parameters).Contains(fact.Type))
                {
                    after.Add(new(FactKind.Tainted, made));
                }

                return after;
            case FactKind.Approved when made == fact.Type:
                return step.Kind == StepKind.Human ? [] : [new(FactKind.Replaced, fact.Type)];
            case FactKind.Replaced when made == fact.Type && step.Kind == StepKind.Human:
                return [];
            default:
                return [fact];
        }
    }

    private bool IsRead(string condition, string type) => _readBy.TryGetValue(condition, out var types) && types.Contains(type);

    private static HashSet<string> Reads(EquatableArray<ParameterModel> parameters) =>
        new(parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(parameter => parameter.Type.Key), StringComparer.Ordinal);

    private sealed record Arrival(FlowEdge Edge, Fact Before);
}
