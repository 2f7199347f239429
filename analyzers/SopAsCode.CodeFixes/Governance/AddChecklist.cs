using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Writes three checks to start with, also in place of a list that says nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddChecklist)), Shared]
public sealed class AddChecklist() : SopFix(FixNames.AddChecklist)
{
    /// <summary>What a person must check in any work of an AI.</summary>
    internal const string Checks = "(\"Facts verified\", \"Nothing invented\", \"Fit to send\")";

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (diagnostic.Properties.TryGetValue(Fix.NameKey, out var name) && name == FixNames.AddChecklist && place.StepAt(diagnostic) is { } step)
        {
            var edit = AttributeText.Find(place, step, "Checklist", cancel) is { } old
                ? new TextEdit(place.Document.Id, new(old.ArgumentList?.Span ?? new(old.Span.End, 0), Checks))
                : AttributeText.Add(place, step, "Checklist", Checks, cancel);
            yield return new("Add a checklist", nameof(AddChecklist), [edit]);
        }
    }
}
