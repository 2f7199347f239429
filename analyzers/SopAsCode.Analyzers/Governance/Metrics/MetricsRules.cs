using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 07: how the team knows that it works, and looks again.</summary>
internal static class MetricsRules
{
    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [];
}
