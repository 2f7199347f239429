using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 06: what an AI is asked.</summary>
internal static class PromptsRules
{
    private const string Category = "Prompts";

    /// <summary>SOP0601.</summary>
    public static readonly DiagnosticDescriptor PromptThere = new(
        "SOP0601", "An AI step has a prompt", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0601"));

    /// <summary>SOP0602.</summary>
    public static readonly DiagnosticDescriptor Placeholder = new(
        "SOP0602", "Prompt and parameters fit together", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0602"));

    /// <summary>SOP0603.</summary>
    public static readonly DiagnosticDescriptor Secret = new(
        "SOP0603", "No text holds a secret", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0603"));

    /// <summary>SOP0604.</summary>
    public static readonly DiagnosticDescriptor Model = new(
        "SOP0604", "An agent names an exact model", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0604"));

    /// <summary>SOP0605.</summary>
    public static readonly DiagnosticDescriptor Answer = new(
        "SOP0605", "An AI step returns its answer", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0605"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [PromptThere, Placeholder, Secret, Model, Answer];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) =>
    [
        .. PromptRule.Check(sop),
        .. PlaceholderRule.Check(sop),
        .. SecretRule.Check(sop),
        .. AnswerRule.Check(sop),
    ];
}
