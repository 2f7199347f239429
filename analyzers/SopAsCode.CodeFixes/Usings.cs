using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.CodeFixes;

/// <summary>Adds a using where a person would write it.</summary>
internal static class Usings
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name)
    {
        var line = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var end = line.IsKind(SyntaxKind.EndOfLineTrivia) ? line : SyntaxFactory.LineFeed;
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(end);
        if (root.Usings.Count == 0)
        {
            return root.AddUsings(directive.WithTrailingTrivia(end, end));
        }

        var at = root.Usings.Count(other => Precedes(other, name));
        if (at > 0)
        {
            return root.WithUsings(root.Usings.Insert(at, directive));
        }

        // Text above the first using, such as a licence, stays above it.
        var first = root.Usings[0];
        directive = directive.WithLeadingTrivia(first.GetLeadingTrivia());
        return root.WithUsings(root.Usings.Replace(first, first.WithLeadingTrivia()).Insert(0, directive));
    }

    private static bool Precedes(UsingDirectiveSyntax other, string name)
    {
        var text = other.Name?.ToString() ?? "";
        var isPlain = other.Alias is null && !other.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);
        var isSystem = text == "System" || text.StartsWith("System.", StringComparison.Ordinal);
        return other.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)
            || (isPlain && isSystem && string.CompareOrdinal(text, name) < 0);
    }
}
