using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Removes a grant that no write uses, and narrows a grant that covers more than the writes use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrimGrant)), Shared]
public sealed class TrimGrant() : SopFix(FixNames.RemoveGrant, FixNames.NarrowGrant)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.AttributeAt(diagnostic) is not { } grant || !diagnostic.Properties.TryGetValue(Fix.NameKey, out var name))
        {
            yield break;
        }

        if (name == FixNames.RemoveGrant)
        {
            yield return new("Remove the grant", FixNames.RemoveGrant, [.. GrantText.Removals(place.Root.GetText(), [grant]).Select(change => new TextEdit(place.Document.Id, change))]);
        }
        else if (Enum.TryParse<Impact>(diagnostic.Properties[Fix.ValueKey], out var left)
            && place.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax written)
        {
            var text = ImpactText.Narrowed(place, written, left, cancel);
            yield return new($"Narrow the grant to {text}", FixNames.NarrowGrant, [new(place.Document.Id, new(written.Span, text))]);
        }
    }
}
