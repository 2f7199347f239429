using SopAsCode.Documents.Html;

namespace SopAsCode.Documents.Site;

/// <summary>A page without what all pages have.</summary>
/// <param name="Path">Its path from the folder of the site.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">What stands in it, its heading included.</param>
/// <param name="Parts">The parts that the list beside it names: anchor and words.</param>
internal sealed record Page(string Path, string Title, Markup Body, IReadOnlyList<(string Anchor, string Words)>? Parts = null);

/// <summary>What all pages have: the head, the navigation and the search.</summary>
internal static class PageFrame
{
    private static readonly (string Words, (string Path, string Words)[] Pages)[] Navigation =
    [
        ("Work", [("index.html", "All procedures"), ("questions.html", "Five questions"), ("matrix.html", "Responsibilities")]),
        ("With whom, with what", [("streams.html", "Value streams"), ("roles.html", "Roles"), ("tools.html", "Tools"), ("ai.html", "AI inventory")]),
        ("Governance", [("reviews.html", "Review calendar"), ("grants.html", "Grants and waivers"), ("ideas.html", "Ideas")]),
    ];

    /// <summary>The path from a page back to the folder of the site.</summary>
    public static string RootOf(string path) => path.Contains('/', StringComparison.Ordinal) ? "../" : "";

    /// <summary>The whole page.</summary>
    public static SiteFile Around(Page page, string site, DateOnly? asOf)
    {
        var root = RootOf(page.Path);
        var html = new HtmlText();
        var day = asOf is { } today ? Markup.Of($" data-as-of=\"{Dates.Iso(today)}\"") : Markup.None;
        html.Add($"""
            <!doctype html>
            <html lang="en" data-root="{root}" data-site="{site}"{day}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{(page.Title == site ? site : $"{page.Title} · {site}")}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{root}site.css">
            <script src="{root}site.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top">
            <a class="brand" href="{root}index.html">{site}</a>
            <form class="search" role="search" action="{root}index.html">
            <label class="hidden" for="search">Search procedures, steps, roles, tools and prompts</label>
            <input id="search" name="q" type="search" placeholder="Search" autocomplete="off" spellcheck="false">
            <kbd aria-hidden="true">/</kbd>
            </form>
            <button class="menu" type="button" aria-expanded="false" aria-controls="navigation">Menu</button>
            </header>
            <section id="results" class="results" aria-label="Search results" hidden></section>
            <div class="page">
            <nav id="navigation" class="navigation" aria-label="Site">

            """);
        foreach (var (words, pages) in Navigation)
        {
            html.Add($"<p>{words}</p>\n<ul>\n");
            foreach (var (path, title) in pages)
            {
                var current = path == page.Path ? new Markup(" aria-current=\"page\"") : Markup.None;
                html.Add($"<li><a href=\"{root}{path}\"{current}>{title}</a></li>\n");
            }

            html.Add($"</ul>\n");
        }

        html.Add($"</nav>\n<main id=\"main\" tabindex=\"-1\">\n");
        html.Add(page.Body);
        html.Add($"</main>\n");
        if (page.Parts is { Count: > 1 } parts)
        {
            html.Add($"<nav class=\"parts\" aria-label=\"On this page\">\n<p>On this page</p>\n<ul>\n");
            foreach (var (anchor, words) in parts)
            {
                html.Add($"<li><a href=\"#{anchor}\">{words}</a></li>\n");
            }

            html.Add($"</ul>\n</nav>\n");
        }

        html.Add($"</div>\n</body>\n</html>\n");
        return new(page.Path, html.ToString());
    }
}
