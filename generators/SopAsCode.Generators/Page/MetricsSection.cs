using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Says how the team knows that the SOP works.</summary>
internal static class MetricsSection
{
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        if (sop.Metrics.Count == 0)
        {
            return;
        }

        page.Block("## Metrics").Table(
            ["Metric", "Before", "Target"],
            sop.Metrics.Select(metric => new[]
            {
                MarkdownText.Inline(metric.Name) + Until(graph, metric),
                Value(metric.Baseline, metric.Unit),
                Value(metric.Target, metric.Unit),
            }));
    }

    private static string Until(FlowGraph graph, MetricModel metric) =>
        metric.Until is { } until && graph.StateOf(until.Name) is { } state && graph.StepOf(state) is { } step ? $", until _{MarkdownText.Inline(step.Title)}_ is done" : "";

    private static string Value(double value, string? unit) => double.IsNaN(value)
        ? "not stated"
        : PageWords.Number(value) + (unit is null ? "" : unit == "%" ? " %" : $" {MarkdownText.Inline(unit)}");
}
