using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Keeps the id of an SOP whose class was renamed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetId)), Shared]
public sealed class SetId() : SopFix(FixNames.SetId)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name)
            && name == FixNames.SetId
            && diagnostic.Properties[Fix.ValueKey] is { Length: > 0 } id
            && place.SopAt(diagnostic, cancel) is { } sop
            && AttributeText.Find(place, sop.Declaration, "Sop", cancel) is { } attribute)
        {
            yield return new($"Keep the id '{id}'", nameof(SetId), [AttributeText.AddArgument(place, attribute, $"Id = {SymbolDisplay.FormatLiteral(id, quote: true)}")]);
        }
    }
}
