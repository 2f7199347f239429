using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.Generators;

/// <summary>The place where the class of an SOP is declared. It holds values only and no reference to the file.</summary>
/// <param name="Class">The full name of the class.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Span">The span of the name of the class in the text of the file.</param>
/// <param name="Lines">The same span by line and column.</param>
internal sealed record SopPlace(string Class, string File, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The place of a declaration.</summary>
    public static SopPlace Of(string name, SyntaxNode declaration)
    {
        var at = declaration is BaseTypeDeclarationSyntax type ? type.Identifier.Span : declaration.Span;
        return new(name, declaration.SyntaxTree.FilePath, at, declaration.SyntaxTree.GetLineSpan(at).Span);
    }

    /// <summary>The place as a diagnostic names it.</summary>
    public Location ToLocation() => Location.Create(File, Span, Lines);
}
