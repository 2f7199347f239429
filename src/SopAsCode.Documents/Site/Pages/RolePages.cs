using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>A page for each role: what I own, do, approve and am told; and one that lists them.</summary>
internal static class RolePages
{
    /// <summary>The page that lists them.</summary>
    public static Page All(SiteContent site)
    {
        var library = site.Library;
        var root = new Links(library, "");
        return new("roles.html", "Roles", Markup.Of($"""
            <h1>Roles</h1>
            <p class="lead">Who holds which role, and how much it has to do.</p>
            {Tables.Of("Roles", ["Role", "Held by", "Owns", "Does", "Approves"], [.. library.AllRoles.Select(role => new[]
            {
                root.Role(role),
                Held(library, role),
                Count(library.ByRole[role.Type].Count(part => part.Part.HasFlag(Part.Owns)), "procedure"),
                Markup.Join(", ", new[] { Count(library.ByRole[role.Type].Sum(part => part.Does.Count), "step"), Count(library.ByRole[role.Type].Sum(part => part.Beside.Count), "task") }.Where(count => !count.IsEmpty)),
                Count(library.ByRole[role.Type].Sum(part => part.Approves.Count), "checkpoint"),
            })])}
            """));
    }

    /// <summary>The page of a role.</summary>
    public static Page Of(SiteContent site, NamedType role)
    {
        var links = new Links(site.Library, "../");
        var parts = site.Library.ByRole[role.Type].ToList();
        var html = new HtmlText();
        html.Add($"<p class=\"crumbs\"><a href=\"../roles.html\">Roles</a></p>\n<h1>{role.Title}</h1>\n");
        var held = Held(site.Library, role);
        html.Add(held.IsEmpty ? Markup.Of($"<p class=\"lead\">Nobody is named for this role.</p>\n") : Markup.Of($"<p class=\"lead\">Held by {held}</p>\n"));
        var covered = site.Library.AllRoles.Where(other => other.Type != role.Type && role.Covers(other.Type)).Select(links.Role).ToList();
        if (covered.Count > 0)
        {
            html.Add($"<p>May do whatever these roles may: {Links.List(covered)}.</p>\n");
        }

        var seniors = site.Library.AllRoles.Where(other => other.Type != role.Type && other.Covers(role.Type)).Select(links.Role).ToList();
        if (seniors.Count > 0)
        {
            html.Add($"<p>May act for it: {Links.List(seniors)}.</p>\n");
        }

        List<(string, string)> list = [];

        Sops("owns", "I own", Part.Owns, "Answer for the result, and for everything that comes by hand.");
        Steps("approves", "I approve", part => part.Approves);
        Steps("does", "I do", part => part.Does);
        Tasks();
        Sops("backs", "I stand in for the owner", Part.Backs, "When the owner is away.");
        Steps("checks", "I look at samples", part => part.Checks);
        Sops("serves", "I also build, review or document", Part.Serves, "");
        Told("asked", "I am asked", Part.Consulted, part => part.Consulted);
        Told("told", "I am told", Part.Informed, part => part.Informed);
        var grants = site.Library.InUse.SelectMany(sop => sop.Definition.Grants.Where(grant => grant.By?.Type == role.Type).Select(grant => (sop, grant))).ToList();
        if (grants.Count > 0)
        {
            Heading("granted", "I granted");
            html.Add(Tables.Of("I granted", ["Procedure", "Tool", "Until", "Because"], [.. grants.Select(grant => new[]
            {
                links.Sop(grant.sop), links.Tool(grant.grant.Tool), grant.grant.Until is { } until ? Dates.Due(until, "ended", site.AsOf) : Markup.Of($"no end"), Markup.Of($"{grant.grant.Because}"),
            })]));
        }

        return new($"roles/{site.Library.RoleSlugs[role.Type]}.html", role.Title, html.ToMarkup(), list);

        void Heading(string anchor, string words)
        {
            list.Add((anchor, words));
            html.Add($"<h2 id=\"{anchor}\">{words}</h2>\n");
        }

        void Sops(string anchor, string words, Part part, string lead)
        {
            var sops = parts.Where(one => one.Part.HasFlag(part) && !one.Sop.IsIdea).Select(one => one.Sop).OrderBy(sop => sop.Definition.Title, StringComparer.Ordinal).ToList();
            if (sops.Count > 0)
            {
                Heading(anchor, words);
                if (lead.Length > 0)
                {
                    html.Add($"<p>{lead}</p>\n");
                }

                html.Add($"<ul class=\"list\">\n");
                foreach (var sop in sops)
                {
                    html.Add($"<li>{links.Sop(sop)}{(sop.Definition.Review?.Next is { } next ? Markup.Of($" <span class=\"small\">review {Dates.Due(next, "overdue", site.AsOf)}</span>") : Markup.None)}</li>\n");
                }

                html.Add($"</ul>\n");
            }
        }

        void Steps(string anchor, string words, Func<RoleInSop, IReadOnlyList<LibraryStep>> of)
        {
            var sops = parts.Where(part => of(part).Count > 0).OrderBy(part => part.Sop.Definition.Title, StringComparer.Ordinal).ToList();
            if (sops.Count > 0)
            {
                Heading(anchor, words);
                html.Add(Tables.Of(words, ["Procedure", "Step"], [.. sops.Select(part => new[] { links.Sop(part.Sop), Markup.Join("<br>", of(part).Select(step => Markup.Of($"{links.Step(step)}{(step.Step.Due is { } due ? Markup.Of($" <span class=\"small\">due in {StepWords.Duration(due)}</span>") : Markup.None)}"))) })]));
            }
        }

        void Tasks()
        {
            var tasks = parts.SelectMany(part => part.Beside).OrderBy(task => task.Step.Sop.Definition.Title, StringComparer.Ordinal).ToList();
            if (tasks.Count > 0)
            {
                Heading("beside", "I do beside another's step");
                html.Add(Tables.Of("I do beside another's step", ["Procedure", "Task", "Beside step"], [.. tasks.Select(task => new[]
                {
                    links.Sop(task.Step.Sop),
                    Markup.Of($"{task.Task.Title}{(task.Task.Every is { } every ? $", every {StepWords.Duration(every)}" : "")}"),
                    links.Step(task.Step),
                })]));
            }
        }

        void Told(string anchor, string words, Part part, Func<RoleInSop, IReadOnlyList<LibraryStep>> of)
        {
            var sops = parts.Where(one => one.Part.HasFlag(part)).OrderBy(one => one.Sop.Definition.Title, StringComparer.Ordinal).ToList();
            if (sops.Count > 0)
            {
                Heading(anchor, words);
                html.Add(Tables.Of(words, ["Procedure", "Step"], [.. sops.Select(one => new[] { links.Sop(one.Sop), of(one).Count == 0 ? Markup.Of($"the whole procedure") : Markup.Join("<br>", of(one).Select(links.Step)) })]));
            }
        }
    }

    private static Markup Held(SopLibrary library, NamedType role) => Links.List(library.Holders[role.Type].Distinct(StringComparer.Ordinal).Select(person => Markup.Of($"{person}")));

    private static Markup Count(int count, string thing) => count == 0 ? Markup.None : Markup.Of($"{count} {thing}{(count == 1 ? "" : "s")}");
}
