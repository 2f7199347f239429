using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Makes the class, and every type around it, partial.</summary>
internal static class MakePartial
{
    public static SyntaxChange? Offer(SyntaxNode node)
    {
        var types = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !type.Has(SyntaxKind.PartialKeyword)).ToList();
        if (types.Count == 0)
        {
            return null;
        }

        var names = string.Join("' and '", types.Select(type => type.Identifier.ValueText));
        return new($"Make '{names}' partial", FixNames.MakePartial, editor => types.ForEach(type => editor.ReplaceNode(type, (current, _) => Partial(current))));
    }

    // Two SOPs in one type need the same change.
    private static SyntaxNode Partial(SyntaxNode current) =>
        current is TypeDeclarationSyntax type && !type.Has(SyntaxKind.PartialKeyword) ? Modifiers.WithPartial(type) : current;
}
