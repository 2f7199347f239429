using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Makes a step an instance method.</summary>
internal static class MakeInstance
{
    public static SyntaxChange? Offer(FixPlace place, SyntaxNode node, CancellationToken cancel)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Has(SyntaxKind.StaticKeyword) != false
            || method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true
            || Methods.PartsIn(place, method, cancel) is not { } parts)
        {
            return null;
        }

        return new($"Make '{method.Identifier.ValueText}' an instance method", FixNames.MakeInstance, editor =>
        {
            foreach (var part in parts)
            {
                editor.ReplaceNode(part, (current, _) => Modifiers.WithoutStatic((MethodDeclarationSyntax)current));
            }
        });
    }
}
