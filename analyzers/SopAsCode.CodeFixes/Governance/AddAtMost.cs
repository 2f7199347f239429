using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Bounds a loop. When the bound is reached, the run goes to the manual path, unless a <c>Then</c> is written. There are a few offers, and the person who
/// applies the fix chooses the bound.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAtMost)), Shared]
public sealed class AddAtMost() : ChoiceFix(FixNames.AddAtMost)
{
    private static readonly (int Most, string Words)[] Bounds = [(1, "once"), (3, "3 times"), (10, "10 times")];

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        diagnostic.Properties.ContainsKey(Fix.NameKey) && place.AttributeAt(diagnostic) is { } next
            ? Bounds.Select(bound => new FixOffer(
                $"Go this way at most {bound.Words} in a run",
                $"{nameof(AddAtMost)}{bound.Most}",
                [AttributeText.SetArgument(place, next, "AtMost", $"{bound.Most}")]))
            : [];
}
