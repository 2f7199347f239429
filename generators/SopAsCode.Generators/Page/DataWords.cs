using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Names data as people do: "support ticket", not <c>SupportTicket</c>.</summary>
internal static class DataWords
{
    /// <summary>A type in words, as part of a sentence.</summary>
    public static string Name(TypeUse type) => MarkdownText.Inline(PageWords.Inside(Title(type)));

    /// <summary>A type in words.</summary>
    public static string Title(TypeUse type)
    {
        var name = type.Short;
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return $"List of {PageWords.Inside(Phrase(name.Substring(0, name.Length - 2)))}";
        }

        var open = name.IndexOf('<');
        return open > 0 && name.EndsWith(">", StringComparison.Ordinal) && name.IndexOf(',') < 0 && name.IndexOf("List", 0, open, StringComparison.Ordinal) >= 0
            ? $"List of {PageWords.Inside(Phrase(name.Substring(open + 1, name.Length - open - 2)))}"
            : Phrase(name);
    }

    /// <summary>What a value holds, in words; empty when that is not known.</summary>
    public static string Holds(SopModel sop, TypeUse type)
    {
        var data = sop.Data.FirstOrDefault(candidate => candidate.Type.Key == type.Key);
        return string.Join(", ", data?.Kind switch
        {
            DataKind.Record => data.Properties.Select((property, number) => MarkdownText.Inline(number == 0 ? Naming.Phrase(property.Name) : PageWords.Inside(Naming.Phrase(property.Name)))),
            DataKind.Enum => data.Values.Select((value, number) => (number == 0 ? "one of: " : "") + MarkdownText.Inline(PageWords.Inside(Naming.Phrase(value)))),
            _ => [],
        });
    }

    // Names of the language and of types with arguments say more as they are.
    private static string Phrase(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c)) && char.IsUpper(name[0]) ? Naming.Phrase(name) : name;
}
