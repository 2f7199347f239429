namespace SopAsCode.Model.Values;

/// <summary>Most texts are plain, and what writes them need not look at each letter.</summary>
public static class PlainText
{
    /// <summary>Whether a text has printable ASCII only, and none of some letters that mean something where it will stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="special">Those letters.</param>
    /// <returns>True when it can stand as it is.</returns>
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
