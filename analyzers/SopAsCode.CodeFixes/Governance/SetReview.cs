using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>States how often the SOP is reviewed, or records a review.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetReview)), Shared]
public sealed class SetReview() : SopFix(FixNames.SetCadence, FixNames.SetReviewed)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } sop
            || !diagnostic.Properties.TryGetValue(Fix.NameKey, out var name)
            || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value))
        {
            yield break;
        }

        var review = AttributeText.Find(place, sop.Declaration, "Review", cancel);
        if (name == FixNames.SetCadence)
        {
            var words = Naming.Phrase(value!).ToLowerInvariant();
            yield return new($"Review it {words}", nameof(SetReview) + value, [Cadence(place, sop.Declaration, review, value!, cancel)]);
        }
        else if (review is not null)
        {
            yield return new($"It was reviewed on {value}", nameof(SetReview), [AttributeText.SetArgument(place, review, "Last", $"\"{value}\"")]);
        }
    }

    private static TextEdit Cadence(FixPlace place, ClassDeclarationSyntax type, AttributeSyntax? review, string value, CancellationToken cancel)
    {
        var cadence = $"{LocalSyntax.Type(place.Model, type.SpanStart, "Cadence")}.{value}";
        return review?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } stated
            ? new(place.Document.Id, new(stated.Expression.Span, cadence))
            : AttributeText.Add(place, type, "Review", $"({cadence})", cancel);
    }
}
