using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>The first page: all procedures by value stream.</summary>
internal static class IndexPage
{
    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var links = new Links(site.Library, "");
        var html = new HtmlText();
        var count = site.Library.InUse.Count;
        html.Add($"<h1>{site.Title}</h1>\n<p class=\"lead\">{count} {(count == 1 ? "procedure" : "procedures")}: who does what, and what to do when it goes wrong. Press <kbd>/</kbd> to search them all.</p>\n");
        List<(string, string)> parts = [];
        foreach (var stream in site.Library.Streams)
        {
            WriteGroup(links.Stream(stream), site.Library.StreamSlugs[stream.Type], stream.Title, site.Library.ByStream[stream.Type]);
        }

        WriteGroup(Markup.Of($"Other procedures"), "other", "Other procedures", site.Library.InUse.Where(sop => sop.Definition.ValueStream is null));
        return new("index.html", site.Title, html.ToMarkup(), parts);

        void WriteGroup(Markup title, string anchor, string words, IEnumerable<LibrarySop> group)
        {
            var sops = group.Where(sop => !sop.IsIdea).OrderBy(sop => sop.Definition.Title, StringComparer.Ordinal).ToList();
            if (sops.Count > 0)
            {
                parts.Add(($"stream-{anchor}", words));
                html.Add($"<h2 id=\"stream-{anchor}\">{title}</h2>\n").Add(Cards(sops, links, site.AsOf));
            }
        }
    }

    /// <summary>SOPs as a list.</summary>
    public static Markup Cards(IEnumerable<LibrarySop> sops, Links links, DateOnly? asOf)
    {
        var html = new HtmlText();
        html.Add($"<ul class=\"cards\">\n");
        foreach (var sop in sops)
        {
            var definition = sop.Definition;
            var stage = SopWords.Stage(definition) is { Length: > 0 } words ? Markup.Of($"<span class=\"badge stage\">{words}</span>") : Markup.None;
            var ai = sop.HasAi ? Markup.Of($"<span class=\"badge ai\">Uses AI</span>") : Markup.None;
            var review = definition.Review?.Next is { } next ? Markup.Of($"<span class=\"small\">review {Dates.Due(next, "overdue", asOf)}</span>") : Markup.None;
            html.Add($"<li><p class=\"title\">{links.Sop(sop)} {stage} {ai}</p>{(definition.Goal is { } goal ? Markup.Of($"<p>{goal}</p>") : Markup.None)}<p class=\"badges\">{links.Owner(definition.Owner)} {review}</p></li>\n");
        }

        return html.Add($"</ul>\n").ToMarkup();
    }
}
