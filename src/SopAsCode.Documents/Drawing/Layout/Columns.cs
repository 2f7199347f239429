namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>
/// Finds an x for each way and for each line that runs beside the ways. Each is a straight column over some slots; it gets the place that makes its lines
/// shortest among the places where its slots are free.
/// </summary>
internal sealed class Columns
{
    private const double BoxMargin = 18;
    private const double LaneMargin = 8;
    private const double WrongSide = 70;
    private const double Crossing = 160;

    /// <summary>How far the label is from its line.</summary>
    public const double LabelGap = 7;

    private readonly Graph _graph;
    private readonly Ranks _ranks;
    private readonly Layers _layers;
    private readonly double[] _widths;
    private readonly List<(double Left, double Right)>[] _taken;
    private readonly bool[] _isLabelLeft;

    private Columns(Graph graph, Ranks ranks, Layers layers, double[] widths)
    {
        (_graph, _ranks, _layers, _widths) = (graph, ranks, layers, widths);
        _taken = [.. Enumerable.Range(0, layers.Slots).Select(_ => new List<(double, double)>())];
        _isLabelLeft = new bool[graph.Lines.Count];
        Box = new double[graph.Boxes.Count];
        Lane = new double?[graph.Lines.Count];
        LeavesAtCenter = new bool[graph.Lines.Count];
        ArrivesAtCenter = new bool[graph.Lines.Count];
    }

    /// <summary>The middle of each box.</summary>
    public double[] Box { get; }

    /// <summary>Where each line runs down or up; null when it only turns once between two rows.</summary>
    public double?[] Lane { get; }

    /// <summary>The line leaves its box in the middle.</summary>
    public bool[] LeavesAtCenter { get; }

    /// <summary>The line arrives at its box in the middle.</summary>
    public bool[] ArrivesAtCenter { get; }

    /// <summary>Whether the label of a line stands left of it.</summary>
    public bool IsLabelLeft(int line) => _isLabelLeft[line];

    /// <summary>Finds the columns.</summary>
    public static Columns Find(Graph graph, Ranks ranks, Layers layers, IReadOnlyList<Way> ways, double[] widths)
    {
        var columns = new Columns(graph, ranks, layers, widths);
        var isPlaced = new bool[graph.Boxes.Count];
        HashSet<int> inWays = [];
        foreach (var way in ways)
        {
            columns.Place(way, isPlaced, ways[0] == way);
            inWays.UnionWith([.. way.Lines, .. new[] { way.Into, way.OutOf }.OfType<int>()]);
        }

        foreach (var line in Enumerable.Range(0, graph.Lines.Count).Where(line => !inWays.Contains(line)).OrderBy(columns.Span).ThenBy(line => line))
        {
            columns.PlaceLane(line);
        }

        return columns;
    }

    private int Span(int line) => Math.Abs(_ranks.Of[_graph.Lines[line].To] - _ranks.Of[_graph.Lines[line].From]);

    private void Place(Way way, bool[] isPlaced, bool isMain)
    {
        SortedDictionary<int, (double Left, double Right)> needs = [];
        List<double> anchors = [];
        foreach (var box in way.Boxes)
        {
            needs[Layers.Row(_layers.Of[box])] = ((_widths[box] / 2) + BoxMargin, (_widths[box] / 2) + BoxMargin);
        }

        foreach (var line in way.Lines)
        {
            NeedsOf(line, needs);
            LeavesAtCenter[line] = ArrivesAtCenter[line] = true;
        }

        if (way.Into is { } into)
        {
            NeedsOf(into, needs);
            ArrivesAtCenter[into] = true;
            anchors.Add(Box[_graph.Lines[into].From]);
            anchors.Add(Box[_graph.Lines[into].From]);
        }

        if (way.OutOf is { } outOf)
        {
            NeedsOf(outOf, needs);
            LeavesAtCenter[outOf] = true;
        }

        var own = way.Boxes.ToHashSet();
        foreach (var line in _graph.Lines)
        {
            if (own.Contains(line.From) && isPlaced[line.To])
            {
                anchors.Add(Box[line.To]);
            }
            else if (own.Contains(line.To) && isPlaced[line.From])
            {
                anchors.Add(Box[line.From]);
            }
        }

        var x = isMain ? 0 : Best(needs, anchors);
        Take(needs, x);
        foreach (var box in way.Boxes)
        {
            Box[box] = x;
            isPlaced[box] = true;
        }

        foreach (var line in way.Lines.Concat(new[] { way.Into, way.OutOf }.OfType<int>()).Where(HasRows))
        {
            Lane[line] = x;
        }
    }

    private void PlaceLane(int line)
    {
        var (from, to) = (_graph.Lines[line].From, _graph.Lines[line].To);
        if (!_ranks.LeadsBack[line] && !HasRows(line))
        {
            return;
        }

        // Left of the main way a label stands left of its line, so that the line is near the boxes on both sides.
        SortedDictionary<int, (double Left, double Right)> needs = [];
        NeedsOf(line, needs);
        SortedDictionary<int, (double Left, double Right)> mirrored = [];
        foreach (var (slot, (left, right)) in needs)
        {
            mirrored[slot] = (right, left);
        }

        List<double> anchors = [Box[from], Box[to]];
        var prefersLeft = _ranks.LeadsBack[line];
        var (x, onRight) = Cheapest([.. Candidates(needs, anchors).Where(x => x >= 0).Select(x => (x, true)), .. Candidates(mirrored, anchors).Where(x => x < 0).Select(x => (x, false))], anchors, prefersLeft);
        Take(onRight ? needs : mirrored, x);
        _isLabelLeft[line] = !onRight;
        Lane[line] = x;
    }

    // Between boxes in rows that follow each other a line has no row of its own.
    private bool HasRows(int line) => _layers.Of[_graph.Lines[line].To] - _layers.Of[_graph.Lines[line].From] > 1;

    private void NeedsOf(int line, SortedDictionary<int, (double Left, double Right)> needs)
    {
        var (from, to) = (_layers.Of[_graph.Lines[line].From], _layers.Of[_graph.Lines[line].To]);
        var leadsBack = _ranks.LeadsBack[line];
        var (first, last) = leadsBack ? (Layers.Above(to), Layers.Below(from)) : (Layers.Below(from), Layers.Above(to));
        for (var slot = first; slot <= last; slot++)
        {
            Widen(needs, slot, LaneMargin, LaneMargin);
        }

        if (_graph.Lines[line].HasLabel)
        {
            Widen(needs, leadsBack ? Layers.Row(from) : Layers.Row(from + 1), LaneMargin, LabelGap + _graph.Lines[line].LabelWidth + LaneMargin);
        }
    }

    private static void Widen(SortedDictionary<int, (double Left, double Right)> needs, int slot, double left, double right) =>
        needs[slot] = needs.TryGetValue(slot, out var known) ? (Math.Max(known.Left, left), Math.Max(known.Right, right)) : (left, right);

    private void Take(SortedDictionary<int, (double Left, double Right)> needs, double x)
    {
        foreach (var (slot, (left, right)) in needs)
        {
            _taken[slot].Add((x - left, x + right));
        }
    }

    private double Best(SortedDictionary<int, (double Left, double Right)> needs, List<double> anchors) =>
        Cheapest([.. Candidates(needs, anchors).Select(x => (x, true))], anchors, prefersLeft: false).X;

    // The places nearest to what the column belongs to, among those where all its slots are free.
    private List<double> Candidates(SortedDictionary<int, (double Left, double Right)> needs, List<double> anchors)
    {
        List<(double From, double To)> forbidden = [];
        foreach (var (slot, (left, right)) in needs)
        {
            forbidden.AddRange(_taken[slot].Select(taken => (taken.Left - right, taken.Right + left)));
        }

        forbidden.Sort();
        List<double> candidates = [];
        var from = double.NegativeInfinity;
        foreach (var (start, end) in forbidden)
        {
            if (start >= from)
            {
                Offer(from, start);
            }

            from = Math.Max(from, end);
        }

        Offer(from, double.PositiveInfinity);
        return candidates;

        void Offer(double low, double high)
        {
            candidates.AddRange(anchors.Append(0).Select(anchor => Math.Clamp(anchor, low, high)));
            candidates.AddRange(new[] { low, high }.Where(double.IsFinite));
        }
    }

    // Short lines cost least; a line on the other side than one of its boxes has to cross the main way.
    private static (double X, bool OnRight) Cheapest(List<(double X, bool OnRight)> candidates, List<double> anchors, bool prefersLeft)
    {
        return candidates.MinBy(candidate => Cost(candidate.X));

        double Cost(double x) =>
            anchors.Sum(anchor => Math.Abs(anchor - x) + (anchor * x < 0 ? Crossing : 0)) + (Math.Abs(x) / 100) + (prefersLeft == x < 0 ? 0 : WrongSide);
    }
}
