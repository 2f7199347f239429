using System.Globalization;

namespace SopAsCode.Generators;

/// <summary>How many columns a text takes in a font of equal widths.</summary>
internal static class TextWidth
{
    // Hangul, CJK, kana, full-width forms and pictures take two columns (Unicode Standard Annex 11, classes W and F).
    private static readonly (int From, int To)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The width of a text of one line.</summary>
    public static int Of(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var code = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
            width += code < 0x300 ? 1 : WidthOf(code);
        }

        return width;
    }

    private static int WidthOf(int code)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(code is >= 0xD800 and <= 0xDFFF ? 0xFFFD : code), 0);
        return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
            : Array.Exists(Wide, range => code >= range.From && code <= range.To) ? 2
            : 1;
    }
}
