using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>States how often the SOP is reviewed. There may be several offers, and the person who applies the fix chooses one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetReview)), Shared]
public sealed class SetReview() : ChoiceFix(FixNames.SetCadence)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } sop || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) || value is null)
        {
            return [];
        }

        var review = AttributeText.Find(place, sop.Declaration, "Review", cancel);
        return value.Split('|').Select(cadence => new FixOffer(
            $"Review it {Naming.Phrase(cadence).ToLowerInvariant()}", nameof(SetReview) + cadence, [Cadence(place, sop.Declaration, review, cadence, cancel)]));
    }

    private static TextEdit Cadence(FixPlace place, ClassDeclarationSyntax type, AttributeSyntax? review, string value, CancellationToken cancel)
    {
        var cadence = $"{LocalSyntax.Type(place.Model, type.SpanStart, "Cadence")}.{value}";
        return review?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } stated
            ? new(place.Document.Id, new(stated.Expression.Span, cadence))
            : AttributeText.Add(place, type, "Review", $"({cadence})", cancel);
    }
}
