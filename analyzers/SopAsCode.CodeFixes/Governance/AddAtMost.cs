using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>SOP0403: bounds a loop. After that the run goes to the manual path, unless a <c>Then</c> is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAtMost)), Shared]
public sealed class AddAtMost : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0403"];

    /// <inheritdoc/>
    internal override IEnumerable<TextOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        diagnostic.Properties.ContainsKey(Fix.NameKey) && place.AttributeAt(diagnostic) is { } next
            ? [new("Go this way at most 3 times in a run", nameof(AddAtMost), [AttributeText.SetArgument(place, next, "AtMost", "3")])]
            : [];
}
