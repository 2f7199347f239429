namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>
/// Finds where lines leave and enter their boxes. On a side of a box they stand side by side, in the order of where they go. In a gap no two lines go
/// up or down at the same x, so they never run on top of each other.
/// </summary>
internal sealed class Ports
{
    private const double FromCorner = 14;
    private const double Apart = 12;
    private const double Clear = 6.5;

    private readonly Graph _graph;
    private readonly Ranks _ranks;
    private readonly Layers _layers;
    private readonly Columns _columns;
    private readonly double[] _widths;
    private readonly List<(double X, int Line)>[] _pins;

    private Ports(Graph graph, Ranks ranks, Layers layers, Columns columns, double[] widths)
    {
        (_graph, _ranks, _layers, _columns, _widths) = (graph, ranks, layers, columns, widths);
        _pins = [.. Enumerable.Range(0, layers.Count + 1).Select(_ => new List<(double, int)>())];
        Leaves = new double[graph.Lines.Count];
        Arrives = new double[graph.Lines.Count];
    }

    /// <summary>Where each line leaves its box.</summary>
    public double[] Leaves { get; }

    /// <summary>Where each line enters its box.</summary>
    public double[] Arrives { get; }

    /// <summary>The width that a box needs for so many lines on one side.</summary>
    public static double WidthFor(int lines) => (2 * FromCorner) + (lines * 16);

    /// <summary>Finds the places.</summary>
    public static Ports Find(Graph graph, Ranks ranks, Layers layers, Columns columns, double[] widths)
    {
        var ports = new Ports(graph, ranks, layers, columns, widths);
        ports.PinLanes();
        for (var gap = 0; gap <= layers.Count; gap++)
        {
            ports.PinBoxes(gap, isBelow: true);
            ports.PinBoxes(gap, isBelow: false);
        }

        return ports;
    }

    // Gap g is above row g and below row g - 1.
    private void PinLanes()
    {
        for (var line = 0; line < _graph.Lines.Count; line++)
        {
            var (from, to) = (_graph.Lines[line].From, _graph.Lines[line].To);
            if (_columns.Lane[line] is { } lane)
            {
                var (first, last) = _ranks.LeadsBack[line] ? (_layers.Of[to], _layers.Of[from] + 1) : (_layers.Of[from] + 1, _layers.Of[to]);
                for (var gap = first; gap <= last; gap++)
                {
                    _pins[gap].Add((lane, line));
                }
            }

            if (_columns.LeavesAtCenter[line])
            {
                Leaves[line] = _columns.Box[from];
                _pins[_layers.Of[from] + 1].Add((Leaves[line], line));
            }

            if (_columns.ArrivesAtCenter[line])
            {
                Arrives[line] = _columns.Box[to];
                _pins[_layers.Of[to]].Add((Arrives[line], line));
            }
        }
    }

    private void PinBoxes(int gap, bool isBelow)
    {
        var row = isBelow ? gap - 1 : gap;
        var free = Enumerable.Range(0, _graph.Lines.Count)
            .Where(line => _layers.Of[BoxOf(line)] == row && !(isBelow ? _columns.LeavesAtCenter[line] : _columns.ArrivesAtCenter[line]))
            .GroupBy(BoxOf)
            .OrderBy(box => box.Key);
        foreach (var box in free)
        {
            var (center, half) = (_columns.Box[box.Key], (_widths[box.Key] / 2) - FromCorner);
            var lines = box.Select(line => (Line: line, Aim: Aim(line))).ToList();

            // From each corner to the middle: first the lines that turn around the corner, the nearest first; then the others, the farthest first.
            var bound = center + half;
            foreach (var (line, aim) in FromTheCorner(lines.Where(line => line.Aim >= center), center))
            {
                var x = Free(gap, line, Math.Min(aim, bound), center - half, bound, center, half);
                Set(line, x);
                bound = x - Apart;
            }

            bound = center - half;
            foreach (var (line, aim) in FromTheCorner(lines.Where(line => line.Aim < center), center))
            {
                var x = Free(gap, line, Math.Max(aim, bound), bound, center + half, center, half);
                Set(line, x);
                bound = x + Apart;
            }
        }

        IEnumerable<(int Line, double Aim)> FromTheCorner(IEnumerable<(int Line, double Aim)> lines, double center) => lines
            .OrderBy(line => !_ranks.LeadsBack[line.Line])
            .ThenBy(line => Math.Abs(line.Aim - center) * (_ranks.LeadsBack[line.Line] ? 1 : -1))
            .ThenBy(line => line.Line);

        int BoxOf(int line) => isBelow ? _graph.Lines[line].From : _graph.Lines[line].To;

        // Where the line comes from or goes to.
        double Aim(int line) => _columns.Lane[line]
            ?? (isBelow ? _columns.ArrivesAtCenter[line] ? Arrives[line] : _columns.Box[_graph.Lines[line].To] : Leaves[line]);

        void Set(int line, double x)
        {
            (isBelow ? Leaves : Arrives)[line] = x;
            _pins[gap].Add((x, line));
        }
    }

    // The nearest place to the one that is asked for, which no other line in the gap has.
    private double Free(int gap, int line, double asked, double low, double high, double center, double half)
    {
        return Search(asked, low, high, Apart) ?? Search(asked, center - half, center + half, Apart) ?? Search(asked, center - half, center + half, Clear) ?? Math.Clamp(asked, center - half, center + half);

        double? Search(double from, double least, double most, double apart)
        {
            for (var step = 0; step <= 2 * half; step++)
            {
                if (from - step >= least && from - step <= most && IsFree(from - step, apart))
                {
                    return from - step;
                }

                if (from + step <= most && from + step >= least && IsFree(from + step, apart))
                {
                    return from + step;
                }
            }

            return null;
        }

        bool IsFree(double x, double apart) => _pins[gap].TrueForAll(pin => pin.Line == line || Math.Abs(pin.X - x) >= Math.Min(apart, Math.Abs(pin.X - center) <= half + FromCorner ? apart : Clear));
    }
}
