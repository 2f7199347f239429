using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>The search behind <see cref="WriteEffects"/> and <see cref="Taint"/>.</summary>
internal sealed class UnsafeWriteSearch
{
    private readonly FlowGraph _graph;
    private readonly FactRules _rules;
    private readonly FactWalk _walk;

    public UnsafeWriteSearch(FlowGraph graph)
    {
        _graph = graph;
        _rules = new(graph);
        _walk = new(graph, _rules, isAboutReaders: true, new Fact(FactKind.Reached), new Fact(graph.Sop.HasApprovedInput ? FactKind.Approved : FactKind.Unapproved));
    }

    private delegate UnsafeWriteKind? Offending(Fact fact, StepModel step, HashSet<string> reads);

    /// <summary>The unsafe writes, one per step.</summary>
    public List<UnsafeWrite> Unsafe(Func<UnsafeWriteKind, int> weight)
    {
        UnsafeWriteKind? Weighed(Fact fact, StepModel step, HashSet<string> reads) => Offence(fact, step, reads) is { } kind && weight(kind) > 0 ? kind : null;

        var found = All(step => step.NeedsApproval, Weighed, weight);
        found = weight(UnsafeWriteKind.NothingShown) > 0 ? WithNothingShown(found, weight) : found;
        return weight(UnsafeWriteKind.LeftByAi) > 0 || weight(UnsafeWriteKind.LeftBeside) > 0 ? WithLeft(found, weight) : found;
    }

    // What an AI left in a tool is no value of the run.
    private List<UnsafeWrite> WithLeft(List<UnsafeWrite> found, Func<UnsafeWriteKind, int> weight)
    {
        var byStep = found.ToDictionary(write => write.Step);
        foreach (var left in LeftInTools.Of(_graph).Where(left => weight(left.Kind) > 0))
        {
            if (!byStep.TryGetValue(left.Step, out var other)
                || (-weight(left.Kind), left.Path.Count, left.Kind).CompareTo((-weight(other.Kind), other.Path.Count, other.Kind)) < 0)
            {
                byStep[left.Step] = left;
            }
        }

        return [.. byStep.Values.OrderBy(write => write.Step)];
    }

    // A value that was not shown is worse where nothing else was shown either; only then the ways have to be gone once more.
    private List<UnsafeWrite> WithNothingShown(List<UnsafeWrite> found, Func<UnsafeWriteKind, int> weight)
    {
        var byStep = found.ToDictionary(write => write.Step);
        var isMoreThanOne = _graph.Edges.Where(_graph.IsApproval).Select(edge => edge.From).Distinct().Skip(1).Any();
        for (var state = 0; state < _graph.Fallback; state++)
        {
            if (!_graph.Sop.Steps[state].NeedsApproval
                || !(isMoreThanOne || _walk.At(state).Any(known => known.Fact.Kind == FactKind.NotShown))
                || ShownValues.Nothing(_graph, state) is not { } nothing)
            {
                continue;
            }

            if (!byStep.TryGetValue(state, out var other))
            {
                byStep[state] = nothing;
            }
            else if ((-weight(nothing.Kind), nothing.Path.Count, nothing.Kind).CompareTo((-weight(other.Kind), other.Path.Count, other.Kind)) < 0)
            {
                // Whoever mends it mends all that is unsafe about it.
                byStep[state] = nothing with { Arrivals = [.. _graph.Edges.Where(edge => other.Arrivals.Contains(edge) || nothing.Arrivals.Contains(edge))], MadeByAi = other.MadeByAi };
            }
        }

        return [.. byStep.Values.OrderBy(write => write.Step)];
    }

    /// <summary>The hand-offs that hand over a value that an AI made and nobody approved, or to which such a value led, one per step.</summary>
    public List<UnsafeWrite> UnreviewedHandoffs() => All(step => step.Handoff is not null, OffenceOfHandoff, static _ => 1);

    /// <summary>The hand-offs on a way on which nobody approved what is handed over, one per step.</summary>
    public List<UnsafeWrite> UnapprovedHandoffs() => All(step => step.Handoff is not null, OffenceOfApproval, static _ => 1);

    /// <summary>The hand-offs to SOPs that take their input as approved, on a way on which it is not, one per step.</summary>
    public List<UnsafeWrite> UnapprovedInputs() => All(step => step.ApprovedHandoff is not null, Offence, static _ => 1);

    /// <summary>The edges on which a value that an AI made and nobody approved was asked about.</summary>
    public IEnumerable<AiChoice> Choices()
    {
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            foreach (var edge in PathSearch.From(_graph, state))
            {
                if (edge.CarriesOutput ? edge.Asked.Count == 0 : edge.Trigger != SopTrigger.LeaveLimit)
                {
                    continue;
                }

                var before = _walk.At(state).Select(found => found.Fact).Where(fact => fact.Kind is FactKind.Reached or FactKind.Tainted).ToList();
                var asked = before.Where(fact => fact.Kind == FactKind.Tainted && !edge.CarriesOutput)
                    .Concat(before.SelectMany(fact => _rules.Across(edge, fact)).Where(fact => fact.Kind == FactKind.Tainted && edge.CarriesOutput))
                    .Select(fact => fact.Type)
                    .Distinct(StringComparer.Ordinal)
                    .Where(type => edge.CarriesOutput ? edge.Asked.Any(condition => _rules.IsRead(condition, type)) : _rules.Question(edge, type) is not null)
                    .ToList();
                var values = Uses(step, asked).ToList();

                // What another condition decides after it is not decided by the AI.
                if (values.Count > 0 && (edge.Condition is not { } last || values.Exists(value => _rules.IsRead(last, value.Key))))
                {
                    yield return new(edge, _rules.Question(edge, values[0].Key)!, values);
                }
            }
        }
    }

    /// <summary>The unreviewed AI value that reaches a step that reads it on the shortest path, with everything that a fix needs.</summary>
    public UnsafeWrite? Unreviewed(int state) => Worst(state, _graph.Sop.Steps[state], OffenceOfValue, static _ => 1);

    /// <summary>That value and the AI step behind it, without the path from the start, because that may be long.</summary>
    public (TypeUse Value, int Maker)? UnreviewedValue(int state)
    {
        var step = _graph.Sop.Steps[state];
        // Whoever reads an unreviewed value may act on it, also where a hand-off hands over something else.
        var reads = step.Kind == StepKind.Handoff ? _graph.UsesOf(state).Reads : Used(state, step);
        foreach (var (fact, _) in _walk.At(state))
        {
            if (OffenceOfValue(fact, step, reads) is null)
            {
                continue;
            }

            var hop = _walk.ArrivalOf(state, fact);
            while (hop is { Before.Kind: FactKind.Tainted })
            {
                hop = _walk.ArrivalOf(hop.Edge.From, hop.Before);
            }

            return hop is null ? null : (step.Method.Parameters.First(parameter => parameter.Type.Key == fact.Type).Type, hop.Edge.From);
        }

        return null;
    }

    /// <summary>The types of the values that an AI made and nobody approved, if they are still read later.</summary>
    public IEnumerable<string> TaintedAt(int state) => _walk.At(state).Where(found => found.Fact.Kind == FactKind.Tainted).Select(found => found.Fact.Type);

    private List<UnsafeWrite> All(Func<StepModel, bool> counts, Offending offence, Func<UnsafeWriteKind, int> weigh)
    {
        List<UnsafeWrite> found = [];
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            if (counts(step) && Worst(state, step, offence, weigh) is { } unsafeWrite)
            {
                found.Add(unsafeWrite);
            }
        }

        return found;
    }

    // Prefers the kind with the largest weight, then the shortest path, then the kind that is declared first.
    private UnsafeWrite? Worst(int state, StepModel step, Offending offence, Func<UnsafeWriteKind, int> weigh)
    {
        var reads = Used(state, step);
        (Fact Fact, UnsafeWriteKind Kind, int Length, int Weight)? worst = null;
        foreach (var (fact, length) in _walk.At(state))
        {
            if (offence(fact, step, reads) is { } kind && weigh(kind) is var weight
                && (worst is not { } known || (-weight, length, kind).CompareTo((-known.Weight, known.Length, known.Kind)) < 0))
            {
                worst = (fact, kind, length, weight);
            }
        }

        return worst is { } one ? Explain(state, step, reads, one.Fact, one.Kind, offence) : null;
    }

    // What a checkpoint shows for context is not used there.
    private HashSet<string> Used(int state, StepModel step)
    {
        var uses = _graph.UsesOf(state);
        return step.Kind switch
        {
            StepKind.Handoff => uses.HandedOver,
            StepKind.Checkpoint => new(uses.Reads.Where(uses.Approved.Contains), StringComparer.Ordinal),
            _ => uses.Reads,
        };
    }

    private static UnsafeWriteKind? OffenceOfValue(Fact fact, StepModel step, HashSet<string> reads) =>
        fact.Kind == FactKind.Tainted && reads.Contains(fact.Type) ? UnsafeWriteKind.UnreviewedAi : null;

    // The other SOP must have its own writes approved, so the hand-off itself needs no approval.
    private static UnsafeWriteKind? OffenceOfHandoff(Fact fact, StepModel step, HashSet<string> reads) =>
        fact.Kind == FactKind.Chosen ? UnsafeWriteKind.UnreviewedAi : OffenceOfValue(fact, step, reads);

    private static UnsafeWriteKind? OffenceOfApproval(Fact fact, StepModel step, HashSet<string> reads) =>
        fact.Kind is FactKind.Tainted or FactKind.Chosen ? null : Offence(fact, step, reads);

    private static UnsafeWriteKind? Offence(Fact fact, StepModel step, HashSet<string> reads) => fact.Kind switch
    {
        FactKind.MadeAfter when reads.Contains(fact.Type) => UnsafeWriteKind.MadeAfter,
        FactKind.Tainted when reads.Contains(fact.Type) => UnsafeWriteKind.UnreviewedAi,
        FactKind.Chosen => UnsafeWriteKind.UnreviewedAi,
        FactKind.Reached when step.Kind == StepKind.Ai => UnsafeWriteKind.UnreviewedAi,
        FactKind.Unapproved => UnsafeWriteKind.Unapproved,
        FactKind.NotShown when reads.Contains(fact.Type) => UnsafeWriteKind.NotShown,
        _ => null,
    };

    private IEnumerable<TypeUse> Uses(StepModel step, List<string> types) => _graph.Sop.Conditions.SelectMany(condition => condition.Parameters)
        .Select(parameter => parameter.Type)
        .Concat(step.Makes)
        .Where(type => types.Contains(type.Key))
        .GroupBy(type => type.Key, StringComparer.Ordinal)
        .Select(same => same.First());

    private UnsafeWrite Explain(int state, StepModel step, HashSet<string> reads, Fact fact, UnsafeWriteKind kind, Offending offence)
    {
        List<int> path = [state];
        List<FlowEdge> hops = [];
        var unsafeWrite = new UnsafeWrite(state, kind, path) { Maker = fact.Kind == FactKind.Reached ? state : null };
        var after = fact;
        for (var arrival = _walk.ArrivalOf(state, fact); arrival is { } hop; arrival = _walk.ArrivalOf(hop.Edge.From, hop.Before))
        {
            path.Add(hop.Edge.From);
            hops.Add(hop.Edge);
            unsafeWrite = Told(unsafeWrite, hop, after);
            after = hop.Before;
        }

        path.Reverse();
        hops.Reverse();
        return unsafeWrite with
        {
            Hops = hops,
            Approver = kind is UnsafeWriteKind.MadeAfter or UnsafeWriteKind.NotShown ? hops.FindLast(_graph.IsApproval)?.From : null,
            Value = fact.Type.Length == 0 ? null : step.Method.Parameters.FirstOrDefault(parameter => parameter.Type.Key == fact.Type)?.Type ?? step.Handoff?.Target.Input,
            Arrivals = [.. _graph.Edges.Where(edge => edge.To == state && edge.IsStated && Offends(edge, step, reads, offence))],
            MadeByAi = [.. _walk.At(state).Where(found => found.Fact.Kind == FactKind.Tainted && reads.Contains(found.Fact.Type)).Select(found => found.Fact.Type)],
        };
    }

    // Adds the step on the path at which a fact became true.
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
        (FactKind.Approved, FactKind.MadeAfter) or (FactKind.Unapproved, FactKind.MadeBefore) or (FactKind.Reached, FactKind.Made) => told with { Maker = hop.Edge.From },
        _ => told,
    };

    // Whether a fact at the end of an edge makes the write unsafe, on any path to that edge.
    private bool Offends(FlowEdge edge, StepModel step, HashSet<string> reads, Offending offence) =>
        _walk.At(edge.From).SelectMany(found => _rules.Across(edge, found.Fact)).Any(fact => offence(fact, step, reads) is not null);
}
