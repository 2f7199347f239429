using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0703: a metric has no baseline or target, has no unit, or has a target that is worse than the baseline.</summary>
internal sealed class IncompleteMetricRule() : SopRule(
    Id,
    "Metric that is incomplete, or that no run can measure",
    "a metric without baseline, target or unit, whose target is worse than its baseline, or with an `Until` that measures nothing",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.CompleteMetric, "write the unit"))
{
    public const string Id = "SOP0703";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var metric in sop.Sop.Metrics)
        {
            List<string> missing = [];
            Add(double.IsNaN(metric.Baseline), "Baseline");
            Add(double.IsNaN(metric.Target), "Target");
            Add(PlaceholderText.Is(metric.Unit), "Unit");
            if (missing.Count > 0)
            {
                yield return new(
                    Id,
                    missing.Count == 1 && missing[0] == "Unit" && metric.Unit is not null ? metric.Place.At("Unit") : metric.Place,
                    $"Metric '{metric.Name}' of SOP '{sop.Sop.Class.Name}' states no {MessageText.Or([.. missing.Select(word => word.ToLowerInvariant())])}: "
                    + $"add {MessageText.And(missing)}, without which nobody can say what the SOP brought")
                {
                    Fix = Known(metric, missing) is { } arguments ? new(FixNames.CompleteMetric, arguments) : null,
                };
            }

            if (IsLowerBetter(metric.Measure) is { } lower && (lower ? metric.Target > metric.Baseline : metric.Target < metric.Baseline))
            {
                yield return new(
                    Id,
                    metric.Place.At("Target"),
                    $"The target of metric '{metric.Name}' of SOP '{sop.Sop.Class.Name}' is worse than its baseline, {Text(metric.Target)} against {Text(metric.Baseline)}: "
                    + $"{Measures.Words(metric.Measure)} is better the {(lower ? "lower" : "higher")} it is, so correct the numbers, or count something else as Measure.Outcome");
            }

            if (metric.Until is { } until && Uncounted(sop, metric, until) is { } problem)
            {
                yield return new(Id, until.Place, $"Metric '{metric.Name}' of SOP '{sop.Sop.Class.Name}' counts until '{MessageText.Text(until.Name)}', {problem}");
            }

            void Add(bool isMissing, string word)
            {
                if (isMissing)
                {
                    missing.Add(word);
                }
            }
        }
    }

    // That it names no step at all is SOP0003.
    private static string? Uncounted(RuleContext sop, MetricModel metric, StepReference until) =>
        metric.Measure != Measure.CycleTime ? "and only a cycle time ends at a step: remove Until"
        : sop.Graph.StateOf(until.Name) is { } state && state < sop.Graph.Fallback && !sop.Graph.IsReached(state) ? "to which no run comes: name a step that is done"
        : null;

    // For an outcome either direction can be better; if a number is missing (NaN), the comparison is false.
    private static bool? IsLowerBetter(Measure measure) => measure switch
    {
        Measure.CycleTime or Measure.ReworkRate or Measure.ErrorRate or Measure.Escalations or Measure.CostPerRun => true,
        Measure.TimeSaved or Measure.CompletionRate or Measure.Throughput or Measure.Adoption => false,
        _ => null,
    };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    // The unit follows from what is measured. A number is for a person to say.
    private static string? Known(MetricModel metric, List<string> missing) =>
        missing.Contains("Unit") && Measures.UnitOf(metric.Measure) is { } unit ? $"Unit=\"{unit}\"" : null;
}
