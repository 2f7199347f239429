using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Says findings to the compiler.</summary>
internal static class Findings
{
    /// <summary>Makes a diagnostic of a finding.</summary>
    public static Diagnostic ToDiagnostic(INamedTypeSymbol type, Finding finding, CancellationToken cancel)
    {
        var rule = Rules.Of(finding.Rule);
        return Diagnostic.Create(
            rule,
            SiteLocator.Locate(type, finding.Site, cancel),
            finding.IsAdvice ? DiagnosticSeverity.Warning : rule.DefaultSeverity,
            finding.Also.Select(site => SiteLocator.Locate(type, site, cancel)),
            Properties(finding.Fix),
            finding.Message);
    }

    private static ImmutableDictionary<string, string?> Properties(Fix? fix) => fix is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Fix.NameKey, fix.Name).Add(Fix.ValueKey, fix.Value);
}
