namespace SopAsCode.Model;

/// <summary>
/// Follows facts from the start of an SOP along every declared way. Breadth first, so the first arrival of a fact is on a shortest way.
/// </summary>
internal sealed class FactWalk
{
    private readonly FlowGraph _graph;
    private readonly FactRules _rules;
    private readonly Dictionary<(int State, Fact Fact), Arrival?> _seen = [];
    private readonly Dictionary<int, List<(Fact Fact, int Length)>> _at = [];

    public FactWalk(FlowGraph graph, FactRules rules, params Fact[] start)
    {
        _graph = graph;
        _rules = rules;
        if (graph.Sop.Steps.Count > 0)
        {
            Walk(start);
        }
    }

    // What leads to the manual path because nothing else is said, a person sees. A retry inside the step changes nothing.
    public static bool IsFollowed(FlowEdge edge) => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false };

    /// <summary>What can be true in a state, with the length of a shortest way on which it becomes so.</summary>
    public IReadOnlyList<(Fact Fact, int Length)> At(int state) => _at.TryGetValue(state, out var facts) ? facts : [];

    /// <summary>Whether a fact can be true in a state.</summary>
    public bool Holds(int state, Fact fact) => _seen.ContainsKey((state, fact));

    /// <summary>The last hop of a shortest way on which a fact gets to a state; null when it is true at the start.</summary>
    public Arrival? ArrivalOf(int state, Fact fact) => _seen[(state, fact)];

    private void Walk(Fact[] start)
    {
        Queue<(int State, Fact Fact, int Length)> open = new();
        foreach (var fact in start)
        {
            Arrive(0, fact, 0, null, open);
        }

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

    /// <summary>How a fact got somewhere: over which edge, and what was true before it.</summary>
    internal sealed record Arrival(FlowEdge Edge, Fact Before);
}
