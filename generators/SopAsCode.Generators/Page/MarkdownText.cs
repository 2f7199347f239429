using System.Text;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// Puts the texts of people into Markdown, so that they look as written and can't become a heading, a link, HTML, a table
/// cell or the end of a fence.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]{}<>|~#$!&";

    private static readonly string[] ImageEndings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    /// <summary>A text within a line.</summary>
    public static string Inline(string text)
    {
        var line = OneLine(text);
        if (PlainText.Is(line, Special))
        {
            return line;
        }

        var escaped = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                default:
                    if (Special.IndexOf(c) >= 0)
                    {
                        escaped.Append('\\');
                    }

                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
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

    /// <summary>A link; only its title when a page may not link to the address.</summary>
    public static string Link(string title, string url)
    {
        var address = OneLine(url);
        var isSafe = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        return isSafe ? $"[{Inline(title)}](<{address.Replace("<", "%3C").Replace(">", "%3E").Replace("\\", "%5C").Replace("|", "%7C")}>)" : Inline(title);
    }

    /// <summary>A file beside the page: an image is shown, and any other file is linked; only its title when the path leads elsewhere.</summary>
    public static string File(string title, string path)
    {
        var clean = OneLine(path).Replace('\\', '/');
        var isSafe = clean.Length > 0 && clean[0] != '/' && clean.IndexOf(':') < 0 && clean.IndexOf('<') < 0 && clean.IndexOf('>') < 0;
        var isImage = ImageEndings.Any(end => clean.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return isSafe ? $"{(isImage ? "!" : "")}[{Inline(title)}](<{clean}>)" : Inline(title);
    }

    /// <summary>A text as a quoted YAML string.</summary>
    public static string Yaml(string text) => "\"" + OneLine(text).Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

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
