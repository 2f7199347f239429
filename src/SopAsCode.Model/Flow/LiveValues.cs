namespace SopAsCode.Model.Flow;

/// <summary>The types that are still read at a state or after it. Facts about other types can have no effect.</summary>
internal sealed class LiveValues
{
    private readonly TypeSets _sets;

    /// <summary>Follows all stated paths backwards at once.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="reads">The types that a step reads, and the types that the conditions on its outgoing edges read.</param>
    public LiveValues(FlowGraph graph, IReadOnlyList<HashSet<string>> reads)
    {
        _sets = new(graph.StateCount, reads.SelectMany(types => types));
        var into = graph.Edges.Where(edge => edge.IsStated).ToLookup(edge => edge.To, edge => edge.From);
        SortedSet<int> open = [];
        for (var state = 0; state < reads.Count; state++)
        {
            _sets.Unite(state, _sets.With(null, reads[state]));
            open.Add(state);
        }

        while (open.Count > 0)
        {
            var state = open.Max;
            open.Remove(state);
            foreach (var before in into[state])
            {
                if (_sets.Unite(before, _sets.Of(state)!))
                {
                    open.Add(before);
                }
            }
        }
    }

    /// <summary>Whether a type is still read.</summary>
    public bool Matters(int state, string type) => _sets.Has(state, type) == true;
}
