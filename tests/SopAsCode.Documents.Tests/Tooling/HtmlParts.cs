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

    [GeneratedRegex("""<(?<name>/?[a-zA-Z!][\w-]*)(?<rest>(?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*/?>""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?<name>[^\s=>"']+)(\s*=\s*"(?<value>[^"]*)")?""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Attribute();
}
