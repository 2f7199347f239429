using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>A page for each tool: who reads and writes it; and one that lists them.</summary>
internal static class ToolPages
{
    /// <summary>The page that lists them.</summary>
    public static Page All(SiteContent site)
    {
        var library = site.Library;
        var root = new Links(library, "");
        return new("tools.html", "Tools", Markup.Of($"""
            <h1>Tools</h1>
            <p class="lead">What the procedures work with, what it holds, and where a write can hurt.</p>
            {Tables.Of("Tools", ["Tool", "Open", "Holds", "A write can hurt", "Used in"], [.. library.Tools.Select(tool => new[]
            {
                root.Tool(tool.Tool),
                Links.List(tool.Links.Select(Links.Outside)),
                Markup.Of($"{(tool.Holds is { } data ? $"{SopWords.Lower(data)} data" : "")}"),
                Markup.Of($"{(tool.Touches is { } impact ? SopWords.Impact(impact) : "")}"),
                Links.List(library.ToolUses[tool.Tool.Type].Select(use => use.Step.Sop).Distinct().Select(root.Sop)),
            })])}
            """));
    }

    /// <summary>The page of a tool.</summary>
    public static Page Of(SiteContent site, ToolDefinition tool)
    {
        var library = site.Library;
        var links = new Links(library, "../");
        var uses = library.ToolUses[tool.Tool.Type].ToList();
        var html = new HtmlText();
        html.Add($"<p class=\"crumbs\"><a href=\"../tools.html\">Tools</a></p>\n<h1>{tool.Tool.Title}</h1>\n");
        if (tool.Description is { } description)
        {
            html.Add($"<p class=\"lead\">{description}</p>\n");
        }

        html.Add($"<dl class=\"glance\">\n");
        Fact("Open", Links.List(tool.Links.Select(Links.Outside)));
        Fact("Holds", tool.Holds is { } data ? Markup.Of($"{SopWords.Lower(data)} data") : Markup.None);
        Fact("A write can hurt", tool.Touches is { } impact ? Markup.Of($"{SopWords.Impact(impact)}") : Markup.None);
        Fact("Passes on by itself", Markup.Join("; ", tool.Feeds.Select(feed => Markup.Of($"{StepWords.Inside(feed.What)}, to {links.Tool(feed.To)}{(feed.Via is { } via ? $" ({StepWords.Inside(via)})" : "")}"))));
        html.Add($"</dl>\n");
        Uses("write", "Who writes", Access.Write);
        Uses("draft", "Who drafts", Access.Draft);
        Uses("read", "Who reads", Access.Read);
        if (uses.Count == 0)
        {
            html.Add($"<p>No step uses it.</p>\n");
        }

        var grants = library.InUse.SelectMany(sop => sop.Definition.Grants.Where(grant => grant.Tool.Type == tool.Tool.Type).Select(grant => (sop, grant))).ToList();
        if (grants.Count > 0)
        {
            html.Add($"<h2 id=\"grants\">Who allowed it</h2>\n");
            html.Add(Tables.Of("Who allowed it", ["Procedure", "May hurt", "Granted"], [.. grants.Select(grant => new[] { links.Sop(grant.sop), Markup.Of($"{SopWords.Impact(grant.grant.Impact)}"), SopGovernance.Grant(links, grant.grant, site.AsOf) })]));
        }

        return new($"tools/{library.ToolSlugs[tool.Tool.Type]}.html", tool.Tool.Title, html.ToMarkup());

        void Fact(string name, Markup value)
        {
            if (!value.IsEmpty)
            {
                html.Add($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");
            }
        }

        void Uses(string anchor, string words, Access access)
        {
            var rows = uses.Where(use => use.Access.Kind == access).Select(use => new[] { links.Step(use.Step), links.Sop(use.Step.Sop), links.Performer(use.Step.Step), Markup.Of($"{(access == Access.Write ? SopWords.Impact(use.Access.Impact) : "")}") }).ToList();
            if (rows.Count > 0)
            {
                html.Add($"<h2 id=\"{anchor}\">{words}</h2>\n");
                html.Add(access == Access.Write
                    ? Tables.Of(words, ["Step", "Procedure", "By", "Can hurt"], rows)
                    : Tables.Of(words, ["Step", "Procedure", "By"], [.. rows.Select(row => row[..3])]));
            }
        }
    }
}
