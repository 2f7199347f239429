using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Names where a write can hurt, as the class of its tool states it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddImpact)), Shared]
public sealed class AddImpact() : SopFix(FixNames.AddImpact)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.AttributeAt(diagnostic) is { } writes && diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) && Enum.TryParse<Impact>(value, out var impact))
        {
            var code = ImpactText.Of(place, writes.SpanStart, impact);

            // The impact is the first argument, unless it has a name; settings come after it.
            var arguments = writes.ArgumentList?.Arguments ?? default;
            var edit = arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } named ? new TextEdit(place.Document.Id, new(named.Expression.Span, code))
                : arguments.FirstOrDefault() is { } first ? new TextEdit(place.Document.Id, new(new(first.SpanStart, 0), $"{code}, "))
                : AttributeText.AddArgument(place, writes, code);
            yield return new($"Say {code}", nameof(AddImpact), [edit]);
        }
    }
}
