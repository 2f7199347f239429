using System.Text;

namespace SopAsCode.Model.Values;

/// <summary>Takes out of a text what nobody sees, and what makes a text look different from what it says.</summary>
public static class CleanText
{
    /// <summary>
    /// The text with <c>\n</c> as its only line end, without control characters, single surrogates and marks that change the direction of
    /// text, and without empty lines at its end. Tabs stay.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The clean text.</returns>
    public static string Of(string text)
    {
        if (PlainText.Is(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var lines = text.Replace("\r\n", "\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var c = lines[i];
            if (c is '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                clean.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < lines.Length && char.IsLowSurrogate(lines[i + 1]))
            {
                clean.Append(c).Append(lines[++i]);
            }
            else if (c is '\n' or '\t' || !(char.IsControl(c) || char.IsSurrogate(c) || IsDirection(c) || c is '\ufeff' or >= '\ufffe'))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd('\n');
    }

    private static bool IsDirection(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
