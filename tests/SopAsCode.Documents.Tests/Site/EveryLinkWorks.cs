using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Site;

public sealed class EveryLinkWorks
{
    private static readonly IReadOnlyDictionary<string, string> Site = Examples.Site(Examples.TinyTeam);

    [Fact]
    public void A_link_leads_to_a_page_of_the_site_and_to_an_anchor_on_it()
    {
        var ids = Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => HtmlParts.Tags(file.Value).Select(tag => tag.Attributes.GetValueOrDefault("id")).OfType<string>().ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (path, links) in Links())
        {
            Assert.NotEmpty(links);
            foreach (var link in links.Where(link => !link.Contains(':', StringComparison.Ordinal)))
            {
                var parts = link.Split('#');
                var target = parts[0].Length == 0 ? path : Resolve(path, parts[0]);
                Assert.True(Site.ContainsKey(target), $"{path} leads to {link}, which does not exist");
                Assert.True(parts.Length == 1 || ids[target].Contains(parts[1]), $"{path} leads to {link}, and there is no such anchor");
            }
        }
    }

    [Fact]
    public void What_is_searched_is_found_where_the_index_says()
    {
        foreach (var entry in SearchIndexOf.Entries(Site))
        {
            var parts = entry["url"]!.GetValue<string>().Split('#');
            Assert.True(Site.TryGetValue(parts[0], out var page), parts[0]);
            Assert.True(parts.Length == 1 || page!.Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal), entry["url"]!.ToString());
        }
    }

    [Fact]
    public void A_page_loads_only_files_of_the_site()
    {
        foreach (var (path, html) in Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var loaded = HtmlParts.Tags(html).Where(tag => tag.Name is "script" or "link" or "img" or "iframe" or "object" or "image" or "use").Select(tag => tag.Attributes.GetValueOrDefault("src") ?? tag.Attributes.GetValueOrDefault("href") ?? "").ToList();
            Assert.Equal(3, loaded.Count);
            Assert.All(loaded, source => Assert.True(source == "data:," || Site.ContainsKey(Resolve(path, source)), source));
        }
    }

    [Fact]
    public void No_id_stands_twice_on_a_page()
    {
        foreach (var (path, html) in Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var twice = HtmlParts.Tags(html).Select(tag => tag.Attributes.GetValueOrDefault("id")).OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Where(id => id.Count() > 1).Select(id => id.Key);
            Assert.True(!twice.Any(), $"{path}: {string.Join(", ", twice)}");
        }
    }

    [Fact]
    public void Every_SOP_role_tool_and_value_stream_has_its_page()
    {
        Assert.Equal(Examples.TinyTeam.Sops.Count, Site.Keys.Count(path => path.StartsWith("sops/", StringComparison.Ordinal)));
        Assert.Contains("roles/founder.html", Site.Keys);
        Assert.Contains("tools/helpdesk.html", Site.Keys);
        Assert.Contains("streams/customer-success.html", Site.Keys);
        Assert.All(new[] { "index.html", "questions.html", "matrix.html", "streams.html", "roles.html", "tools.html", "ai.html", "reviews.html", "grants.html", "ideas.html", "reviews.ics" }, page => Assert.Contains(page, Site.Keys));
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Links)> Links() => Site
        .Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
        .Select(file => (file.Key, (IReadOnlyList<string>)[.. HtmlParts.Tags(file.Value).Where(tag => tag.Name == "a").Select(tag => tag.Attributes["href"])]));

    private static string Resolve(string page, string link) => new Uri(new Uri($"file:///site/{page}"), link).AbsolutePath["/site/".Length..];
}
