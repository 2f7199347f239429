using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 10: what things are called.</summary>
internal static class NamingRules
{
    private const string Category = "Naming";

    /// <summary>SOP1001.</summary>
    public static readonly DiagnosticDescriptor Title = new(
        "SOP1001", "An SOP has its place: a title that fits, and a value stream", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP1001"));

    /// <summary>SOP1002.</summary>
    public static readonly DiagnosticDescriptor ToolName = new(
        "SOP1002", "An SOP is named after its work", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP1002"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Title, ToolName];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. TitleRule.Check(sop), .. ToolNameRule.Check(sop)];
}
