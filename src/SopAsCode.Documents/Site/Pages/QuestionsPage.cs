using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>Five questions that a team must be able to answer at any time, for all procedures in one table.</summary>
internal static class QuestionsPage
{
    private static readonly string[] Questions = ["Procedure", "Where is AI used?", "Who owns it?", "How are quality and value measured?", "Where is a person required?", "How are changes documented?"];

    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var links = new Links(site.Library, "");
        return new("questions.html", "Five questions", Markup.Of($"""
            <h1>Five questions</h1>
            <p class="lead">What a team must be able to answer at any time, for all procedures.</p>
            <div class="wide">{Tables.Of("Five questions", Questions, [.. site.Library.InUse.Select(sop => Row(site, links, sop))])}</div>
            """));
    }

    private static Markup[] Row(SiteContent site, Links links, LibrarySop sop)
    {
        var definition = sop.Definition;
        return
        [
            links.Sop(sop),
            sop.HasAi ? Lines(sop.Steps.Where(step => step.Step.Kind == StepKind.Ai).Select(step => Markup.Of($"{links.Step(step)} <span class=\"small\">{StepWords.Level(step.Step.Level)}</span>"))) : Markup.Of($"nowhere"),
            links.Owner(definition.Owner),
            definition.Metrics.Count > 0 ? Lines(definition.Metrics.Select(metric => Markup.Of($"{SopWords.Metric(definition, metric)}"))) : Markup.Of($"<strong>not measured</strong>"),
            Lines(sop.Steps.Where(step => step.Step.Kind is StepKind.Checkpoint or StepKind.Human).Select(links.Step)),
            Markup.Of($"{(definition.Changes is [var change, ..] ? Markup.Of($"<a href=\"{links.SopPath(sop)}#changes\">{change.Version}</a> of {Dates.Time(change.Date)}") : Markup.Of($"<strong>not documented</strong>"))}{(definition.Review?.Next is { } next ? Markup.Of($"<br><span class=\"small\">review {Dates.Due(next, "overdue", site.AsOf)}</span>") : Markup.None)}"),
        ];
    }

    private static Markup Lines(IEnumerable<Markup> lines) => Markup.Join("", lines.Select(line => Markup.Of($"<span class=\"line\">{line}</span>")));
}
