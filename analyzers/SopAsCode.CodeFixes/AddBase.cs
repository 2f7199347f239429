using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Derives the class from <c>Sop</c>, or from <c>Sop&lt;T&gt;</c> if the first step shows the input of a run.</summary>
internal static class AddBase
{
    public static SyntaxChange? Offer(FixPlace place, SyntaxNode node, string input, CancellationToken cancel)
    {
        if (node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type
            || place.Model.GetDeclaredSymbol(type, cancel) is not { BaseType.SpecialType: SpecialType.System_Object })
        {
            return null;
        }

        var name = input.Length > 0 ? $"Sop<{input}>" : "Sop";
        var found = place.Model.LookupNamespacesAndTypes(type.SpanStart, name: "Sop");
        var isKnown = found.Length > 0 && found.All(symbol => SopSymbols.IsOurs(symbol as ITypeSymbol, "Sop"));
        var written = SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName(isKnown ? name : $"global::{SopSymbols.Home}.{name}"));
        return new($"Derive from {name}", FixNames.AddBase, editor => editor.ReplaceNode(type, (current, _) => Derived((ClassDeclarationSyntax)current, written)));
    }

    private static ClassDeclarationSyntax Derived(ClassDeclarationSyntax type, SimpleBaseTypeSyntax name)
    {
        if (type.BaseList is { } list)
        {
            return type.WithBaseList(list.WithTypes(list.Types.Insert(0, name)).WithAdditionalAnnotations(Formatter.Annotation));
        }

        var last = type.ParameterList?.CloseParenToken ?? type.TypeParameterList?.GreaterThanToken ?? type.Identifier;
        var colon = SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space);
        return type
            .ReplaceToken(last, last.WithTrailingTrivia(SyntaxFactory.Space))
            .WithBaseList(SyntaxFactory.BaseList(colon, [name]).WithTrailingTrivia(last.TrailingTrivia));
    }
}
