using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Puts a checkpoint before a write or hand-off, or a draft in place of the write. A checkpoint changes what the next one must find, so checkpoints are
/// inserted one after the other.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteFixes)), Shared]
public sealed class WriteFixes() : SopFix(FixNames.InsertCheckpoint, FixNames.LowerToDraft)
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

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

        if (InsertCheckpoint.For(place, sop, method.Identifier.ValueText, cancel) is not { } insertion)
        {
            yield break;
        }

        if (insertion.Existing is { } existing)
        {
            if (insertion.Changes(null, cancel) is { } changes)
            {
                yield return Offer(place, $"Go through checkpoint '{existing}' first", nameof(InsertCheckpoint), changes);
            }

            yield break;
        }

        var roles = RolesInScope.Of(sop, place.Model.Compilation);
        for (var i = 0; i < roles.Count; i++)
        {
            if (insertion.Changes(roles[i], cancel) is { } changes)
            {
                yield return Offer(place, $"Insert a checkpoint for {roles[i].Name}", i == 0 ? nameof(InsertCheckpoint) : Key(roles[i]), changes);
            }
        }
    }

    private static FixOffer Offer(FixPlace place, string title, string key, IReadOnlyList<TextChange> changes) =>
        new(title, key, [.. changes.Select(change => new TextEdit(place.Document.Id, change))]);

    // The offer of the first role, which is the owner, has its own key, so that a fix of all SOPs gives each SOP its own owner.
    private static string Key(INamedTypeSymbol role) => nameof(InsertCheckpoint) + RolesInScope.FullName(role);

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixPlace.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        var methods = diagnostics.Select(diagnostic => place.StepAt(diagnostic)).OfType<MethodDeclarationSyntax>().ToList();
        if (context.CodeActionEquivalenceKey != nameof(LowerToDraft))
        {
            var writes = methods.Select(method => (place.Model.GetDeclaredSymbol(method, context.CancellationToken)!.ContainingType.ToDisplayString(), method.Identifier.ValueText));
            return await new InsertAllCheckpoints(context.CodeActionEquivalenceKey!.Substring(nameof(InsertCheckpoint).Length), [.. writes])
                .FixAsync(document, context.CancellationToken).ConfigureAwait(false);
        }

        var changes = methods.SelectMany(method => LowerToDraft.Changes(place.Model, method, context.CancellationToken) ?? []);
        return await ChangedAsync(document, [.. changes.OrderBy(change => change.Span.Start)], context.CancellationToken).ConfigureAwait(false);
    }

    private static async Task<Document> ChangedAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancel) =>
        document.WithText((await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes));
}
