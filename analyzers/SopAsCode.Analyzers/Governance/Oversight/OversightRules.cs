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

    /// <summary>SOP0306.</summary>
    public static readonly DiagnosticDescriptor GrantApprover = new(
        "SOP0306", "A person grants", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0306"));

    /// <summary>SOP0314.</summary>
    public static readonly DiagnosticDescriptor ReplacedValue = new(
        "SOP0314", "What is written is what was approved", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0314"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [UnreviewedAi, GrantApprover, ReplacedValue];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. WriteRules.Check(sop)];
}
