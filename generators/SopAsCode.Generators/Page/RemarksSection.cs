using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes rare cases, examples, notes, known limits and waivers: those of the SOP in a section of their own, those of a step with the step.</summary>
internal static class RemarksSection
{
    /// <summary>Writes the remarks of the SOP and every waiver in force, also the waivers of steps, so that none is hidden.</summary>
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        if (sop.Remarks.Templates.Count > 0)
        {
            page.Block("## Messages");
            Templates(page, sop.Remarks.Templates);
        }

        var lines = Lines(sop.Remarks, withLinks: false).ToList();
        var examples = sop.Remarks.Examples;
        if (lines.Count > 0 || examples.Count > 0)
        {
            page.Block("## Good to know").List(lines);
            Examples(page, examples);
        }

        var waivers = sop.Remarks.Waivers.Select(waiver => (Where: "the SOP", Waiver: waiver))
            .Concat(sop.Steps.SelectMany((step, state) => step.Remarks.Waivers.Select(waiver => (Where: StepsSection.TitleOf(graph, state), Waiver: waiver))))
            .ToList();
        if (waivers.Count > 0)
        {
            page.Block("## Rules set aside").Table(["Rule", "For", "By", "Until", "Because"], waivers.Select(entry => new[]
            {
                MarkdownText.Inline(entry.Waiver.Rule),
                entry.Where,
                MarkdownText.Inline(entry.Waiver.By?.Title ?? "nobody named"),
                MarkdownText.Inline(entry.Waiver.Until ?? "no end"),
                MarkdownText.Inline(entry.Waiver.Because ?? "no reason given"),
            }));
        }
    }

    /// <summary>The short remarks of a step, as items of a list.</summary>
    public static IEnumerable<string> Items(StepModel step) => step.Limitations
        .Select(known => $"Known limit: {(known.Workaround is { } around ? $"{PageWords.Sentence(MarkdownText.Inline(known.Text))} What to do: {MarkdownText.Inline(around)}" : MarkdownText.Inline(known.Text))}")
        .Concat(Lines(step.Remarks, withLinks: true));

    /// <summary>Writes the messages and examples of a step.</summary>
    public static void Write(PageWriter page, StepModel step)
    {
        Templates(page, step.Remarks.Templates);
        Examples(page, step.Remarks.Examples);
    }

    private static IEnumerable<string> Lines(RemarksModel remarks, bool withLinks)
    {
        foreach (var rare in remarks.EdgeCases)
        {
            yield return Item($"{MarkdownText.Start(rare.Case)} → ", rare.Handling);
        }

        foreach (var note in remarks.Notes)
        {
            yield return Item("", note);
        }

        if (remarks.TeamMode is { } team)
        {
            yield return $"In a larger team: {MarkdownText.Inline(team)}";
        }

        foreach (var link in withLinks ? remarks.Links : [])
        {
            yield return MarkdownText.Link(link.Title, link.Url);
        }
    }

    private static void Examples(PageWriter page, EquatableArray<ExampleModel> examples)
    {
        foreach (var example in examples)
        {
            if (example.File is { } file)
            {
                page.Block(MarkdownText.File(example.Title, file));
            }

            if (example.Text is { } text)
            {
                page.Block($"Example: {MarkdownText.Inline(example.Title)}").Lines(AuthorMarkdown.Of(text).Text.Split('\n').Select(line => $"> {line}".TrimEnd()));
            }
        }
    }

    // A message is copied as it is, so it stands in a block that readers offer to copy.
    private static void Templates(PageWriter page, EquatableArray<TemplateModel> templates)
    {
        foreach (var template in templates)
        {
            page.Block($"Message: **{MarkdownText.Inline(template.Title)}**").Block(MarkdownText.Block(template.Text));
        }
    }

    // Markdown of several lines stands below the first words of its item.
    private static string Item(string start, string text)
    {
        var prose = AuthorMarkdown.Of(text);
        return prose.IsOneLine
            ? start + prose.Text
            : string.Join("\n", [start.Length == 0 ? "Note:" : start.TrimEnd(), "", .. prose.Text.Split('\n').Select(line => line.Length == 0 ? "" : "  " + line)]);
    }
}
