namespace SopAsCode.Figures;

/// <summary>A page of figures, as what it says and not as it looks: Markdown, a terminal and others show it each in their way. All texts are plain text.</summary>
public sealed record Sheet
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, from top to bottom.</summary>
    public required IReadOnlyList<SheetBlock> Blocks { get; init; }
}

/// <summary>A part of a sheet.</summary>
public abstract record SheetBlock;

/// <summary>The title of what follows.</summary>
/// <param name="Text">The title.</param>
/// <param name="Level">1 for a part of the sheet, 2 for a part of that.</param>
public sealed record SheetHeading(string Text, int Level = 1) : SheetBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text, on one line.</param>
public sealed record SheetText(string Text) : SheetBlock;

/// <summary>A list.</summary>
/// <param name="Items">A line each.</param>
public sealed record SheetList(IReadOnlyList<string> Items) : SheetBlock;

/// <summary>A table. A narrow screen shows its rows one below the other.</summary>
/// <param name="Columns">The titles of the columns. The first column says what a row is about.</param>
/// <param name="Rows">The rows, with a cell for each column.</param>
public sealed record SheetTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : SheetBlock
{
    /// <summary>The columns, by their numbers from 0, whose cells stand at the right, as numbers do.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];
}

/// <summary>A text that somebody or an AI wrote, shown as it is, with its lines.</summary>
/// <param name="Text">The text.</param>
public sealed record SheetQuote(string Text) : SheetBlock;
