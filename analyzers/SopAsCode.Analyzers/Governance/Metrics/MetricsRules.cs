using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 07: how the team knows that it works, and looks again.</summary>
internal static class MetricsRules
{
    private const string Category = "Metrics";

    /// <summary>SOP0701.</summary>
    public static readonly DiagnosticDescriptor NoMetric = new(
        "SOP0701", "An SOP has a metric", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0701"));

    /// <summary>SOP0702.</summary>
    public static readonly DiagnosticDescriptor QualityMetric = new(
        "SOP0702", "A metric tells how good the work is", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0702"));

    /// <summary>SOP0703.</summary>
    public static readonly DiagnosticDescriptor IncompleteMetric = new(
        "SOP0703", "A metric has baseline, target and unit", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0703"));

    /// <summary>SOP0704.</summary>
    public static readonly DiagnosticDescriptor RequiredMetric = new(
        "SOP0704", "An SOP has the metrics that the policy asks for", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0704"));

    /// <summary>SOP0705.</summary>
    public static readonly DiagnosticDescriptor Review = new(
        "SOP0705", "An SOP is reviewed often enough", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0705"));

    /// <summary>SOP0706.</summary>
    public static readonly DiagnosticDescriptor OverdueReview = new(
        "SOP0706", "A review happens when it is due", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0706"));

    /// <summary>SOP0707.</summary>
    public static readonly DiagnosticDescriptor Pilot = new(
        "SOP0707", "A pilot is decided on", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0707"));

    /// <summary>SOP0708.</summary>
    public static readonly DiagnosticDescriptor SpotCheck = new(
        "SOP0708", "Somebody looks at samples of what happens inside a limit", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0708"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [NoMetric, QualityMetric, IncompleteMetric, RequiredMetric, Review, OverdueReview, Pilot, SpotCheck];

    /// <summary>What they say about an SOP. Nobody measures or reviews what is retired.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => sop.IsActive ? [.. OfClass(sop), .. SpotCheckRule.Check(sop)] : [];

    private static IEnumerable<Finding> OfClass(SopCase sop) => sop.IsUnfinished
        ? []
        :
        [
            .. NoMetricRule.Check(sop), .. QualityMetricRule.Check(sop), .. IncompleteMetricRule.Check(sop), .. RequiredMetricRule.Check(sop),
            .. ReviewRule.Check(sop), .. OverdueReviewRule.Check(sop), .. PilotRule.Check(sop),
        ];
}
