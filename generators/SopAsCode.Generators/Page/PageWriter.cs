using System.Text;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes Markdown blocks with one empty line between them.</summary>
internal sealed class PageWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes a block.</summary>
    public PageWriter Block(string markdown)
    {
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

    /// <summary>Writes a text that people wrote as Markdown.</summary>
    public PageWriter Prose(string text) => Lines([AuthorMarkdown.Of(text).Text]);

    /// <summary>Writes lines to tick: a list, or for groups with titles a list for each.</summary>
    public PageWriter Checklists(IEnumerable<ChecklistModel> groups)
    {
        foreach (var group in groups.Where(group => group.Items.Count > 0))
        {
            if (!string.IsNullOrWhiteSpace(group.Title))
            {
                Block($"**{MarkdownText.Inline(group.Title!)}**");
            }

            Lines(group.Items.Select(item => $"- [ ] {MarkdownText.Inline(item)}"));
        }

        return this;
    }

    /// <summary>Writes a table, if it has rows. The cells must already be Markdown.</summary>
    public PageWriter Table(string[] header, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        return all.Count == 0
            ? this
            : Lines([Row(header), "|" + string.Concat(header.Select(_ => "---|")), .. all.Select(Row)]);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
