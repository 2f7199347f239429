using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// Writes the page of an SOP for daily use: a reader in a hurry finds the important facts at the top and in the
/// checklists, and a new colleague understands the AI without reading a prompt. The text is stable: it contains no date of
/// the build and nothing about the computer.
/// </summary>
internal static class Page
{
    /// <summary>Writes the page.</summary>
    public static string Write(FlowGraph graph)
    {
        var page = new PageWriter();
        WriteTop(page, graph);
        AssessmentSection.Write(page, graph.Sop);
        if (graph.Sop.Steps.Count > 0)
        {
            page.Block("## Flow");
            page.Block($"```mermaid\n{Flowchart.Draw(graph)}\n```");
            page.Block($"{PageWords.Capital(Flowchart.Legend(graph))}. Whatever goes wrong without a way of its own goes to the owner, [by hand](#by-hand).");
            StepsSection.Write(page, graph);
            AccessSection.Write(page, graph);
            DataSection.Write(page, graph);
            TroubleSection.Write(page, graph);
        }

        MetricsSection.Write(page, graph);
        RemarksSection.Write(page, graph);
        TypesSection.Write(page, graph);
        RecordSection.Write(page, graph.Sop);
        return ForTemplates(page.Finish());
    }

    // Some sites fill in templates before they read Markdown. What is left of braces stands in code, where nothing may be put between them.
    private static string ForTemplates(string page) => page.Contains("{{") || page.Contains("{%")
        ? page.Insert(page.IndexOf("\n---\n", StringComparison.Ordinal) + 1, "render_with_liquid: false\n")
        : page;

    private static void WriteTop(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        page.Lines(["---", .. FrontMatter(sop), "---"]);
        page.Block($"# {MarkdownText.Inline(sop.Title)}");
        if (sop.Purpose is { } purpose)
        {
            page.Block(PageWords.Sentence(purpose.Output is { } output
                ? $"{MarkdownText.Start(purpose.Goal.TrimEnd('.'))} → {MarkdownText.Inline(output)}"
                : MarkdownText.Start(purpose.Goal)));
        }

        page.Block("## At a glance");
        var rows = AtAGlance(graph).Where(row => row.Value.Length > 0).Select(row => new[] { $"**{row.Name}**", row.Value }).ToList();
        page.Table(rows[0], rows.Skip(1));
        if (sop.Steps.Count > 0)
        {
            PartsSection.Write(page, graph);
        }

        if (sop.Checklists.Any(group => group.Items.Count > 0))
        {
            page.Block("A good result:").Checklists(sop.Checklists);
        }

        foreach (var section in sop.Sections)
        {
            page.Block($"## {MarkdownText.Inline(section.Title)}").Prose(section.Text);
        }
    }

    private static IEnumerable<string> FrontMatter(SopModel sop)
    {
        yield return $"title: {MarkdownText.Yaml(sop.Title)}";
        yield return $"id: {MarkdownText.Yaml(sop.Id)}";
        if (sop.Version is { } version)
        {
            yield return $"version: {MarkdownText.Yaml(version)}";
        }

        if (sop.Owner is { } owner)
        {
            yield return $"owner: {MarkdownText.Yaml(owner.Title)}";
        }

        if (sop.ValueStream is { } stream)
        {
            yield return $"valueStream: {MarkdownText.Yaml(stream.Title)}";
        }

        if (sop.Part is { } part)
        {
            yield return $"part: {MarkdownText.Yaml(part)}";
        }

        yield return $"stage: {MarkdownText.Yaml(sop.Pilot is not null && sop.Stage == Stage.Active ? "pilot" : sop.Stage.ToString().ToLowerInvariant())}";
        yield return sop.ValueStream is { } tag ? $"tags: [\"sop\", {MarkdownText.Yaml(Naming.Kebab(tag.Name))}]" : "tags: [\"sop\"]";
    }

    private static IEnumerable<(string Name, string Value)> AtAGlance(FlowGraph graph)
    {
        var sop = graph.Sop;
        yield return ("Starts when", string.Join("; ", sop.Triggers.Select(trigger => Trigger(graph, trigger))));
        yield return ("Starts only", sop.HasApprovedInput ? "when another SOP hands over what somebody approved there; that approval holds until the first checkpoint" : "");
        yield return ("Needs", string.Join("; ", sop.Prerequisites.Select(MarkdownText.Inline)));
        yield return ("About one", sop.Input is { Plain: not "SopAsCode.Tick" } input ? About(sop, input) : "");
        yield return ("Owner", sop.Owner is { } owner ? MarkdownText.Inline(owner.Title) : "**nobody**");
        yield return ("Backup", sop.Backup is { } backup ? MarkdownText.Inline(backup.Title) : "");
        foreach (var duty in sop.Duties)
        {
            yield return (PageWords.Duty(duty.Duty), MarkdownText.Inline(duty.Role.Title));
        }

        yield return ("Done within", sop.Due is { } due ? $"{PageWords.Working(sop, due)}; when a run takes longer, {PageWords.OwnerAnd(sop, "and")} {(sop.Backup is null ? "is" : "are")} told{PageWords.Reminded(sop, sop.Reminders)}" : "");
        yield return ("A person approves", string.Join("; ", Checkpoints(graph)));
        yield return ("AI", sop.Stage == Stage.Idea ? "" : Autonomy(graph));
        yield return ("Tools", string.Join(", ", Tools(sop)));
        yield return ("Review", Review(sop.Review));
        yield return ("By hand", sop.Fallback is { How: { Length: > 0 } } fallback ? ByHand(fallback) : "");
        yield return ("Customers are told", PageWords.Disclosure(sop.Disclosure));
        yield return ("Pilot", sop.Pilot is { } pilot ? $"since {MarkdownText.Inline(pilot.Start)}; scale, revise or retire is decided by {MarkdownText.Inline(pilot.DecideBy)}" : "");
        yield return ("Office hours", sop.House.OfficeHours is { } hours && sop.Stage != Stage.Idea ? Hours(hours, sop.House.Zone ?? "UTC") : "");
        yield return ("Two pairs of eyes", sop.House.IsOnePerson && sop.Stage != Stage.Idea ? "can't be had: the team is one person, and each run says so" : "");
        yield return ("Not covered", string.Join("; ", sop.OutOfScope.Select(left => MarkdownText.Inline(left.What) + (left.Covered is { } other ? $" (see {PageWords.LinkTo(other)})" : ""))));
        yield return ("Links", string.Join(", ", sop.Remarks.Links.Select(link => MarkdownText.Link(link.Title, link.Url))));
    }

    private static string Hours(string hours, string zone) => hours == OfficeHoursModel.Always
        ? $"always: times due count day and night ({MarkdownText.Inline(zone)})"
        : $"{MarkdownText.Inline(hours)} ({MarkdownText.Inline(zone)}); times due count inside them";

    // A manual path of several lines stands where the page says what to do when it goes wrong.
    private static string ByHand(FallbackModel fallback) => AuthorMarkdown.Of(fallback.How) is { IsOneLine: true } how
        ? how.Text.Replace("|", "\\|")
        : "[what the owner does](#by-hand)";

    private static string About(SopModel sop, TypeUse input) =>
        DataWords.Name(input) + (sop.Keys.FirstOrDefault() is { } key ? $", found by its {MarkdownText.Inline(PageWords.Inside(Naming.Phrase(key.Name)))}" : "");

    private static string Trigger(FlowGraph graph, TriggerModel trigger) =>
        MarkdownText.Inline(trigger.When)
        + (trigger.Cron is { } cron ? When(trigger.When, CronWords.Of(cron) ?? "on a schedule") : "")
        + (trigger.Each is { } each ? $", one run for each of {MarkdownText.Inline(PageWords.Inside(Naming.Phrase(each.Method.Name)))}" : "")
        + (trigger.Start is { } start && graph.StateOf(start.Name) is { } state && state > 0 && state < graph.Fallback ? $", then at {StepsSection.TitleOf(graph, state)}" : "");

    private static string When(string said, string schedule) => said.IndexOf(schedule, StringComparison.OrdinalIgnoreCase) >= 0 ? "" : $" ({schedule})";

    // Each role is named once, with the checkpoints it decides.
    private static IEnumerable<string> Checkpoints(FlowGraph graph) => Enumerable.Range(0, graph.Fallback)
        .Where(state => graph.Sop.Steps[state].Kind == StepKind.Checkpoint)
        .GroupBy(state => graph.Sop.Steps[state].Performer?.Title ?? "", StringComparer.Ordinal)
        .Select(role => $"{MarkdownText.Inline(role.Key)}: {string.Join(", ", role.Select(state => StepsSection.TitleOf(graph, state) + (graph.Sop.Steps[state].Approvals > 1 ? $" ({EnglishWords.Count(graph.Sop.Steps[state].Approvals, "person", "people")})" : "")))}");

    private static string Autonomy(FlowGraph graph)
    {
        var sop = graph.Sop;
        if (!sop.Steps.Any(step => step.Kind == StepKind.Ai))
        {
            return "none";
        }

        var steps = sop.Steps.Where(step => step.Kind == StepKind.Ai).ToList();
        var limited = Enumerable.Range(0, sop.Steps.Count).Where(state => sop.Steps[state].Limit is not null).Select(state => StepsSection.TitleOf(graph, state)).ToList();
        var alone = limited.Count switch
        {
            0 => "",
            1 => $". Without a person looking first: only {limited[0]}, inside its limit",
            _ => $". Without a person looking first: only {PageWords.And(limited)}, inside their limits",
        };
        return PageWords.Level(steps.Max(step => step.Level), steps.Exists(step => step.Access.Count > 0)) + alone;
    }

    private static IEnumerable<string> Tools(SopModel sop) => AccessSection.Tools(sop)
        .Select(tool => tool.Links.Count == 0
            ? MarkdownText.Inline(tool.Title)
            : $"{MarkdownText.Inline(tool.Title)} ({string.Join(", ", tool.Links.Select(link => MarkdownText.Link(link.Title, link.Url)))})");

    private static string Review(ReviewModel? review)
    {
        if (review is null)
        {
            return "";
        }

        var next = PageWords.Next(review);
        return PageWords.Cadence(review.Cadence) + (next is null ? "" : string.Format(CultureInfo.InvariantCulture, ", next due {0}", next));
    }
}
