namespace SopAsCode.Model;

/// <summary>Ways that a run can take by what is declared: what every SOP has, such as the switch to the manual path, is no such way.</summary>
public static class Ways
{
    /// <summary>Whether a rule about ways follows an edge: somebody declared it, or the order of the source implies it.</summary>
    /// <param name="edge">The edge.</param>
    /// <returns>True when it is followed. A retry inside a step leads nowhere.</returns>
    public static bool IsFollowed(FlowEdge edge) => FactWalk.IsFollowed(edge);

    /// <summary>Whether a state can be reached from the start.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="state">The state.</param>
    /// <returns>True when a declared way leads there.</returns>
    public static bool IsReachable(FlowGraph graph, int state) => graph.ShortestPath(state, IsFollowed) is not null;

    /// <summary>The shortest declared way on which nobody approves anything.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="from">The state it starts at.</param>
    /// <param name="isGoal">Whether it ends at a state.</param>
    /// <param name="may">Which of its edges may be used; all when null.</param>
    /// <returns>The states on it, both ends included and at least two; null when there is none.</returns>
    public static IReadOnlyList<int>? WithoutApproval(FlowGraph graph, int from, Func<int, bool> isGoal, Func<FlowEdge, bool>? may = null) =>
        Shortest(graph, from, isGoal, edge => edge.Trigger != SopTrigger.Approve && may?.Invoke(edge) != false);

    /// <summary>The shortest declared way from one state to another one.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="from">The state it starts at.</param>
    /// <param name="isGoal">Whether it ends at a state.</param>
    /// <param name="may">Which of its edges may be used; all when null.</param>
    /// <returns>The states on it, both ends included and at least two; null when there is none.</returns>
    public static IReadOnlyList<int>? Shortest(FlowGraph graph, int from, Func<int, bool> isGoal, Func<FlowEdge, bool>? may = null)
    {
        Dictionary<int, int> cameFrom = [];
        Queue<int> open = new([from]);
        while (open.Count > 0)
        {
            var state = open.Dequeue();
            foreach (var edge in graph.From(state).Where(edge => IsFollowed(edge) && may?.Invoke(edge) != false && !cameFrom.ContainsKey(edge.To)))
            {
                cameFrom[edge.To] = state;
                if (isGoal(edge.To))
                {
                    return Walk(cameFrom, from, edge.To);
                }

                open.Enqueue(edge.To);
            }
        }

        return null;
    }

    private static List<int> Walk(Dictionary<int, int> cameFrom, int from, int to)
    {
        List<int> path = [to];
        do
        {
            path.Insert(0, cameFrom[path[0]]);
        }
        while (path[0] != from);

        return path;
    }
}
