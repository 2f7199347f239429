using System.Runtime.InteropServices;

namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>What is to be placed: boxes, and lines between them.</summary>
/// <param name="Boxes">The boxes.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Start">The box at the top.</param>
/// <param name="Goal">The box that the main way leads to; null for the longest way.</param>
internal sealed record Graph(IReadOnlyList<Box> Boxes, IReadOnlyList<Line> Lines, int Start, int? Goal = null);

/// <summary>A box.</summary>
/// <param name="Width">Its least width; a box with many lines gets wider.</param>
/// <param name="Height">Its height.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Width, double Height);

/// <summary>A line with an arrow from one box to another.</summary>
/// <param name="From">The number of the box that it leaves.</param>
/// <param name="To">The number of the box that it leads to.</param>
/// <param name="IsForward">It may be part of the main way.</param>
/// <param name="LabelWidth">The width of its label; 0 when it has none.</param>
/// <param name="LabelHeight">The height of its label.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Line(int From, int To, bool IsForward = true, double LabelWidth = 0, double LabelHeight = 0)
{
    /// <summary>It has a label.</summary>
    public bool HasLabel => LabelWidth > 0;
}

/// <summary>A point; y grows downwards.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Point(double X, double Y);

/// <summary>A rectangle.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rectangle(double Left, double Top, double Width, double Height)
{
    /// <summary>Its right side.</summary>
    public double Right => Left + Width;

    /// <summary>Its lower side.</summary>
    public double Bottom => Top + Height;

    /// <summary>The middle between its sides.</summary>
    public double Center => Left + (Width / 2);
}

/// <summary>A graph with places.</summary>
/// <param name="Boxes">The place of each box.</param>
/// <param name="Lines">The corners of each line, from box to box; it has only horizontal and vertical parts.</param>
/// <param name="Labels">The place of each label; null where a line has none.</param>
/// <param name="MainWay">The boxes of the main way, which stand straight below each other.</param>
/// <param name="Width">The width of everything.</param>
/// <param name="Height">The height of everything.</param>
internal sealed record PlacedGraph(
    IReadOnlyList<Rectangle> Boxes,
    IReadOnlyList<IReadOnlyList<Point>> Lines,
    IReadOnlyList<Rectangle?> Labels,
    IReadOnlyList<int> MainWay,
    double Width,
    double Height);
