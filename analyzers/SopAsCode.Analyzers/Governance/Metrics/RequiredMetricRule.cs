using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0704: the SOP lacks a metric that the policy asks of every SOP.</summary>
internal sealed class RequiredMetricRule() : SopRule(
    Id,
    "SOP without a metric that the policy asks for",
    "a metric missing that the policy asks for",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.AddMetric, "add it, without numbers"))
{
    public const string Id = "SOP0704";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        // An SOP without any metric gets only one finding.
        if (sop.Sop.Metrics.Count == 0 && sop.GivesWay(Id, NoMetricRule.Id))
        {
            yield break;
        }

        foreach (var measure in Measures.Required(sop).Where(measure => !QualityMetricRule.SaysFor(sop, measure)))
        {
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"SOP '{sop.Sop.Class.Name}' has no metric for {Measures.Words(measure)}, which policy '{sop.Policy!.Name}' asks of every SOP: add [Metric(Measure.{measure}, …)]")
            {
                Fix = Measures.Add([measure]),
            };
        }
    }
}
