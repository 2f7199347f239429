using System.Globalization;
using System.Text;
using SopAsCode.Model;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Draws the flow as a Mermaid chart; shape and colour show who does a step.</summary>
internal static class Flowchart
{
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

        Line(chart, "classDef person fill:#e3f1e3,stroke:#3b7a3b,color:#14210f");
        Line(chart, "classDef checkpoint fill:#fff2cc,stroke:#a67c00,color:#2b2100");
        Line(chart, "classDef ai fill:#ece4f7,stroke:#6b4aa0,color:#1d1130");
        Line(chart, "classDef automation fill:#e1ecf8,stroke:#33689e,color:#0c1e30");
        Line(chart, "classDef outside fill:#e9edf0,stroke:#5c6b76,color:#1a2126");
        Line(chart, "classDef fixed fill:#f2f2f2,stroke:#767676,color:#1c1c1c");
        return chart.ToString().TrimEnd('\n');
    }

    /// <summary>The label of an edge; empty on the only edge forward.</summary>
    public static string? Label(FlowGraph graph, FlowEdge edge)
    {
        var due = graph.StepOf(edge.From)?.Due;
        return edge.Trigger switch
        {
            SopTrigger.Approve => Join("approved", edge.Label),
            SopTrigger.Reject => Join("rejected", edge.Label),
            SopTrigger.TimeOut => due is { TotalMinutes: > 0 } ? $"no answer in {PageWords.Working(graph.Sop, due)}" : "no answer in time",
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

            foreach (var c in MarkdownText.OneLine(line))
            {
                var isPlain = char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '.' or ',' or ':' or '-' or '\'' or '/' or '(' or ')' or '?' or '+' or '=';
                escaped.Append(isPlain ? c.ToString() : $"#{((int)c).ToString(CultureInfo.InvariantCulture)};");
            }
        }

        return escaped.Append('"').ToString();
    }

    private static void Line(StringBuilder chart, string line) => chart.Append("    ").Append(line).Append('\n');
}
