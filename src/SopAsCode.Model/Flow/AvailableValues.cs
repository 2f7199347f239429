namespace SopAsCode.Model.Flow;

/// <summary>The values that exist at a state on every path to it.</summary>
internal sealed class AvailableValues
{
    private readonly TypeSets _sets;

    /// <summary>Follows all paths at once.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="types">The types that some step or condition asks for.</param>
    /// <param name="makes">The types that an edge makes; null for any type.</param>
    /// <param name="from">The edges of a state; all when not stated.</param>
    public AvailableValues(FlowGraph graph, IReadOnlyCollection<string> types, Func<FlowEdge, IEnumerable<string>?> makes, Func<int, IReadOnlyList<FlowEdge>>? from = null)
    {
        from ??= graph.From;
        _sets = new(graph.StateCount, types);
        foreach (var entry in graph.Entries)
        {
            _sets.Unite(entry, _sets.With(null, []));
        }

        // States are visited in the order of the source, so that the earlier states are known before they are used.
        SortedSet<int> open = [.. graph.Entries];
        while (open.Count > 0)
        {
            var state = open.Min;
            open.Remove(state);
            foreach (var edge in from(state))
            {
                if (!edge.IsReturn && _sets.Intersect(edge.To, _sets.With(_sets.Of(state), makes(edge) ?? types)))
                {
                    open.Add(edge.To);
                }
            }
        }
    }

    /// <summary>Whether some path to a state makes no value of a type.</summary>
    public bool MayLack(int state, string type) => _sets.Has(state, type) == false;
}
