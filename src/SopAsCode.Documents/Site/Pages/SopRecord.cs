using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>The rest of the page of an SOP: metrics, what is good to know, rules set aside, and what changed.</summary>
internal static class SopRecord
{
    /// <summary>Writes it.</summary>
    public static void Write(SopWriter page)
    {
        var sop = page.Sop.Definition;
        if (sop.Metrics.Count > 0)
        {
            page.Heading("metrics", "How well it works", string.Join("\n", sop.Metrics.Select(metric => SopWords.Metric(sop, metric))));
            page.Table("How well it works", ["Metric", "Before", "Target"], [.. sop.Metrics.Select(metric => new[]
            {
                Markup.Of($"{SopWords.MetricName(sop, metric)}"), Markup.Of($"{SopWords.Value(metric.Baseline, metric.Unit)}"), Markup.Of($"{SopWords.Value(metric.Target, metric.Unit)}"),
            })]);
        }

        if (SopRemarks.Has(sop.Remarks))
        {
            page.Heading("good-to-know", "Good to know", string.Join("\n", [.. sop.Remarks.Notes, .. sop.Remarks.EdgeCases.Select(rare => $"{rare.Case}: {rare.Handling}")]));
            SopRemarks.Write(page, sop.Remarks with { Links = [] }, "Good to know");
        }

        WriteWaivers(page);
        WriteChanges(page);
    }

    private static void WriteWaivers(SopWriter page)
    {
        var rows = page.Sop.Definition.Remarks.Waivers.Select(waiver => (For: Markup.Of($"the whole procedure"), waiver))
            .Concat(page.Sop.Steps.SelectMany(step => step.Step.Remarks.Waivers.Select(waiver => (For: page.StepLink(step.Step), waiver))))
            .Select(row => new[]
            {
                Markup.Of($"{row.waiver.Rule}"),
                row.For,
                row.waiver.By is { } by ? page.Links.Role(by) : Markup.None,
                row.waiver.Until is { } until ? Dates.Due(until, "ended", page.Site.AsOf) : Markup.None,
                Markup.Of($"{row.waiver.Because}"),
            })
            .ToList();
        if (rows.Count > 0)
        {
            page.Heading("waivers", "Rules set aside", null);
            page.Table("Rules set aside", ["Rule", "For", "By", "Until", "Because"], rows);
        }
    }

    private static void WriteChanges(SopWriter page)
    {
        var sop = page.Sop.Definition;
        page.Heading("changes", "What changed", string.Join("\n", sop.Changes.Select(change => change.What)));
        if (sop.Changes.Count == 0)
        {
            page.Html.Add($"<p>No change is recorded.</p>\n");
        }

        page.Table("What changed", ["Version", "Day", "Change"], [.. sop.Changes.Select(change => new[] { Markup.Of($"{change.Version}"), Dates.Time(change.Date), Markup.Of($"{change.What}") })]);
        if (page.Site.History.Recorded(page.Sop) is { } recorded && sop.Fingerprint is { } fingerprint)
        {
            var same = recorded.Fingerprint == fingerprint;
            page.Html.Add($"<p class=\"small\">Recorded last: version {recorded.Version} of {recorded.Date}. {(same ? "It runs as recorded." : "It runs differently since then.")}</p>\n");
        }

        if (page.Site.History.Older(page.Sop) is { } older)
        {
            var changes = WordChanges.Between(older, sop);
            page.Html.Add($"<details class=\"diff\"><summary>{(changes.Count == 0 ? "No text changed" : "Texts that changed")} since version {older.Version ?? "before"}</summary><dl>");
            foreach (var (place, text) in changes)
            {
                page.Html.Add($"<dt>{place}</dt><dd>{text}</dd>");
            }

            page.Html.Add($"</dl></details>\n");
        }

        page.Html.Add($"<p class=\"small\">Declared in <code>{sop.Class}</code>, {page.Sop.Assembly}.</p>\n");
    }
}
