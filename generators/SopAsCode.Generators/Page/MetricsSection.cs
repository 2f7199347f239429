using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>Says how the team knows that the SOP works.</summary>
internal static class MetricsSection
{
    public static void Write(PageWriter page, SopModel sop)
    {
        if (sop.Metrics.Count == 0)
        {
            return;
        }

        page.Block("## Metrics").Table(
            ["Metric", "Before", "Target"],
            sop.Metrics.Select(metric => new[]
            {
                MarkdownText.Inline(metric.Name),
                Value(metric.Baseline, metric.Unit),
                Value(metric.Target, metric.Unit),
            }));
    }

    private static string Value(double value, string? unit) => double.IsNaN(value)
        ? "not stated"
        : PageWords.Number(value) + (unit is null ? "" : unit == "%" ? " %" : $" {MarkdownText.Inline(unit)}");
}
