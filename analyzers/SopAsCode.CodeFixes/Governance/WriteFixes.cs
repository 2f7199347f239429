using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Puts a checkpoint before a write or hand-off, with one offer per role, or a draft in place of the write. Who decides, and that nothing more than a draft is
/// meant, is the choice of the person who applies the fix.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteFixes)), Shared]
public sealed class WriteFixes() : ChoiceFix(FixNames.InsertCheckpoint, FixNames.LowerToDraft)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is not { } method || place.Model.GetDeclaredSymbol(method, cancel) is not { ContainingType: { } sop })
        {
            yield break;
        }

        if (LowerToDraft.Changes(place.Model, method, cancel) is { } draft)
        {
            yield return Offer(place, $"Let '{method.Identifier.ValueText}' draft only", nameof(LowerToDraft), draft);
        }

        if (InsertCheckpoint.For(place, sop, method.Identifier.ValueText, cancel) is not { Existing: null } insertion)
        {
            yield break;
        }

        foreach (var role in RolesInScope.Of(sop, place.Model.Compilation))
        {
            if (insertion.Changes(role, cancel) is { } changes)
            {
                yield return Offer(place, $"Insert a checkpoint for {role.Name}", nameof(InsertCheckpoint) + RolesInScope.FullName(role), changes);
            }
        }
    }

    private static FixOffer Offer(FixPlace place, string title, string key, IReadOnlyList<TextChange> changes) =>
        new(title, key, [.. changes.Select(change => new TextEdit(place.Document.Id, change))]);
}
