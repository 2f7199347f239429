using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// The ways that a declaration states or its order implies. Those that every SOP has (switch, cancel, escalate, resume), and those to the
/// manual path that nothing names, are left out: with them, every step would be reached, and come to an end.
/// </summary>
internal sealed class StatedWays
{
    private readonly List<FlowEdge>[] _from;
    private readonly bool[] _isReached;
    private readonly bool[] _canEnd;

    public StatedWays(FlowGraph graph)
    {
        Graph = graph;
        _from = new List<FlowEdge>[graph.StateCount];
        var into = new List<int>[graph.StateCount];
        for (var state = 0; state < graph.StateCount; state++)
        {
            _from[state] = [.. graph.From(state).Where(IsStated)];
            into[state] = [];
        }

        foreach (var edge in graph.Edges.Where(IsStated))
        {
            into[edge.To].Add(edge.From);
        }

        _isReached = Digraph.Reach(graph.StateCount, [0], Next);

        // Whoever is led to the manual path can finish there.
        _canEnd = Digraph.Reach(graph.StateCount, Enumerable.Range(graph.Fallback, graph.StateCount - graph.Fallback), state => into[state]);
    }

    /// <summary>The flow.</summary>
    public FlowGraph Graph { get; }

    /// <summary>The ways out of a state, in the order in which they are tried.</summary>
    public IReadOnlyList<FlowEdge> From(int state) => _from[state];

    /// <summary>The states that they lead to.</summary>
    public IEnumerable<int> Next(int state) => _from[state].Select(edge => edge.To);

    /// <summary>Whether a run can come to a state. About a step that it can't come to, rules that follow ways keep quiet.</summary>
    public bool IsReached(int state) => _isReached[state];

    /// <summary>Whether a run can come from a state to an end, or to the manual path.</summary>
    public bool CanEnd(int state) => _canEnd[state];

    /// <summary>The names of the steps among some states, as findings show them.</summary>
    public EquatableArray<Site> Sites(IEnumerable<int> states) => states
        .Select(Graph.StepOf)
        .Where(step => step is not null)
        .Select(step => step!.NameSite)
        .Distinct()
        .ToEquatableArray();

    private static bool IsStated(FlowEdge edge) => edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false };
}
