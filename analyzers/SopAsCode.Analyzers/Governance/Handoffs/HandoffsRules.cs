using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 09: how work moves on to other SOPs and tools.</summary>
internal static class HandoffsRules
{
    private const string Category = "Handoffs";

    /// <summary>SOP0901.</summary>
    public static readonly DiagnosticDescriptor IdleTarget = new(
        "SOP0901", "Work goes to SOPs that are in use", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0901"));

    /// <summary>SOP0902.</summary>
    public static readonly DiagnosticDescriptor MissingInput = new(
        "SOP0902", "What is handed over exists", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0902"));

    /// <summary>SOP0903.</summary>
    public static readonly DiagnosticDescriptor UnattendedCycle = new(
        "SOP0903", "A cycle of hand-offs has a person or a wait in it", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0903"));

    /// <summary>SOP0904.</summary>
    public static readonly DiagnosticDescriptor UnreviewedHandoff = new(
        "SOP0904", "A person reviews what an AI made before an SOP gets it that writes it", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0904"));

    /// <summary>SOP0905.</summary>
    public static readonly DiagnosticDescriptor ToolLink = new(
        "SOP0905", "A tool has a link", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0905"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [IdleTarget, MissingInput, UnattendedCycle, UnreviewedHandoff, ToolLink];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => sop.Sop.Steps.Any(step => step.Handoff is not null)
        ? [.. IdleTargetRule.Check(sop), .. MissingInputRule.Check(sop), .. UnattendedCycleRule.Check(sop), .. UnreviewedHandoffRule.Check(sop)]
        : [];
}
