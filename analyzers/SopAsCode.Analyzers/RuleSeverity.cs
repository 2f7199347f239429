using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>The severity of the findings of a rule in each profile.</summary>
/// <param name="Starter">At <c>starter</c>.</param>
/// <param name="Recommended">At <c>recommended</c>, and when the project names no profile.</param>
/// <param name="Strict">At <c>strict</c>.</param>
public sealed record RuleSeverity(DiagnosticSeverity Starter, DiagnosticSeverity Recommended, DiagnosticSeverity Strict)
{
    /// <summary>The profiles, the mildest first.</summary>
    public static IReadOnlyList<string> Profiles { get; } = ["none", "starter", "recommended", "strict"];

    /// <summary>The same severity in each profile; null at <c>none</c>, which checks only the shape.</summary>
    /// <param name="severity">The severity.</param>
    public static RuleSeverity Always(DiagnosticSeverity severity) => new(severity, severity, severity);
}
