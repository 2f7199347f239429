namespace SopAsCode.Analyzers;

/// <summary>
/// Checks whether a title starts with a verb. No test of English is exact, so this one knows only words that are certainly not
/// verbs: words that never start an instruction, numbers, and a few endings. It accepts any other word.
/// </summary>
internal static class FirstWord
{
    private static readonly HashSet<string> NoVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "this", "these", "those", "my", "our", "your", "his", "its", "their", "we", "you", "they", "he", "she", "it",
        "every", "each", "some", "any", "another", "new", "if", "when", "after", "before", "while", "until", "once", "without", "who", "what", "where", "why", "how",
    };

    // Verbs that end like a noun.
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "hamstring", "restring", "unstring", "station", "ration", "vacation", "witness", "harness", "pity",
    };

    private static readonly string[] NounEndings = ["ation", "ness", "ity"];

    /// <summary>The first word of a title if it is certainly not a verb; otherwise null.</summary>
    public static string? IsNoVerb(string title)
    {
        var words = title.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var first = words[0].Trim('\'', '"', '“', '”', '‘', '’', '(', ')', ',', '.', ':', ';', '!', '?');
        var isNone = first.Length > 0 && (char.IsDigit(first[0]) || NoVerbs.Contains(first) || IsArticle(first, words) || (EndsLikeNoun(first) && !Verbs.Contains(first)));
        return isNone ? first : null;
    }

    // "An" is also a word of other languages, where it does not follow the English rule.
    private static bool IsArticle(string first, string[] words) => words.Length > 1 && char.IsLetter(words[1][0]) && first switch
    {
        "a" or "A" => !IsVowel(words[1][0]),
        "an" or "An" => IsVowel(words[1][0]),
        _ => false,
    };

    private static bool EndsLikeNoun(string word)
    {
        const string gerund = "ing";
        const int shortest = 6;
        return word.All(char.IsLetter)
            && ((word.EndsWith(gerund, StringComparison.OrdinalIgnoreCase) && word.Take(word.Length - gerund.Length).Any(IsVowel))
                || (word.Length >= shortest && NounEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))));
    }

    private static bool IsVowel(char letter) => char.ToLowerInvariant(letter) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
