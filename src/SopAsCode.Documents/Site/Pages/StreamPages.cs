using SopAsCode.Definitions;
using SopAsCode.Documents.Drawing;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>A page for each value stream, with the map of its hand-offs, and one that lists them.</summary>
internal static class StreamPages
{
    /// <summary>The page that lists them.</summary>
    public static Page All(SiteContent site)
    {
        var library = site.Library;
        var root = new Links(library, "");
        return new("streams.html", "Value streams", Markup.Of($"""
            <h1>Value streams</h1>
            <p class="lead">Which procedures work together, and where work moves from one to the next.</p>
            {Tables.Of("Value streams", ["Value stream", "Procedures"], [.. library.Streams.Select(stream => new[] { root.Stream(stream), Links.List(library.ByStream[stream.Type].Select(root.Sop)) })])}
            {Map("Hand-offs between all procedures", [.. library.Handoffs], "")}
            """));
    }

    /// <summary>The page of a value stream.</summary>
    public static Page Of(SiteContent site, NamedType stream)
    {
        var library = site.Library;
        var sops = library.ByStream[stream.Type].OrderBy(sop => sop.Definition.Title, StringComparer.Ordinal).ToList();
        var own = sops.Select(sop => sop.Slug).ToHashSet(StringComparer.Ordinal);
        var handoffs = library.Handoffs.Where(handoff => own.Contains(handoff.From.Sop.Slug) || (handoff.Target is { } target && own.Contains(target.Slug))).ToList();
        return new($"streams/{library.StreamSlugs[stream.Type]}.html", stream.Title, Markup.Of($"""
            <p class="crumbs"><a href="../streams.html">Value streams</a></p>
            <h1>{stream.Title}</h1>
            {Map($"Hand-offs of {stream.Title}", handoffs, "../")}
            <h2 id="procedures">Procedures</h2>
            {IndexPage.Cards(sops, new(library, "../"), site.AsOf)}
            """));
    }

    private static Markup Map(string title, List<HandoffOf> handoffs, string root)
    {
        if (handoffs.Count == 0)
        {
            return Markup.Of($"<p>No procedure here hands work to another one.</p>");
        }

        List<ChartBox> boxes = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<ChartLine> lines = [];
        foreach (var handoff in handoffs)
        {
            var from = NumberOf(handoff.From.Sop.Definition.Id, handoff.From.Sop.Definition.Title, handoff.From.Sop);
            var to = NumberOf(handoff.To.Id, handoff.To.Title, handoff.Target);
            lines.Add(new(from, to, handoff.Waits ? $"{handoff.From.Step.Title} (waits)" : handoff.From.Step.Title, "way", true));
        }

        boxes = [.. boxes.Select((box, i) => box with { Spoken = $"{box.Title} {box.Under}. {string.Join("; ", lines.Where(line => line.From == i).Select(line => $"hands over to {boxes[line.To].Title}: {line.Label}"))}" })];
        var start = Enumerable.Range(0, boxes.Count).FirstOrDefault(box => lines.TrueForAll(line => line.To != box));
        return Markup.Of($"<div class=\"flow\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">{ChartSvg.Draw(new(title, boxes, lines, start, null), "map")}</div>");

        int NumberOf(string id, string name, LibrarySop? sop)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                numbers.Add(id, number = boxes.Count);
                boxes.Add(new(id, sop is null ? "outside" : "sop", name, sop?.Definition.Owner?.Title ?? "Elsewhere", sop is null ? null : $"{root}sops/{sop.Slug}.html", name));
            }

            return number;
        }
    }
}
