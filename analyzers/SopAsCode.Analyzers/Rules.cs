using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>Every rule, in one table. What a rule finds, and the words for it, are the finding's.</summary>
public static class Rules
{
    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        .. ShapeRules.All,
        .. OwnershipRules.All,
        .. PermissionsRules.All,
        .. OversightRules.All,
        .. FlowRules.All,
        .. DataRules.All,
        .. PromptsRules.All,
        .. MetricsRules.All,
        .. DocumentationRules.All,
        .. HandoffsRules.All,
        .. NamingRules.All,
        .. WaiversRules.All,
    ];

    /// <summary>Whether there is a rule with an id.</summary>
    /// <param name="id">The id, as somebody wrote it.</param>
    /// <returns>True when there is.</returns>
    public static bool Has(string id) => ById.ContainsKey(id);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with an id.</summary>
    /// <param name="id">The id that a finding names.</param>
    /// <returns>The rule.</returns>
    public static DiagnosticDescriptor Of(string id) => ById[id];

    /// <summary>The rule with an id, where nobody knows whether there is one.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The rule; null when there is none.</returns>
    public static DiagnosticDescriptor? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;
}
