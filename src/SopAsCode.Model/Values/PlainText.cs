namespace SopAsCode.Model.Values;

/// <summary>Recognises plain texts. Most texts are plain, and a writer need not check each letter of a plain text.</summary>
public static class PlainText
{
    /// <summary>Whether a text has only printable ASCII, and none of the letters that have a special meaning in the output.</summary>
    /// <param name="text">The text.</param>
    /// <param name="special">Those letters.</param>
    /// <returns>True when it can be written unchanged.</returns>
    public static bool Is(string text, string special = "")
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || special.IndexOf(c) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
