namespace SopAsCode.Model;

/// <summary>The search behind <see cref="WriteEffects"/>.</summary>
internal sealed class UnsafeWriteSearch
{
    private readonly FlowGraph _graph;
    private readonly FactRules _rules;
    private readonly Func<UnsafeWriteKind, int> _weight;
    private readonly FactWalk _walk;

    public UnsafeWriteSearch(FlowGraph graph, Func<UnsafeWriteKind, int> weight)
    {
        _graph = graph;
        _rules = new(graph);
        _weight = weight;
        _walk = new(graph, _rules, isAboutReaders: true, new Fact(FactKind.Reached), new Fact(FactKind.Unapproved));
    }

    /// <summary>The unsafe ones of some steps, one per step.</summary>
    public List<UnsafeWrite> Unsafe(Func<StepModel, bool> counts)
    {
        List<UnsafeWrite> found = [];
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            if (counts(step) && Worst(state, step) is { } unsafeWrite)
            {
                found.Add(unsafeWrite);
            }
        }

        return found;
    }

    // The kind that weighs most; of those the shortest way; of those the kind that says most.
    private UnsafeWrite? Worst(int state, StepModel step)
    {
        var reads = step.Kind == StepKind.Handoff ? FactRules.HandedOver(step) : FactRules.Reads(step.Method.Parameters);
        (Fact Fact, UnsafeWriteKind Kind, int Length, int Weight)? worst = null;
        foreach (var (fact, length) in _walk.At(state))
        {
            if (Offence(fact, step, reads) is { } kind && _weight(kind) is > 0 and var weight
                && (worst is not { } known || (-weight, length, kind).CompareTo((-known.Weight, known.Length, known.Kind)) < 0))
            {
                worst = (fact, kind, length, weight);
            }
        }

        return worst is { } one ? Explain(state, step, reads, one.Fact, one.Kind) : null;
    }

    private static UnsafeWriteKind? Offence(Fact fact, StepModel step, HashSet<string> reads) => fact.Kind switch
    {
        FactKind.Tainted when reads.Contains(fact.Type) => UnsafeWriteKind.UnreviewedAi,
        FactKind.Chosen => UnsafeWriteKind.UnreviewedAi,

        // Who approves what another SOP writes is that SOP's matter.
        _ when step.Kind == StepKind.Handoff => null,
        FactKind.Replaced when reads.Contains(fact.Type) => UnsafeWriteKind.Replaced,
        FactKind.Reached when step.Kind == StepKind.Ai => UnsafeWriteKind.UnreviewedAi,
        FactKind.Unapproved => UnsafeWriteKind.Unapproved,
        _ => null,
    };

    private UnsafeWrite Explain(int state, StepModel step, HashSet<string> reads, Fact fact, UnsafeWriteKind kind)
    {
        List<int> path = [state];
        var unsafeWrite = new UnsafeWrite(state, kind, path) { Maker = fact.Kind == FactKind.Reached ? state : null };
        var after = fact;
        for (var arrival = _walk.ArrivalOf(state, fact); arrival is { } hop; arrival = _walk.ArrivalOf(hop.Edge.From, hop.Before))
        {
            path.Add(hop.Edge.From);
            unsafeWrite = Told(unsafeWrite, hop, after);
            after = hop.Before;
        }

        path.Reverse();
        return unsafeWrite with
        {
            Value = fact.Type.Length == 0 ? null : step.Method.Parameters.FirstOrDefault(parameter => parameter.Type.Key == fact.Type)?.Type ?? step.Handoff?.Target.Input,
            Arrivals = [.. _graph.Edges.Where(edge => edge.To == state && FactWalk.IsFollowed(edge) && Offends(edge, step, reads))],
            MadeByAi = [.. _walk.At(state).Where(found => found.Fact.Kind == FactKind.Tainted && reads.Contains(found.Fact.Type)).Select(found => found.Fact.Type)],
        };
    }

    // Where on the way something became true.
    private UnsafeWrite Told(UnsafeWrite told, FactWalk.Arrival hop, Fact after) => (hop.Before.Kind, after.Kind) switch
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
    private bool Offends(FlowEdge edge, StepModel step, HashSet<string> reads) =>
        _walk.At(edge.From).SelectMany(found => _rules.Across(edge, found.Fact)).Any(fact => Offence(fact, step, reads) is { } kind && _weight(kind) > 0);
}
