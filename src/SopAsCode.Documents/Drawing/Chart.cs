using SopAsCode.Documents.Drawing.Layout;

namespace SopAsCode.Documents.Drawing;

/// <summary>A box of a chart, with what it says.</summary>
/// <param name="Id">Its name in the drawing.</param>
/// <param name="Style">The class by which a style sheet colours it.</param>
/// <param name="Title">What it says.</param>
/// <param name="Under">A line in small letters below; empty for none.</param>
/// <param name="Link">Where it leads; null for nowhere.</param>
/// <param name="Spoken">What a screen reader says.</param>
internal sealed record ChartBox(string Id, string Style, string Title, string Under, string? Link, string Spoken)
{
    /// <summary>What it stands for; several boxes may stand for one thing.</summary>
    public string Of { get; init; } = Id;
}

/// <summary>A line of a chart.</summary>
/// <param name="From">The number of the box that it leaves.</param>
/// <param name="To">The number of the box that it leads to.</param>
/// <param name="Label">What it says; empty for nothing.</param>
/// <param name="Style">The class by which a style sheet draws it.</param>
/// <param name="IsForward">It may be part of the main way.</param>
internal sealed record ChartLine(int From, int To, string Label, string Style, bool IsForward);

/// <summary>A chart before it has places.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Boxes">The boxes.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Start">The box at the top.</param>
/// <param name="Goal">The box that the main way leads to; null for the longest way.</param>
internal sealed record Chart(string Title, IReadOnlyList<ChartBox> Boxes, IReadOnlyList<ChartLine> Lines, int Start, int? Goal)
{
    /// <summary>The size of a title.</summary>
    public const double TitleSize = 14;

    /// <summary>The size of small letters.</summary>
    public const double SmallSize = 12;

    /// <summary>The height of a line of a title.</summary>
    public const double TitleLine = 18;

    /// <summary>The height of a line of small letters.</summary>
    public const double SmallLine = 16;

    /// <summary>The room around the text in a box.</summary>
    public const double Padding = 12;

    /// <summary>The widest text in a box.</summary>
    public const double WidestText = 220;
    private const double NarrowestText = 96;
    private const double WidestLabel = 150;

    /// <summary>The lines of a box's title.</summary>
    public static IReadOnlyList<string> TitleOf(ChartBox box) => TextSize.Wrap(box.Title, TitleSize, WidestText, isBold: true);

    /// <summary>The lines of small letters in a box.</summary>
    public static IReadOnlyList<string> UnderOf(ChartBox box) => box.Under.Length == 0 ? [] : TextSize.Wrap(box.Under, SmallSize, WidestText);

    /// <summary>The lines of a label.</summary>
    public static IReadOnlyList<string> LabelOf(ChartLine line) => line.Label.Length == 0 ? [] : TextSize.Wrap(line.Label, SmallSize, WidestLabel);

    /// <summary>Gives everything a place.</summary>
    public PlacedGraph Place() => LayeredLayout.Place(new(
        [.. Boxes.Select(SizeOf)],
        [.. Lines.Select(LineOf)],
        Start,
        Goal));

    private static Box SizeOf(ChartBox box)
    {
        var (title, under) = (TitleOf(box), UnderOf(box));
        var text = title.Select(line => TextSize.Width(line, TitleSize, isBold: true)).Concat(under.Select(line => TextSize.Width(line, SmallSize))).Max();
        var isStep = box.Under.Length > 0;
        return new(isStep ? WidestText + (2 * Padding) : Math.Max(NarrowestText, text) + (3 * Padding), (title.Count * TitleLine) + (under.Count * SmallLine) + (isStep ? 2 * Padding : 14));
    }

    private static Line LineOf(ChartLine line)
    {
        var label = LabelOf(line);
        return label.Count == 0
            ? new(line.From, line.To, line.IsForward)
            : new(line.From, line.To, line.IsForward, label.Max(text => TextSize.Width(text, SmallSize)), (label.Count * SmallLine) + 4);
    }
}
