using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0702: the metrics show how fast or how much, but none shows how good the work is.</summary>
internal sealed class QualityMetricRule() : SopRule(
    Id,
    "SOP without a metric of how good the work is",
    "metrics that do not tell how good the work is",
    new(Starter: Info, Recommended: Warning, Strict: Warning),
    new RuleFix(FixNames.AddMetric, "add one, without numbers"))
{
    public const string Id = "SOP0702";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var metrics = sop.Sop.Metrics;
        if (metrics.Count == 0 || metrics.Any(metric => Measures.IsAboutQuality(metric.Measure)))
        {
            yield break;
        }

        // The metric that the policy asks for may also show how good the work is, and a missing metric is reported only once.
        var asked = Asked(sop).ToList();
        if (asked.Count > 0 && sop.GivesWay(Id, RequiredMetricRule.Id))
        {
            yield break;
        }

        var wanted = asked.Count > 0 ? $"one for {MessageText.Or(asked.ConvertAll(Measures.Words))}, as policy '{sop.Policy!.Name}' asks" : "a metric for rework, errors or the outcome";
        var names = MessageText.And([.. metrics.Select(metric => $"'{metric.Name}'").Distinct(StringComparer.Ordinal)]);
        yield return new(
            Id,
            metrics[0].Place.At("measure"),
            $"SOP '{sop.Sop.Class.Name}' measures only {names}, in which bad work does not show: add {wanted}")
        {
            Fix = Measures.Add(asked.Count > 0 ? asked : [Measures.QualityOf(sop.Sop)]),
        };
    }

    /// <summary>Whether this rule, at a lower severity, would report a missing metric again that the policy asks for.</summary>
    public static bool SaysFor(RuleContext sop, Measure measure) =>
        Measures.IsAboutQuality(measure) && sop.Ask(Rules.Of(Id)).Any() && sop.GivesWay(RequiredMetricRule.Id, Id);

    private static IEnumerable<Measure> Asked(RuleContext sop) => Measures.Required(sop).Where(Measures.IsAboutQuality);
}
