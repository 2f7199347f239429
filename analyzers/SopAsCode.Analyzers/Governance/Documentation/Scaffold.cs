using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>The place for what a declaration lacks. Only a person can say what it is, so it is left to fill in, and the finding stays until somebody does.</summary>
internal static class Scaffold
{
    /// <summary>A text that is to be filled in, as code writes it. It counts as missing.</summary>
    public const string ToFillIn = "\"TODO\"";

    /// <summary>Adds an attribute.</summary>
    /// <param name="word">Its name without suffix.</param>
    /// <param name="arguments">Its arguments, as code writes them.</param>
    public static Fix Attribute(string word, params string[] arguments) => new(FixNames.AddAttribute, $"{word}\n({string.Join(", ", arguments)})");

    /// <summary>Adds an argument to an existing attribute.</summary>
    /// <param name="name">The argument.</param>
    public static Fix Argument(string name) => new(FixNames.AddArgument, $"{name}\n{ToFillIn}");

    /// <summary>A text as code writes it.</summary>
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
