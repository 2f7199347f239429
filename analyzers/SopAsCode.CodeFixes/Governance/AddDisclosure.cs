using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>States what the team tells customers, or why it need not tell them. The person who applies the fix chooses which of the two is true.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDisclosure)), Shared]
public sealed class AddDisclosure() : SopFix(FixNames.AddDisclosure)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { Declaration: { } type })
        {
            yield break;
        }

        var mode = LocalSyntax.Type(place.Model, type.SpanStart, "DisclosureMode");
        yield return new("Say that people are told", nameof(AddDisclosure) + "Told", [Edit(place, type, "(\"This was prepared with the help of AI\")", cancel)]);
        yield return new(
            "Say why nobody needs to be told",
            nameof(AddDisclosure) + "NotNeeded",
            [Edit(place, type, $"({mode}.NotNeeded, Because = \"A person answers for what leaves, whoever drafted it\")", cancel)]);
    }

    // There is already an attribute that says nothing, so the text is written into it.
    private static TextEdit Edit(FixPlace place, ClassDeclarationSyntax type, string decision, CancellationToken cancel) => AttributeText.Find(place, type, "Disclosure", cancel) is not { } empty
        ? AttributeText.Add(place, type, "Disclosure", decision, cancel)
        : new(place.Document.Id, new(empty.ArgumentList?.Span ?? new(empty.Span.End, 0), decision));
}
