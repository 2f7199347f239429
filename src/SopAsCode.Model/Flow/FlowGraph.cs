namespace SopAsCode.Model;

/// <summary>
/// The flow of one SOP: its states and every way between them. Machine, page, definition and rules are all made of this one
/// graph, so they agree. States are numbered: the steps in the order of the source, then the fixed ones.
/// </summary>
public sealed class FlowGraph
{
    private readonly List<FlowEdge>[] _out;
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private UnsafeWriteSearch? _writes;
    private Taint? _taint;
    private bool[]? _reached;

    internal FlowGraph(SopModel sop, List<FlowEdge> edges)
    {
        Sop = sop;
        Edges = edges;
        _out = new List<FlowEdge>[Cancelled + 1];
        for (var i = 0; i < _out.Length; i++)
        {
            _out[i] = [];
        }

        edges.ForEach(edge => _out[edge.From].Add(edge));
        for (var state = Fallback; state < StateCount; state++)
        {
            _states[ConstantOf(NameOf(state))] = state;
        }

        for (var step = sop.Steps.Count - 1; step >= 0; step--)
        {
            _states[sop.Steps[step].Name] = step;
        }
    }

    /// <summary>The SOP.</summary>
    public SopModel Sop { get; }

    /// <summary>Every edge, by the state it leaves.</summary>
    public IReadOnlyList<FlowEdge> Edges { get; }

    /// <summary>What an AI made and nobody approved, where runs carry it.</summary>
    public Taint Taint => _taint ??= new(this);

    /// <summary>What can be true of a run at each step. Rules and fixes ask several times, so it is followed once.</summary>
    internal UnsafeWriteSearch Writes => _writes ??= new(this);

    /// <summary>The manual path.</summary>
    public int Fallback => Sop.Steps.Count;

    /// <summary>The end of a run that did its work.</summary>
    public int Completed => Fallback + 1;

    /// <summary>The end of a run that a person said no to.</summary>
    public int Rejected => Fallback + 2;

    /// <summary>The end of a run that left the SOP.</summary>
    public int Escalated => Fallback + 3;

    /// <summary>The end of a run that was called off.</summary>
    public int Cancelled => Fallback + 4;

    /// <summary>How many states there are.</summary>
    public int StateCount => Cancelled + 1;

    /// <summary>The edges that leave a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The edges, in the order in which they are tried.</returns>
    public IReadOnlyList<FlowEdge> From(int state) => _out[state];

    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The step, or <c>Fallback</c>, <c>Completed</c>, <c>Rejected</c>, <c>Escalated</c>, <c>Cancelled</c>.</returns>
    public string NameOf(int state) =>
        state < Fallback ? Sop.Steps[state].Name : ReservedNames.States[state - Fallback];

    /// <summary>The state that a reference names.</summary>
    /// <param name="reference">The name of a step, or one of the constants for the manual path and the ends.</param>
    /// <returns>The state; null when nothing has that name.</returns>
    public int? StateOf(string reference) => _states.TryGetValue(reference, out var state) ? state : null;

    /// <summary>Whether a state is one of the four ends.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True for an end.</returns>
    public bool IsEnd(int state) => state > Fallback;

    /// <summary>The step of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The step; null for the fixed states.</returns>
    public StepModel? StepOf(int state) => state < Fallback ? Sop.Steps[state] : null;

    /// <summary>The shortest way from the start to a state.</summary>
    /// <param name="to">The state.</param>
    /// <param name="may">Which edges may be used.</param>
    /// <returns>The states on the way, both ends included; null when there is none.</returns>
    public IReadOnlyList<int>? ShortestPath(int to, Func<FlowEdge, bool> may)
    {
        if (Sop.Steps.Count == 0)
        {
            return null;
        }

        var cameFrom = new int[StateCount];
        for (var i = 1; i < cameFrom.Length; i++)
        {
            cameFrom[i] = -1;
        }

        Queue<int> open = new([0]);
        while (open.Count > 0)
        {
            var state = open.Dequeue();
            if (state == to)
            {
                return Walk(cameFrom, to);
            }

            foreach (var edge in _out[state])
            {
                if (edge.To != 0 && cameFrom[edge.To] < 0 && may(edge))
                {
                    cameFrom[edge.To] = state;
                    open.Enqueue(edge.To);
                }
            }
        }

        return null;
    }

    /// <summary>Whether a run can come to a state on ways that the declaration states or implies.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True when it can.</returns>
    public bool IsReached(int state) => (_reached ??= Reached())[state];

    /// <summary>A path as people read it: <c>Categorise → ApplyMacro</c>.</summary>
    /// <param name="path">The states.</param>
    /// <returns>The names with arrows.</returns>
    public string Print(IReadOnlyList<int> path) => string.Join(" → ", path.Select(NameOf));

    // The constants of End and Sop: names that no method can have.
    private static string ConstantOf(string state) => $"({state.ToLowerInvariant()})";

    private bool[] Reached()
    {
        var reached = new bool[StateCount];
        Stack<int> open = new(Sop.Steps.Count == 0 ? [] : [0]);
        while (open.Count > 0)
        {
            var state = open.Pop();
            if (!reached[state])
            {
                reached[state] = true;
                _out[state].ForEach(edge => open.Push(edge.IsDrawn ? edge.To : state));
            }
        }

        return reached;
    }

    private static List<int> Walk(int[] cameFrom, int to)
    {
        List<int> path = [to];
        for (var state = to; state != 0; state = cameFrom[state])
        {
            path.Add(cameFrom[state]);
        }

        path.Reverse();
        return path;
    }
}
