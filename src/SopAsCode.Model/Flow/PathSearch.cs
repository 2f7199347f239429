using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Searches along the edges that a declaration states, or that its order implies. Edges that every SOP has, such as the switch to the
/// manual path, are not among them, and neither is a retry inside a step.
/// </summary>
public static class PathSearch
{
    /// <summary>The stated edges out of a state.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="state">The state.</param>
    /// <returns>The edges, in the order in which they are tried.</returns>
    public static IReadOnlyList<FlowEdge> From(FlowGraph graph, int state) => graph.Stated(state);

    /// <summary>The states that the stated edges out of a state lead to.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="state">The state.</param>
    /// <returns>The states, in the order in which the edges are tried.</returns>
    public static IEnumerable<int> Next(FlowGraph graph, int state) => From(graph, state).Select(edge => edge.To);

    /// <summary>Whether a person sees the run in a state: the state is a human step, a checkpoint or the manual path.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="state">The state.</param>
    /// <returns>True when a person does.</returns>
    public static bool IsPerson(FlowGraph graph, int state) =>
        state == graph.Fallback || graph.StepOf(state) is { Traits.IsByPerson: true };

    /// <summary>The types of the values that a step reads.</summary>
    /// <param name="step">The step.</param>
    /// <returns>Their keys.</returns>
    public static HashSet<string> Reads(StepModel step) => FactRules.Reads(step.Method.Parameters);

    /// <summary>The types of the values that a checkpoint approves: what it asks to approve, and what it hands back.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>Their keys.</returns>
    public static HashSet<string> Approved(StepModel checkpoint) => FactRules.Approved(checkpoint);

    /// <summary>Whether the step that an edge leaves makes a new value of a type.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="type">The key of the type.</param>
    /// <returns>True when it is.</returns>
    public static bool IsMadeOn(FlowGraph graph, FlowEdge edge, string type) =>
        edge.CarriesOutput && graph.StepOf(edge.From) is { } step && step.Makes.Any(made => made.Key == type);

    /// <summary>The steps of a path, as a finding shows them.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="path">The states.</param>
    /// <returns>The places of their names, each once.</returns>
    public static EquatableArray<DeclarationPlace> Places(FlowGraph graph, IEnumerable<int> path) =>
        path.Select(graph.StepOf).Where(step => step is not null).Select(step => step!.NamePlace).Distinct().ToEquatableArray();

    /// <summary>The shortest stated path without an approval.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="from">The state it starts at.</param>
    /// <param name="isGoal">Whether it ends at a state.</param>
    /// <param name="may">Which of its edges may be used; all when null.</param>
    /// <returns>The states on it, both ends included and at least two; null when there is none.</returns>
    public static IReadOnlyList<int>? WithoutApproval(FlowGraph graph, int from, Func<int, bool> isGoal, Func<FlowEdge, bool>? may = null) =>
        Shortest(graph, from, isGoal, edge => !graph.IsApproval(edge) && may?.Invoke(edge) != false);

    /// <summary>The shortest stated path from one state to another, or back to itself.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="from">The state it starts at.</param>
    /// <param name="isGoal">Whether it ends at a state.</param>
    /// <param name="may">Which of its edges may be used; all when null.</param>
    /// <returns>The states on it, both ends included and at least two; null when there is none.</returns>
    public static IReadOnlyList<int>? Shortest(FlowGraph graph, int from, Func<int, bool> isGoal, Func<FlowEdge, bool>? may = null)
    {
        return Find(Next(from), Next, isGoal) is { } path ? [from, .. path] : null;

        IEnumerable<int> Next(int state) => From(graph, state).Where(edge => may?.Invoke(edge) != false).Select(edge => edge.To);
    }

    /// <summary>A shortest path through a graph of any kind.</summary>
    /// <typeparam name="TNode">A node.</typeparam>
    /// <param name="starts">Where it may start.</param>
    /// <param name="next">The nodes after a node.</param>
    /// <param name="isWanted">Where it ends.</param>
    /// <returns>The nodes from a start to the first that is wanted; null when there is none.</returns>
    public static IReadOnlyList<TNode>? Find<TNode>(IEnumerable<TNode> starts, Func<TNode, IEnumerable<TNode>> next, Func<TNode, bool> isWanted)
        where TNode : struct
    {
        Dictionary<TNode, TNode?> cameFrom = [];
        Queue<TNode> open = new();
        Add(starts, null);
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            if (isWanted(node))
            {
                return Path(node);
            }

            Add(next(node), node);
        }

        return null;

        List<TNode> Path(TNode last)
        {
            List<TNode> path = [];
            for (TNode? node = last; node is { } one; node = cameFrom[one])
            {
                path.Add(one);
            }

            path.Reverse();
            return path;
        }

        void Add(IEnumerable<TNode> nodes, TNode? from)
        {
            foreach (var node in nodes.Where(node => !cameFrom.ContainsKey(node)))
            {
                cameFrom.Add(node, from);
                open.Enqueue(node);
            }
        }
    }
}
