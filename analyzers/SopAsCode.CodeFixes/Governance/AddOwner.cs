using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>SOP0101: names an owner. Which role it is, the person who fixes it says: there is one offer per role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddOwner)), Shared]
public sealed class AddOwner : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SOP0101"];

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
            if (SopAt(place, diagnostic, context.CancellationToken) is not { } sop)
            {
                continue;
            }

            foreach (var role in RolesInScope.Of(sop.Symbol, place.Model.Compilation))
            {
                var change = Change(place.Model, sop.Declaration, role, context.CancellationToken);
                context.RegisterCodeFix(
                    CodeAction.Create($"Make {role.Name} the owner", cancel => ChangedAsync(place.Document, [change], cancel), Key(role)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixPlace.OfAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        List<TextChange> changes = [];
        foreach (var diagnostic in diagnostics)
        {
            if (SopAt(place, diagnostic, context.CancellationToken) is { } sop
                && RolesInScope.Find(sop.Symbol, place.Model.Compilation, context.CodeActionEquivalenceKey!.Substring(nameof(AddOwner).Length)) is { } role)
            {
                changes.Add(Change(place.Model, sop.Declaration, role, context.CancellationToken));
            }
        }

        return await ChangedAsync(document, changes, context.CancellationToken).ConfigureAwait(false);
    }

    private static string Key(INamedTypeSymbol role) => nameof(AddOwner) + RolesInScope.FullName(role);

    private static (ClassDeclarationSyntax Declaration, INamedTypeSymbol Symbol)? SopAt(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) =>
        place.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
        && place.Model.GetDeclaredSymbol(type, cancel) is INamedTypeSymbol symbol
            ? (type, symbol)
            : null;

    // The owner stands before the backup; else under the purpose, else under the title.
    private static TextChange Change(SemanticModel model, ClassDeclarationSyntax type, INamedTypeSymbol role, CancellationToken cancel)
    {
        var at = type.SpanStart;
        var owner = $"{Written.Attribute(model, at, "Owner")}<{Written.Type(model, at, role)}>";
        if (Find(model, type, "BackupAttribute", cancel) is { } backup)
        {
            return new(new(backup.SpanStart, 0), $"{owner}, ");
        }

        var above = (AttributeListSyntax)(Find(model, type, "PurposeAttribute", cancel) ?? Find(model, type, "SopAttribute", cancel))!.Parent!;
        var text = type.SyntaxTree.GetText(cancel);
        var line = text.Lines.GetLineFromPosition(above.Span.End);
        var isLineOfItsOwn = Written.Indent(text, above.SpanStart) is not null
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(above.Span.End, line.End)));
        return new(new(above.Span.End, 0), isLineOfItsOwn ? $"{Written.EndOfLine(text)}{Written.Indent(text, above.SpanStart)}[{owner}]" : $" [{owner}]");
    }

    private static AttributeSyntax? Find(SemanticModel model, ClassDeclarationSyntax type, string name, CancellationToken cancel) => type.AttributeLists
        .SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => SopSymbols.IsOurs(model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType, name));

    private static async Task<Document> ChangedAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancel) =>
        document.WithText((await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes));
}
