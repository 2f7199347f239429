using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 04: where the work goes.</summary>
internal static class FlowRules
{
    private const string Category = "Flow";

    /// <summary>SOP0401.</summary>
    public static readonly DiagnosticDescriptor UnreachableStep = new(
        "SOP0401", "A run comes to each step", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0401"));

    /// <summary>SOP0402.</summary>
    public static readonly DiagnosticDescriptor NoEnd = new(
        "SOP0402", "Each step leads to an end", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0402"));

    /// <summary>SOP0403.</summary>
    public static readonly DiagnosticDescriptor Loop = new(
        "SOP0403", "A loop is bounded, or a person or a wait is in it", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0403"));

    /// <summary>SOP0404.</summary>
    public static readonly DiagnosticDescriptor Otherwise = new(
        "SOP0404", "The last way on, and only the last, has no condition", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0404"));

    /// <summary>SOP0406.</summary>
    public static readonly DiagnosticDescriptor Fallback = new(
        "SOP0406", "The work can be done by hand", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0406"));

    /// <summary>SOP0407.</summary>
    public static readonly DiagnosticDescriptor WaitingTime = new(
        "SOP0407", "The times given fit the cycle-time target", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0407"));

    /// <summary>SOP0408.</summary>
    public static readonly DiagnosticDescriptor FallThrough = new(
        "SOP0408", "Work that went well does not slide into an exception", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0408"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [UnreachableStep, NoEnd, Loop, Otherwise, Fallback, WaitingTime, FallThrough];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. OtherwiseRule.Check(sop), .. FallbackRule.Check(sop), .. OfWays(sop)];

    // While a step is being typed, nobody knows yet where it goes.
    private static IEnumerable<Finding> OfWays(SopCase sop)
    {
        if (sop.Sop.Steps.Count == 0 || sop.Sop.Unfinished.Count > 0 || !sop.Sop.Steps.All(sop.IsFinished))
        {
            return [];
        }

        return
        [
            .. UnreachableStepRule.Check(sop), .. NoEndRule.Check(sop), .. LoopRule.Check(sop), .. WaitingTimeRule.Check(sop),
            .. FallThroughRule.Check(sop),
        ];
    }
}
