using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SopAsCode.CodeFixes;

/// <summary>SOP0310: a day, to start with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDue)), Shared]
public sealed class AddDue : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0310"];

    /// <inheritdoc/>
    internal override IEnumerable<TextOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) => place.StepAt(diagnostic) is { } step
        ? [new("Make it due after a day", nameof(AddDue), [AttributeText.Add(place, step, "Due", "(Days = 1)", cancel)])]
        : [];
}
