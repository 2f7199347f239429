using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 11: exceptions, and the policy itself.</summary>
internal static class WaiversRules
{
    private const string Category = "Waivers";

    /// <summary>SOP1100.</summary>
    public static readonly DiagnosticDescriptor Waived = new(
        "SOP1100", "A finding is waived", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP1100"));

    /// <summary>SOP1101.</summary>
    public static readonly DiagnosticDescriptor Incomplete = new(
        "SOP1101", "A waiver says which rule, why, who allows it and until when", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP1101"));

    /// <summary>SOP1102.</summary>
    public static readonly DiagnosticDescriptor Ended = new(
        "SOP1102", "A waiver is not over, and not longer than the policy allows", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP1102"));

    /// <summary>SOP1103.</summary>
    public static readonly DiagnosticDescriptor Unneeded = new(
        "SOP1103", "A waiver is needed", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP1103"));

    /// <summary>SOP1104. A line in a config file must not be able to do what a waiver may not.</summary>
    public static readonly DiagnosticDescriptor Forbidden = new(
        "SOP1104", "What may never be waived is not waived", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP1104"),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    /// <summary>SOP1105.</summary>
    public static readonly DiagnosticDescriptor Policy = new(
        "SOP1105", "The policy says one thing", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP1105"));

    /// <summary>SOP1106.</summary>
    public static readonly DiagnosticDescriptor Suppression = new(
        "SOP1106", "An exception is a waiver", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP1106"),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Waived, Incomplete, Ended, Unneeded, Forbidden, Policy, Suppression];

    /// <summary>What they say about an SOP. What is waived, and what nothing needs, shows when all rules have spoken: see <see cref="WaivedFindings"/>.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) =>
    [
        .. WaiverApproverRule.Check(sop),
        .. IncompleteWaiverRule.Check(sop),
        .. EndedWaiverRule.Check(sop),
        .. ForbiddenWaiverRule.Check(sop),
    ];
}
