using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>Who may do what, who allowed it, and what an AI gets to see.</summary>
internal static class SopGovernance
{
    /// <summary>Writes it.</summary>
    public static void Write(SopWriter page)
    {
        var rows = page.Sop.Steps.SelectMany(step => step.Step.Access.Select(access => new[]
        {
            page.StepLink(step.Step),
            page.Links.Tool(access.Tool),
            Markup.Of($"{SopWords.Lower(access.Kind)}"),
            Markup.Of($"{CanHurt(access)}"),
            Granted(page, step.Step, access),
        })).ToList();
        if (rows.Count > 0)
        {
            page.Heading("access", "Who may do what", null);
            page.Table("Who may do what", ["Step", "Tool", "Access", "Can hurt", "Granted"], rows);
            foreach (var step in page.Sop.Steps.Where(step => step.Step.Limit is not null))
            {
                page.Html.Add($"<p class=\"note\"><strong>Limit of {page.StepLink(step.Step)}:</strong> {Limit(page, step.Step)}</p>\n");
            }
        }

        WriteAi(page);
    }

    private static string CanHurt(AccessDefinition access) =>
        access.Kind != Access.Write ? "" : SopWords.Impact(access.Impact) + (access.Irreversible ? ", can't be undone" : "");

    private static Markup Granted(SopWriter page, StepDefinition step, AccessDefinition access)
    {
        if (access.Kind != Access.Write || access.Impact == Impact.None)
        {
            return Markup.None;
        }

        if (step.Kind == StepKind.Human)
        {
            return Markup.Of($"a person's own act");
        }

        var grants = page.Sop.Definition.Grants.Where(grant => grant.Tool.Type == access.Tool.Type && (grant.Impact & access.Impact) != Impact.None).ToList();
        return grants.Count == 0 ? Markup.Of($"<strong>not granted</strong>") : Markup.Join("<br>", grants.Select(grant => Grant(page.Links, grant, page.Site.AsOf)));
    }

    /// <summary>A grant in words.</summary>
    public static Markup Grant(Links links, GrantDefinition grant, DateOnly? asOf)
    {
        var by = grant.By is { } role ? Markup.Of($"by {links.Role(role)}") : Markup.Of($"by nobody named");
        var on = grant.On is { } first ? Markup.Of($" on {Dates.Time(first)}") : Markup.None;
        var until = grant.Until is { } last ? Markup.Of($" until {Dates.Due(last, "ended", asOf)}") : Markup.None;
        return Markup.Of($"{by}{on}{until}{(grant.Because is { } because ? $": {because}" : "")}");
    }

    private static Markup Limit(SopWriter page, StepDefinition step)
    {
        var limit = step.Limit!;
        List<Markup> parts = [Markup.Of($"{limit.Text}.")];
        if (limit.When is { } when && page.Sop.Definition.Conditions.FirstOrDefault(condition => condition.Name == when) is { } condition)
        {
            parts.Add(Markup.Of($"Only if {StepWords.Inside(condition.Text)}."));
        }

        if (limit.PerDay is { } count)
        {
            parts.Add(Markup.Of($"At most {(count == 1 ? "once" : $"{count} times")} a day."));
        }

        if (limit.Since is { } since)
        {
            parts.Add(Markup.Of($"Since {Dates.Time(since)}."));
        }

        if (limit.Evidence is { } evidence)
        {
            parts.Add(Markup.Of($"Earned by: {evidence}."));
        }

        if (step.SpotCheck is { } spot)
        {
            parts.Add(Markup.Of($"One in {spot.OneIn} is looked at afterwards by {page.Links.Role(spot.Role)}."));
        }

        return Markup.Join(" ", parts);
    }

    private static void WriteAi(SopWriter page)
    {
        var rows = page.Sop.Steps.Where(step => step.Step.Kind == StepKind.Ai).Select(step => new[]
        {
            page.StepLink(step.Step),
            page.Links.Performer(step.Step),
            Sees(step.Step),
        }).ToList();
        if (rows.Count > 0)
        {
            page.Heading("ai", "What the AI gets to see", null);
            page.Table("What the AI gets to see", ["Step", "AI", "Data in its prompt"], rows);
        }
    }

    /// <summary>The data that the prompt of a step shows.</summary>
    public static Markup Sees(StepDefinition step)
    {
        var shown = SopWords.Shown(step.Prompt);
        var values = step.Inputs.Select(input => (input, Paths: shown.Where(path => path.Split('.')[0] == input.Name).ToList())).Where(input => input.Paths.Count > 0).ToList();
        return values.Count == 0 ? Markup.Of($"nothing of the run") : Markup.Join("; ", values.Select(value =>
        {
            var parts = value.Paths.Where(path => path.Length > value.input.Name.Length).Select(path => path[(value.input.Name.Length + 1)..]);
            return Markup.Of($"<code>{StepWords.Simple(value.input.Type)}</code>{(value.Paths.Contains(value.input.Name) ? "" : $": {string.Join(", ", parts)}")}");
        }));
    }
}
