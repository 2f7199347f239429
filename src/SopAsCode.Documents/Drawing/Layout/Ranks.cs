namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>How deep below the start each box stands, which lines lead back up, and which boxes are the main way.</summary>
internal sealed class Ranks
{
    private readonly Graph _graph;
    private readonly List<int>[] _out;
    private readonly List<int> _topological = [];

    private Ranks(Graph graph)
    {
        _graph = graph;
        _out = [.. graph.Boxes.Select(_ => new List<int>())];
        for (var line = 0; line < graph.Lines.Count; line++)
        {
            _out[graph.Lines[line].From].Add(line);
        }

        LeadsBack = new bool[graph.Lines.Count];
        Of = new int[graph.Boxes.Count];
    }

    /// <summary>The rank of each box; 0 is the top.</summary>
    public int[] Of { get; }

    /// <summary>Whether each line leads back to a box that comes before.</summary>
    public bool[] LeadsBack { get; }

    /// <summary>The boxes of the main way, from the top.</summary>
    public IReadOnlyList<int> MainWay { get; private set; } = [];

    /// <summary>The lines of the main way: the one at place i leads from its box i to its box i + 1.</summary>
    public IReadOnlyList<int> MainLines { get; private set; } = [];

    /// <summary>Finds the ranks of a graph.</summary>
    public static Ranks Find(Graph graph)
    {
        var ranks = new Ranks(graph);
        ranks.Order();
        foreach (var box in ranks._topological)
        {
            foreach (var line in ranks._out[box].Where(line => !ranks.LeadsBack[line]))
            {
                var to = graph.Lines[line].To;
                ranks.Of[to] = Math.Max(ranks.Of[to], ranks.Of[box] + 1);
            }
        }

        ranks.FindMainWay();
        return ranks;
    }

    // A walk in depth: a line to a box that the walk has not left yet leads back. What the start does not reach comes after.
    private void Order()
    {
        var state = new byte[_graph.Boxes.Count];
        Walk(_graph.Start, state);
        for (var box = 0; box < state.Length; box++)
        {
            Walk(box, state);
        }

        _topological.Reverse();
    }

    private void Walk(int start, byte[] state)
    {
        if (state[start] != 0)
        {
            return;
        }

        var open = new Stack<(int Box, int Next)>();
        state[start] = 1;
        open.Push((start, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == _out[at.Box].Count)
            {
                state[at.Box] = 2;
                _topological.Add(at.Box);
                continue;
            }

            open.Push((at.Box, at.Next + 1));
            var line = _out[at.Box][at.Next];
            var to = _graph.Lines[line].To;
            if (state[to] == 1)
            {
                LeadsBack[line] = true;
            }
            else if (state[to] == 0)
            {
                state[to] = 1;
                open.Push((to, 0));
            }
        }
    }

    // The longest way forward from the start to the goal; without one that gets there, the longest way.
    private void FindMainWay()
    {
        var (length, by) = Longest(_graph.Goal);
        if (length[_graph.Start] < 0)
        {
            (length, by) = Longest(null);
        }

        List<int> boxes = [_graph.Start];
        List<int> lines = [];
        while (by[boxes[^1]] is var line and >= 0)
        {
            lines.Add(line);
            boxes.Add(_graph.Lines[line].To);
        }

        (MainWay, MainLines) = (boxes, lines);
    }

    private (int[] Length, int[] By) Longest(int? goal)
    {
        var length = new int[_graph.Boxes.Count];
        var by = new int[_graph.Boxes.Count];
        Array.Fill(length, goal is null ? 0 : -1);
        Array.Fill(by, -1);
        if (goal is { } end)
        {
            length[end] = 0;
        }

        for (var i = _topological.Count - 1; i >= 0; i--)
        {
            var box = _topological[i];
            foreach (var line in _out[box].Where(line => !LeadsBack[line] && _graph.Lines[line].IsForward && box != goal))
            {
                var next = length[_graph.Lines[line].To];
                if (next >= 0 && next + 1 > length[box])
                {
                    (length[box], by[box]) = (next + 1, line);
                }
            }
        }

        return (length, by);
    }
}
