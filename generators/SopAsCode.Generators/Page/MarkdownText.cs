using System.Text;
using System.Text.RegularExpressions;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// Puts the texts of people into Markdown, so that they look as written and can't become a heading, a link, HTML, a table
/// cell or the end of a fence.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]{}<>|~#$!&";

    // Between two of these, readers of templates see no template. It is not visible, and no line breaks at it.
    private const char Joiner = '\u2060';

    private static readonly Regex Addresses = new(
        @"(https?://|www\.)[^\s<>]+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1));

    private static readonly string[] ImageEndings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    /// <summary>A text within a line. An address in it leads there.</summary>
    public static string Inline(string text)
    {
        var line = OneLine(text);
        if (PlainText.Is(line, Special))
        {
            return line;
        }

        var all = new StringBuilder(line.Length);
        var at = 0;
        for (var match = Addresses.Match(line); match.Success; match = match.NextMatch())
        {
            // Readers see an address themselves, as long as nothing in it is escaped.
            var address = WithoutEnd(match.Value);
            all.Append(Escaped(line.Substring(at, match.Index - at)));
            all.Append(PlainText.Is(address, Special) ? address : $"[{Escaped(address)}]({Target(address)})");
            at = match.Index + address.Length;
        }

        return all.Append(Escaped(line.Substring(at))).ToString();
    }

    /// <summary>A text within a line that is a link already.</summary>
    public static string Label(string text)
    {
        var line = OneLine(text);
        return PlainText.Is(line, Special) ? line : Escaped(line);
    }

    // Punctuation behind an address belongs to the sentence, and so does a bracket that was opened before it.
    private static string WithoutEnd(string address)
    {
        var end = address.Length;
        while (end > 1 && (address[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '*' or '_' or '~'
            || (address[end - 1] == ')' && address.Take(end).Count(c => c == ')') > address.Take(end).Count(c => c == '('))))
        {
            end--;
        }

        return address.Substring(0, end);
    }

    private static string Target(string address) => Encoded(
        address.IndexOf("://", StringComparison.Ordinal) > 0 ? address
        : address.StartsWith("www.", StringComparison.Ordinal) ? "https://" + address
        : "mailto:" + address);

    private static string Encoded(string address) =>
        address.Replace("<", "%3C").Replace(">", "%3E").Replace("\\", "%5C").Replace("|", "%7C").Replace(" ", "%20").Replace("{", "%7B").Replace("}", "%7D").Replace("(", "%28").Replace(")", "%29");

    private static string Escaped(string line)
    {
        var escaped = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (i > 0 && line[i - 1] == '{' && c is '{' or '%')
            {
                escaped.Append(Joiner);
            }

            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    // Some readers look for tags again in what they have read as a heading.
                    escaped.Append("&lt;");
                    if (i + 1 < line.Length && (char.IsLetter(line[i + 1]) || line[i + 1] is '/' or '!'))
                    {
                        escaped.Append(Joiner);
                    }

                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '|':
                    escaped.Append("&#124;");
                    break;
                case '$' or '~' when line.IndexOf(c) != line.LastIndexOf(c):
                    // Not every reader knows a backslash before these two, and only a pair of them marks anything.
                    escaped.Append(c == '$' ? "&#36;" : "&#126;");
                    break;
                case '$' or '~':
                    escaped.Append(c);
                    break;
                case '!' when i + 1 == line.Length || line[i + 1] != '[':
                    escaped.Append(c);
                    break;
                default:
                    if (Special.IndexOf(c) >= 0 && !(c == '_' && IsInWord(line, i)))
                    {
                        escaped.Append('\\');
                    }

                    escaped.Append(c);
                    break;
            }
        }

        // Braces at the end of a block are attributes of it for some readers.
        return line.EndsWith("}", StringComparison.Ordinal) ? escaped.Append(Joiner).ToString() : escaped.ToString();
    }

    // Such a line marks nothing.
    private static bool IsInWord(string line, int at)
    {
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && line[before] == '_')
        {
            before--;
        }

        while (after < line.Length && line[after] == '_')
        {
            after++;
        }

        return before >= 0 && after < line.Length && char.IsLetterOrDigit(line[before]) && char.IsLetterOrDigit(line[after]);
    }

    /// <summary>A text at the start of a line, where a list mark or number must stay plain text.</summary>
    public static string Start(string text)
    {
        var inline = Inline(text);
        var digits = inline.TakeWhile(c => c is >= '0' and <= '9').Count();
        var mark = digits > 0 ? digits : 0;
        var isMark = mark < inline.Length && (digits > 0 ? inline[mark] is '.' or ')' : inline[mark] is '-' or '+' or '=');
        return isMark ? inline.Insert(mark, "\\") : inline;
    }

    /// <summary>A name as code.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text).Replace("|", "\u2223");
        var fence = new string('`', LongestRun(line) + 1);
        var space = line.StartsWith("`", StringComparison.Ordinal) || line.EndsWith("`", StringComparison.Ordinal) ? " " : "";
        return $"{fence}{space}{line}{space}{fence}";
    }

    /// <summary>A block of unchanged text.</summary>
    public static string Block(string text)
    {
        var lines = CleanText.Of(text);
        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        return $"{fence}text\n{lines}\n{fence}";
    }

    /// <summary>A link to an address, to a file by its path from the page, or to a place on the page; only its title when a page may not lead there.</summary>
    public static string Link(string title, string url)
    {
        var address = OneLine(url);
        var isOfTheWeb = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        return isOfTheWeb || IsPath(address) ? $"[{Label(title)}]({Encoded(address)})" : Inline(title);
    }

    // Words are no path: a path has a folder or an ending.
    private static bool IsPath(string address)
    {
        var path = address.Split('#', '?')[0];
        return !address.StartsWith("//", StringComparison.Ordinal) && address.IndexOf('\\') < 0 && path.IndexOf(':') < 0
            && (path.Length == 0 ? address.Length > 1 : path.IndexOf('/') >= 0 || (path.IndexOf('.') is > 0 and var dot && dot < path.Length - 1 && path.IndexOf(' ') < 0));
    }

    /// <summary>A file beside the page: an image is shown, and any other file is linked; only its title when the path leads elsewhere.</summary>
    public static string File(string title, string path)
    {
        var clean = OneLine(path).Replace('\\', '/');
        var isSafe = clean.Length > 0 && clean[0] != '/' && clean.IndexOf(':') < 0 && clean.IndexOf('<') < 0 && clean.IndexOf('>') < 0;
        var isImage = ImageEndings.Any(end => clean.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return isSafe ? $"{(isImage ? "!" : "")}[{Label(title)}]({Encoded(clean)})" : Inline(title);
    }

    /// <summary>A text as a quoted YAML string. Readers that don't know front matter must see no code in it either.</summary>
    public static string Yaml(string text) =>
        "\"" + OneLine(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("{", "\\x7B").Replace("<", "\\x3C\\u2060")
        + (text.TrimEnd().EndsWith("}", StringComparison.Ordinal) ? "\\u2060\"" : "\"");

    /// <summary>A text on one line, without invisible characters.</summary>
    public static string OneLine(string text) => PlainText.Is(text)
        ? text.Trim()
        : string.Join(" ", CleanText.Of(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim();

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
