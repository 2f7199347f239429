using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>What a rule found at code that no type declares, such as a grant or a pragma.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="Message">One plain sentence that says what is wrong, where, why, and what to do.</param>
/// <param name="Fix">What the fix does; null when there is none.</param>
internal sealed record PlacedFinding(string Rule, Location Location, string Message, Fix? Fix = null);

/// <summary>Reports findings to the compiler.</summary>
internal static class Findings
{
    /// <summary>Makes a diagnostic of a finding.</summary>
    public static Diagnostic ToDiagnostic(INamedTypeSymbol type, Finding finding, DiagnosticSeverity severity, CancellationToken cancel)
    {
        return Diagnostic.Create(
            Rules.DescriptorOf(finding.Rule),
            PlaceLocator.Locate(type, finding.Place, cancel),
            finding.IsAdvice ? DiagnosticSeverity.Warning : severity,
            finding.RelatedPlaces.Select(site => PlaceLocator.Locate(type, site, cancel)),
            Properties(finding.Fix),
            finding.Message);
    }

    /// <summary>Makes a diagnostic of a finding.</summary>
    public static Diagnostic ToDiagnostic(PlacedFinding finding, DiagnosticSeverity severity) => Diagnostic.Create(
        Rules.DescriptorOf(finding.Rule), finding.Location, severity, additionalLocations: null, Properties(finding.Fix), finding.Message);

    private static ImmutableDictionary<string, string?> Properties(Fix? fix) => fix is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Fix.NameKey, fix.Name).Add(Fix.ValueKey, fix.Value);
}
