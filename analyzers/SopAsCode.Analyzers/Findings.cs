using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Says findings to the compiler.</summary>
internal static class Findings
{
    /// <summary>Makes a diagnostic of a finding.</summary>
    public static Diagnostic ToDiagnostic(INamedTypeSymbol type, Finding finding, DiagnosticSeverity severity, CancellationToken cancel)
    {
        return Diagnostic.Create(
            Rules.Of(finding.Rule),
            SiteLocator.Locate(type, finding.Site, cancel),
            finding.IsAdvice ? DiagnosticSeverity.Warning : severity,
            finding.Also.Select(site => SiteLocator.Locate(type, site, cancel)),
            Properties(finding.Fix),
            finding.Message);
    }

    /// <summary>What a diagnostic passes to its fix.</summary>
    public static ImmutableDictionary<string, string?> Properties(Fix? fix) => fix is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Fix.NameKey, fix.Name).Add(Fix.ValueKey, fix.Value);
}
