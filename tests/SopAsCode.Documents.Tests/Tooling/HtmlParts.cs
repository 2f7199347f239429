using System.Net;
using System.Text.RegularExpressions;

namespace SopAsCode.Documents.Tests.Tooling;

/// <summary>A tag of a page as a browser reads it, with its attributes.</summary>
public sealed record HtmlTag(string Name, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Reads the tags of a page. It knows as little as a browser needs to see them: everything outside of tags is text.</summary>
public static partial class HtmlParts
{
    public static IEnumerable<HtmlTag> Tags(string html) => Tag().Matches(html).Select(tag => new HtmlTag(
        tag.Groups["name"].Value,
        Attribute().Matches(tag.Groups["rest"].Value).ToDictionary(attribute => attribute.Groups["name"].Value, attribute => WebUtility.HtmlDecode(attribute.Groups["value"].Value), StringComparer.OrdinalIgnoreCase)));

    /// <summary>What a reader sees: the text without tags.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(html, " "));

    /// <summary>The rows of a table, each cell as a reader sees it; none when the page has no such table.</summary>
    public static IReadOnlyList<string[]> Rows(string html, string table)
    {
        var start = html.IndexOf($"aria-label=\"{WebUtility.HtmlEncode(table)}\" tabindex", StringComparison.Ordinal);
        return start < 0 ? [] : [.. html[html.IndexOf("<tbody>", start, StringComparison.Ordinal)..html.IndexOf("</tbody>", start, StringComparison.Ordinal)]
            .Split("</tr>", StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(["</th>", "</td>"], StringSplitOptions.None)[..^1].Select(cell => WebUtility.HtmlDecode(Tag().Replace(cell, "")).Trim()).ToArray())
            .Where(row => row.Length > 0)];
    }

    [GeneratedRegex("""<(?<name>/?[a-zA-Z!][\w-]*)(?<rest>(?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*/?>""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?<name>[^\s=>"']+)(\s*=\s*"(?<value>[^"]*)")?""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Attribute();
}
