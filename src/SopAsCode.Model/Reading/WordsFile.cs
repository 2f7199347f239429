using Markdig.Syntax;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>What a piece of a words file is.</summary>
public enum WordsKind
{
    /// <summary>A note on the SOP: what stands before the first heading.</summary>
    Note,

    /// <summary>How to do a step.</summary>
    Instructions,

    /// <summary>Lines to tick.</summary>
    Checklist,

    /// <summary>A message that people send.</summary>
    Template,

    /// <summary>A rare case, and what to do then.</summary>
    EdgeCase,

    /// <summary>An example of the result.</summary>
    Example,

    /// <summary>How the work is done by hand.</summary>
    ByHand,

    /// <summary>A part of the page with a heading of its own.</summary>
    Section,

    /// <summary>A heading that says nothing which a words file can say.</summary>
    Unknown,
}

/// <summary>A piece of a words file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Step">The heading above it, which names a step by its title or its method; null for a piece of the SOP itself.</param>
/// <param name="Title">What it is called: the title of a message, the case, the title of a group; empty when it has none.</param>
/// <param name="Text">Its text, as Markdown; empty for lines to tick.</param>
/// <param name="Items">The lines to tick.</param>
/// <param name="Start">Where its heading, or else its text, starts in the file.</param>
/// <param name="Length">How long that heading or text is.</param>
/// <param name="StepStart">Where the heading that names the step starts; -1 for a piece of the SOP itself.</param>
public sealed record WordsPiece(WordsKind Kind, string? Step, string Title, string Text, EquatableArray<string> Items, int Start, int Length, int StepStart);

/// <summary>
/// The words of an SOP in a Markdown file beside its class, where somebody who writes no C# can edit them. <c>SupportTriage.words.md</c> belongs to the
/// class <c>SupportTriage</c> in the same folder.
/// </summary>
/// <remarks>
/// What stands before the first heading are notes. <c>## Draft a reply</c>, the title or the method of a step, holds its instructions and its lists of
/// <c>- [ ]</c> lines; below it <c>### Message: …</c> is a message, <c>### When …</c> a rare case, <c>### Example: …</c> an example, and any other
/// <c>###</c> above lines to tick is the title of the group. <c>## By hand</c> is the manual path, and <c>## Section: …</c> a part of the page. A
/// heading of the first level is for readers of the file only.
/// </remarks>
public sealed class WordsFile
{
    /// <summary>What the names of words files end with.</summary>
    public const string Ending = ".words.md";

    private readonly string _text;
    private readonly List<WordsPiece> _pieces = [];
    private readonly Dictionary<Block, int> _ends = [];

    private WordsFile(string text)
    {
        _text = text;
        if (AuthorMarkdown.Parse(text) is { } document)
        {
            Read(document);
        }
        else
        {
            // No part of it can be told from another, so all of it is a note.
            _pieces.Add(new(WordsKind.Note, null, "", text.Trim(), [], 0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length, -1));
        }

        Pieces = _pieces;
    }

    /// <summary>Its pieces, in order.</summary>
    public IReadOnlyList<WordsPiece> Pieces { get; }

    /// <summary>Whether a file is named like a words file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>True when it is.</returns>
    public static bool Is(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words file of a class.</summary>
    /// <param name="source">The path of the file that declares the class.</param>
    /// <param name="name">The name of the class.</param>
    /// <returns>The path, with forward slashes.</returns>
    public static string PathOf(string source, string name)
    {
        var path = source.Replace('\\', '/');
        return path.Substring(0, path.LastIndexOf('/') + 1) + name + Ending;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text, with <c>\n</c> line ends.</param>
    /// <returns>The words.</returns>
    public static WordsFile Parse(string text) => new(text);

    private void Read(MarkdownDocument document)
    {
        HeadingBlock? part = null;
        HeadingBlock? piece = null;
        List<Block> blocks = [];
        List<Block> all = [.. document.Where(block => block is not LinkReferenceDefinitionGroup)];
        for (var i = 0; i < all.Count; i++)
        {
            // What lies before the next block, such as where a link leads, belongs to this one.
            var block = all[i];
            _ends[block] = i + 1 < all.Count ? all[i + 1].Span.Start : _text.Length;
            if (block is HeadingBlock { Level: <= 3 } heading)
            {
                Add(part, piece, blocks);
                blocks.Clear();
                (part, piece) = heading.Level < 3 ? (heading.Level == 2 ? heading : null, null) : (part, heading);
            }
            else
            {
                blocks.Add(block);
            }
        }

        Add(part, piece, blocks);
    }

    private void Add(HeadingBlock? part, HeadingBlock? piece, List<Block> blocks)
    {
        var of = part is null ? null : WordsOf(part);
        if (part is not null && piece is null && of is { } only && (IsByHand(only) || Behind(only, "Section") is not null))
        {
            Add(IsByHand(only) ? WordsKind.ByHand : WordsKind.Section, null, Behind(only, "Section") ?? "", TextOf(blocks), [], part, part);
            return;
        }

        var step = of is null || IsByHand(of) || Behind(of, "Section") is not null ? null : of;
        if (piece is null)
        {
            AddPlain(step, "", blocks, part, part);
            return;
        }

        var title = WordsOf(piece);
        if (Behind(title, "Message") is { } message)
        {
            Add(WordsKind.Template, step, message, CodeOf(blocks) ?? TextOf(blocks), [], piece, part);
        }
        else if (Behind(title, "Example") is { } example)
        {
            Add(WordsKind.Example, step, example, TextOf(blocks), [], piece, part);
        }
        else if (title.StartsWith("When ", StringComparison.OrdinalIgnoreCase))
        {
            Add(WordsKind.EdgeCase, step, title, TextOf(blocks), [], piece, part);
        }
        else if (blocks.Count > 0 && blocks.TrueForAll(block => ItemsOf(block) is not null))
        {
            AddPlain(step, title, blocks, piece, part);
        }
        else
        {
            Add(WordsKind.Unknown, step, title, TextOf(blocks), [], piece, part);
        }
    }

    // Lines to tick are groups; what stands between them is prose.
    private void AddPlain(string? step, string title, List<Block> blocks, Block? at, HeadingBlock? part)
    {
        List<Block> prose = [];
        foreach (var block in blocks)
        {
            if (ItemsOf(block) is { } items)
            {
                var group = title;
                if (group.Length == 0 && prose.Count > 0 && BoldLine(prose[prose.Count - 1]) is { } bold)
                {
                    group = bold;
                    prose.RemoveAt(prose.Count - 1);
                }

                Add(WordsKind.Checklist, step, group, "", items, block, part);
            }
            else
            {
                prose.Add(block);
            }
        }

        if (prose.Count > 0)
        {
            Add(step is null ? WordsKind.Note : WordsKind.Instructions, step, "", TextOf(prose), [], step is null ? prose[0] : at!, part);
        }
        else if (step is not null && blocks.Count == 0)
        {
            // A heading without words still must name a step.
            Add(WordsKind.Instructions, step, "", "", [], at!, part);
        }
    }

    private void Add(WordsKind kind, string? step, string title, string text, EquatableArray<string> items, Block at, HeadingBlock? part)
    {
        var end = _text.IndexOf('\n', at.Span.Start);
        var length = Math.Max(0, Math.Min(at.Span.End + 1, end < 0 ? _text.Length : end) - at.Span.Start);
        _pieces.Add(new(kind, step, title, text, items, at.Span.Start, length, step is null || part is null ? -1 : part.Span.Start));
    }

    private static bool IsByHand(string heading) => string.Equals(heading, "By hand", StringComparison.OrdinalIgnoreCase);

    // The words behind "Message:", or null when the heading is another one.
    private static string? Behind(string heading, string word)
    {
        if (!heading.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = heading.Substring(word.Length).TrimStart();
        return rest.StartsWith(":", StringComparison.Ordinal) ? rest.Substring(1).Trim() : null;
    }

    private string WordsOf(HeadingBlock heading) =>
        heading.Inline is { FirstChild: not null } inline ? _text.Substring(inline.Span.Start, inline.Span.Length).Trim() : "";

    private string TextOf(List<Block> blocks) => string.Join("\n\n", blocks.Select(block => _text.Substring(block.Span.Start, _ends[block] - block.Span.Start).Trim()));

    // A message may stand in a block of code, so that it keeps its lines.
    private static string? CodeOf(List<Block> blocks) => blocks.Count == 1 && blocks[0] is FencedCodeBlock
        ? ((FencedCodeBlock)blocks[0]).Lines.ToString()
        : null;

    private string? BoldLine(Block block)
    {
        var line = block is ParagraphBlock ? _text.Substring(block.Span.Start, block.Span.Length).Trim() : "";
        return line.Length > 4 && line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal) && line.IndexOf("**", 2, StringComparison.Ordinal) == line.Length - 2
            ? line.Substring(2, line.Length - 4).TrimEnd(':').Trim()
            : null;
    }

    // The lines of a list in which every line can be ticked; null for any other block.
    private EquatableArray<string>? ItemsOf(Block block)
    {
        if (block is not ListBlock list)
        {
            return null;
        }

        List<string> items = [];
        foreach (var item in list)
        {
            if (item is not ListItemBlock { Count: > 0 } one || one[0] is not ParagraphBlock paragraph)
            {
                return null;
            }

            var text = _text.Substring(paragraph.Span.Start, paragraph.Span.Length);
            if (text.Length < 4 || text[0] != '[' || text[1] is not (' ' or 'x' or 'X') || text[2] != ']' || text[3] != ' ')
            {
                return null;
            }

            items.Add(string.Join(" ", text.Substring(4).Split('\n').Select(line => line.Trim())));
        }

        return items.ToEquatableArray();
    }
}
