using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>How names and lines are written at a place in the source.</summary>
internal static class LocalSyntax
{
    /// <summary>An attribute of the language, without its suffix; with its full name if the namespace is not imported.</summary>
    public static string Attribute(SemanticModel model, int position, string name) => Ours(model, position, name, name + "Attribute");

    /// <summary>A type of the language; with its full name if the namespace is not imported, or if the short name means something else.</summary>
    public static string Type(SemanticModel model, int position, string name) => Ours(model, position, name, name);

    /// <summary>Any type, as short as it can be.</summary>
    public static string Type(SemanticModel model, int position, ITypeSymbol type) => type.ToMinimalDisplayString(model, position);

    /// <summary>The line break of the file.</summary>
    public static string EndOfLine(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The text before a position on its line, if it is only white space; null otherwise.</summary>
    public static string? Indent(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var before = text.ToString(TextSpan.FromBounds(line.Start, position));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    private static string Ours(SemanticModel model, int position, string written, string type)
    {
        var found = model.LookupNamespacesAndTypes(position, name: type);
        return !found.IsEmpty && found.All(symbol => SopSymbols.IsOurs(symbol as ITypeSymbol, type)) ? written : $"global::{SopSymbols.Home}.{written}";
    }
}
