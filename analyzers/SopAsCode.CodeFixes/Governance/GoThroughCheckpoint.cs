using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Leads the unsafe paths to a write or hand-off through the checkpoint that already stands before it. Each change alters what the next one must find, so they
/// are made one after the other.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GoThroughCheckpoint)), Shared]
public sealed class GoThroughCheckpoint() : SopFix(FixNames.InsertCheckpoint)
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is { } method
            && place.Model.GetDeclaredSymbol(method, cancel) is { ContainingType: { } sop }
            && InsertCheckpoint.For(place, sop, method.Identifier.ValueText, cancel) is { Existing: { } existing } insertion
            && insertion.Changes(null, cancel) is { } changes)
        {
            yield return new($"Go through checkpoint '{existing}' first", nameof(GoThroughCheckpoint), [.. changes.Select(change => new TextEdit(place.Document.Id, change))]);
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixPlace.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        var writes = diagnostics
            .Select(place.StepAt)
            .OfType<MethodDeclarationSyntax>()
            .Select(method => (place.Model.GetDeclaredSymbol(method, context.CancellationToken)!.ContainingType.ToDisplayString(), method.Identifier.ValueText));
        return await new GoThroughAllCheckpoints([.. writes]).FixAsync(document, context.CancellationToken).ConfigureAwait(false);
    }
}
