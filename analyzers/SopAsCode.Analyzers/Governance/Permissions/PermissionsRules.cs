using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 02: what steps may touch.</summary>
internal static class PermissionsRules
{
    private const string Category = "Permissions";

    /// <summary>SOP0201.</summary>
    public static readonly DiagnosticDescriptor UnapprovedWrite = new(
        "SOP0201", "A write that can hurt is approved on every way to it", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0201"));

    /// <summary>SOP0202.</summary>
    public static readonly DiagnosticDescriptor Impact = new(
        "SOP0202", "A write says where it can hurt", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0202"));

    /// <summary>SOP0203.</summary>
    public static readonly DiagnosticDescriptor Grant = new(
        "SOP0203", "A write that can hurt is granted", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0203"));

    /// <summary>SOP0204.</summary>
    public static readonly DiagnosticDescriptor GrantUse = new(
        "SOP0204", "A grant covers what is used, and no more", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0204"));

    /// <summary>SOP0205.</summary>
    public static readonly DiagnosticDescriptor Allowed = new(
        "SOP0205", "Agents and tools are those that the policy allows", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0205"));

    /// <summary>SOP0206.</summary>
    public static readonly DiagnosticDescriptor Cap = new(
        "SOP0206", "No step does more by itself than the policy lets it", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0206"));

    /// <summary>SOP0207.</summary>
    public static readonly DiagnosticDescriptor Level = new(
        "SOP0207", "The level of an AI step is that of what it does", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0207"));

    /// <summary>SOP0208.</summary>
    public static readonly DiagnosticDescriptor Limit = new(
        "SOP0208", "Autonomy has a limit that can be checked", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0208"));

    /// <summary>SOP0209.</summary>
    public static readonly DiagnosticDescriptor Evidence = new(
        "SOP0209", "Autonomy was earned", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0209"));

    /// <summary>SOP0210.</summary>
    public static readonly DiagnosticDescriptor GrantBuilder = new(
        "SOP0210", "Whoever builds an SOP does not grant what it may do", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0210"));

    /// <summary>SOP0211.</summary>
    public static readonly DiagnosticDescriptor GrantFile = new(
        "SOP0211", "A grant stands in a file of its own", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0211"));

    /// <summary>SOP0212.</summary>
    public static readonly DiagnosticDescriptor GrantReason = new(
        "SOP0212", "A grant says since when it holds and why", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0212"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [UnapprovedWrite, Impact, Grant, GrantUse, Allowed, Cap, Level, Limit, Evidence, GrantBuilder, GrantFile, GrantReason];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. ImpactRule.Check(sop), .. GrantRule.Check(sop), .. AllowedRule.Check(sop), .. AutonomyRules.Check(sop)];
}
