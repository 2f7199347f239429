namespace SopAsCode.Model.Flow;

/// <summary>
/// Follows facts from the start of an SOP along every stated path. The search is breadth first, so a fact first arrives on a shortest path.
/// </summary>
/// <typeparam name="TFact">What can be true of a run when it enters a state.</typeparam>
internal class FactPropagation<TFact>
    where TFact : struct
{
    private readonly FlowGraph _graph;
    private readonly Action<FlowEdge, TFact, List<TFact>> _across;
    private readonly Func<int, TFact, bool>? _matters;
    private readonly Dictionary<(int State, TFact Fact), Arrival?> _seen = [];
    private readonly Dictionary<int, List<(TFact Fact, int Length)>> _at = [];

    /// <summary>Follows the facts.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="across">Adds to a list the facts at the end of an edge that follow from a fact at the step it leaves.</param>
    /// <param name="matters">Whether a fact can still have an effect at a state, or after it; null when every fact can.</param>
    /// <param name="start">What is true at the start.</param>
    public FactPropagation(FlowGraph graph, Action<FlowEdge, TFact, List<TFact>> across, Func<int, TFact, bool>? matters, params TFact[] start)
    {
        _graph = graph;
        _across = across;
        _matters = matters;
        if (graph.Sop.Steps.Count > 0)
        {
            Walk(start);
        }
    }

    /// <summary>The facts that can be true in a state, each with the length of a shortest path on which it becomes true.</summary>
    public IReadOnlyList<(TFact Fact, int Length)> At(int state) => _at.TryGetValue(state, out var facts) ? facts : [];

    /// <summary>Whether a fact can be true in a state.</summary>
    public bool Holds(int state, TFact fact) => _seen.ContainsKey((state, fact));

    /// <summary>The last hop of a shortest path on which a fact reaches a state; null when it is true at the start.</summary>
    public Arrival? ArrivalOf(int state, TFact fact) => _seen[(state, fact)];

    /// <summary>The hops of a shortest path on which a fact reaches a state, the last one first.</summary>
    public IEnumerable<Arrival> WayTo(int state, TFact fact)
    {
        for (var arrival = ArrivalOf(state, fact); arrival is { } hop; arrival = ArrivalOf(hop.Edge.From, hop.Before))
        {
            yield return hop;
        }
    }

    private void Walk(TFact[] start)
    {
        List<TFact> after = [];
        Queue<(int State, TFact Fact, int Length)> open = new();
        foreach (var entry in _graph.Entries)
        {
            foreach (var fact in start)
            {
                Arrive(entry, fact, 0, null, open);
            }
        }

        while (open.Count > 0)
        {
            var (state, fact, length) = open.Dequeue();
            foreach (var edge in PathSearch.From(_graph, state))
            {
                after.Clear();
                _across(edge, fact, after);
                foreach (var next in after)
                {
                    Arrive(edge.To, next, length + 1, (edge, fact), open);
                }
            }
        }
    }

    private void Arrive(int state, TFact fact, int length, (FlowEdge Edge, TFact Before)? hop, Queue<(int State, TFact Fact, int Length)> open)
    {
        if (_matters?.Invoke(state, fact) == false || _seen.ContainsKey((state, fact)))
        {
            return;
        }

        _seen.Add((state, fact), hop is { } over ? new(over.Edge, over.Before) : null);
        if (!_at.TryGetValue(state, out var facts))
        {
            _at[state] = facts = [];
        }

        facts.Add((fact, length));
        open.Enqueue((state, fact, length));
    }

    /// <summary>How a fact reached a state: the edge it came over, and the fact it follows from.</summary>
    internal sealed record Arrival(FlowEdge Edge, TFact Before);
}
