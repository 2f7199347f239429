using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>Shows sheets on a terminal. Where a table is wider than the terminal, its rows stand one below the other.</summary>
internal static class SheetLines
{
    private const string Between = "  ";

    // A last column with less room would be a tower of words.
    private const int NarrowestLast = 20;

    /// <summary>Shows a sheet.</summary>
    public static void Write(Page page, Sheet sheet)
    {
        page.Title(sheet.Title);
        foreach (var block in sheet.Blocks)
        {
            switch (block)
            {
                case SheetHeading heading:
                    page.Gap();
                    page.Title(heading.Text);
                    break;
                case SheetText text:
                    page.Text(text.Text);
                    break;
                case SheetList list:
                    foreach (var item in list.Items)
                    {
                        page.Line("- " + item);
                    }

                    break;
                case SheetTable table:
                    page.Gap();
                    Write(page, table);
                    break;
                case SheetQuote quote:
                    page.Text(quote.Text, 4);
                    break;
            }
        }
    }

    private static void Write(Page page, SheetTable table)
    {
        var rows = table.Rows.Select(row => row.Select(VisibleText.Line).ToArray()).ToList();
        var widths = table.Columns.Select((title, i) => rows.Select(row => TextWidth.Columns(row[i])).Append(IsPair(table) ? 0 : TextWidth.Columns(title)).Max()).ToArray();
        var before = widths[..^1].Sum() + (Between.Length * (widths.Length - 1));
        var room = page.Width == 0 ? widths[^1] : Math.Min(widths[^1], page.Width - before);
        if (room < Math.Min(widths[^1], NarrowestLast))
        {
            Below(page, table, rows);
            return;
        }

        // The titles of a table of names and values say nothing.
        foreach (var row in IsPair(table) ? rows : rows.Prepend([.. table.Columns]))
        {
            var parts = Page.Broken(row[^1], room, 0);
            var first = string.Concat(row[..^1].Select((cell, i) => Padded(cell, widths[i], table.Numbers.Contains(i)) + Between));
            page.Fitted(parts.Select((part, i) => (i == 0 ? first : new string(' ', before)) + (table.Numbers.Contains(row.Length - 1) ? Padded(part, room, right: true) : part)));
        }
    }

    private static void Below(Page page, SheetTable table, List<string[]> rows)
    {
        foreach (var row in rows)
        {
            if (IsPair(table))
            {
                page.Line($"{row[0]}: {row[1]}");
                continue;
            }

            page.Line(row[0]);
            for (var i = 1; i < row.Length; i++)
            {
                if (row[i] is not ("" or "–"))
                {
                    page.Line($"{table.Columns[i]}: {row[i]}", 2);
                }
            }
        }
    }

    private static bool IsPair(SheetTable table) => table.Columns is [_, "Value"];

    private static string Padded(string cell, int width, bool right)
    {
        var blanks = new string(' ', width - TextWidth.Columns(cell));
        return right ? blanks + cell : cell + blanks;
    }
}
