using SopAsCode.Definitions;

namespace SopAsCode.Figures;

/// <summary>Finds the value of a declared metric, and says what it means beside baseline and target.</summary>
internal static class MetricJudge
{
    // February is a month too.
    private const double NearlyWhole = 0.9;

    /// <summary>The metric with what is known about it.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="card">The figures of the period, without metrics.</param>
    /// <param name="cycle">The times of the runs, up to where the metric counts.</param>
    /// <param name="cost">What the runs that ended used, over their whole time.</param>
    /// <param name="recorded">The values that were recorded for it.</param>
    public static MetricResult Judge(MetricDefinition metric, Scorecard card, Spread cycle, AiUse cost, IReadOnlyList<double> recorded)
    {
        var found = recorded.Count > 0 ? new Found(recorded.Average(), recorded.Count, "recorded values") { IsRecorded = true } : OfRuns(metric, card, cycle, cost);
        var (verdict, note) = Compare(metric, found);
        return new()
        {
            Measure = metric.Measure,
            Name = metric.Name,
            Unit = metric.Unit,
            Until = metric.Until,
            Baseline = metric.Baseline,
            Target = metric.Target,
            Value = found.Value,
            Count = found.Count,
            Counted = found.Counted,
            Source = found.Value is null ? MetricSource.None : found.IsRecorded ? MetricSource.Recorded : MetricSource.Runs,
            Verdict = verdict,
            Note = note,
        };
    }

    // Where the unit is not one that the record can give, there is no value: a number in another unit beside baseline and target would mislead.
    private static Found OfRuns(MetricDefinition metric, Scorecard card, Spread cycle, AiUse cost) => metric.Measure switch
    {
        Measure.CycleTime => cycle.P50 is not { } seconds ? Found.Nothing(metric.Until is { } until ? $"no run did '{until}'" : "no run was completed", "runs")
            : Units.SecondsOf(metric.Unit) is { } unit ? new(seconds / unit, cycle.Count, "runs")
            : Found.Nothing($"the record counts calendar time, and can't give it in {UnitText(metric)}", "runs"),
        Measure.ReworkRate => Percent(metric, card.SentBack, "answers", "nobody answered at a checkpoint"),
        _ when HasOwnName(metric) || metric.Measure is Measure.TimeSaved or Measure.Adoption or Measure.Outcome => Found.Nothing("only people know it: record it with measure", "recorded values"),
        Measure.CompletionRate => Percent(metric, card.Completed, "runs", "no run ended"),
        Measure.ErrorRate => Percent(metric, new() { Part = card.SamplesRight.Whole - card.SamplesRight.Part, Whole = card.SamplesRight.Whole }, "samples", "nobody looked at a sample"),
        Measure.Escalations when Units.IsPercent(metric.Unit) => Percent(metric, new() { Part = card.EndedEscalated, Whole = card.Ended }, "runs", "no run ended"),
        Measure.Escalations => Rate(metric, card.EndedEscalated, card),
        Measure.Throughput => Rate(metric, card.Completed.Part, card),
        Measure.CostPerRun => CostPerRun(metric, card, cost),
        _ => Found.Nothing("this version does not know the measure", "runs"),
    };

    private static Found Percent(MetricDefinition metric, Share share, string counted, string none) =>
        share.Percent is not { } percent ? Found.Nothing(none, counted)
        : metric.Unit is null || Units.IsPercent(metric.Unit) ? new(percent, share.Whole, counted)
        : Found.Nothing($"the record gives it in %, and not in {UnitText(metric)}", counted);

    private static Found Rate(MetricDefinition metric, int count, Scorecard card)
    {
        if (Units.RateOf(metric.Unit) is not (var name, var days))
        {
            return Found.Nothing($"the record gives it a day, week, month, quarter or year, and not in {UnitText(metric)}", "runs");
        }

        return card.Period.Days < NearlyWhole * days
            ? Found.Nothing($"{count} in {card.Period.Days} days; a {name} is longer than the period", "runs")
            : new(count * days / card.Period.Days, card.Ended, "runs");
    }

    private static Found CostPerRun(MetricDefinition metric, Scorecard card, AiUse cost) => card.Ended == 0 ? Found.Nothing("no run ended", "runs")
        : cost.WithoutCost > 0 ? Found.Nothing($"the cost of {cost.WithoutCost} of {cost.Steps} AI steps is not recorded", "runs")
        : cost.Cost is [var one] && Units.IsSameCurrency(metric.Unit, one.Currency) ? new((double)one.Amount / card.Ended, card.Ended, "runs") { Note = "the cost of AI only" }
        : cost.Cost.Count == 0 ? Found.Nothing("no AI was used, and other costs are not recorded", "runs")
        : Found.Nothing($"the record has it in {string.Join(" and ", cost.Cost.Select(money => money.Currency.Length > 0 ? money.Currency : "no currency"))}, and not in {UnitText(metric)}", "runs");

    private static (Verdict, string?) Compare(MetricDefinition metric, Found found)
    {
        if (found.Value is not { } value)
        {
            return (Verdict.NotMeasured, found.Note);
        }

        if (metric is { Baseline: null, Target: null })
        {
            return (Verdict.NothingToCompare, found.Note);
        }

        if (IsMoreBetter(metric) is not { } isMore)
        {
            return (Verdict.NotComparable, "baseline and target do not say whether more or less is better");
        }

        if (metric.Target is { } target && (isMore ? value >= target : value <= target))
        {
            return (Verdict.TargetMet, found.Note);
        }

        return metric.Baseline is { } baseline
            ? (value == baseline ? Verdict.LikeBaseline : value > baseline == isMore ? Verdict.BetterThanBaseline : Verdict.WorseThanBaseline, found.Note)
            : (Verdict.TargetNotMet, found.Note);
    }

    // What is declared counts more than what is usual.
    private static bool? IsMoreBetter(MetricDefinition metric) => metric is { Baseline: { } baseline, Target: { } target } && baseline != target ? target > baseline : metric.Measure switch
    {
        Measure.TimeSaved or Measure.CompletionRate or Measure.Throughput or Measure.Adoption => true,
        Measure.CycleTime or Measure.ReworkRate or Measure.ErrorRate or Measure.Escalations or Measure.CostPerRun => false,
        _ => null,
    };

    // A name of its own, such as "Releases that were rolled back", says more than the record knows.
    private static bool HasOwnName(MetricDefinition metric) =>
        !string.Equals(metric.Name.Replace(" ", "", StringComparison.Ordinal), metric.Measure.ToString(), StringComparison.OrdinalIgnoreCase);

    private static string UnitText(MetricDefinition metric) => metric.Unit is { Length: > 0 } unit ? $"'{unit}'" : "a metric without a unit";

    private sealed record Found(double? Value, int Count, string Counted)
    {
        public bool IsRecorded { get; init; }

        public string? Note { get; init; }

        public static Found Nothing(string why, string counted) => new(null, 0, counted) { Note = why };
    }
}
