namespace SopAsCode.Model.Flow;

/// <summary>Searches in a directed graph whose nodes are numbered. No search is recursive, so long paths use no extra stack.</summary>
public static class Digraph
{
    /// <summary>Which nodes can be reached.</summary>
    /// <param name="count">How many nodes there are; they are numbered from 0.</param>
    /// <param name="starts">Where to start; these nodes count as reached.</param>
    /// <param name="next">The nodes after a node.</param>
    /// <returns>For each node, whether it can be reached.</returns>
    public static bool[] Reach(int count, IEnumerable<int> starts, Func<int, IEnumerable<int>> next)
    {
        var seen = new bool[count];
        LeavingOrder(starts, seen, next);
        return seen;
    }

    /// <summary>The nodes that can be reached, in the order in which a depth-first search leaves them.</summary>
    /// <param name="count">How many nodes there are; they are numbered from 0.</param>
    /// <param name="starts">Where to start.</param>
    /// <param name="next">The nodes after a node.</param>
    /// <returns>Their numbers.</returns>
    public static List<int> LeavingOrder(int count, IEnumerable<int> starts, Func<int, IEnumerable<int>> next) => LeavingOrder(starts, new bool[count], next);

    /// <summary>The strongly connected components of a graph: the largest sets of nodes in which each node leads to all of them, itself included.</summary>
    /// <param name="count">How many nodes there are; they are numbered from 0.</param>
    /// <param name="next">The nodes after a node.</param>
    /// <returns>The components in the order of their first nodes, each in ascending order.</returns>
    public static List<List<int>> Cycles(int count, Func<int, IEnumerable<int>> next)
    {
        int[][] to = [.. Enumerable.Range(0, count).Select(node => next(node).ToArray())];
        var order = LeavingOrder(count, Enumerable.Range(0, count), node => to[node]);

        // The search leaves the end of an edge before its start, except where the end leads back to the start. Most graphs have no such edge.
        var left = new int[count];
        for (var i = 0; i < order.Count; i++)
        {
            left[order[i]] = i;
        }

        if (!order.Exists(node => Array.Exists(to[node], end => left[end] >= left[node])))
        {
            return [];
        }

        var into = Enumerable.Range(0, count).SelectMany(node => to[node], (node, end) => (Node: node, End: end)).ToLookup(edge => edge.End, edge => edge.Node);
        var seen = new bool[count];
        List<List<int>> knots = [];
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var knot = LeavingOrder([order[i]], seen, node => into[node]);
            if (knot.Count > 1 || (knot.Count == 1 && Array.IndexOf(to[knot[0]], knot[0]) >= 0))
            {
                knot.Sort();
                knots.Add(knot);
            }
        }

        return [.. knots.OrderBy(knot => knot[0])];
    }

    /// <summary>A shortest path from a node back to itself.</summary>
    /// <param name="start">The node.</param>
    /// <param name="next">The nodes after a node.</param>
    /// <returns>The nodes on the path, with the given node at both ends; null when there is no path.</returns>
    public static IReadOnlyList<int>? Loop(int start, Func<int, IEnumerable<int>> next) =>
        PathSearch.Find(next(start), next, node => node == start) is { } path ? [start, .. path] : null;

    private static List<int> LeavingOrder(IEnumerable<int> starts, bool[] seen, Func<int, IEnumerable<int>> next)
    {
        List<int> left = [];
        Stack<(int Node, IEnumerator<int> Next)> open = new();
        foreach (var start in starts)
        {
            Enter(start);
            while (open.Count > 0)
            {
                var (node, following) = open.Peek();
                if (following.MoveNext())
                {
                    Enter(following.Current);
                }
                else
                {
                    open.Pop();
                    left.Add(node);
                }
            }
        }

        return left;

        void Enter(int node)
        {
            if (!seen[node])
            {
                seen[node] = true;
                open.Push((node, next(node).GetEnumerator()));
            }
        }
    }
}
