using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Adds a <c>[Due]</c>. There are a few offers, and the person who applies the fix chooses the time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDue)), Shared]
public sealed class AddDue() : ChoiceFix(FixNames.AddDue)
{
    private static readonly (string Words, string Time)[] Times = [("4 hours", "Hours = 4"), ("a day", "Days = 1"), ("a week", "Days = 7")];

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) => place.StepAt(diagnostic) is { } step
        ? Times.Select(time => new FixOffer(
            $"Make it due after {time.Words}",
            nameof(AddDue) + time.Time,
            [AttributeText.Add(place, step, "Due", $"({time.Time})", cancel)]))
        : [];
}
