using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Adds a checklist to fill in. Only a person can say what must be checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddChecklist)), Shared]
public sealed class AddChecklist() : SopFix(FixNames.AddChecklist)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && name == FixNames.AddChecklist && place.StepAt(diagnostic) is { } step
            && AttributeText.Find(place, step, "Checklist", cancel) is null)
        {
            yield return new("Add a checklist to fill in", nameof(AddChecklist), [AttributeText.Add(place, step, "Checklist", $"(\"{ToFillIn}\")", cancel)]);
        }
    }
}
