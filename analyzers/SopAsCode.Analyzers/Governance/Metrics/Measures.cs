using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>What rules know about measures.</summary>
internal static class Measures
{
    /// <summary>Whether a measure shows how good the work is; the others show how fast it is, how much is done, or what it costs.</summary>
    public static bool IsAboutQuality(Measure measure) =>
        measure is Measure.ReworkRate or Measure.ErrorRate or Measure.CompletionRate or Measure.Escalations or Measure.Outcome;

    /// <summary>A measure that shows how good the work of an SOP is: the rework rate if the SOP has checkpoints.</summary>
    public static Measure QualityOf(SopModel sop) =>
        sop.Steps.Any(step => step.Kind == StepKind.Checkpoint) ? Measure.ReworkRate : Measure.ErrorRate;

    /// <summary>The unit that always fits a measure; null when it depends on what is counted.</summary>
    public static string? UnitOf(Measure measure) => measure switch
    {
        Measure.TimeSaved or Measure.CycleTime => "minutes",
        Measure.CompletionRate or Measure.ReworkRate or Measure.ErrorRate or Measure.Adoption => "%",
        Measure.Escalations => "a month",
        Measure.Throughput => "runs a month",
        _ => null,
    };

    /// <summary>The measures that a policy asks for and an SOP does not have.</summary>
    public static IEnumerable<Measure> Required(RuleContext sop) => (sop.Policy?.Metrics ?? [])
        .Select(required => required.Measure)
        .Where(measure => Enum.IsDefined(typeof(Measure), measure) && sop.Sop.Metrics.All(metric => metric.Measure != measure))
        .Distinct();

    /// <summary>In words: <c>rework rate</c>.</summary>
    public static string Words(Measure measure) => Naming.Phrase(measure.ToString()).ToLowerInvariant();

    /// <summary>What a fix adds: measures, each with its unit.</summary>
    public static Fix Add(IEnumerable<Measure> measures) => new(FixNames.AddMetric, string.Join(";", measures.Select(measure => $"{measure}={UnitOf(measure)}")));
}
