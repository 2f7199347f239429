using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>The rules 00: what keeps an SOP from being generated. The model decides them, because the generator asks too.</summary>
internal static class ShapeRules
{
    private const string Category = "Shape";

    /// <summary>SOP0001.</summary>
    public static readonly DiagnosticDescriptor ClassShape = new(
        "SOP0001", "The class can't be an SOP", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0001"));

    /// <summary>SOP0002.</summary>
    public static readonly DiagnosticDescriptor Steps = new(
        "SOP0002", "The steps of an SOP are methods of one declaration, each marked once", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0002"));

    /// <summary>SOP0003. A text where <c>nameof</c> belongs is reported as a warning: it means what it says, today.</summary>
    public static readonly DiagnosticDescriptor References = new(
        "SOP0003", "A reference names a step, an end or a condition", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0003"));

    /// <summary>SOP0004.</summary>
    public static readonly DiagnosticDescriptor Names = new(
        "SOP0004", "Two things have one name", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0004"));

    /// <summary>SOP0005.</summary>
    public static readonly DiagnosticDescriptor Texts = new(
        "SOP0005", "A date, version, number or name can't be read", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0005"));

    /// <summary>SOP0006.</summary>
    public static readonly DiagnosticDescriptor Signatures = new(
        "SOP0006", "The method can't be a step or condition", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0006"));

    /// <summary>SOP0007.</summary>
    public static readonly DiagnosticDescriptor DefiniteValues = new(
        "SOP0007", "A value is read that may not exist", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0007"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [ClassShape, Steps, References, Names, Texts, Signatures, DefiniteValues];
}
