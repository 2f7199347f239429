using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>Which procedure is looked at again, and when; what is due first stands first.</summary>
internal static class ReviewsPage
{
    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var links = new Links(site.Library, "");
        var rows = site.Library.InUse.Where(sop => sop.Definition.Review is not null).OrderBy(sop => sop.Definition.Review!.Next ?? DateOnly.MinValue).ThenBy(sop => sop.Definition.Title, StringComparer.Ordinal).Select(sop => new[]
        {
            links.Sop(sop),
            links.Owner(sop.Definition.Owner),
            sop.Definition.Review!.Next is { } next ? Dates.Due(next, "overdue", site.AsOf) : Markup.Of($"<strong class=\"late\">never reviewed</strong>"),
            Markup.Of($"{SopWords.Cadence(sop.Definition.Review!.Cadence)}"),
            sop.Definition.Review!.Last is { } last ? Dates.Time(last) : Markup.None,
        }).ToList();
        var none = site.Library.InUse.Where(sop => sop.Definition.Review is null).Select(links.Sop).ToList();
        return new("reviews.html", "Review calendar", Markup.Of($"""
            <h1>Review calendar</h1>
            <p class="lead">When each procedure is looked at again. <a href="reviews.ics">Take it into your calendar</a>.</p>
            {Tables.Of("Reviews", ["Procedure", "Owner", "Next", "How often", "Last"], rows)}
            {(none.Count == 0 ? Markup.None : Markup.Of($"<p>Without a review: {Links.List(none)}</p>"))}
            """));
    }
}
