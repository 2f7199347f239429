using SopAsCode.Documents.Drawing;
using SopAsCode.Documents.Drawing.Layout;

namespace SopAsCode.Documents.Tests.Drawing;

/// <summary>Whatever the flow, a reader can follow its chart.</summary>
public sealed class WhatAReaderSees
{
    private const int Flows = 300;

    [Fact]
    public void No_box_covers_another() => Each((chart, placed) =>
    {
        for (var a = 0; a < placed.Boxes.Count; a++)
        {
            for (var b = a + 1; b < placed.Boxes.Count; b++)
            {
                Assert.False(Overlap(placed.Boxes[a], placed.Boxes[b], 8), $"{chart.Boxes[a].Id} and {chart.Boxes[b].Id} touch");
            }
        }
    });

    [Fact]
    public void No_label_covers_a_box_or_another_label() => Each((chart, placed) =>
    {
        for (var a = 0; a < placed.Labels.Count; a++)
        {
            if (placed.Labels[a] is not { } label)
            {
                continue;
            }

            for (var b = 0; b < placed.Boxes.Count; b++)
            {
                Assert.False(Overlap(label, placed.Boxes[b], 0), $"the label of {Name(chart, a)} covers {chart.Boxes[b].Id}");
            }

            for (var b = a + 1; b < placed.Labels.Count; b++)
            {
                Assert.False(placed.Labels[b] is { } other && Overlap(label, other, 0), $"the labels of {Name(chart, a)} and {Name(chart, b)} touch");
            }
        }
    });

    [Fact]
    public void A_label_stands_beside_its_own_line_and_touches_no_other() => Each((chart, placed) =>
    {
        for (var a = 0; a < placed.Labels.Count; a++)
        {
            if (placed.Labels[a] is not { } label)
            {
                continue;
            }

            Assert.Contains(Parts(placed.Lines[a]), part => part.From.X == part.To.X && Math.Min(Math.Abs(part.From.X - label.Left), Math.Abs(part.From.X - label.Right)) <= 10
                && Math.Min(part.From.Y, part.To.Y) <= label.Top && Math.Max(part.From.Y, part.To.Y) >= label.Bottom);
            for (var b = 0; b < placed.Lines.Count; b++)
            {
                Assert.False(Parts(placed.Lines[b]).Any(part => Overlap(label, Area(part), 1)), $"the line {Name(chart, b)} meets the label of {Name(chart, a)}");
            }
        }
    });

    [Fact]
    public void No_line_runs_through_a_box() => Each((chart, placed) =>
    {
        for (var a = 0; a < placed.Lines.Count; a++)
        {
            for (var b = 0; b < placed.Boxes.Count; b++)
            {
                var inner = placed.Boxes[b] with { Top = placed.Boxes[b].Top + 0.5, Height = placed.Boxes[b].Height - 1 };
                Assert.False(Parts(placed.Lines[a]).Any(part => Overlap(inner, Area(part), 0)), $"the line {Name(chart, a)} runs through {chart.Boxes[b].Id}");
            }
        }
    });

    [Fact]
    public void No_line_runs_on_top_of_another() => Each((chart, placed) =>
    {
        for (var a = 0; a < placed.Lines.Count; a++)
        {
            for (var b = a + 1; b < placed.Lines.Count; b++)
            {
                Assert.False(Parts(placed.Lines[a]).Any(one => Parts(placed.Lines[b]).Any(two => RunTogether(one, two))), $"the lines {Name(chart, a)} and {Name(chart, b)} run on top of each other");
            }
        }
    });

    [Fact]
    public void A_line_goes_straight_from_below_its_box_to_above_the_other() => Each((chart, placed) =>
    {
        for (var a = 0; a < placed.Lines.Count; a++)
        {
            var (line, from, to) = (placed.Lines[a], placed.Boxes[chart.Lines[a].From], placed.Boxes[chart.Lines[a].To]);
            Assert.All(Parts(line), part => Assert.True(part.From.X == part.To.X || part.From.Y == part.To.Y));
            Assert.Equal(from.Bottom, line[0].Y);
            Assert.InRange(line[0].X, from.Left, from.Right);
            Assert.Equal(to.Top, line[^1].Y);
            Assert.InRange(line[^1].X, to.Left, to.Right);
            Assert.True(line[^1].Y - line[^2].Y >= 12, "there is room for the arrow");
        }
    });

    [Fact]
    public void The_main_way_is_one_straight_line() => Each((chart, placed) =>
    {
        var x = placed.Boxes[placed.MainWay[0]].Center;
        Assert.All(placed.MainWay, box => Assert.Equal(x, placed.Boxes[box].Center, 6));
        foreach (var (from, to) in placed.MainWay.Zip(placed.MainWay.Skip(1)))
        {
            Assert.Contains(Enumerable.Range(0, chart.Lines.Count), line => chart.Lines[line].From == from && chart.Lines[line].To == to && placed.Lines[line] is [var start, var end] && Math.Abs(start.X - x) < 0.001 && Math.Abs(end.X - x) < 0.001);
        }
    });

    [Fact]
    public void The_main_way_goes_down_from_the_start_to_the_goal() => Each((chart, placed) =>
    {
        Assert.Equal(0, placed.MainWay[0]);
        Assert.Equal(chart.Goal, placed.MainWay[^1]);
        Assert.All(placed.MainWay.Zip(placed.MainWay.Skip(1)), pair => Assert.True(placed.Boxes[pair.First].Bottom < placed.Boxes[pair.Second].Top));
    });

    [Fact]
    public void No_line_runs_past_more_than_eight_steps_to_an_end_beside_the_goal() => Each((chart, placed) =>
    {
        var steps = chart.Boxes.Count(box => box.Style != "fixed");
        Assert.All(chart.Lines.Where(line => line.To > steps && line.To != chart.Goal), line => Assert.True(chart.Boxes[line.To].Id == $"{chart.Boxes[line.To].Of} after {chart.Boxes[line.From].Id}" || steps - line.From <= 8, $"{chart.Boxes[line.From].Id} leads far away to {chart.Boxes[line.To].Id}"));
        Assert.All(chart.Boxes.Where(box => box.Id != box.Of), box => Assert.All(placed.Lines.Where((_, line) => chart.Boxes[chart.Lines[line].To] == box), line => Assert.True(line[^1].Y > line[0].Y)));
    });

    [Fact]
    public void Lines_to_one_box_arrive_side_by_side() => Each((chart, placed) =>
    {
        foreach (var box in Enumerable.Range(0, chart.Lines.Count).GroupBy(line => chart.Lines[line].To))
        {
            var ends = box.Select(line => placed.Lines[line][^1].X).Order().ToList();
            Assert.All(ends.Zip(ends.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 6, $"two arrows into {chart.Boxes[box.Key].Id} are {pair.Second - pair.First} apart"));
        }
    });

    [Fact]
    public void Everything_is_inside_the_drawing() => Each((_, placed) =>
    {
        var all = new Rectangle(0, 0, placed.Width, placed.Height);
        Assert.All(placed.Boxes.Concat(placed.Labels.OfType<Rectangle>()), part => Assert.True(part.Left >= all.Left && part.Right <= all.Right && part.Top >= all.Top && part.Bottom <= all.Bottom));
        Assert.All(placed.Lines.SelectMany(line => line), point => Assert.True(point.X >= 0 && point.X <= placed.Width && point.Y >= 0 && point.Y <= placed.Height));
    });

    [Fact]
    public void The_same_flow_gives_the_same_drawing() =>
        Assert.Equal(ChartSvg.Draw(FlowChart.Of(RandomFlows.Make(17)), "a").Text, ChartSvg.Draw(FlowChart.Of(RandomFlows.Make(17)), "a").Text);

    private static readonly Lazy<IReadOnlyList<(int Seed, Chart Chart, PlacedGraph Placed)>> All = new(() =>
        [.. Enumerable.Range(0, Flows).Select(seed => (seed, FlowChart.Of(RandomFlows.Make(seed)))).Select(flow => (flow.seed, flow.Item2, flow.Item2.Place()))]);

    private static void Each(Action<Chart, PlacedGraph> look)
    {
        foreach (var (seed, chart, placed) in All.Value)
        {
            try
            {
                look(chart, placed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Flow {seed}: {e.Message}", e);
            }
        }
    }

    private static string Name(Chart chart, int line) => $"{chart.Boxes[chart.Lines[line].From].Id} → {chart.Boxes[chart.Lines[line].To].Id}";

    private static IEnumerable<(Point From, Point To)> Parts(IReadOnlyList<Point> line) => line.Zip(line.Skip(1));

    private static Rectangle Area((Point From, Point To) part) =>
        new(Math.Min(part.From.X, part.To.X), Math.Min(part.From.Y, part.To.Y), Math.Abs(part.From.X - part.To.X), Math.Abs(part.From.Y - part.To.Y));

    private static bool Overlap(Rectangle a, Rectangle b, double room) =>
        a.Left < b.Right + room && b.Left < a.Right + room && a.Top < b.Bottom + room && b.Top < a.Bottom + room;

    // Two lines may cross; they may not go the same way closer than an eye can tell apart.
    private static bool RunTogether((Point From, Point To) a, (Point From, Point To) b)
    {
        var (one, two) = (Area(a), Area(b));
        return (one.Width == 0 && two.Width == 0 && Math.Abs(one.Left - two.Left) < 5 && one.Top < two.Bottom && two.Top < one.Bottom)
            || (one.Height == 0 && two.Height == 0 && Math.Abs(one.Top - two.Top) < 5 && one.Left < two.Right && two.Left < one.Right);
    }
}
