namespace SopAsCode.Analyzers;

/// <summary>A secret in a text.</summary>
/// <param name="Name">What it looks like: "a GitHub token".</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsKey">It has the form of a known kind of key that no other text has.</param>
internal readonly record struct Secret(string Name, int Start, int Length, bool IsKey);

/// <summary>Finds keys of known forms, private keys, passwords and connection strings.</summary>
internal static class Secrets
{
    private const int Any = int.MaxValue;

    private static readonly KeyForm[] Forms =
    [
        new("sk-", "an API key", IsWordOrHyphen, 20, Any, NeedsRun: true),
        new("sk_live_", "a Stripe key", IsLetterOrDigit, 16, Any),
        new("sk_test_", "a Stripe key", IsLetterOrDigit, 16, Any),
        new("rk_live_", "a Stripe key", IsLetterOrDigit, 16, Any),
        new("ghp_", "a GitHub token", IsLetterOrDigit, 36, Any),
        new("gho_", "a GitHub token", IsLetterOrDigit, 36, Any),
        new("ghu_", "a GitHub token", IsLetterOrDigit, 36, Any),
        new("ghs_", "a GitHub token", IsLetterOrDigit, 36, Any),
        new("ghr_", "a GitHub token", IsLetterOrDigit, 36, Any),
        new("github_pat_", "a GitHub token", IsWord, 50, Any),
        new("glpat-", "a GitLab token", IsWordOrHyphen, 20, Any),
        new("xoxa-", "a Slack token", IsLetterDigitOrHyphen, 20, Any),
        new("xoxb-", "a Slack token", IsLetterDigitOrHyphen, 20, Any),
        new("xoxp-", "a Slack token", IsLetterDigitOrHyphen, 20, Any),
        new("xoxr-", "a Slack token", IsLetterDigitOrHyphen, 20, Any),
        new("xoxs-", "a Slack token", IsLetterDigitOrHyphen, 20, Any),
        new("AKIA", "an AWS access key", IsCapitalOrDigit, 16, 16),
        new("ASIA", "an AWS access key", IsCapitalOrDigit, 16, 16),
        new("AIza", "a Google API key", IsWordOrHyphen, 35, 35),
        new("npm_", "an npm token", IsLetterOrDigit, 36, 36),
        new("hf_", "a Hugging Face token", IsLetterOrDigit, 34, Any),
    ];

    private static readonly string[] PasswordWords = ["password", "passwd", "pwd", "accountkey", "sharedaccesskey"];

    /// <summary>The secrets in a text, keys first. Every text of every declaration is searched, and almost none holds one, so nothing is allocated until then.</summary>
    public static IReadOnlyList<Secret> In(string text)
    {
        List<Secret>? found = null;
        foreach (var form in Forms)
        {
            for (var at = Find(text, form.Prefix); at >= 0; at = Find(text, form.Prefix, at))
            {
                if (form.LengthAt(text, at) is { } length)
                {
                    (found ??= []).Add(new(form.Name, at, length, IsKey: true));
                }
            }
        }

        const string key = "-----BEGIN ";
        for (var at = Find(text, key); at >= 0; at = Find(text, key, at))
        {
            var end = text.IndexOf("-----", at + 5, StringComparison.Ordinal);
            if (end > 0 && text.Substring(at, end - at) is var label && (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) || label.EndsWith("PRIVATE KEY BLOCK", StringComparison.Ordinal)))
            {
                (found ??= []).Add(new("a private key", at, end + 5 - at, IsKey: true));
            }
        }

        if ((Password(text) ?? Login(text)) is { } secret)
        {
            (found ??= []).Add(secret);
        }

        return found ?? (IReadOnlyList<Secret>)[];
    }

    // password=..., as in connection strings. Prose writes "password:", which is ignored.
    private static Secret? Password(string text)
    {
        if (text.IndexOf('=') < 0)
        {
            return null;
        }

        foreach (var word in PasswordWords)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                var next = Skip(text, at + word.Length);
                if (next < text.Length && text[next] == '=' && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
                {
                    var start = Skip(text, next + 1);
                    var end = start;
                    while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (';' or '"' or '\'' or ',' or '&'))
                    {
                        end++;
                    }

                    if (IsValue(text.Substring(start, end - start)))
                    {
                        return new("a password or connection string", at, end - at, IsKey: false);
                    }
                }
            }
        }

        return null;
    }

    // scheme://user:password@host, without the user if a service has none.
    private static Secret? Login(string text)
    {
        const string scheme = "://";
        for (var at = Find(text, scheme); at >= 0; at = Find(text, scheme, at))
        {
            var start = at + 3;
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('/' or '?' or '"' or '<' or '>' or '@'))
            {
                end++;
            }

            var colon = text.IndexOf(':', start, end - start);
            if (end < text.Length && text[end] == '@' && colon >= start && IsValue(text.Substring(colon + 1, end - colon - 1)))
            {
                return new("an address with a password", start, end - start, IsKey: false);
            }
        }

        return null;
    }

    // A text that only shows where a secret goes is not a secret: {password}, <password>, ***, …
    private static bool IsValue(string value) =>
        value.Length >= 4 && value[0] is not ('{' or '<' or '[' or '(' or '$' or '%' or '*' or '…' or '.' or '=') && value.Any(letter => letter != value[0]);

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    // Where a word stands, or where it stands next after a place; less than zero when nowhere.
    private static int Find(string text, string word, int? after = null) => text.IndexOf(word, after is { } at ? at + word.Length : 0, StringComparison.Ordinal);

    private static bool IsCapitalOrDigit(char letter) => letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsLetterOrDigit(char letter) => IsCapitalOrDigit(letter) || letter is >= 'a' and <= 'z';

    private static bool IsWord(char letter) => IsLetterOrDigit(letter) || letter == '_';

    private static bool IsLetterDigitOrHyphen(char letter) => IsLetterOrDigit(letter) || letter == '-';

    private static bool IsWordOrHyphen(char letter) => IsWord(letter) || letter == '-';

    /// <summary>The form of the keys of one kind.</summary>
    private sealed record KeyForm(string Prefix, string Name, Func<char, bool> Fits, int Least, int Most, bool NeedsRun = false)
    {
        // Long names of other things have a hyphen every few letters.
        private const int Run = 16;

        public int? LengthAt(string text, int at)
        {
            if (at > 0 && IsWordOrHyphen(text[at - 1]))
            {
                return null;
            }

            var start = at + Prefix.Length;
            var end = start;
            while (end < text.Length && Fits(text[end]))
            {
                end++;
            }

            var length = end - start;
            return length >= Least && length <= Most && IsKey(text.Substring(start, length)) ? end - at : null;
        }

        // A key is random, so it contains a digit; a key that ends in EXAMPLE is the one that manuals show.
        private bool IsKey(string body) =>
            body.Any(char.IsDigit)
            && !body.EndsWith("EXAMPLE", StringComparison.Ordinal)
            && (!NeedsRun || body.Split('-', '_').Any(piece => piece.Length >= Run));
    }
}
