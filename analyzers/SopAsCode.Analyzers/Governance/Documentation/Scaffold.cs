using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>First texts for what a declaration lacks, made from what it already says. The author can correct them and need not invent them.</summary>
internal static class Scaffold
{
    /// <summary>Adds an attribute.</summary>
    /// <param name="word">Its name without suffix.</param>
    /// <param name="arguments">Its arguments, as code writes them.</param>
    public static Fix Attribute(string word, params string[] arguments) => new(FixNames.AddAttribute, $"{word}\n({string.Join(", ", arguments)})");

    /// <summary>Writes a text into an existing attribute.</summary>
    /// <param name="argument">The argument, in the form in which it is added if it is missing.</param>
    /// <param name="text">The text.</param>
    public static Fix Write(string argument, string text) => new(FixNames.WriteText, $"{argument}\n{Text(text)}");

    /// <summary>A text as code writes it.</summary>
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The name of a value in words: <c>overdue invoice</c>; null for a type without a name of its own.</summary>
    public static string? Noun(TypeUse? type) =>
        type is { IsUnknown: false } && SyntaxFacts.IsValidIdentifier(type.Short) && SyntaxFacts.GetKeywordKind(type.Short) == SyntaxKind.None ? Naming.Inside(Naming.Phrase(type.Short)) : null;

    /// <summary>With its article: <c>an overdue invoice</c>.</summary>
    public static string A(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ") + noun;

    /// <summary>The name of the SOP in words, from its title, or else from its class.</summary>
    public static string TitleOf(SopModel sop) => PlaceholderText.Is(sop.Title) ? Naming.Phrase(sop.Class.Name) : sop.Title.Trim();
}
