using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.CodeFixes;

/// <summary>Adds and removes modifiers, and keeps the comments above the declaration in place.</summary>
internal static class Modifiers
{
    /// <summary>Whether a declaration has a modifier.</summary>
    public static bool Has(this MemberDeclarationSyntax declaration, SyntaxKind kind) => declaration.Modifiers.Any(kind);

    /// <summary>Adds <c>partial</c> as the last modifier.</summary>
    public static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type.WithModifiers([partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)]).WithKeyword(type.Keyword.WithLeadingTrivia());
    }

    /// <summary>Adds <c>static</c> after the accessibility.</summary>
    public static MethodDeclarationSyntax WithStatic(MethodDeclarationSyntax method)
    {
        var modifier = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var at = method.Modifiers.TakeWhile(other => SyntaxFacts.IsAccessibilityModifier(other.Kind())).Count();
        if (at > 0)
        {
            return method.WithModifiers(method.Modifiers.Insert(at, modifier));
        }

        if (method.Modifiers.Count > 0)
        {
            var first = method.Modifiers[0];
            var others = method.Modifiers.Replace(first, first.WithLeadingTrivia());
            return method.WithModifiers(others.Insert(0, modifier.WithLeadingTrivia(first.LeadingTrivia)));
        }

        return method
            .WithModifiers([modifier.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia())])
            .WithReturnType(method.ReturnType.WithLeadingTrivia());
    }

    /// <summary>Removes <c>static</c>.</summary>
    public static MethodDeclarationSyntax WithoutStatic(MethodDeclarationSyntax method)
    {
        var at = method.Modifiers.IndexOf(SyntaxKind.StaticKeyword);
        if (at < 0)
        {
            return method;
        }

        var modifier = method.Modifiers[at];
        var bare = method.WithModifiers(method.Modifiers.Remove(modifier));
        if (at > 0)
        {
            return bare;
        }

        return bare.Modifiers.Count > 0
            ? bare.WithModifiers(bare.Modifiers.Replace(bare.Modifiers[0], bare.Modifiers[0].WithLeadingTrivia(modifier.LeadingTrivia)))
            : bare.WithReturnType(bare.ReturnType.WithLeadingTrivia(modifier.LeadingTrivia));
    }
}
