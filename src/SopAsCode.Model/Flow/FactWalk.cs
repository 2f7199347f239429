namespace SopAsCode.Model;

/// <summary>The walk behind <see cref="WriteEffects"/> and <see cref="Taint"/>.</summary>
internal sealed class FactWalk
{
    private readonly FlowGraph _graph;
    private readonly FactRules _rules;
    private readonly Dictionary<(int State, Fact Fact), Arrival?> _seen = [];
    private readonly Dictionary<int, List<(Fact Fact, int Length)>> _at = [];

    public FactWalk(FlowGraph graph)
    {
        _graph = graph;
        _rules = new(graph);
        Walk();
    }

    private delegate UnsafeWriteKind? Offending(Fact fact, StepModel step, HashSet<string> reads);

    /// <summary>The unsafe writes, one per step.</summary>
    public List<UnsafeWrite> Unsafe(Func<UnsafeWriteKind, int> weight)
    {
        var offence = Weighed(weight);
        List<UnsafeWrite> found = [];
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            if (step.HasWriteEffect && step.Limit is not { IsComplete: true } && Worst(state, step, offence, weight) is { } unsafeWrite)
            {
                found.Add(unsafeWrite);
            }
        }

        return found;
    }

    /// <summary>The value that an AI made and nobody approved, and that a step reads after the shortest way.</summary>
    public UnsafeWrite? Unreviewed(int state) => Worst(
        state, _graph.Sop.Steps[state], static (fact, _, reads) => fact.Kind == FactKind.Tainted && reads.Contains(fact.Type) ? UnsafeWriteKind.UnreviewedAi : null, static _ => 1);

    /// <summary>The types of the values that an AI made and nobody approved, when a run enters a state.</summary>
    public IEnumerable<string> TaintedAt(int state) => FactsAt(state).Where(found => found.Fact.Kind == FactKind.Tainted).Select(found => found.Fact.Type);

    private static Offending Weighed(Func<UnsafeWriteKind, int> weight) =>
        (fact, step, reads) => Offence(fact, step, reads) is { } kind && weight(kind) > 0 ? kind : null;

    // The kind that weighs most; of those the shortest way; of those the kind that says most.
    private UnsafeWrite? Worst(int state, StepModel step, Offending offence, Func<UnsafeWriteKind, int> weigh)
    {
        var reads = FactRules.Reads(step.Method.Parameters);
        (Fact Fact, UnsafeWriteKind Kind, int Length, int Weight)? worst = null;
        foreach (var (fact, length) in FactsAt(state))
        {
            if (offence(fact, step, reads) is { } kind && weigh(kind) is var weight
                && (worst is not { } known || (-weight, length, kind).CompareTo((-known.Weight, known.Length, known.Kind)) < 0))
            {
                worst = (fact, kind, length, weight);
            }
        }

        return worst is { } one ? Explain(state, step, reads, one.Fact, one.Kind, offence) : null;
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

    private UnsafeWrite Explain(int state, StepModel step, HashSet<string> reads, Fact fact, UnsafeWriteKind kind, Offending offence)
    {
        List<int> path = [state];
        var unsafeWrite = new UnsafeWrite(state, kind, path) { Maker = fact.Kind == FactKind.Reached ? state : null };
        var after = fact;
        for (var arrival = _seen[(state, fact)]; arrival is { } hop; arrival = _seen[(hop.Edge.From, hop.Before)])
        {
            path.Insert(0, hop.Edge.From);
            unsafeWrite = Told(unsafeWrite, hop, after);
            after = hop.Before;
        }

        return unsafeWrite with
        {
            Value = fact.Type.Length == 0 ? null : step.Method.Parameters.First(parameter => parameter.Type.Key == fact.Type).Type,
            Arrivals = [.. _graph.Edges.Where(edge => edge.To == state && IsFollowed(edge) && Offends(edge, step, reads, offence))],
            MadeByAi = [.. FactsAt(state).Where(found => found.Fact.Kind == FactKind.Tainted && reads.Contains(found.Fact.Type)).Select(found => found.Fact.Type)],
        };
    }

    // Where on the way something became true.
    private UnsafeWrite Told(UnsafeWrite told, Arrival hop, Fact after) => (hop.Before.Kind, after.Kind) switch
    {
        (FactKind.Tainted, FactKind.Chosen) => told with { Asker = hop.Edge.From, Question = _rules.Question(hop.Edge, hop.Before.Type) },
        (FactKind.Reached, FactKind.Chosen) => told with
        {
            Asker = hop.Edge.From,
            Question = _graph.Sop.Steps[hop.Edge.From].Makes.Select(made => _rules.Question(hop.Edge, made.Key)).FirstOrDefault(question => question is not null),
            Maker = hop.Edge.From,
        },
        (FactKind.Reached, FactKind.Tainted) => told with { Maker = hop.Edge.From },
        (FactKind.Approved, FactKind.Replaced) => told with { Maker = told.Maker ?? hop.Edge.From },
        (FactKind.Reached, FactKind.Approved) => told with { Approver = hop.Edge.From },
        _ => told,
    };

    // Whether something on the far side of an edge offends, by whichever way it got there.
    private bool Offends(FlowEdge edge, StepModel step, HashSet<string> reads, Offending offence) =>
        FactsAt(edge.From).SelectMany(found => _rules.Across(edge, found.Fact)).Any(fact => offence(fact, step, reads) is not null);

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
            foreach (var edge in _graph.From(state).Where(IsFollowed))
            {
                foreach (var next in _rules.Across(edge, fact))
                {
                    Arrive(edge.To, next, length + 1, new Arrival(edge, fact), open);
                }
            }
        }
    }

    // What leads to the manual path because nothing else is said, a person sees. A retry inside the step changes nothing.
    private static bool IsFollowed(FlowEdge edge) => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false };

    private List<(Fact Fact, int Length)> FactsAt(int state) => _at.TryGetValue(state, out var facts) ? facts : [];

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

    private sealed record Arrival(FlowEdge Edge, Fact Before);
}
