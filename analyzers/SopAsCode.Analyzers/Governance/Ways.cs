using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Searches along the ways that a declaration states, or that its order implies: those that every SOP has are left out.</summary>
internal static class Ways
{
    /// <summary>The stated ways out of a state.</summary>
    public static IEnumerable<FlowEdge> From(FlowGraph graph, int state) => graph.From(state).Where(edge => edge.IsDrawn);

    /// <summary>Whether a person stands there, who sees what goes on: a human step, a checkpoint, the manual path.</summary>
    public static bool IsPerson(FlowGraph graph, int state) =>
        state == graph.Fallback || graph.StepOf(state) is { Kind: StepKind.Human or StepKind.Checkpoint };

    /// <summary>The types of the values that a step reads.</summary>
    public static HashSet<string> Reads(StepModel step) =>
        new(step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(parameter => parameter.Type.Key), StringComparer.Ordinal);

    /// <summary>Whether a value of a type is made anew by the step that an edge leaves.</summary>
    public static bool IsMadeOn(FlowGraph graph, FlowEdge edge, string type) =>
        edge.CarriesOutput && graph.StepOf(edge.From) is { } step && step.Makes.Any(made => made.Key == type);

    /// <summary>The steps of a path, as a finding shows them.</summary>
    public static EquatableArray<Site> Sites(FlowGraph graph, IEnumerable<int> path) =>
        path.Select(graph.StepOf).Where(step => step is not null).Select(step => step!.NameSite).Distinct().ToEquatableArray();

    /// <summary>A shortest path through a graph of any kind.</summary>
    /// <param name="starts">Where it may start.</param>
    /// <param name="next">What comes after a node.</param>
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
