using System.Globalization;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// The page of an SOP, made to be used: somebody in a hurry reads the top and the checklist, a new hire understands the AI
/// without reading a prompt. Stable: no date of the build, nothing of the machine.
/// </summary>
internal static class Page
{
    /// <summary>Writes the page.</summary>
    public static string Write(FlowGraph graph)
    {
        var page = new PageWriter();
        WriteTop(page, graph);
        page.Block("## Flow");
        page.Block($"```mermaid\n{Flowchart.Draw(graph)}\n```");
        page.Block("Green is a person, yellow a checkpoint, violet an AI, blue an automation. Whatever goes wrong without a way of its own goes to the owner, by hand.");
        StepsSection.Write(page, graph);
        AccessSection.Write(page, graph);
        DataSection.Write(page, graph);
        TroubleSection.Write(page, graph);
        MetricsSection.Write(page, graph.Sop);
        RecordSection.Write(page, graph.Sop);
        return page.ToString();
    }

    private static void WriteTop(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        page.Lines(["---", .. FrontMatter(sop), "---"]);
        page.Block($"# {MarkdownText.Inline(sop.Title)}");
        if (sop.Purpose is { } purpose)
        {
            page.Block(purpose.Output is { } output
                ? $"{MarkdownText.Start(purpose.Goal)} → {MarkdownText.Inline(output)}."
                : $"{MarkdownText.Start(purpose.Goal)}.");
        }

        page.Block("## At a glance");
        page.Table(["", ""], AtAGlance(graph).Where(row => row.Value.Length > 0).Select(row => new[] { $"**{row.Name}**", row.Value }));
        if (sop.Checklist.Count > 0)
        {
            page.Block("A good result:").Lines(sop.Checklist.Select(item => $"- [ ] {MarkdownText.Inline(item)}"));
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

        yield return "stage: \"active\"";
        yield return sop.ValueStream is { } tag ? $"tags: [\"sop\", {MarkdownText.Yaml(Naming.Kebab(tag.Name))}]" : "tags: [\"sop\"]";
    }

    private static IEnumerable<(string Name, string Value)> AtAGlance(FlowGraph graph)
    {
        var sop = graph.Sop;
        yield return ("Starts when", string.Join("; ", sop.Triggers.Select(MarkdownText.Inline)));
        yield return ("About one", sop.Input is { } input ? MarkdownText.Code(input.Short) : "");
        yield return ("Owner", sop.Owner is { } owner ? MarkdownText.Inline(owner.Title) : "**nobody**");
        yield return ("Backup", sop.Backup is { } backup ? MarkdownText.Inline(backup.Title) : "");
        yield return ("A person approves", string.Join("; ", Checkpoints(graph)));
        yield return ("AI", Autonomy(sop));
        yield return ("Tools", string.Join(", ", Tools(sop)));
        yield return ("Review", Review(sop.Review));
        yield return ("By hand", sop.Fallback is { } fallback ? MarkdownText.Inline(fallback.How) : "");
        yield return ("Customers are told", sop.Disclosure is { } told ? MarkdownText.Inline(told) : "");
        yield return ("Not covered", string.Join("; ", sop.OutOfScope.Select(MarkdownText.Inline)));
        yield return ("Links", string.Join(", ", sop.Links.Select(link => MarkdownText.Link(link.Title, link.Url))));
    }

    private static IEnumerable<string> Checkpoints(FlowGraph graph)
    {
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = graph.Sop.Steps[state];
            if (step.Kind == StepKind.Checkpoint)
            {
                yield return $"{MarkdownText.Inline(step.Performer?.Title ?? "")}: {StepsSection.TitleOf(graph, state)}";
            }
        }
    }

    private static string Autonomy(SopModel sop)
    {
        if (!sop.Steps.Any(step => step.Kind == StepKind.Ai))
        {
            return "none";
        }

        var highest = sop.Steps.Where(step => step.Kind == StepKind.Ai).Max(step => step.Level);
        var limited = Enumerable.Range(0, sop.Steps.Count).Where(state => sop.Steps[state].Limit is not null).Select(StepsSection.LinkTo).ToList();
        var alone = limited.Count == 0 ? "" : $"; without a person's look only inside the limit of step {string.Join(" and ", limited)}";
        return PageWords.Level(highest) + alone;
    }

    private static IEnumerable<string> Tools(SopModel sop) => sop.Steps
        .SelectMany(step => step.Access)
        .Select(access => access.Tool)
        .GroupBy(tool => tool.Type, StringComparer.Ordinal)
        .Select(group => group.First())
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
