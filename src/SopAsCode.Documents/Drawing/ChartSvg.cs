using System.Globalization;
using System.Text;
using SopAsCode.Documents.Drawing.Layout;
using SopAsCode.Documents.Html;

namespace SopAsCode.Documents.Drawing;

/// <summary>
/// Draws a chart as SVG. Boxes are links in the order of the chart, so a keyboard walks them; what a screen reader needs of the lines stands in the
/// names of the boxes.
/// </summary>
internal static class ChartSvg
{
    private const double Rounding = 7;

    // Where there is less room than this share of its width a chart is moved, not made smaller.
    private const double Smallest = 0.72;

    /// <summary>Draws a chart as a part of a page.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">The prefix of the ids in it.</param>
    /// <param name="style">Styles that the drawing brings along; empty on a page with a style sheet.</param>
    public static Markup Draw(Chart chart, string id, string style = "")
    {
        var placed = chart.Place();
        var svg = new HtmlText();
        svg.Add($"""<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="group" aria-labelledby="{id}-title" viewBox="0 0 {Text(placed.Width)} {Text(placed.Height)}" width="{Text(placed.Width)}" height="{Text(placed.Height)}" style="min-width:{Text(Math.Round(placed.Width * Smallest))}px">""");
        svg.Add($"""<title id="{id}-title">{chart.Title}</title>""");
        if (style.Length > 0)
        {
            svg.Add($"<style>{new Markup(style)}</style>");
        }

        svg.Add($"""<defs><marker id="{id}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0.5 7.5 4 0 7.5z"/></marker></defs>""");
        svg.Add($"""<g class="lines" aria-hidden="true">""");
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            var line = chart.Lines[i];
            svg.Add($"""<path class="{line.Style}" data-from="{chart.Boxes[line.From].Id}" data-to="{chart.Boxes[line.To].Id}" d="{Path(placed.Lines[i])}" marker-end="url(#{id}-arrow)"/>""");
        }

        for (var i = 0; i < chart.Lines.Count; i++)
        {
            if (placed.Labels[i] is { } place)
            {
                DrawLabel(svg, chart.Lines[i], place, placed.Lines[i]);
            }
        }

        svg.Add($"""</g><g class="boxes">""");
        for (var i = 0; i < chart.Boxes.Count; i++)
        {
            DrawBox(svg, chart.Boxes[i], placed.Boxes[i]);
        }

        return svg.Add($"</g></svg>").ToMarkup();
    }

    // The text stands at the side where its line is.
    private static void DrawLabel(HtmlText svg, ChartLine line, in Rectangle place, IReadOnlyList<Point> corners)
    {
        var (left, right) = (place.Left, place.Right);
        var isLeft = corners.Min(corner => Math.Abs(corner.X - right)) < corners.Min(corner => Math.Abs(corner.X - left));
        var x = isLeft ? right : left;
        svg.Add($"""<text class="label" font-size="{Text(Chart.SmallSize)}" text-anchor="{(isLeft ? "end" : "start")}">""");
        var y = place.Top + Chart.SmallSize + 1;
        foreach (var text in Chart.LabelOf(line))
        {
            svg.Add($"""<tspan x="{Text(x)}" y="{Text(y)}">{text}</tspan>""");
            y += Chart.SmallLine;
        }

        svg.Add($"</text>");
    }

    private static void DrawBox(HtmlText svg, ChartBox box, in Rectangle place)
    {
        if (box.Link is { } link)
        {
            svg.Add($"""<a class="box {box.Style}" href="{link}" data-id="{box.Id}" data-of="{box.Of}" aria-label="{box.Spoken}">""");
        }
        else
        {
            svg.Add($"""<g class="box {box.Style}" data-id="{box.Id}" data-of="{box.Of}">""");
        }

        var rounding = box.Style switch { "fixed" => place.Height / 2, "person" => 14, _ => 5 };
        svg.Add($"""<rect x="{Text(place.Left)}" y="{Text(place.Top)}" width="{Text(place.Width)}" height="{Text(place.Height)}" rx="{Text(Math.Min(rounding, 20))}"/>""");
        if (box.Style == "checkpoint")
        {
            svg.Add($"""<rect class="inner" x="{Text(place.Left + 3)}" y="{Text(place.Top + 3)}" width="{Text(place.Width - 6)}" height="{Text(place.Height - 6)}" rx="3"/>""");
        }

        var (title, under) = (Chart.TitleOf(box), Chart.UnderOf(box));
        var isLeft = under.Count > 0;
        var x = isLeft ? place.Left + Chart.Padding + ((place.Width - Chart.WidestText - (2 * Chart.Padding)) / 2) : place.Center;
        var y = place.Top + ((place.Height - (title.Count * Chart.TitleLine) - (under.Count * Chart.SmallLine)) / 2) + Chart.TitleSize;
        svg.Add($"""<text class="title" font-size="{Text(Chart.TitleSize)}" text-anchor="{(isLeft ? "start" : "middle")}">""");
        for (var line = 0; line < title.Count; line++)
        {
            // A space keeps the last word of a line apart from the next one where the text is read as a whole.
            svg.Add($"""<tspan x="{Text(x)}" y="{Text(y)}">{title[line]}{(line < title.Count - 1 || isLeft ? " " : "")}</tspan>""");
            y += Chart.TitleLine;
        }

        svg.Add($"</text>");
        if (under.Count > 0)
        {
            y -= 1;
            svg.Add($"""<text class="under" font-size="{Text(Chart.SmallSize)}">""");
            for (var line = 0; line < under.Count; line++)
            {
                svg.Add($"""<tspan x="{Text(x)}" y="{Text(y)}">{under[line]}{(line < under.Count - 1 ? " " : "")}</tspan>""");
                y += Chart.SmallLine;
            }

            svg.Add($"</text>");
        }

        svg.Add(new Markup(box.Link is null ? "</g>" : "</a>"));
    }

    // Horizontal and vertical parts with rounded corners.
    private static string Path(IReadOnlyList<Point> corners)
    {
        var path = new StringBuilder($"M{Text(corners[0].X)} {Text(corners[0].Y)}");
        for (var i = 1; i < corners.Count - 1; i++)
        {
            var (before, at, after) = (corners[i - 1], corners[i], corners[i + 1]);
            var radius = Math.Min(Rounding, Math.Min(Length(before, at), Length(at, after)) / 2);
            var (start, end) = (Toward(at, before, radius), Toward(at, after, radius));
            path.Append(CultureInfo.InvariantCulture, $"L{Text(start.X)} {Text(start.Y)}Q{Text(at.X)} {Text(at.Y)} {Text(end.X)} {Text(end.Y)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"L{Text(corners[^1].X)} {Text(corners[^1].Y)}").ToString();

        static double Length(Point a, Point b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

        static Point Toward(Point from, Point to, double by) => new(from.X + (Math.Sign(to.X - from.X) * by), from.Y + (Math.Sign(to.Y - from.Y) * by));
    }

    private static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
