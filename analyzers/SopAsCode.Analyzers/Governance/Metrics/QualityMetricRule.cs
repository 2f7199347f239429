using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0702: the metrics tell how fast or how much, and none how good.</summary>
internal static class QualityMetricRule
{
    public const string Id = "SOP0702";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        var metrics = sop.Sop.Metrics;
        if (metrics.Count == 0 || metrics.Any(metric => Measures.IsAboutQuality(metric.Measure)))
        {
            yield break;
        }

        var names = Quote.Or([.. metrics.Select(metric => $"'{metric.Name}'").Distinct(StringComparer.Ordinal)]);
        yield return new(
            Id,
            metrics[0].Site.At("measure"),
            $"SOP '{sop.Sop.Class.Name}' measures how fast, how much or at what cost, but not how good: bad work would not show in {names}; add a metric for rework, errors or the outcome")
        {
            Fix = Measures.Add([Measures.QualityOf(sop.Sop)]),
        };
    }
}
