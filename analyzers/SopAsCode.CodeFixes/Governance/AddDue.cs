using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Adds a <c>[Due]</c> of one day to start with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDue)), Shared]
public sealed class AddDue() : SopFix(FixNames.AddDue)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) => place.StepAt(diagnostic) is { } step
        ? [new("Make it due after a day", nameof(AddDue), [AttributeText.Add(place, step, "Due", "(Days = 1)", cancel)])]
        : [];
}
