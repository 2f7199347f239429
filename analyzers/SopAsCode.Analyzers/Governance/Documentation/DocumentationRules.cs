using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 08: what readers are told, and versions.</summary>
internal static class DocumentationRules
{
    private const string Category = "Documentation";

    /// <summary>SOP0801.</summary>
    public static readonly DiagnosticDescriptor Purpose = new(
        "SOP0801", "Readers are told what an SOP is for", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0801"));

    /// <summary>SOP0802.</summary>
    public static readonly DiagnosticDescriptor Trigger = new(
        "SOP0802", "Readers are told what starts a run", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0802"));

    /// <summary>SOP0803.</summary>
    public static readonly DiagnosticDescriptor Scope = new(
        "SOP0803", "Readers are told where an SOP ends, or what it needs", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0803"));

    /// <summary>SOP0804.</summary>
    public static readonly DiagnosticDescriptor Changes = new(
        "SOP0804", "Changes are logged, and their versions rise", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0804"));

    /// <summary>SOP0805.</summary>
    public static readonly DiagnosticDescriptor KnownLimits = new(
        "SOP0805", "Readers are told what the AI gets wrong", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0805"));

    /// <summary>SOP0806.</summary>
    public static readonly DiagnosticDescriptor StepTitles = new(
        "SOP0806", "Steps are few and short, and start with a verb", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0806"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Purpose, Trigger, Scope, Changes, KnownLimits, StepTitles];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. PurposeRule.Check(sop), .. TriggerRule.Check(sop), .. ScopeRule.Check(sop), .. ChangesRule.Check(sop), .. LockRule.Check(sop), .. KnownLimitsRule.Check(sop), .. StepTitlesRule.Check(sop)];
}
