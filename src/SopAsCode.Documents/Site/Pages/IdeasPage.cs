using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>Work that could become a procedure, the best candidate first.</summary>
internal static class IdeasPage
{
    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var links = new Links(site.Library, "");
        var rows = site.Library.Ideas.Select(sop => new[]
        {
            links.Sop(sop),
            Markup.Of($"{sop.Definition.Assessment?.Score ?? 0} of 20"),
            Markup.Of($"{(sop.Definition.Assessment is { MinutesSaved: > 0 } idea ? $"{idea.MinutesSaved} minutes" : "")}"),
            Markup.Of($"{(sop.Definition.Assessment is { } scores ? Words(scores) : "not assessed")}"),
            sop.Definition.Owner is { } owner ? links.Role(owner) : Markup.None,
        }).ToList();
        return new("ideas.html", "Ideas", Markup.Of($"""
            <h1>Ideas</h1>
            <p class="lead">Work that could become a procedure, the best candidate first.</p>
            {(rows.Count == 0 ? Markup.Of($"<p>There are no ideas.</p>") : Tables.Of("Ideas", ["Idea", "Score", "Saves per run", "Why", "Owner"], rows))}
            """));
    }

    /// <summary>The scores of an idea.</summary>
    public static string Words(AssessmentDefinition idea)
    {
        var scores = new[] { ("repeatability", idea.Repeatability), ("data", idea.DataReadiness), ("risk", idea.Risk), ("judgement", idea.Judgement) };
        return string.Join(", ", scores.Where(score => score.Item2 > 0).Select(score => $"{score.Item1} {score.Item2} of 5"));
    }
}
