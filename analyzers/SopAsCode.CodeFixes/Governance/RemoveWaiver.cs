using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Removes a waiver that nothing needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveWaiver)), Shared]
public sealed class RemoveWaiver() : SopFix(FixNames.RemoveWaiver)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        diagnostic.Properties.TryGetValue(Fix.NameKey, out var fix) && fix == FixNames.RemoveWaiver && place.AttributeAt(diagnostic) is { } waiver ? [new("Remove the waiver", nameof(RemoveWaiver), [AttributeText.Remove(place, waiver)])] : [];
}
