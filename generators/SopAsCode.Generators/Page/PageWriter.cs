using System.Text;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// Writes Markdown blocks with one empty line between them, in the form that formatters of Markdown write: lists start with <c>-</c>, a list right behind
/// another one with <c>*</c>, because two lists with one mark are one list, and the columns of a table stand below each other.
/// </summary>
internal sealed class PageWriter
{
    private readonly StringBuilder _text = new();

    // The mark of the list that was written last, while nothing stands behind it.
    private char? _openList;

    /// <summary>Writes a block.</summary>
    public PageWriter Block(string markdown)
    {
        _openList = null;
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(markdown).Append('\n');
        return this;
    }

    /// <summary>Writes lines as one block, if there are any.</summary>
    public PageWriter Lines(IEnumerable<string> lines)
    {
        var block = string.Join("\n", lines);
        return block.Length == 0 ? this : Block(block);
    }

    /// <summary>Writes a list, if it has items. Further lines of an item are indented already; behind an item of several blocks stands an empty line.</summary>
    public PageWriter List(IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return this;
        }

        var mark = _openList == '-' ? '*' : '-';
        Block(string.Concat(all.Select((item, number) => $"{mark} {item}{(number == all.Count - 1 ? "" : item.Contains("\n\n") ? "\n\n" : "\n")}")));
        _openList = mark;
        return this;
    }

    /// <summary>Writes a text that people wrote as Markdown.</summary>
    public PageWriter Prose(string text)
    {
        var prose = AuthorMarkdown.Of(text).Text;
        if (prose.Length == 0)
        {
            return this;
        }

        Block(prose);
        var last = prose.Substring(prose.LastIndexOf("\n\n", StringComparison.Ordinal) + 1).TrimStart('\n');
        _openList = last.TrimStart() is { Length: > 1 } start && start[0] is '-' or '+' && start[1] == ' ' ? '-' : last.StartsWith("* ", StringComparison.Ordinal) ? '*' : null;
        return this;
    }

    /// <summary>Writes something that readers unfold.</summary>
    public PageWriter Folded(string summary, Action<PageWriter> write)
    {
        // Readers with components need each tag on a line, and some readers look for Markdown inside HTML only if it says so.
        Block($"<details markdown=\"1\">\n<summary>{summary}</summary>");
        write(this);
        return Block("</details>");
    }

    /// <summary>Writes lines to tick: a list, or for groups with titles a list for each.</summary>
    public PageWriter Checklists(IEnumerable<ChecklistModel> groups)
    {
        foreach (var group in groups.Where(group => group.Items.Count > 0))
        {
            if (!string.IsNullOrWhiteSpace(group.Title))
            {
                Block($"**{MarkdownText.Inline(group.Title!)}**");
            }

            List(group.Items.Select(item => $"[ ] {MarkdownText.Inline(item)}"));
        }

        return this;
    }

    /// <summary>Writes a table, if it has rows. The cells must already be Markdown.</summary>
    public PageWriter Table(string[] header, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return this;
        }

        var widths = header.Select((title, column) => all.Select(row => TextWidth.Of(row[column])).Append(TextWidth.Of(title)).Append(3).Max()).ToArray();
        return Lines([Row(header, widths), $"| {string.Join(" | ", widths.Select(width => new string('-', width)))} |", .. all.Select(row => Row(row, widths))]);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Row(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, column) => cell + new string(' ', widths[column] - TextWidth.Of(cell))))} |";
}
