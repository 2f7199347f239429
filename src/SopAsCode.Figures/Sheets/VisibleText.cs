using System.Globalization;
using System.Text;

namespace SopAsCode.Figures;

/// <summary>
/// Makes texts that people wrote harmless: what is no visible letter, such as escape sequences and marks that turn the direction of writing, is shown by its
/// number, <c>\u{202E}</c>.
/// </summary>
public static class VisibleText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>A text of several lines.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, with <c>\n</c> between its lines.</returns>
    public static string Lines(string text) => Cleaned(text, keepsLines: true);

    /// <summary>A text on one line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, with blanks in place of line breaks.</returns>
    public static string Line(string text) => Cleaned(text, keepsLines: false);

    private static string Cleaned(string text, bool keepsLines)
    {
        ArgumentNullException.ThrowIfNull(text);
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
}
