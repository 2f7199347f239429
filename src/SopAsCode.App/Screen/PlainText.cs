using System.Globalization;
using System.Text;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>
/// Makes texts that people wrote harmless for a terminal: what is no visible letter, such as escape sequences and marks that turn the direction of
/// writing, is shown by its number.
/// </summary>
internal static class PlainText
{
    /// <summary>A text of several lines.</summary>
    public static string Lines(string text) => VisibleText.Lines(text);

    /// <summary>A text on one line.</summary>
    public static string Line(string text) => VisibleText.Line(text);

    /// <summary>How many columns a text takes.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(Columns);

    private static int Columns(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        ? 0
        : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
}
