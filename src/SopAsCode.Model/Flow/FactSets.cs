using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// The facts that can be true at each state, without the paths on which they become true. It follows all values at once, so the cost of a flow
/// with thousands of steps and hundreds of values depends mostly on the number of steps. For the kinds reached, unapproved, tainted and chosen it
/// gives the same facts as <see cref="FactWalk"/>.
/// </summary>
internal sealed class FactSets
{
    private static readonly FactKind[] Plain = [FactKind.Reached, FactKind.Unapproved, FactKind.Chosen];

    private static readonly string[] KindNames = [.. Enum.GetNames(typeof(FactKind)).Select(name => $"({name})")];

    private readonly TypeSets _sets;

    /// <summary>Follows all stated paths.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="rules">The effect of steps and edges on a fact.</param>
    /// <param name="start">What is true at the start.</param>
    public FactSets(FlowGraph graph, FactRules rules, params Fact[] start)
    {
        var steps = graph.Sop.Steps;
        _sets = new(graph.StateCount, Plain.Select(kind => Name(new(kind))).Concat(start.Select(Name)).Concat(steps.SelectMany(step => step.Makes).Select(made => made.Key)));
        if (steps.Count == 0)
        {
            return;
        }

        // A step does not affect most values, so they pass it unchanged.
        Fact[][] touched = [.. steps.Select(step => Touched(rules, step))];
        ulong[][] masks = [.. touched.Select(facts => _sets.With(null, facts.Select(Name)))];
        foreach (var entry in graph.Entries)
        {
            _sets.Unite(entry, _sets.With(null, start.Select(Name)));
        }

        List<Fact> after = [];
        SortedSet<int> open = [.. graph.Entries];
        while (open.Count > 0)
        {
            var state = open.Min;
            open.Remove(state);
            if (state >= graph.Fallback)
            {
                continue;
            }

            foreach (var edge in PathSearch.From(graph, state))
            {
                after.Clear();
                foreach (var fact in touched[state])
                {
                    if (Holds(state, fact))
                    {
                        rules.Across(edge, fact, after);
                    }
                }

                var names = after.Where(static fact => fact.Kind == FactKind.Tainted || Plain.Contains(fact.Kind)).Select(Name);
                if (_sets.Unite(edge.To, _sets.With(TypeSets.Except(_sets.Of(state)!, masks[state]), names)))
                {
                    open.Add(edge.To);
                }
            }
        }
    }

    /// <summary>Whether a fact can be true in a state.</summary>
    public bool Holds(int state, Fact fact) => _sets.Has(state, Name(fact)) == true;

    private static Fact[] Touched(FactRules rules, StepModel step)
    {
        var types = rules.ReadsOrAsks(step);
        types.UnionWith(step.Makes.Select(made => made.Key));
        types.Add(DefiniteValues.Rejection);
        return [.. Plain.Select(kind => new Fact(kind)), .. types.Select(type => new Fact(FactKind.Tainted, type))];
    }

    // No type has a name in parentheses, so these names are unique.
    private static string Name(Fact fact) => fact.Type.Length > 0 ? fact.Type : KindNames[(int)fact.Kind];
}
