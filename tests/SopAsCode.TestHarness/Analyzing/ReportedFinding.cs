using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>A finding as a person sees it.</summary>
public sealed class ReportedFinding
{
    private readonly ImmutableArray<Mark> _marks;

    internal ReportedFinding(Diagnostic diagnostic, ImmutableArray<Mark> marks)
    {
        Diagnostic = diagnostic;
        _marks = marks;
        Place = Place.Of(diagnostic.Location);
        RelatedPlaces = [.. diagnostic.AdditionalLocations.Select(Place.Of)];
    }

    /// <summary>The rule.</summary>
    public string Id => Diagnostic.Id;

    /// <summary>How bad it is, after options.</summary>
    public DiagnosticSeverity Severity => Diagnostic.Severity;

    /// <summary>What it says.</summary>
    public string Message => Diagnostic.GetMessage(CultureInfo.InvariantCulture);

    /// <summary>Where.</summary>
    public Place Place { get; }

    /// <summary>Other places that belong to it, in order.</summary>
    public IReadOnlyList<Place> RelatedPlaces { get; }

    /// <summary>What it passes to a fix.</summary>
    public ImmutableDictionary<string, string?> Properties => Diagnostic.Properties;

    /// <summary>The diagnostic itself.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>Fails unless the additional locations are exactly these numbered marks, in this order.</summary>
    /// <param name="numbers">The numbers: 0 for <c>{|#0:…|}</c>.</param>
    public void AssertAlso(params int[] numbers)
    {
        var expected = numbers.Select(number => _marks.Single(mark => mark.Name == $"#{number}")).Select(mark => (mark.File, mark.Span));
        Assert.True(
            RelatedPlaces.Select(place => (place.File, place.Span)).SequenceEqual(expected),
            $"{Id} should also point at the marks {string.Join(", ", numbers)}. It points at: {string.Join("; ", RelatedPlaces)}.");
    }

    /// <summary>Id, place and message.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Id} at {Place}: {Message}";
}
