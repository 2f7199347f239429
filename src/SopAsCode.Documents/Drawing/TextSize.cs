using System.Globalization;
using System.Text;

namespace SopAsCode.Documents.Drawing;

/// <summary>How much room a text needs. The browser's font is not known, so this is a little more than common fonts need.</summary>
internal static class TextSize
{
    private const string Narrow = "iljtfrI.,:;'|!()[]{}/\\- ";
    private const string Wide = "mwMW@%&—…";

    private const double Bold = 1.13;

    /// <summary>The width of a text on one line.</summary>
    public static double Width(string text, double size, bool isBold = false)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value switch
            {
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
                _ when rune.IsAscii && Narrow.Contains((char)rune.Value, StringComparison.Ordinal) => 0.37,
                _ when rune.IsBmp && Wide.Contains((char)rune.Value, StringComparison.Ordinal) => 0.97,
                >= 'A' and <= 'Z' => 0.73,
                >= 0x1100 => 1.05,
                _ => 0.59,
            };
        }

        return width * size * (isBold ? Bold : 1);
    }

    /// <summary>A text in lines that are not wider than a width. A word that is wider is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool isBold = false)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, size, width, isBold)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, isBold) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Cut(string word, double size, double width, bool isBold)
    {
        if (Width(word, size, isBold) <= width)
        {
            yield return word;
            yield break;
        }

        var part = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (part.Length > 0 && Width(part + element, size, isBold) > width)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(element);
        }

        yield return part.ToString();
    }
}
