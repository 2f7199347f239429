namespace SopAsCode.Model.Values;

/// <summary>Makes texts that a file can hold.</summary>
internal static class WholeCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text, with the replacement character in place of each single half of a surrogate pair.</summary>
    public static string Of(string text)
    {
        var at = FirstHalf(text, 0);
        if (at < 0)
        {
            return text;
        }

        var whole = text.ToCharArray();
        for (; at >= 0; at = FirstHalf(text, at + 1))
        {
            whole[at] = Replacement;
        }

        return new(whole);
    }

    private static int FirstHalf(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
