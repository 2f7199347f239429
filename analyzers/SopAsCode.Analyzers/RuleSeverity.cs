using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>How bad the findings of a rule are in each profile.</summary>
/// <param name="Starter">At <c>starter</c>.</param>
/// <param name="Recommended">At <c>recommended</c>, and where the project names no profile.</param>
/// <param name="Strict">At <c>strict</c>.</param>
public sealed record RuleSeverity(DiagnosticSeverity Starter, DiagnosticSeverity Recommended, DiagnosticSeverity Strict)
{
    /// <summary>The profiles, the mildest first.</summary>
    public static IReadOnlyList<string> Profiles { get; } = ["none", "starter", "recommended", "strict"];

    /// <summary>The same in each profile; null at <c>none</c>, which leaves only the shape.</summary>
    /// <param name="severity">How bad.</param>
    public static RuleSeverity Always(DiagnosticSeverity severity) => new(severity, severity, severity);
}
