using System.Globalization;
using System.Text;

namespace SopAsCode.App;

/// <summary>
/// Makes texts that people wrote harmless for a terminal: what is no visible letter, such as escape sequences and marks that turn the direction of
/// writing, is shown by its number.
/// </summary>
internal static class PlainText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>A text of several lines.</summary>
    public static string Lines(string text) => Cleaned(text, keepsLines: true);

    /// <summary>A text on one line.</summary>
    public static string Line(string text) => Cleaned(text, keepsLines: false);

    /// <summary>How many columns a text takes.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(Columns);

    private static string Cleaned(string text, bool keepsLines)
    {
        StringBuilder clean = new(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                clean.Append(keepsLines ? '\n' : ' ');
            }
            else if (rune.Value == '\t')
            {
                clean.Append("  ");
            }
            else if (IsHarmless(rune))
            {
                clean.Append(rune.ToString());
            }
            else
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }
        }

        return clean.ToString();
    }

    // The joiners stand inside words of some languages and inside emoji, and can't hide or turn anything.
    private static bool IsHarmless(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    private static int Columns(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        ? 0
        : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
}
