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

    /// <summary>SOP0203.</summary>
    public static readonly DiagnosticDescriptor Grant = new(
        "SOP0203", "A write that can hurt is granted", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0203"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [UnapprovedWrite, Grant];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. GrantRule.Check(sop)];
}
