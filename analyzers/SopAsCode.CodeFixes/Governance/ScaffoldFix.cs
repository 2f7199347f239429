using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Adds the place for what a declaration lacks: a missing attribute, or a missing argument of an attribute. What is said there is left to fill in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaffoldFix)), Shared]
public sealed class ScaffoldFix() : SopFix(FixNames.AddAttribute, FixNames.AddArgument)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && diagnostic.Properties[Fix.ValueKey]?.Split('\n') is { Length: 2 } value)
        {
            var offer = name switch
            {
                FixNames.AddAttribute => Add(place, diagnostic, value[0], value[1], cancel),
                FixNames.AddArgument when place.AttributeAt(diagnostic) is { } attribute => Argument(place, diagnostic, attribute, value[0], value[1]),
                _ => null,
            };
            if (offer is not null)
            {
                yield return offer;
            }
        }
    }

    // What stands there already says nothing yet, and is to be filled in.
    private static FixOffer? Add(FixPlace place, Diagnostic diagnostic, string word, string rest, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is { } step)
        {
            return AttributeText.Find(place, step, word, cancel) is null
                ? Offer(diagnostic, $"Add [{word}] to '{step.Identifier.ValueText}', to fill in", AttributeText.Add(place, step, word, rest, cancel))
                : null;
        }

        return place.SopAt(diagnostic, cancel) is { Declaration: { } type } && AttributeText.Find(place, type, word, cancel) is null
            ? Offer(diagnostic, $"Add [{word}] to fill in", AttributeText.Add(place, type, word, rest, cancel))
            : null;
    }

    private static FixOffer Argument(FixPlace place, Diagnostic diagnostic, AttributeSyntax attribute, string name, string value) =>
        Offer(diagnostic, $"Add {name} to fill in", AttributeText.AddArgument(place, attribute, $"{name} = {value}"));

    private static FixOffer Offer(Diagnostic diagnostic, string title, TextEdit edit) => new(title, nameof(ScaffoldFix) + diagnostic.Id, [edit]);
}
