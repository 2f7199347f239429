using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Adds the place for what the team tells customers, or for why it need not tell them. The person who applies the fix chooses which of the two, and fills it in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDisclosure)), Shared]
public sealed class AddDisclosure() : ChoiceFix(FixNames.AddDisclosure)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { Declaration: { } type })
        {
            yield break;
        }

        var mode = LocalSyntax.Type(place.Model, type.SpanStart, "DisclosureMode");
        yield return new("Say what people are told, to fill in", nameof(AddDisclosure) + "Told", [Edit(place, type, $"(\"{ToFillIn}\")", cancel)]);
        yield return new(
            "Say why nobody needs to be told, to fill in",
            nameof(AddDisclosure) + "NotNeeded",
            [Edit(place, type, $"({mode}.NotNeeded, Because = \"{ToFillIn}\")", cancel)]);
    }

    // There is already an attribute that says nothing, so the text is written into it.
    private static TextEdit Edit(FixPlace place, ClassDeclarationSyntax type, string decision, CancellationToken cancel) => AttributeText.Find(place, type, "Disclosure", cancel) is not { } empty
        ? AttributeText.Add(place, type, "Disclosure", decision, cancel)
        : new(place.Document.Id, new(empty.ArgumentList?.Span ?? new(empty.Span.End, 0), decision));
}
