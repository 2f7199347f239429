using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 03: where a person must look.</summary>
internal static class OversightRules
{
    private const string Category = "Oversight";

    /// <summary>SOP0301.</summary>
    public static readonly DiagnosticDescriptor UnreviewedAi = new(
        "SOP0301", "A person reviews what an AI made before it is written where it can hurt", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0301"));

    /// <summary>SOP0302.</summary>
    public static readonly DiagnosticDescriptor UnreviewedValue = new(
        "SOP0302", "A person looks at what an AI made before it is passed on", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0302"));

    /// <summary>SOP0303.</summary>
    public static readonly DiagnosticDescriptor Approver = new(
        "SOP0303", "The role that the policy names approves", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0303"));

    /// <summary>SOP0304.</summary>
    public static readonly DiagnosticDescriptor Checklist = new(
        "SOP0304", "A checkpoint over what an AI made has a checklist", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0304"));

    /// <summary>SOP0305.</summary>
    public static readonly DiagnosticDescriptor OwnWork = new(
        "SOP0305", "Nobody approves their own work", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0305"));

    /// <summary>SOP0306.</summary>
    public static readonly DiagnosticDescriptor GrantApprover = new(
        "SOP0306", "A person grants", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0306"));

    /// <summary>SOP0307.</summary>
    public static readonly DiagnosticDescriptor ApprovalShare = new(
        "SOP0307", "Approvals are spread over several roles", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0307"));

    /// <summary>SOP0310.</summary>
    public static readonly DiagnosticDescriptor Due = new(
        "SOP0310", "What is waited for is due some time", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0310"));

    /// <summary>SOP0311.</summary>
    public static readonly DiagnosticDescriptor Timeout = new(
        "SOP0311", "Silence is no approval", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0311"));

    /// <summary>SOP0312.</summary>
    public static readonly DiagnosticDescriptor SameWay = new(
        "SOP0312", "A reject leads elsewhere than an approval", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0312"));

    /// <summary>SOP0313.</summary>
    public static readonly DiagnosticDescriptor Exceptions = new(
        "SOP0313", "A person takes over where an AI can't go on", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0313"));

    /// <summary>SOP0314.</summary>
    public static readonly DiagnosticDescriptor ReplacedValue = new(
        "SOP0314", "What is written is what was approved", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0314"));

    /// <summary>SOP0315.</summary>
    public static readonly DiagnosticDescriptor AskedBefore = new(
        "SOP0315", "A question is asked again about what a checkpoint may change", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0315"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [UnreviewedAi, UnreviewedValue, Approver, Checklist, OwnWork, GrantApprover, ApprovalShare, Due, Timeout, SameWay, Exceptions, ReplacedValue, AskedBefore];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) =>
    [
        .. WriteRules.Check(sop),
        .. UnreviewedValueRule.Check(sop),
        .. ApproverRule.Check(sop),
        .. ChecklistRule.Check(sop),
        .. OwnWorkRule.Check(sop),
        .. DueRule.Check(sop),
        .. TimeoutRule.Check(sop),
        .. SameWayRule.Check(sop),
        .. ExceptionsRule.Check(sop),
        .. AskedBeforeRule.Check(sop),
    ];
}
