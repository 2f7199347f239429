using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Site;

/// <summary>Whatever a text says, it stays a text: in a page, a drawing, the search, an address and the calendar.</summary>
public sealed class HostileTexts
{
    /// <summary>What tries to get out of each place where a text can stand.</summary>
    public const string Text = "\"'><img src=x onerror=alert(1)></script><script>alert(2)</script></title></style></svg><svg onload=alert(3)>]]>--> `${alert(4)}` \\\");alert(5);// \r\nATTACH:file:///etc/passwd\r\n\u2028\u202e{{7*7}} <a href=javascript:alert(6)>x</a> [y](javascript:alert(7)) ![z](https://evil.example/x.png) <https://evil.example> \ud800";

    private static readonly HashSet<string> KnownTags = new(StringComparer.Ordinal)
    {
        "!doctype", "html", "head", "meta", "title", "link", "script", "body", "a", "header", "form", "label", "input", "kbd", "button", "section", "div", "nav", "p", "ul", "ol", "li", "main",
        "article", "h1", "h2", "h3", "span", "strong", "em", "code", "pre", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "fieldset", "legend", "details", "summary", "figure", "figcaption",
        "time", "abbr", "br", "del", "ins", "blockquote", "hr",
        "svg", "defs", "marker", "path", "g", "rect", "text", "tspan",
    };

    private static readonly HashSet<string> KnownAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "lang", "charset", "name", "content", "rel", "href", "src", "defer", "class", "id", "role", "for", "type", "placeholder", "autocomplete", "spellcheck", "action", "hidden", "tabindex", "title",
        "scope", "datetime", "viewBox", "width", "height", "style", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient", "d", "marker-end", "x", "y", "rx", "font-size", "text-anchor", "xmlns", "html",
    };

    public static SopAssembly Assembly { get; } = Make();

    private static readonly IReadOnlyDictionary<string, string> Site = Examples.Site(Assembly, options => options with
    {
        Title = Text,
        ChangeAddress = "https://example.com/new?title={title}&body={body}",
        Older = [Examples.Of(Examples.Small("filled", Text))],
        LockFiles = [$"filled 1.0.0 2026-01-01 0123456789abcde0\n{Text}\n"],
    });

    [Fact]
    public void No_text_becomes_a_tag_or_an_attribute()
    {
        foreach (var (path, html) in Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var tags = HtmlParts.Tags(html).ToList();
            Assert.All(tags, tag => Assert.Contains(tag.Name.TrimStart('/').ToLowerInvariant(), KnownTags));
            Assert.All(tags.SelectMany(tag => tag.Attributes.Keys), name => Assert.True(KnownAttributes.Contains(name) || name.StartsWith("data-", StringComparison.Ordinal) || name.StartsWith("aria-", StringComparison.Ordinal), $"{path}: {name}"));
            Assert.Single(tags, tag => tag.Name == "script");
        }
    }

    [Fact]
    public void A_link_leads_to_the_web_to_mail_or_into_the_site()
    {
        foreach (var link in Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).SelectMany(file => HtmlParts.Tags(file.Value)).Select(tag => tag.Attributes.GetValueOrDefault("href")).OfType<string>())
        {
            var scheme = link.Contains(':', StringComparison.Ordinal) ? link.Split(':')[0] : "";
            Assert.Contains(scheme, new[] { "", "https", "mailto", "data" });
            Assert.True(scheme != "data" || link == "data:,", link);
            Assert.DoesNotContain('\n', link);
        }
    }

    [Fact]
    public void The_script_of_the_search_holds_texts_only()
    {
        var script = Site["search-index.js"];

        Assert.DoesNotContain('<', script);
        Assert.DoesNotContain('\u2028', script);
        Assert.Contains(SearchIndexOf.Entries(Site), entry => entry["text"]?.GetValue<string>().Contains("alert(1)", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_line_of_the_calendar_is_one_that_the_calendar_means()
    {
        var lines = Site["reviews.ics"].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Matches("^(BEGIN|END|VERSION|PRODID|X-WR-CALNAME|UID|DTSTAMP|DTSTART;VALUE=DATE|DTEND;VALUE=DATE|RRULE|SUMMARY|DESCRIPTION):", line));
        Assert.All(Site["reviews.ics"].Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public void The_name_of_a_page_is_a_file_on_every_system()
    {
        Assert.All(Site.Keys, path => Assert.Matches("^([a-z]+/)?[a-z0-9-]+\\.(html|js|css|ics)$", path));
        var odd = Examples.Site(Examples.Of(Examples.Small("con"), Examples.Small("../../etc/passwd"), Examples.Small("Ünïcode ☃"), Examples.Small("a b"), Examples.Small("a-b"), Examples.Small(new string('x', 300))));
        Assert.All(odd.Keys, path => Assert.Matches("^([a-z]+/)?[a-z0-9-]+\\.(html|js|css|ics)$", path));
        Assert.Equal(6, odd.Keys.Count(path => path.StartsWith("sops/", StringComparison.Ordinal)));
        Assert.DoesNotContain("sops/con.html", odd.Keys);
    }

    private static SopAssembly Make()
    {
        var sop = new Filled(_ => Text).Sop();
        return Examples.Of(sop with { Owner = new() { Type = "Shop.Owner", Title = Text } }, Examples.Small("idea", Text) with { Stage = Stage.Idea }) with
        {
            Shared = new()
            {
                Tools = [new() { Tool = sop.Steps[0].Access[0].Tool, Description = Text, Links = [new() { Title = Text, Url = "javascript:alert(8)" }], Feeds = [new() { To = sop.Steps[0].Access[0].Tool, What = Text, Via = Text }] }],
                Agents = [new() { Agent = sop.Steps[1].Performer!, Description = Text, Model = Text, Provider = Text }],
                Policy = new() { Class = "Shop.Policy", Holders = [new() { Role = new() { Type = "Shop.Owner", Title = Text }, Person = Text }] },
            },
        };
    }
}
