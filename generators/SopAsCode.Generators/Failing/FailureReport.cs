using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>A failure of the generator at one SOP.</summary>
/// <param name="Class">The full name of the class; empty when the failure is not about a class.</param>
/// <param name="Words">What failed.</param>
internal sealed record SopFailure(string Class, string Words)
{
    /// <summary>The place of the class; null when it is not known.</summary>
    public SopPlace? Place { get; init; }
}

/// <summary>SOP0000: a failure of the generator, which is all that the generator reports. It is reported once per SOP, at the name of the class.</summary>
internal static class FailureReport
{
    /// <summary>The id. The placeholder code of the SOP names it too.</summary>
    public const string Id = "SOP0000";

    private static readonly DiagnosticDescriptor Failed = new(
        Id,
        "Generator failure at an SOP",
        "{0}",
        "Generator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RepositoryLink.To($"analyzers/docs/{Id}.md"));

    /// <summary>Joins failures to the places of their SOPs: the first one of each SOP, by name.</summary>
    /// <param name="failures">The failures, in the order of the work.</param>
    /// <param name="places">The places of all SOPs.</param>
    /// <returns>One failure per SOP.</returns>
    public static EquatableArray<SopFailure> Join(EquatableArray<SopFailure> failures, ImmutableArray<SopPlace> places) => failures
        .GroupBy(failure => failure.Class, StringComparer.Ordinal)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => same.First() with { Place = places.FirstOrDefault(place => place.Class == same.Key) })
        .ToEquatableArray();

    /// <summary>Makes the diagnostic.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The diagnostic.</returns>
    public static Diagnostic ToDiagnostic(SopFailure failure) =>
        Diagnostic.Create(Failed, failure.Place?.ToLocation() ?? Location.None, $"{What(failure)} The generator failed with {failure.Words}. Please report it with this declaration.");

    private static string What(SopFailure failure) => failure.Class.Length == 0
        ? "No catalogue was generated."
        : $"Nothing was generated for SOP '{Naming.Simple(failure.Class)}'; all other SOPs are as they should be.";
}
