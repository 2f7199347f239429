using DiffPlex;
using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site;

/// <summary>What changed between two versions of an SOP, word by word.</summary>
internal static class WordChanges
{
    private static readonly char[] Separators = [' ', '\n', '\t', '.', ',', ';', ':', '(', ')', '?', '!'];

    /// <summary>The texts that changed: where they stand, and what they say now with what they said before.</summary>
    public static IReadOnlyList<(string Place, Markup Text)> Between(SopDefinition before, SopDefinition now)
    {
        var old = Texts(before).ToDictionary(text => text.Place, text => text.Text, StringComparer.Ordinal);
        var places = Texts(now).ToList();
        var known = places.Select(text => text.Place).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. places.Where(text => old.GetValueOrDefault(text.Place, "") != text.Text).Select(text => (text.Place, Of(old.GetValueOrDefault(text.Place, ""), text.Text))),
            .. old.Where(text => !known.Contains(text.Key) && text.Value.Length > 0).Select(text => (text.Key, Of(text.Value, ""))),
        ];
    }

    /// <summary>The words of a text, with those that were taken out and put in.</summary>
    public static Markup Of(string before, string now)
    {
        var diff = Differ.Instance.CreateWordDiffs(before, now, ignoreWhitespace: false, Separators);
        var html = new HtmlText();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            html.Add($"{Pieces(diff.PiecesNew, at, block.InsertStartB)}");
            if (block.DeleteCountA > 0)
            {
                html.Add($"<del>{Pieces(diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA)}</del>");
            }

            if (block.InsertCountB > 0)
            {
                html.Add($"<ins>{Pieces(diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB)}</ins>");
            }

            at = block.InsertStartB + block.InsertCountB;
        }

        return html.Add($"{Pieces(diff.PiecesNew, at, diff.PiecesNew.Count)}").ToMarkup();
    }

    private static string Pieces(IReadOnlyList<string> pieces, int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(piece => pieces[piece]));

    private static IEnumerable<(string Place, string Text)> Texts(SopDefinition sop)
    {
        yield return ("Title", sop.Title);
        yield return ("Purpose", Join(sop.Goal, sop.Output));
        yield return ("Owner and backup", Join(sop.Owner?.Title, sop.Backup?.Title));
        yield return ("Starts when", string.Join("\n", sop.Triggers.Select(trigger => trigger.When)));
        yield return ("By hand", Join(sop.Fallback?.How, sop.Fallback?.SwitchWhen));
        yield return ("Good results", Lists(sop.Checklists));
        yield return ("Metrics", string.Join("\n", sop.Metrics.Select(metric => SopWords.Metric(sop, metric))));
        foreach (var section in sop.Sections.DistinctBy(section => section.Title, StringComparer.Ordinal))
        {
            yield return ($"Section: {section.Title}", section.Text);
        }

        yield return ("Good to know", Remarks(sop.Remarks));
        var flow = new SopFlow(sop);
        foreach (var step in sop.Steps)
        {
            yield return ($"Step {step.Name}", string.Join("\n", new[]
            {
                $"{step.Title} ({StepWords.Performer(step)})",
                step.Instructions,
                Lists(step.Checklists),
                string.Join("\n", flow.From(step).Select(way => $"{(way.Label.Length == 0 ? "then" : way.Label)}: {flow.Name(way.To)}")),
                string.Join("\n", step.Access.Select(access => $"{StepWords.Verb(access.Kind)} {access.Tool.Title}")),
                step.Due is { } due ? $"due in {StepWords.Duration(due)}" : null,
                step.Limit?.Text,
                Remarks(step.Remarks),
            }.Where(text => !string.IsNullOrEmpty(text))));
            yield return ($"Prompt of step {step.Name}", step.Prompt ?? "");
        }

        static string Join(params string?[] texts) => string.Join("\n", texts.OfType<string>());

        static string Lists(IReadOnlyList<ChecklistDefinition> lists) => string.Join("\n", lists.SelectMany(list => list.Items));

        static string Remarks(Remarks remarks) => string.Join("\n",
        [
            .. remarks.Notes,
            .. remarks.EdgeCases.Select(rare => $"{rare.Case}: {rare.Handling}"),
            .. remarks.Examples.Select(example => $"{example.Title}: {example.Text ?? example.File}"),
            .. remarks.Templates.Select(template => $"{template.Title}: {template.Text}"),
        ]);
    }
}
