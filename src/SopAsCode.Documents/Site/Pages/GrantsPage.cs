using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>All grants and waivers, those that end first at the top.</summary>
internal static class GrantsPage
{
    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var library = site.Library;
        var links = new Links(library, "");
        var grants = library.InUse.SelectMany(sop => sop.Definition.Grants.Select(grant => (sop, grant))).OrderBy(row => row.grant.Until ?? DateOnly.MaxValue).Select(row => new[]
        {
            links.Sop(row.sop),
            links.Tool(row.grant.Tool),
            Markup.Of($"{SopWords.Impact(row.grant.Impact)}"),
            row.grant.By is { } by ? links.Role(by) : Markup.Of($"nobody named"),
            row.grant.Until is { } until ? Dates.Due(until, "ended", site.AsOf) : Markup.Of($"no end"),
            Markup.Of($"{row.grant.Because}"),
        }).ToList();
        var waivers = library.All
            .SelectMany(sop => sop.Definition.Remarks.Waivers.Select(waiver => (For: links.Sop(sop), waiver)).Concat(sop.Steps.SelectMany(step => step.Step.Remarks.Waivers.Select(waiver => (For: Markup.Of($"{links.Sop(sop)}, {links.Step(step)}"), waiver)))))
            .OrderBy(row => row.waiver.Until ?? DateOnly.MaxValue)
            .Select(row => new[]
            {
                row.For,
                Markup.Of($"{row.waiver.Rule}"),
                row.waiver.By is { } by ? links.Role(by) : Markup.Of($"nobody named"),
                row.waiver.Until is { } until ? Dates.Due(until, "ended", site.AsOf) : Markup.Of($"no end"),
                Markup.Of($"{row.waiver.Because}"),
            })
            .ToList();
        return new("grants.html", "Grants and waivers", Markup.Of($"""
            <h1>Grants and waivers</h1>
            <p class="lead">What was allowed, by whom, and until when. What ends first stands first.</p>
            <h2 id="grants">Grants</h2>
            {(grants.Count == 0 ? Markup.Of($"<p>Nothing is granted.</p>") : Tables.Of("Grants", ["Procedure", "Tool", "May hurt", "By", "Until", "Because"], grants))}
            <h2 id="waivers">Rules set aside</h2>
            {(waivers.Count == 0 ? Markup.Of($"<p>No rule is set aside.</p>") : Tables.Of("Rules set aside", ["For", "Rule", "By", "Until", "Because"], waivers))}
            """), [("grants", "Grants"), ("waivers", "Rules set aside")]);
    }
}
