using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>SOP0202: names where a write can hurt, as the class of its tool says it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddImpact)), Shared]
public sealed class AddImpact : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0202"];

    /// <inheritdoc/>
    internal override IEnumerable<TextOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.AttributeAt(diagnostic) is { } writes && diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) && Enum.TryParse<Impact>(value, out var impact))
        {
            var code = ImpactText.Of(place, writes.SpanStart, impact);

            // The impact is the first argument: named ones stand behind it.
            var edit = writes.ArgumentList?.Arguments.FirstOrDefault() is { } first
                ? new TextEdit(place.Document.Id, new(new(first.SpanStart, 0), $"{code}, "))
                : AttributeText.AddArgument(place, writes, code);
            yield return new($"Say {code}", nameof(AddImpact), [edit]);
        }
    }
}
