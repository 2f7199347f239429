using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.CodeFixes;

/// <summary>The document that is fixed.</summary>
/// <param name="Document">The document.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Model">Its semantic model.</param>
internal sealed record FixPlace(Document Document, SyntaxNode Root, SemanticModel Model)
{
    /// <summary>Reads a document; null when it is not C#.</summary>
    public static async Task<FixPlace?> OfAsync(Document document, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        return root is null || model is null ? null : new(document, root, model);
    }

    /// <summary>The SOP, or other class, that contains a finding.</summary>
    public (ClassDeclarationSyntax Declaration, INamedTypeSymbol Symbol)? SopAt(Diagnostic diagnostic, CancellationToken cancel) =>
        NodeAt(diagnostic).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type && Model.GetDeclaredSymbol(type, cancel) is INamedTypeSymbol symbol ? (type, symbol) : null;

    /// <summary>The step of a finding; null when the finding is not at a step.</summary>
    public MethodDeclarationSyntax? StepAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<MethodDeclarationSyntax>();

    /// <summary>The attribute at or around a finding; null when there is none.</summary>
    public AttributeSyntax? AttributeAt(Diagnostic diagnostic) => NodeAt(diagnostic).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The innermost node of a finding.</summary>
    public SyntaxNode NodeAt(Diagnostic diagnostic) => Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
