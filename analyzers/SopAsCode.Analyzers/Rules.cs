using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>Every rule, in one table. What a rule finds, and the words for it, are the finding's.</summary>
public static class Rules
{
    /// <summary>SOP0001.</summary>
    public static readonly DiagnosticDescriptor ClassShape = new(
        "SOP0001", "The class can't be an SOP", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0001"));

    /// <summary>SOP0002.</summary>
    public static readonly DiagnosticDescriptor Steps = new(
        "SOP0002", "The steps of an SOP are methods of one declaration, each marked once", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0002"));

    /// <summary>SOP0003. A text where <c>nameof</c> belongs is reported as a warning: it means what it says, today.</summary>
    public static readonly DiagnosticDescriptor References = new(
        "SOP0003", "A reference names a step, an end or a condition", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0003"));

    /// <summary>SOP0004.</summary>
    public static readonly DiagnosticDescriptor Names = new(
        "SOP0004", "Two things have one name", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0004"));

    /// <summary>SOP0005.</summary>
    public static readonly DiagnosticDescriptor Texts = new(
        "SOP0005", "A date, version, number or name can't be read", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0005"));

    /// <summary>SOP0006.</summary>
    public static readonly DiagnosticDescriptor Signatures = new(
        "SOP0006", "The method can't be a step or condition", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0006"));

    /// <summary>SOP0007.</summary>
    public static readonly DiagnosticDescriptor DefiniteValues = new(
        "SOP0007", "A value is read that may not exist", "{0}", Categories.Shape, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0007"));

    /// <summary>SOP0101.</summary>
    public static readonly DiagnosticDescriptor Owner = new(
        "SOP0101", "An SOP has an owner", "{0}", Categories.Ownership, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0101"));

    /// <summary>SOP0201.</summary>
    public static readonly DiagnosticDescriptor UnapprovedWrite = new(
        "SOP0201", "A write that can hurt is approved on every way to it", "{0}", Categories.Permissions, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0201"));

    /// <summary>SOP0203.</summary>
    public static readonly DiagnosticDescriptor Grant = new(
        "SOP0203", "A write that can hurt is granted", "{0}", Categories.Permissions, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0203"));

    /// <summary>SOP0301.</summary>
    public static readonly DiagnosticDescriptor UnreviewedAi = new(
        "SOP0301", "A person reviews what an AI made before it is written where it can hurt", "{0}", Categories.Oversight, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0301"));

    /// <summary>SOP0306.</summary>
    public static readonly DiagnosticDescriptor GrantApprover = new(
        "SOP0306", "A person grants", "{0}", Categories.Oversight, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0306"));

    /// <summary>SOP0314.</summary>
    public static readonly DiagnosticDescriptor ReplacedValue = new(
        "SOP0314", "What is written is what was approved", "{0}", Categories.Oversight, DiagnosticSeverity.Error, true, helpLinkUri: HelpLink("SOP0314"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        ClassShape, Steps, References, Names, Texts, Signatures, DefiniteValues,
        Owner, UnapprovedWrite, Grant, UnreviewedAi, GrantApprover, ReplacedValue,
    ];

    /// <summary>The page of a rule.</summary>
    /// <param name="id">The rule.</param>
    /// <returns>Its address.</returns>
    public static string HelpLink(string id) => $"https://github.com/sopascode/SopAsCode/blob/main/analyzers/docs/{id}.md";

    /// <summary>The rule with an id.</summary>
    /// <param name="id">The id that a finding names.</param>
    /// <returns>The rule.</returns>
    public static DiagnosticDescriptor Of(string id) => All.First(rule => rule.Id == id);

    private static class Categories
    {
        public const string Shape = "Shape";
        public const string Ownership = "Ownership";
        public const string Permissions = "Permissions";
        public const string Oversight = "Oversight";
    }
}
