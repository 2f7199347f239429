using System.Text.RegularExpressions;

namespace SopAsCode.Build;

/// <summary>The files that a page links to or shows by their paths from the page.</summary>
internal static class PageLinks
{
    // No page takes that long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Code is shown as it is written, so nothing in it is a link. The same number of backticks that opens a span closes it.
    private static readonly Regex Code = new(@"^ *(?<fence>`{3,}|~{3,}).*?(^ *\k<fence>[`~]* *$|\z)|(?<!`)(?<ticks>`+)(?!`).+?(?<!`)\k<ticks>(?!`)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Target = new(@"(?<!\\)\]\((<(?<to>[^<>\n]*)>|(?<to>[^\s()<>]+(\([^\s()]*\)[^\s()]*)*))|^ *\[[^\]\n]+\]: *(<(?<to>[^<>\n]*)>|(?<to>\S+))", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience);

    // Links to the pages of other SOPs, as the generator writes them.
    private static readonly Regex OtherSops = new(@"(\*\*Hand-off\*\* to|\(see)(( |, | and )\[(\\.|[^\]\\\n])*\]\([^)\s/]+\.md\))+", RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex OtherSop = new(@"\[(?<title>(\\.|[^\]\\\n])*)\]\((?<page>[^)\s/]+\.md)\)", RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Escape = new(@"\\(?<letter>[!-/:-@\[-`{-~])", RegexOptions.ExplicitCapture, Patience);

    /// <summary>The paths at which there is neither a file nor a folder, as the page writes them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="folder">Its folder.</param>
    public static IEnumerable<string> Missing(SopPage page, PageFolder folder) =>
        from target in Target.Matches(Code.Replace(page.Text, "")).Cast<Match>().Select(match => match.Groups["to"].Value).Distinct(StringComparer.Ordinal)
        where PathOf(target) is { } path && !Exists(folder.PathOf(path))
        select target;

    /// <summary>
    /// A page without the links to SOPs that have no page in this folder, because another project writes theirs: their titles stay.
    /// </summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="names">The pages in the folder.</param>
    public static string WithoutPagesElsewhere(string text, ICollection<string> names) => OtherSops.Replace(
        text,
        all => OtherSop.Replace(all.Value, one => names.Contains(Uri.UnescapeDataString(one.Groups["page"].Value)) ? one.Value : one.Groups["title"].Value));

    // An address of the web, a place on the page and a path from the root of a site name no file that could be looked for.
    private static string? PathOf(string target)
    {
        var path = target.Split('#', '?')[0];
        return path.Length == 0 || path[0] == '/' || path.IndexOf(':') >= 0 ? null : Uri.UnescapeDataString(Escape.Replace(path, "${letter}").Replace("&amp;", "&"));
    }

    private static bool Exists(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return File.Exists(full) || Directory.Exists(full);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return false;
        }
    }
}
