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
    private readonly StringBuilder _text = TextBuffers.Take();

    // The mark of the list that was written last, while nothing stands behind it.
    private char? _openList;

    /// <summary>Writes a block.</summary>
    public PageWriter Block(string markdown)
    {
        Begin().Append(markdown).Append('\n');
        return this;
    }

    /// <summary>Writes lines as one block, if there are any.</summary>
    public PageWriter Lines(IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            (isFirst ? Begin() : _text).Append(line).Append('\n');
            isFirst = false;
        }

        return this;
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
        Begin();
        for (var i = 0; i < all.Count; i++)
        {
            _text.Append(mark).Append(' ').Append(all[i]).Append('\n');
            if (i < all.Count - 1 && all[i].Contains("\n\n"))
            {
                _text.Append('\n');
            }
        }

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
        List<string[]> all = [header, .. rows];
        if (all.Count == 1)
        {
            return this;
        }

        List<int[]> lengths = [.. all.Select(static row => Array.ConvertAll(row, TextWidth.Of))];
        var widths = new int[header.Length];
        for (var column = 0; column < widths.Length; column++)
        {
            widths[column] = lengths.Max(row => Math.Max(row[column], 3));
        }

        Begin();
        for (var row = 0; row < all.Count; row++)
        {
            Row(widths, column => _text.Append(all[row][column]).Append(' ', widths[column] - lengths[row][column]));
            if (row == 0)
            {
                Row(widths, column => _text.Append('-', widths[column]));
            }
        }

        return this;
    }

    /// <summary>All that was written. Nothing can be written after it.</summary>
    public string Finish() => TextBuffers.Finish(_text);

    private StringBuilder Begin()
    {
        _openList = null;
        return _text.Length > 0 ? _text.Append('\n') : _text;
    }

    private void Row(int[] widths, Action<int> write)
    {
        for (var column = 0; column < widths.Length; column++)
        {
            _text.Append(column == 0 ? "| " : " | ");
            write(column);
        }

        _text.Append(" |\n");
    }
}
