using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Adds what a declaration lacks, with words that the rule made from the rest of the declaration: a missing attribute, or a text in an
/// attribute that says nothing.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaffoldFix)), Shared]
public sealed class ScaffoldFix() : SopFix(FixNames.AddAttribute, FixNames.WriteText)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && diagnostic.Properties[Fix.ValueKey]?.Split('\n') is { Length: 2 } value)
        {
            var offer = name switch
            {
                FixNames.AddAttribute => Add(place, diagnostic, value[0], value[1], cancel),
                FixNames.WriteText when place.AttributeAt(diagnostic) is { } attribute => Write(place, diagnostic, attribute, value[0], value[1]),
                _ => null,
            };
            if (offer is not null)
            {
                yield return offer;
            }
        }
    }

    private static FixOffer? Add(FixPlace place, Diagnostic diagnostic, string word, string rest, CancellationToken cancel) =>
        place.StepAt(diagnostic) is { } step ? Offer(diagnostic, $"Add [{word}] to '{step.Identifier.ValueText}'", AttributeText.Add(place, step, word, rest, cancel))
        : place.SopAt(diagnostic, cancel) is { } type ? Offer(diagnostic, $"Add [{word}]", AttributeText.Add(place, type.Declaration, word, rest, cancel))
        : null;

    // The finding is at the text if there is one, and otherwise at the attribute.
    private static FixOffer Write(FixPlace place, Diagnostic diagnostic, AttributeSyntax attribute, string name, string text) => Offer(
        diagnostic,
        $"Write {text}",
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.Expression.Span == diagnostic.Location.SourceSpan) is { } written
            ? new(place.Document.Id, new(written.Expression.Span, text))
            : AttributeText.AddArgument(place, attribute, $"{name} = {text}"));

    private static FixOffer Offer(Diagnostic diagnostic, string title, TextEdit edit) => new(title, nameof(ScaffoldFix) + diagnostic.Id, [edit]);
}
