using SopAsCode.Definitions;
using SopAsCode.Documents.Drawing;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>
/// The page of an SOP. Somebody in a hurry reads the top and the checklists; a new colleague understands how the work goes without reading a prompt.
/// </summary>
internal static class SopPage
{
    /// <summary>Writes the page.</summary>
    public static Page Write(SiteContent site, LibrarySop sop)
    {
        var page = new SopWriter(site, sop);
        WriteTop(page);
        SopGlance.Write(page);
        foreach (var section in sop.Definition.Sections)
        {
            page.Heading(page.Anchors.Of(section.Title), section.Title, section.Text);
            page.Html.Add(Prose.Of(section.Text));
        }

        if (sop.Definition.Steps.Count > 0)
        {
            page.Heading("flow", "Flow", null);
            page.Html.Add($"""<div class="flow" tabindex="0" role="region" aria-label="Flow of {sop.Definition.Title}">""").Add(ChartSvg.Draw(FlowChart.Of(sop.Definition), "flow")).Add($"</div>\n");
            page.Html.Add(Legend(sop.Definition));
            SopSteps.Write(page);
            SopGovernance.Write(page);
            SopTrouble.Write(page);
        }

        SopRecord.Write(page);
        return new($"sops/{sop.Slug}.html", sop.Definition.Title, page.Html.Add($"</article>\n").ToMarkup(), page.Parts);
    }

    private static void WriteTop(SopWriter page)
    {
        var sop = page.Sop.Definition;
        page.Html.Add($"""<article class="sop" data-sop="{sop.Id}" data-assembly="{page.Sop.Assembly}" data-edition="{page.Sop.Edition}">""");
        if (sop.ValueStream is { } stream)
        {
            page.Html.Add($"""<p class="crumbs">{page.Links.Stream(stream)}{(sop.Part is { } part ? Markup.Of($" <span>› {part}</span>") : Markup.None)}</p>""");
        }

        page.Html.Add($"<h1>{sop.Title}</h1>\n");
        if (sop.Goal is { } goal)
        {
            page.Html.Add($"""<p class="lead">{goal}{(sop.Output is { } output ? Markup.Of($" <span class=\"output\">→ {output}</span>") : Markup.None)}</p>""");
        }

        page.Html.Add($"""<p class="badges">{Markup.Join(" ", Badges(page))}</p>""").Add($"\n");
    }

    private static IEnumerable<Markup> Badges(SopWriter page)
    {
        var sop = page.Sop.Definition;
        yield return page.Links.Owner(sop.Owner);
        if (SopWords.Stage(sop) is { Length: > 0 } stage)
        {
            yield return Markup.Of($"<span class=\"badge stage\">{stage}</span>");
        }

        if (sop.Version is { } version)
        {
            yield return Markup.Of($"<a class=\"badge\" href=\"#changes\">Version {version}</a>");
        }

        if (page.Sop.HasAi)
        {
            yield return Markup.Of($"<span class=\"badge ai\">Uses AI</span>");
        }

        if (sop.Review is { } review)
        {
            yield return review.Next is { } next
                ? Markup.Of($"<span class=\"badge\">Next review {Dates.Due(next, "overdue", page.Site.AsOf)}</span>")
                : Markup.Of($"<span class=\"badge\">Never reviewed, due {SopWords.Cadence(review.Cadence)}</span>");
        }
    }

    private static Markup Legend(SopDefinition sop)
    {
        var kinds = sop.Steps.Select(step => (Style: FlowChart.StyleOf(step.Kind), Words: StepWords.Kind(step.Kind))).DistinctBy(kind => kind.Style, StringComparer.Ordinal).Select(kind => Markup.Of($"<span class=\"key {kind.Style}\">{(kind.Style == "outside" ? "Outside" : kind.Words)}</span>"));
        return Markup.Of($"<p class=\"legend\">{Markup.Join(" ", kinds)}</p><p class=\"small\">Each step leads to its text below. Whatever goes wrong without a way of its own goes to {sop.Owner?.Title ?? "the owner"}, <a href=\"#by-hand\">by hand</a>.</p>\n");
    }
}
