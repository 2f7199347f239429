using System.Text;

namespace SopAsCode.Model.Values;

/// <summary>Makes words from identifiers, in the same way in every culture.</summary>
public static class Naming
{
    /// <summary>An identifier as a phrase: <c>ReviewReply</c> becomes "Review reply", <c>ApplyFAQMacro</c> "Apply FAQ macro".</summary>
    /// <param name="identifier">The identifier.</param>
    /// <returns>The phrase.</returns>
    public static string Phrase(string identifier)
    {
        var words = Split(identifier);
        if (words.Count == 1 && words[0].Length == identifier.Length && char.IsUpper(identifier[0]))
        {
            return identifier;
        }

        var text = new StringBuilder(identifier.Length + words.Count);
        foreach (var (start, length) in words)
        {
            if (text.Length == 0)
            {
                text.Append(char.ToUpperInvariant(identifier[start])).Append(identifier, start + 1, length - 1);
                continue;
            }

            text.Append(' ');
            if (IsAcronym(identifier, start, length))
            {
                text.Append(identifier, start, length);
                continue;
            }

            for (var i = start; i < start + length; i++)
            {
                text.Append(char.ToLowerInvariant(identifier[i]));
            }
        }

        return text.Length == 0 ? Unnamed(identifier) : text.ToString();
    }

    /// <summary>An identifier as a stable name: <c>SupportTriage</c> becomes "support-triage".</summary>
    /// <param name="identifier">The identifier.</param>
    /// <returns>Lower-case words with hyphens.</returns>
    public static string Kebab(string identifier) =>
        Split(identifier) is { Count: > 0 } words ? string.Join("-", words.Select(word => identifier.Substring(word.Start, word.Length))).ToLowerInvariant() : Unnamed(identifier).ToLowerInvariant();

    /// <summary>The simple name of a type, from its full name.</summary>
    /// <param name="type">The full name: <c>Team.SupportTriage</c>.</param>
    /// <returns>The text after the last dot.</returns>
    public static string Simple(string type) => type.Substring(type.LastIndexOf('.') + 1);

    /// <summary>A text with a capital first letter, as at the start of a sentence or in the name of a member.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <returns>The text.</returns>
    public static string Large(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary>A text with a small first letter, as in the name of a parameter.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <returns>The text.</returns>
    public static string Small(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    // A name without a letter or digit.
    private static string Unnamed(string identifier) => identifier.Length == 0 ? "unnamed" : identifier;

    private static bool IsAcronym(string text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsUpper(text[i]) && !char.IsDigit(text[i]))
            {
                return false;
            }
        }

        return length > 1;
    }

    private static List<(int Start, int Length)> Split(string identifier)
    {
        List<(int Start, int Length)> words = [];
        var start = 0;
        for (var i = 0; i < identifier.Length; i++)
        {
            if (!char.IsLetterOrDigit(identifier[i]))
            {
                Cut(i);
                start = i + 1;
            }
            else if (i > start && StartsWord(identifier, i))
            {
                Cut(i);
                start = i;
            }
        }

        Cut(identifier.Length);
        return words;

        void Cut(int end)
        {
            if (end > start)
            {
                words.Add((start, end - start));
            }
        }
    }

    // A new word begins at a capital after a small letter or digit, and at the last of several capitals before a small letter.
    private static bool StartsWord(string text, int i) =>
        char.IsUpper(text[i]) && (!char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1])));
}
