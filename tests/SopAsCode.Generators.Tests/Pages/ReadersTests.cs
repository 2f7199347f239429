using System.Text.RegularExpressions;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>A page looks the same to everybody, whatever shows it.</summary>
public class ReadersTests
{
    private static readonly Regex Link = new(@"\[(?<label>(\\.|[^\]\\])*)\]\([^)]*\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex Escape = new(@"\\(?<letter>[!-/:-@\[-`{-~])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static TheoryData<string> OfMarkdown => [.. Readers.OfMarkdown];

    public static TheoryData<string> OfCharts => [.. Readers.OfCharts];

    [Theory]
    [MemberData(nameof(OfMarkdown))]
    public void Each_reader_shows_the_same_page(string reader)
    {
        foreach (var (name, shown) in Readers.Of(reader))
        {
            Assert.True(shown.Error is null, $"{reader}, {name}: {shown.Error}");
            var page = Readers.Pages[name];
            Assert.Equal([name, .. Headings(page)], [name, .. Plain(shown.Headings!)]);

            // Python-Markdown takes a list inside an item for one only below four blanks.
            var nested = reader == "python" ? Lines(page, line => line.StartsWith("   - ", StringComparison.Ordinal)) : 0;
            Assert.True(name == "hostile.md" || Lines(page, IsItem) - nested == shown.Items!.Count, $"{reader}, {name}: {shown.Items!.Count} items");
            Assert.Equal((name, Lines(page, line => line.StartsWith("<summary>", StringComparison.Ordinal))), (name, shown.Folds!.Count));
            Assert.All(shown.Links!.Select(link => link.Split(" → ")[^1]).Where(link => link.StartsWith('#')), link => Assert.Contains(link[1..], shown.Ids!));
            Assert.Empty(shown.Html!);
            Assert.DoesNotContain(shown.Links!, link => link.Split(" → ")[^1].StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(OfMarkdown))]
    public void Words_are_shown_as_they_were_written(string reader)
    {
        var shown = Readers.Of(reader);
        Assert.Contains("Replace {{name}} and {{ order.id }}", shown["braces.md"].Text, StringComparison.Ordinal);
        Assert.Contains("Every {{ order.total }} must be gone {before}", shown["braces.md"].Text, StringComparison.Ordinal);
        Assert.Contains("Write {{ name }}, {% raw %} and {one}", shown["braces.md"].Items!);
        Assert.Contains("It costs $5 or $10 & more → Pay ~20% with a | in it, 3 > 2, a#b, x*y, !important", shown["lists.md"].Text, StringComparison.Ordinal);
        Assert.Contains("high", shown["lists.md"].Cells!);
        Assert.Contains("https://forms.example.com/leave_request?a=1&b=2#step_3", shown["addresses.md"].Text, StringComparison.Ordinal);
        Assert.Contains(shown["addresses.md"].Links!, link => link.EndsWith("→ https://wiki.example.com/Team_%28sales%29", StringComparison.Ordinal));
        Assert.Contains(shown["addresses.md"].Links!, link => link.EndsWith("→ mailto:on_call@example.com", StringComparison.Ordinal));
        Assert.Contains("<script>x</script>", shown["hostile.md"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfCharts))]
    public void Each_version_of_mermaid_draws_each_chart_with_its_labels(string version)
    {
        foreach (var (name, shown) in Readers.Of(version))
        {
            Assert.True(shown.Error is null, $"{version}, {name}: {shown.Error}");
            var steps = Headings(Readers.Pages[name]).Where(heading => heading.StartsWith("H3 ", StringComparison.Ordinal) && char.IsAsciiDigit(heading[3])).Select(heading => heading["H3 ".Length..]);
            Assert.All(steps, step => Assert.Contains(shown.Nodes!, label => Same(label).StartsWith(name == "hostile.md" ? Same(step)[..40] : Same(step), StringComparison.Ordinal)));
            Assert.DoesNotContain(name == "hostile.md" ? [] : shown.Nodes!.Concat(shown.Edges!), label => label.Contains("Unsupported", StringComparison.Ordinal));
        }

        Assert.Superset(new HashSet<string> { "- not paid", "2) over 500" }, Readers.Of(version)["charts.md"].Edges!.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Sites_with_templates_show_the_page()
    {
        foreach (var (name, shown) in Readers.Of("liquid"))
        {
            Assert.True(shown.Error is null, $"{name}: {shown.Error}");
            Assert.True(Readers.Pages[name] == shown.Text || Readers.Pages[name].Contains("\nrender_with_liquid: false\n", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void A_formatter_changes_nothing()
    {
        foreach (var (name, shown) in Readers.Of("prettier").Where(page => page.Key is not ("hostile.md" or "long.md")))
        {
            Assert.Equal(Readers.Pages[name], shown.Text);
        }
    }

    // The headings of a page as it is written, without the marks that keep letters plain.
    private static List<string> Headings(string page)
    {
        List<string> headings = [];
        var isCode = false;
        foreach (var line in page.Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            var level = line.TakeWhile(c => c == '#').Count();
            if (!isCode && level is > 0 and < 7 && line[level] == ' ' && !line.StartsWith("# Generated by", StringComparison.Ordinal))
            {
                headings.Add(OneBlank($"H{level} {Unescaped(line[(level + 1)..])}"));
            }
        }

        return headings;
    }

    private static string Unescaped(string words) => Escape.Replace(Link.Replace(words, "${label}"), "${letter}")
        .Replace("&#124;", "|", StringComparison.Ordinal).Replace("&#36;", "$", StringComparison.Ordinal).Replace("&#126;", "~", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal).Trim();

    private static IReadOnlyList<string> Plain(IEnumerable<string> headings) => [.. headings.Select(heading => heading.Trim())];

    private static string OneBlank(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Some versions take marks in a label for Markdown: the words count.
    private static string Same(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c) && !"*_`~$\\".Contains(c, StringComparison.Ordinal)));

    private static int Lines(string page, Func<string, bool> counts) => page.Split('\n').Count(counts);

    private static bool IsItem(string line)
    {
        var words = line.TrimStart(' ');
        return words.StartsWith("- ", StringComparison.Ordinal) || words.StartsWith("* ", StringComparison.Ordinal)
            || (words.TakeWhile(char.IsAsciiDigit).Count() is > 0 and var digits && words[digits..].StartsWith(". ", StringComparison.Ordinal));
    }
}
