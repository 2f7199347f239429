using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>Where the parts of an SOP's page are written.</summary>
internal sealed class SopWriter(SiteContent site, LibrarySop sop)
{
    private readonly List<(string, string)> _parts = [];

    /// <summary>The site.</summary>
    public SiteContent Site { get; } = site;

    /// <summary>The SOP.</summary>
    public LibrarySop Sop { get; } = sop;

    /// <summary>Its ways.</summary>
    public SopFlow Flow { get; } = new(sop.Definition);

    /// <summary>The page.</summary>
    public HtmlText Html { get; } = new();

    /// <summary>Links to other pages.</summary>
    public Links Links { get; } = new(site.Library, "../");

    /// <summary>Names for anchors that texts of people give.</summary>
    public Slugs Anchors { get; } = ReservedAnchors();

    /// <summary>The parts of the page.</summary>
    public IReadOnlyList<(string Anchor, string Words)> Parts => _parts;

    /// <summary>Starts a part.</summary>
    /// <param name="anchor">Its stable anchor.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="now">What it says now, for somebody who suggests a change; null for a part that nobody writes.</param>
    public void Heading(string anchor, string title, string? now)
    {
        _parts.Add((anchor, title));
        Html.Add($"""<div class="heading"><h2 id="{anchor}"><a class="anchor" href="#{anchor}">{title}</a></h2>{(now is null ? Markup.None : Site.Suggest(Sop, title, now))}</div>""").Add($"\n");
    }

    /// <summary>A state, with a link.</summary>
    public Markup Where(string state) => Flow.NumberOf(state) is { } number
        ? Markup.Of($"<a href=\"#{SopFlow.Anchor(number)}\">{number}. {Sop.Definition.StepOf(state)!.Title}</a>")
        : state == SopFlow.Fallback ? Markup.Of($"<a href=\"#by-hand\">{Flow.Name(state)}</a>") : Markup.Of($"{Flow.Name(state)}");

    /// <summary>A step on this page.</summary>
    public Markup StepLink(StepDefinition step) => Where(step.Name);

    /// <summary>A step of this page by its number.</summary>
    public static Markup NumberLink(LibraryStep step) => Markup.Of($"<a href=\"#{SopFlow.Anchor(step.Number)}\" aria-label=\"Step {step.Number}: {step.Step.Title}\">{step.Number}</a>");

    /// <summary>Lines to tick, in groups. What is ticked is kept on the reader's device.</summary>
    public void Checklists(IReadOnlyList<ChecklistDefinition> checklists, string key, string label)
    {
        var groups = checklists.Where(group => group.Items.Count > 0).ToList();
        for (var group = 0; group < groups.Count; group++)
        {
            var title = groups[group].Title ?? label;
            Html.Add($"""<fieldset class="checklist"><legend>{title}</legend><ul>""");
            for (var item = 0; item < groups[group].Items.Count; item++)
            {
                Html.Add($"""<li><label><input type="checkbox" data-tick="{key}/{group}/{item}"> <span>{groups[group].Items[item]}</span></label></li>""");
            }

            Html.Add($"</ul></fieldset>\n");
        }
    }

    /// <summary>A table; nothing when it has no rows.</summary>
    public void Table(string name, IReadOnlyList<string> columns, IReadOnlyList<Markup[]> rows) => Html.Add(Tables.Of(name, columns, rows));

    private static Slugs ReservedAnchors()
    {
        var slugs = new Slugs();
        foreach (var anchor in new[] { "main", "search", "results", "navigation", "glance", "your-part", "flow", "steps", "access", "ai", "trouble", "by-hand", "metrics", "good-to-know", "waivers", "changes", "flow-title", "flow-arrow", "good-result" })
        {
            slugs.Of(anchor);
        }

        return slugs;
    }
}
