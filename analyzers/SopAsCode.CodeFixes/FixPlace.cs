using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.CodeFixes;

/// <summary>The document that is fixed.</summary>
/// <param name="Document">The document.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Model">Its meaning.</param>
internal sealed record FixPlace(Document Document, SyntaxNode Root, SemanticModel Model)
{
    /// <summary>Reads a document; null when it is no C#.</summary>
    public static async Task<FixPlace?> OfAsync(Document document, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        return root is null || model is null ? null : new(document, root, model);
    }

    /// <summary>The SOP, or other class, that a finding stands in.</summary>
    public (ClassDeclarationSyntax Declaration, INamedTypeSymbol Symbol)? SopAt(Diagnostic diagnostic, CancellationToken cancel) =>
        NodeAt(diagnostic).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type && Model.GetDeclaredSymbol(type, cancel) is INamedTypeSymbol symbol ? (type, symbol) : null;

    /// <summary>The step that a finding stands at; null when it stands at none.</summary>
    public MethodDeclarationSyntax? StepAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<MethodDeclarationSyntax>();

    /// <summary>The attribute that a finding stands at or in; null when it stands at none.</summary>
    public AttributeSyntax? AttributeAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The innermost node that a finding stands at.</summary>
    public SyntaxNode NodeAt(Diagnostic diagnostic) => Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
