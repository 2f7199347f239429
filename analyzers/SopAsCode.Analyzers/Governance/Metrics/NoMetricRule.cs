using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0701: no metric shows whether the SOP works.</summary>
internal sealed class NoMetricRule() : SopRule(
    Id,
    "SOP without a metric",
    "an SOP without a metric",
    new(Starter: Warning, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddMetric, "add two, without numbers"))
{
    public const string Id = "SOP0701";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Sop.Metrics.Count == 0)
        {
            IEnumerable<Measure> wanted = [Measure.CycleTime, .. Measures.Required(sop)];
            wanted = wanted.Any(Measures.IsAboutQuality) ? wanted : wanted.Concat([Measures.QualityOf(sop.Sop)]);
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Sop.Class.Name}' has no metric, so nobody can say whether it works: add [Metric(…)] with Baseline, Target and Unit, one for speed and one for quality")
            {
                Fix = Measures.Add(wanted.Distinct()),
            };
        }
    }
}
