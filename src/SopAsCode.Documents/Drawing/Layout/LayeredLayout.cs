namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>
/// Places a graph in rows from top to bottom. The main way stands straight in one column, other ways beside it. Lines leave a box below and enter one
/// above, and go straight down or up in columns of their own. A label stands right of its own line, in a row where nothing goes sideways.
/// </summary>
internal static class LayeredLayout
{
    private const double TrackHeight = 11;
    private const double RoomBelow = 13;
    private const double RoomForArrow = 20;
    private const double Border = 8;

    /// <summary>Places a graph.</summary>
    public static PlacedGraph Place(Graph graph)
    {
        var ranks = Ranks.Find(graph);
        var layers = new Layers(graph, ranks);
        var widths = graph.Boxes.Select((box, i) => Math.Max(box.Width, Ports.WidthFor(Math.Max(graph.Lines.Count(line => line.From == i), graph.Lines.Count(line => line.To == i))))).ToArray();
        var columns = Columns.Find(graph, ranks, layers, Way.Divide(graph, ranks), widths);
        var ports = Ports.Find(graph, ranks, layers, columns, widths);
        return new Placing(graph, ranks, layers, columns, ports, widths).Place();
    }

    private sealed class Placing(Graph graph, Ranks ranks, Layers layers, Columns columns, Ports ports, double[] widths)
    {
        private readonly double[] _rowTop = new double[layers.Count];
        private readonly double[] _rowHeight = new double[layers.Count];
        private readonly double[] _trackTop = new double[layers.Count + 1];
        private readonly List<Turn>[] _turns = [.. Enumerable.Range(0, layers.Count + 1).Select(_ => new List<Turn>())];
        private readonly Dictionary<(int Gap, int Line), int> _tracks = [];

        public PlacedGraph Place()
        {
            CollectTurns();
            var height = Stack();
            var boxes = graph.Boxes.Select((box, i) => new Rectangle(columns.Box[i] - (widths[i] / 2), _rowTop[layers.Of[i]] + ((_rowHeight[layers.Of[i]] - box.Height) / 2), widths[i], box.Height)).ToList();
            var lines = graph.Lines.Select((_, i) => Corners(i, boxes)).ToList();
            var labels = graph.Lines.Select((_, i) => LabelOf(i)).ToList();
            var left = boxes.Select(box => box.Left).Concat(lines.SelectMany(line => line).Select(point => point.X)).Concat(labels.OfType<Rectangle>().Select(label => label.Left)).Min() - Border;
            var right = boxes.Select(box => box.Right).Concat(lines.SelectMany(line => line).Select(point => point.X)).Concat(labels.OfType<Rectangle>().Select(label => label.Right)).Max() + Border;
            return new(
                [.. boxes.Select(box => box with { Left = box.Left - left })],
                [.. lines.Select(line => (IReadOnlyList<Point>)[.. line.Select(point => point with { X = point.X - left })])],
                [.. labels.Select(label => label is { } place ? place with { Left = place.Left - left } : (Rectangle?)null)],
                ranks.MainWay,
                right - left,
                height);
        }

        private void CollectTurns()
        {
            for (var i = 0; i < graph.Lines.Count; i++)
            {
                var below = layers.Of[graph.Lines[i].From] + 1;
                var above = layers.Of[graph.Lines[i].To];
                if (ranks.LeadsBack[i])
                {
                    Add(below, new(i, ports.Leaves[i], true, columns.Lane[i]!.Value, true));
                    Add(above, new(i, columns.Lane[i]!.Value, false, ports.Arrives[i], false));
                }
                else if (columns.Lane[i] is { } lane)
                {
                    Add(below, new(i, ports.Leaves[i], true, lane, false));
                    Add(above, new(i, lane, true, ports.Arrives[i], false));
                }
                else
                {
                    Add(below, new(i, ports.Leaves[i], true, ports.Arrives[i], false));
                }
            }

            void Add(int gap, in Turn turn)
            {
                if (turn.X1 != turn.X2)
                {
                    _turns[gap].Add(turn);
                }
            }
        }

        // Gives each gap the height that its turns need, and each row that of its highest part.
        private double Stack()
        {
            for (var i = 0; i < graph.Boxes.Count; i++)
            {
                _rowHeight[layers.Of[i]] = Math.Max(_rowHeight[layers.Of[i]], graph.Boxes[i].Height);
            }

            for (var i = 0; i < graph.Lines.Count; i++)
            {
                var row = layers.Of[graph.Lines[i].From] + (ranks.LeadsBack[i] ? 0 : 1);
                if (graph.Lines[i].HasLabel)
                {
                    _rowHeight[row] = Math.Max(_rowHeight[row], graph.Lines[i].LabelHeight);
                }
            }

            var hasBoxes = new bool[layers.Count + 1];
            foreach (var row in layers.Of)
            {
                hasBoxes[row] = true;
            }

            var y = 0.0;
            for (var gap = 0; gap <= layers.Count; gap++)
            {
                var (of, count) = Tracks.Find(_turns[gap]);
                for (var turn = 0; turn < of.Count; turn++)
                {
                    _tracks[(gap, _turns[gap][turn].Line)] = of[turn];
                }

                var isRim = gap == 0 || gap == layers.Count;
                _trackTop[gap] = y + (count == 0 ? 0 : gap == 0 ? Border : RoomBelow);
                y += (isRim && count == 0 ? Border : RoomBelow) + (Math.Max(0, count - 1) * TrackHeight) + (hasBoxes[gap] && !(isRim && count == 0) ? RoomForArrow : isRim ? 0 : 6);
                if (gap < layers.Count)
                {
                    _rowTop[gap] = y;
                    y += _rowHeight[gap];
                }
            }

            return y + Border;
        }

        private List<Point> Corners(int line, List<Rectangle> boxes)
        {
            var (from, to) = (graph.Lines[line].From, graph.Lines[line].To);
            List<Point> corners = [new(ports.Leaves[line], boxes[from].Bottom)];
            Turn(layers.Of[from] + 1, columns.Lane[line] ?? ports.Arrives[line]);
            Turn(layers.Of[to], ports.Arrives[line]);
            corners.Add(new(ports.Arrives[line], boxes[to].Top));
            return corners;

            void Turn(int gap, double x)
            {
                if (corners[^1].X != x)
                {
                    var y = _trackTop[gap] + (_tracks[(gap, line)] * TrackHeight);
                    corners.Add(new(corners[^1].X, y));
                    corners.Add(new(x, y));
                }
            }
        }

        private Rectangle? LabelOf(int line)
        {
            if (!graph.Lines[line].HasLabel)
            {
                return null;
            }

            var row = layers.Of[graph.Lines[line].From] + (ranks.LeadsBack[line] ? 0 : 1);
            var (width, height) = (graph.Lines[line].LabelWidth, graph.Lines[line].LabelHeight);
            var lane = columns.Lane[line]!.Value;
            return new(columns.IsLabelLeft(line) ? lane - Columns.LabelGap - width : lane + Columns.LabelGap, _rowTop[row] + ((_rowHeight[row] - height) / 2), width, height);
        }
    }
}
