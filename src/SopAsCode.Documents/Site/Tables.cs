using SopAsCode.Documents.Html;

namespace SopAsCode.Documents.Site;

/// <summary>Writes tables. On a narrow screen a row is read as a list, so each cell knows the name of its column.</summary>
internal static class Tables
{
    /// <summary>A table; nothing when it has no rows. The first cell of a row is its heading.</summary>
    public static Markup Of(string name, IReadOnlyList<string> columns, IReadOnlyList<Markup[]> rows)
    {
        if (rows.Count == 0)
        {
            return Markup.None;
        }

        var html = new HtmlText();
        html.Add($"""<div class="table" role="region" aria-label="{name}" tabindex="0"><table><thead><tr>""");
        foreach (var column in columns)
        {
            html.Add($"<th scope=\"col\">{column}</th>");
        }

        html.Add($"</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Add($"<tr><th scope=\"row\">{row[0]}</th>");
            for (var i = 1; i < row.Length; i++)
            {
                html.Add($"<td data-column=\"{columns[i]}\">{row[i]}</td>");
            }

            html.Add($"</tr>\n");
        }

        return html.Add($"</tbody></table></div>\n").ToMarkup();
    }
}
