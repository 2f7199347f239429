using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 01: who answers for an SOP.</summary>
internal static class OwnershipRules
{
    private const string Category = "Ownership";

    /// <summary>SOP0101.</summary>
    public static readonly DiagnosticDescriptor Owner = new(
        "SOP0101", "An SOP has an owner", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0101"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Owner];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. OwnerRule.Check(sop)];
}
