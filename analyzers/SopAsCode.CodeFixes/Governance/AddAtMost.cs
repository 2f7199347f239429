using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Bounds a loop. When the bound is reached, the run goes to the manual path, unless a <c>Then</c> is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAtMost)), Shared]
public sealed class AddAtMost() : SopFix(FixNames.AddAtMost)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        diagnostic.Properties.ContainsKey(Fix.NameKey) && place.AttributeAt(diagnostic) is { } next
            ? [new("Go this way at most 3 times in a run", nameof(AddAtMost), [AttributeText.SetArgument(place, next, "AtMost", "3")])]
            : [];
}
