using System.Text;

namespace SopAsCode.Figures;

/// <summary>Writes sheets as Markdown. No text of a person can become a heading, a link, HTML, a table cell or the end of a fence.</summary>
public static class SheetMarkdown
{
    private const string Special = "\\`*_[]{}<>|~#$!&@:";

    /// <summary>Writes a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <returns>The Markdown, with <c>\n</c> at the end of each line.</returns>
    public static string Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        StringBuilder text = new();
        text.Append("# ").Append(Escaped(sheet.Title)).Append('\n');
        foreach (var block in sheet.Blocks)
        {
            text.Append('\n');
            Append(text, block);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, SheetBlock block)
    {
        switch (block)
        {
            case SheetHeading heading:
                text.Append('#', heading.Level + 1).Append(' ').Append(Escaped(heading.Text)).Append('\n');
                break;
            case SheetText paragraph:
                text.Append(AtStart(paragraph.Text)).Append('\n');
                break;
            case SheetList list:
                foreach (var item in list.Items)
                {
                    text.Append("- ").Append(AtStart(item)).Append('\n');
                }

                break;
            case SheetTable table:
                Row(text, table.Columns);
                text.Append('|').Append(string.Concat(table.Columns.Select((_, i) => table.Numbers.Contains(i) ? " ---: |" : " --- |"))).Append('\n');
                foreach (var row in table.Rows)
                {
                    Row(text, row);
                }

                break;
            case SheetQuote quote:
                var lines = VisibleText.Lines(quote.Text).TrimEnd('\n');
                var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
                text.Append(fence).Append("text\n").Append(lines).Append('\n').Append(fence).Append('\n');
                break;
        }
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.Append('|').Append(string.Concat(cells.Select(cell => $" {Escaped(cell)} |"))).Append('\n');

    // A number or a mark at the start of a line would begin a list.
    private static string AtStart(string line)
    {
        var escaped = Escaped(line);
        var digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        return digits < escaped.Length && (digits > 0 ? escaped[digits] is '.' or ')' : escaped[0] is '-' or '+' or '=') ? escaped.Insert(digits, "\\") : escaped;
    }

    private static string Escaped(string text)
    {
        var line = VisibleText.Line(text).Trim();
        StringBuilder escaped = new(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '|':
                    escaped.Append("&#124;");
                    break;
                case ':' when i + 2 >= line.Length || line[i + 1] != '/':
                case '_' when i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]):
                    escaped.Append(line[i]);
                    break;
                case '@' or ':':
                    // An address in a text of a person stays text: readers would make a link of it.
                    escaped.Append(line[i] == '@' ? "&#64;" : "&#58;");
                    break;
                case var letter:
                    if (Special.Contains(letter, StringComparison.Ordinal))
                    {
                        escaped.Append('\\');
                    }

                    escaped.Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
