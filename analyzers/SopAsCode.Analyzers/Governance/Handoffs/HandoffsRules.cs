using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 09: how work moves on to other SOPs and tools.</summary>
internal static class HandoffsRules
{
    private const string Category = "Handoffs";

    /// <summary>SOP0905.</summary>
    public static readonly DiagnosticDescriptor ToolLink = new(
        "SOP0905", "A tool has a link", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0905"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [ToolLink];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [];
}
