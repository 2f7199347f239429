using System.Globalization;
using System.Text;

// This file is also compiled into the generator, in a namespace of its own, because the generator writes the same JSON.
#if SOP_MODEL
namespace SopAsCode.Model;

/// <summary>Writes texts as JSON, so that the same text always gives the same JSON.</summary>
public static class JsonText
#else
namespace SopAsCode.Definitions;

/// <summary>Writes texts as JSON, so that the same text always gives the same JSON.</summary>
internal static class JsonText
#endif
{
    /// <summary>
    /// A text in quotes. Characters that a file can't hold, or that some readers take for the end of a line, are escaped; all others
    /// are unchanged.
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

    // A file can't hold half of a surrogate pair, and few readers accept it.
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
