using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>The top of the page of an SOP: the most important facts, and who has which part.</summary>
internal static class SopGlance
{
    /// <summary>Writes it.</summary>
    public static void Write(SopWriter page)
    {
        var sop = page.Sop.Definition;
        page.Heading("glance", "At a glance", string.Join("\n", sop.Triggers.Select(trigger => trigger.When)));
        page.Html.Add($"<dl class=\"glance\">\n");
        foreach (var (name, value) in Facts(page).Where(fact => !fact.Value.IsEmpty))
        {
            page.Html.Add($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");
        }

        page.Html.Add($"</dl>\n");
        if (sop.Checklists.Any(group => group.Items.Count > 0))
        {
            page.Checklists(sop.Checklists, "good-result", "A good result");
        }

        WriteParts(page);
    }

    private static IEnumerable<(string Name, Markup Value)> Facts(SopWriter page)
    {
        var (sop, links) = (page.Sop.Definition, page.Links);
        yield return ("Starts when", Markup.Join("; ", sop.Triggers.Select(trigger => Markup.Of($"{trigger.When}{(trigger.Cron is { } cron ? $" ({SopWords.Schedule(cron)})" : "")}{(trigger.Each is { } each ? Markup.Of($", one run for each of <code>{each}</code>") : Markup.None)}{(trigger.Start is { } start ? $", then at {(page.Flow.NumberOf(start) is { } number ? $"step {number}" : start)}" : "")}"))));
        yield return ("Approved before", sop.ApprovedInput ? Text("what a run is started with was approved where it came from; runs start by hand-off only") : Markup.None);
        yield return ("Needs", Text(string.Join("; ", sop.Prerequisites)));
        yield return ("Done within", (sop.DueBy is { } by ? sop.InWords(by) : sop.Due is { } due ? StepWords.Due(sop, due, sop.DueDays) : null) is { } within ? Text($"{within}; when a run takes longer, the owner and the backup are told{Reminded(sop.Reminders)}") : Markup.None);
        yield return ("A person approves", Markup.Join("; ", page.Sop.Steps.Where(step => step.Step.Kind == StepKind.Checkpoint).Select(step => Markup.Of($"{links.Performer(step.Step)}: {page.StepLink(step.Step)}"))));
        yield return ("May act too", Markup.Join("; ", sop.Seniors.Select(senior => Markup.Of($"{links.Role(senior)}{ActsFor(page, senior)}"))));
        yield return ("AI", Autonomy(page));
        yield return ("Tools", Links.List(page.Sop.Tools.Select(tool => ToolOf(page, tool))));
        yield return ("By hand", sop.Fallback is { } fallback ? Markup.Of($"{(fallback.SwitchWhen is { } when ? $"when {StepWords.Inside(when)}: " : "")}<a href=\"#by-hand\">what to do</a>") : Markup.None);
        yield return ("Customers are told", sop.Disclosure switch
        {
            null => Markup.None,
            { Mode: DisclosureMode.NotNeeded } told => Text($"nothing{(told.Because is { } because ? $" ({StepWords.Inside(because)})" : "")}"),
            { } told => Text(told.Text ?? ""),
        });
        yield return ("Pilot", sop.Pilot is { } pilot ? Markup.Of($"since {Dates.Time(pilot.Start)}; scale, revise or retire is decided by {Dates.Due(pilot.DecideBy, "overdue", page.Site.AsOf)}") : Markup.None);
        yield return ("Review", sop.Review is { } review ? Markup.Of($"{SopWords.Cadence(review.Cadence)}{(review.Last is { } last ? Markup.Of($", last on {Dates.Time(last)}") : Markup.None)}") : Markup.None);
        yield return ("Office hours", sop.OfficeHours is { } hours && !page.Sop.IsIdea ? Text(hours.Hours.Equals("always", StringComparison.OrdinalIgnoreCase) ? $"always: times due count day and night ({hours.Zone})" : $"{hours.Hours} ({hours.Zone}); times due count inside them") : Markup.None);
        yield return ("Two pairs of eyes", sop.IsOnePersonTeam && !page.Sop.IsIdea ? Text("can't be had: the team is one person, and each run says so") : Markup.None);
        yield return ("About one", sop.Input is { } input && input != "SopAsCode.Tick" ? Markup.Of($"<code>{StepWords.Simple(input)}</code>{(sop.InputKey is { } key ? Markup.Of($", found by its <code>{key}</code>") : Markup.None)}") : Markup.None);
        yield return ("Not covered", Markup.Join("; ", sop.OutOfScope.Select(left => Markup.Of($"{left.What}{(left.CoveredBy is { } other ? Markup.Of($" (see {links.Sop(other)})") : Markup.None)}"))));
        yield return ("Links", Links.List(sop.Remarks.Links.Select(Links.Outside)));
        yield return ("Assessment", sop.Assessment is { } idea ? Text(IdeasPage.Words(idea)) : Markup.None);
    }

    /// <summary>When somebody is reminded, as the end of a sentence about a time; empty when never.</summary>
    public static string Reminded(IReadOnlyList<TimeSpan> reminders) =>
        reminders.Count == 0 ? "" : $", reminded {string.Join(" and ", reminders.OrderDescending().Select(StepWords.Duration))} before";

    // The roles of the SOP for which a senior role may act.
    private static Markup ActsFor(SopWriter page, NamedType senior)
    {
        var covered = Roles.Of(page.Sop).Select(part => part.Role).Where(role => role.Type != senior.Type && senior.Covers(role.Type)).Select(page.Links.Role).ToList();
        return covered.Count == 0 ? Markup.None : Markup.Of($", for {Links.List(covered)}");
    }

    private static Markup Text(string text) => Markup.Of($"{text}");

    private static Markup Autonomy(SopWriter page)
    {
        var steps = page.Sop.Steps.Where(step => step.Step.Kind == StepKind.Ai).ToList();
        if (page.Sop.IsIdea)
        {
            return Markup.None;
        }

        if (steps.Count == 0)
        {
            return Text("none");
        }

        var alone = page.Sop.Steps.Where(step => step.Step.Limit is not null).Select(SopWriter.NumberLink).ToList();
        var words = StepWords.Level(steps.Max(step => step.Step.Level));
        return alone.Count == 0 ? Text(words) : Markup.Of($"{words}. Without a person looking first: only step {Markup.Join(" and ", alone)}, inside its limit");
    }

    private static Markup ToolOf(SopWriter page, NamedType tool)
    {
        var links = page.Site.Library.Tools.FirstOrDefault(known => known.Tool.Type == tool.Type)?.Links ?? [];
        return links.Count == 0 ? page.Links.Tool(tool) : Markup.Of($"{page.Links.Tool(tool)} ({Links.List(links.Select(Links.Outside))})");
    }

    private static void WriteParts(SopWriter page)
    {
        var rows = Roles.Of(page.Sop).Select(part => new[] { page.Links.Role(part.Role), PartOf(part), Lines([.. part.Does.Select(OwnStep), .. part.Beside.Select(Beside)]), Lines(part.Approves.Select(OwnStep)), Markup.Join("; ", Other(part)) }).ToList();
        if (rows.Count > 0)
        {
            page.Heading("your-part", "Your part", null);
            page.Table("Your part", ["Role", "Is", "Does", "Approves", "Also"], rows);
        }

        static Markup Lines(IEnumerable<Markup> lines) => Markup.Join("<br>", lines);

        Markup OwnStep(LibraryStep step) => page.StepLink(step.Step);

        // A task has a title of its own: the step itself is another's.
        Markup Beside(TaskBeside beside) => Markup.Of($"{beside.Task.Title} (beside {OwnStep(beside.Step)})");

        IEnumerable<Markup> Other(RoleInSop part)
        {
            foreach (var duty in part.Duties)
            {
                yield return Text(SopWords.Duty(duty));
            }

            if (part.Checks.Count > 0)
            {
                yield return Markup.Of($"looks at samples of {Links.List(part.Checks.Select(SopWriter.NumberLink))}");
            }

            if (part.Part.HasFlag(Part.Consulted))
            {
                yield return part.Consulted.Count == 0 ? Text("is asked") : Markup.Of($"is asked in {Links.List(part.Consulted.Select(SopWriter.NumberLink))}");
            }

            if (part.Part.HasFlag(Part.Informed))
            {
                yield return part.Informed.Count == 0 ? Text("is told") : Markup.Of($"is told of {Links.List(part.Informed.Select(SopWriter.NumberLink))}");
            }
        }
    }

    private static Markup PartOf(RoleInSop part) => Text(part.Part.HasFlag(Part.Owns) ? "owner" : part.Part.HasFlag(Part.Backs) ? "backup" : "");
}
