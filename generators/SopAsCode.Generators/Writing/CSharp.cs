using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes values as C#, so that no text of a team can break out of its literal or comment.</summary>
internal static class CSharp
{
    /// <summary>A text as a literal, or <c>null</c>.</summary>
    public static string Literal(string? text) =>
        text is null ? "null"
        : PlainText.Is(text) ? $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"" // most texts are plain, and this way costs least
        : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The quotes between which a text can stand unchanged: one more than the longest row of quotes in the text.</summary>
    public static string RawQuotes(string text)
    {
        var longest = 2;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new('"', longest + 1);
    }

    /// <summary>A name as an identifier.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value of one of the language's enums, flags included.</summary>
    public static string Enum<T>(T value)
        where T : struct, Enum => EnumWords<T>.Written.GetOrAdd(value, Write);

    private static string Write<T>(T value)
        where T : struct, Enum
    {
        var type = $"global::SopAsCode.{typeof(T).Name}";
        var text = value.ToString();
        return char.IsLetter(text[0])
            ? string.Join(" | ", text.Split(',').Select(name => $"{type}.{name.Trim()}"))
            : $"({type})({text})";
    }

    /// <summary>A text for an XML comment, on one line.</summary>
    public static string Xml(string text)
    {
        if (PlainText.Is(text, "&<>"))
        {
            return text;
        }

        var line = string.Join(" ", text.Split(['\r', '\n', '\u0085', '\u2028', '\u2029', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return new string([.. line.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < '\ufffe')])
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
    }

    /// <summary>A text for a line comment.</summary>
    public static string Comment(string text) => PlainText.Is(text) ? text : string.Join(" ", text.Split(['\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));

    // The names are kept, because there are few values and each is written many times.
    private static class EnumWords<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Written = new();
    }
}
