using System.Globalization;
using System.Text;

// The generator writes the same JSON: this file is compiled into both, each in its own namespace.
#if SOP_MODEL
namespace SopAsCode.Model;

/// <summary>Writes texts as JSON, in one way only: the same text always looks the same.</summary>
public static class JsonText
#else
namespace SopAsCode.Definitions;

/// <summary>Writes texts as JSON, in one way only: the same text always looks the same.</summary>
internal static class JsonText
#endif
{
    /// <summary>
    /// A text in quotes. What no file can hold as it is, or what some reader takes for the end of a line, is escaped; everything else
    /// stands as it is.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The JSON string.</returns>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        Append(quoted, text);
        return quoted.ToString();
    }

    /// <summary>Writes a text in quotes after others.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="text">The text.</param>
    public static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' and not '"' and not '\\')
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (Escape(c) is { } escape)
            {
                json.Append(text, written, i - written).Append(escape);
                written = i + 1;
            }
        }

        json.Append(text, written, text.Length - written).Append('"');
    }

    // Half a character is nothing that a file can hold, and few readers take it.
    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ when char.IsSurrogate(c) => "\ufffd",
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
