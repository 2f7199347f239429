using System.Globalization;
using System.Text;
using SopAsCode.Model;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Draws the flow as a Mermaid chart; shape and colour show who does a step.</summary>
internal static class Flowchart
{
    // How each colour looks, and what it means.
    private static readonly (string Name, string Look, string Meaning)[] Styles =
    [
        ("person", "fill:#e3f1e3,stroke:#3b7a3b,color:#14210f", "green is a person"),
        ("checkpoint", "fill:#fff2cc,stroke:#a67c00,color:#2b2100", "yellow a checkpoint"),
        ("ai", "fill:#ece4f7,stroke:#6b4aa0,color:#1d1130", "violet an AI"),
        ("automation", "fill:#e1ecf8,stroke:#33689e,color:#0c1e30", "blue an automation"),
        ("outside", "fill:#e9edf0,stroke:#5c6b76,color:#1a2126", "grey the outside"),
        ("fixed", "fill:#f2f2f2,stroke:#767676,color:#1c1c1c", ""),
    ];

    /// <summary>Draws the chart.</summary>
    public static string Draw(FlowGraph graph)
    {
        var drawn = graph.Edges.Where(edge => edge.IsStated).ToList();
        var chart = new StringBuilder("flowchart TD\n");
        var starts = graph.Sop.Triggers.ToLookup(trigger => trigger.Start is { } start && graph.StateOf(start.Name) is { } state && state < graph.Fallback ? state : 0, trigger => trigger.When);
        foreach (var entry in graph.Entries.DefaultIfEmpty(0))
        {
            Line(chart, $"start{(entry == 0 ? "" : (entry + 1).ToString(CultureInfo.InvariantCulture))}([{Text(starts[entry].Any() ? string.Join(" / ", starts[entry]) : "Start")}]):::fixed --> s{(entry + 1).ToString(CultureInfo.InvariantCulture)}");
        }

        for (var state = 0; state < graph.StateCount; state++)
        {
            if (state < graph.Fallback || drawn.Exists(edge => edge.To == state))
            {
                Line(chart, Node(graph, state));
            }
        }

        foreach (var edge in drawn)
        {
            var label = Label(graph, edge);
            Line(chart, $"{Id(graph, edge.From)} {(label is null ? "-->" : $"-->|{Text(label)}|")} {Id(graph, edge.To)}");
        }

        foreach (var (style, look, _) in Styles.Where(style => style.Name == "fixed" || IsDrawn(graph, style.Name)))
        {
            Line(chart, $"classDef {style} {look}");
        }

        return chart.ToString().TrimEnd('\n');
    }

    /// <summary>What the colours of the chart mean: those that occur in it.</summary>
    public static string Legend(FlowGraph graph) => string.Join(", ", Styles.Where(style => style.Meaning.Length > 0 && IsDrawn(graph, style.Name)).Select(style => style.Meaning));

    private static bool IsDrawn(FlowGraph graph, string style) => graph.Sop.Steps.Any(step => step.Traits.Shape.Style == style);

    /// <summary>The label of an edge; empty on the only edge forward.</summary>
    public static string? Label(FlowGraph graph, FlowEdge edge)
    {
        var due = graph.StepOf(edge.From)?.Due;
        return edge.Trigger switch
        {
            SopTrigger.Approve => Join("approved", edge.Label),
            SopTrigger.Reject => Join("rejected", edge.Label),
            SopTrigger.TimeOut => $"{PageWords.Late(graph.StepOf(edge.From)!)} in {(due is { TotalMinutes: > 0 } ? PageWords.Working(graph.Sop, due) : "time")}",
            SopTrigger.Fail => "failed",
            _ => edge.Label,
        };
    }

    private static string? Join(string word, string? more) => more is null ? word : $"{word}: {PageWords.Inside(more)}";

    private static string Node(FlowGraph graph, int state)
    {
        if (graph.StepOf(state) is not { } step)
        {
            var words = state == graph.Fallback ? $"By hand: {graph.Sop.Owner?.Title ?? "the owner"}" : graph.NameOf(state);
            return $"{Id(graph, state)}([{Text(words)}]):::fixed";
        }

        var text = Text($"{PageWords.Numbered(graph, state)}\n{PageWords.Performer(graph.Sop, step)}");
        var shape = step.Traits.Shape;
        return $"{Id(graph, state)}{shape.Open}{text}{shape.Close}:::{shape.Style}";
    }

    private static string Id(FlowGraph graph, int state) =>
        state < graph.Fallback ? "s" + (state + 1).ToString(CultureInfo.InvariantCulture) : graph.NameOf(state).ToLowerInvariant();

    // Where the blank behind the mark of a list or a heading stands; -1 when the text starts with none.
    private static int EndOfMark(string words)
    {
        var digits = Leading(words, static c => c is >= '0' and <= '9');
        var marks = Leading(words, static c => c is '-' or '+' or '*' or '#' or '>');
        var end = digits == 0 ? marks : digits < words.Length && words[digits] is '.' or ')' ? digits + 1 : 0;
        return end > 0 && end < words.Length && words[end] == ' ' ? end : -1;
    }

    private static int Leading(string words, Func<char, bool> counts)
    {
        var end = 0;
        while (end < words.Length && counts(words[end]))
        {
            end++;
        }

        return end;
    }

    // Everything except plain letters, digits and harmless marks is written as a character code, so that no text can end a
    // label, start a directive or become HTML.
    private static string Text(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var line in text.Split('\n'))
        {
            if (escaped.Length > 1)
            {
                escaped.Append("<br/>");
            }

            // Some versions of Mermaid read the label as Markdown, and show "1. Do it" as a list that they don't support.
            var words = MarkdownText.OneLine(line);
            if (EndOfMark(words) is >= 0 and var end)
            {
                words = words.Remove(end, 1).Insert(end, "\u00A0");
            }

            for (var i = 0; i < words.Length; i++)
            {
                var c = words[i];
                var isPlain = char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '.' or ',' or ':' or '-' or '\'' or '/' or '(' or ')' or '?' or '+' or '=';
                if (isPlain)
                {
                    escaped.Append(c);
                }
                else
                {
                    escaped.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
                }

                if (c is '@' or 'w' or ':' or ']' && LooksLikeLink(words, i))
                {
                    // Nor do they support links, so nothing may look like one: this joiner is not visible.
                    escaped.Append("#8288;");
                }
            }
        }

        return escaped.Append('"').ToString();
    }

    private static bool LooksLikeLink(string words, int at) =>
        words[at] == '@' || StartsAt(words, at, "www.") || StartsAt(words, at, "://") || StartsAt(words, at, "](");

    private static bool StartsAt(string words, int at, string mark) => string.CompareOrdinal(words, at, mark, 0, mark.Length) == 0;

    private static void Line(StringBuilder chart, string line) => chart.Append("    ").Append(line).Append('\n');
}
