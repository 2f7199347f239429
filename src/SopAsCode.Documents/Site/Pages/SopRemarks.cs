using SopAsCode.Definitions;
using SopAsCode.Documents.Html;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>What an SOP or a step tells its readers besides what it does.</summary>
internal static class SopRemarks
{
    /// <summary>Whether there is anything to read.</summary>
    public static bool Has(Remarks remarks) =>
        remarks.Notes.Count + remarks.EdgeCases.Count + remarks.Examples.Count + remarks.Templates.Count > 0 || remarks.TeamMode is not null;

    /// <summary>Writes them.</summary>
    public static void Write(SopWriter page, Remarks remarks, string part)
    {
        var html = page.Html;
        foreach (var note in remarks.Notes)
        {
            html.Add($"<div class=\"note\">{Prose.Of(note)}</div>\n");
        }

        if (remarks.TeamMode is { } team)
        {
            html.Add($"<p class=\"note\"><strong>When more people join:</strong> {team}</p>\n");
        }

        foreach (var rare in remarks.EdgeCases)
        {
            html.Add($"<div class=\"note\"><p><strong>When:</strong> {rare.Case}</p>{Prose.Of(rare.Handling)}</div>\n");
        }

        foreach (var template in remarks.Templates)
        {
            html.Add($"<figure class=\"template\"><figcaption>Message: {template.Title} {page.Site.Suggest(page.Sop, $"{part}, message {template.Title}", template.Text)}<button type=\"button\" class=\"copy\" hidden>Copy</button></figcaption><pre tabindex=\"0\" aria-label=\"Message: {template.Title}\">{template.Text}</pre></figure>\n");
        }

        foreach (var example in remarks.Examples)
        {
            html.Add($"<details><summary>Example: {example.Title}</summary>{(example.Text is { } text ? Prose.Of(text) : Markup.None)}{(example.File is { } file ? Markup.Of($"<p>In the file <code>{file}</code></p>") : Markup.None)}</details>\n");
        }

        if (remarks.Links.Count > 0 && part.Length > 0)
        {
            html.Add($"<p class=\"small\">See {Links.List(remarks.Links.Select(Links.Outside))}</p>\n");
        }
    }
}
