using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>Hosts the fixes of SOP0201, SOP0301, SOP0302 and SOP0314: a checkpoint before the write, or a draft in its place; and of SOP0904: a checkpoint before the hand-off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteFixes)), Shared]
public sealed class WriteFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0201", "SOP0301", "SOP0302", "SOP0314", "SOP0904"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixPlace.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (MethodAt(place, diagnostic) is not { } method
                || place.Model.GetDeclaredSymbol(method, context.CancellationToken) is not { ContainingType: { } sop })
            {
                continue;
            }

            if (LowerToDraft.Changes(place.Model, method, context.CancellationToken) is { } draft)
            {
                Register(context, diagnostic, $"Let '{method.Identifier.ValueText}' draft only", draft, nameof(LowerToDraft));
            }

            if (InsertCheckpoint.For(place, sop, method.Identifier.ValueText, context.CancellationToken) is { } insertion)
            {
                Offer(context, diagnostic, insertion, RolesInScope.Of(sop, place.Model.Compilation));
            }
        }
    }

    private static void Offer(CodeFixContext context, Diagnostic diagnostic, InsertCheckpoint insertion, IReadOnlyList<INamedTypeSymbol> roles)
    {
        if (insertion.Existing is { } existing)
        {
            if (insertion.Changes(null, context.CancellationToken) is { } changes)
            {
                Register(context, diagnostic, $"Go through checkpoint '{existing}' first", changes, nameof(InsertCheckpoint));
            }

            return;
        }

        for (var i = 0; i < roles.Count; i++)
        {
            if (insertion.Changes(roles[i], context.CancellationToken) is { } changes)
            {
                Register(context, diagnostic, $"Insert a checkpoint for {roles[i].Name}", changes, i == 0 ? nameof(InsertCheckpoint) : Key(roles[i]));
            }
        }
    }

    // The first role is the owner's, and so is the key: done to all, each SOP gets its own owner.
    private static string Key(INamedTypeSymbol role) => nameof(InsertCheckpoint) + RolesInScope.FullName(role);

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, IReadOnlyList<TextChange> changes, string key)
    {
        var document = context.Document;
        context.RegisterCodeFix(CodeAction.Create(title, cancel => ChangedAsync(document, changes, cancel), key), diagnostic);
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixPlace.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        var methods = diagnostics.Select(diagnostic => MethodAt(place, diagnostic)).OfType<MethodDeclarationSyntax>().ToList();
        if (context.CodeActionEquivalenceKey != nameof(LowerToDraft))
        {
            var writes = methods.Select(method => (place.Model.GetDeclaredSymbol(method, context.CancellationToken)!.ContainingType.ToDisplayString(), method.Identifier.ValueText));
            return await new InsertAllCheckpoints(context.CodeActionEquivalenceKey!.Substring(nameof(InsertCheckpoint).Length), [.. writes])
                .FixAsync(document, context.CancellationToken).ConfigureAwait(false);
        }

        var changes = methods.SelectMany(method => LowerToDraft.Changes(place.Model, method, context.CancellationToken) ?? []);
        return await ChangedAsync(document, [.. changes.OrderBy(change => change.Span.Start)], context.CancellationToken).ConfigureAwait(false);
    }

    private static MethodDeclarationSyntax? MethodAt(FixPlace place, Diagnostic diagnostic) =>
        place.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();

    private static async Task<Document> ChangedAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancel) =>
        document.WithText((await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes));
}
