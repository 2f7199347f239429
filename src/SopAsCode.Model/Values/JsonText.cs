using System.Text;

namespace SopAsCode.Model;

/// <summary>Writes texts as JSON, in one way only: the same text always looks the same.</summary>
public static class JsonText
{
    /// <summary>
    /// A text in quotes. What no file can hold as it is, or what some reader takes for the end of a line, is escaped; everything else
    /// stands as it is.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The JSON string.</returns>
    public static string Quote(string text)
    {
        if (PlainText.Is(text, "\"\\"))
        {
            return $"\"{text}\"";
        }

        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                quoted.Append("\\n");
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                quoted.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                quoted.Append('\ufffd'); // half a character: no file can hold it, and few readers take it
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff')
            {
                quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
