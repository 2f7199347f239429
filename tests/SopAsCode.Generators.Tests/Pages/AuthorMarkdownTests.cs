using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators.Tests.Pages;

public sealed class AuthorMarkdownTests
{
    private static readonly MarkdownPipeline Tables = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Theory]
    [InlineData("Call the customer.")]
    [InlineData("- one\n- two\n  - deeper\n\n1. first\n2. second")]
    [InlineData("| who | when |\n|---|---|\n| Ana | *now* |")]
    [InlineData("Run this:\n\n```bash\nkubectl get pods | grep -v '<none>' && echo {ok}\n```")]
    [InlineData("- Restart it:\n\n  ```\n  sudo systemctl restart <name>\n  ```\n- Wait")]
    [InlineData("> quoted **text**\n> goes on")]
    [InlineData("[The board](https://board.example.com/a?b=c#d) and ![map](images/map.png) and [here](../x.md#y)")]
    [InlineData("Type `<name>` or `{id}`, *now*, **really**")]
    [InlineData("    indented <code>")]
    [InlineData("one\\\ntwo  \nthree")]
    [InlineData("a \\{b\\} and \\< c")]
    [InlineData("~~~\nit's ``` in here\n~~~")]
    [InlineData("Build it:\n\n```\n\tmake all\n```")]
    public void What_people_write_stays_as_written(string text)
    {
        var shown = AuthorMarkdown.Of(text);
        Assert.Equal(text, shown.Text);
        Assert.Null(shown.OpenFence);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <b>bold</b> word")]
    [InlineData("<div>\n# no heading\n</div>")]
    [InlineData("<!-- hidden -->\ntext")]
    [InlineData("<details><summary>x</summary>\n\ninside\n\n</details>")]
    [InlineData("- item\n\n  <img src=x onerror=alert(1)>")]
    [InlineData("> <iframe src='https://x.example.com'>")]
    [InlineData("<?php echo 1 ?>")]
    [InlineData("<![CDATA[ x ]]>")]
    [InlineData("a < b and b > c, 1<2")]
    public void Html_shows_as_text(string text)
    {
        var document = Markdown.Parse(AuthorMarkdown.Of(text).Text, Tables);
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.DoesNotContain('<', AuthorMarkdown.Of(text).Text);
        Assert.Equal(Letters(text), Letters(System.Net.WebUtility.HtmlDecode(WithoutTags(Markdown.ToHtml(AuthorMarkdown.Of(text).Text, Tables)))));
    }

    [Theory]
    [InlineData("# Big", "**Big**")]
    [InlineData("### Small ###", "**Small**")]
    [InlineData("Text\n# Big\nmore", "Text\n\n**Big**\n\nmore")]
    [InlineData("Big\n===\nmore", "**Big**\n\nmore")]
    [InlineData("Big\n---", "**Big**")]
    [InlineData("# **Bold**", "**Bold**")]
    [InlineData("- # Big\n  more", "- **Big**\n\n  more")]
    [InlineData("> # Big\n> more", "> **Big**\n>\n> more")]
    [InlineData("#", "")]
    public void A_heading_becomes_a_bold_line(string text, string shown)
    {
        Assert.Equal(shown, AuthorMarkdown.Of(text).Text);
        Assert.Empty(Markdown.Parse(AuthorMarkdown.Of(text).Text, Tables).Descendants<HeadingBlock>());
    }

    [Theory]
    [InlineData("```bash\nls", "```bash", "```bash\nls\n```")]
    [InlineData("~~~\nls\n```", "~~~", "~~~\nls\n```\n~~~")]
    [InlineData("- x\n\n  ```\n  ls\n\nafter", "```", "- x\n\n  ```\n  ls\n  ```\n\nafter")]
    [InlineData("> ```\n> ls", "```", "> ```\n> ls\n> ```")]
    [InlineData("````\n```", "````", "````\n```\n````")]
    public void A_fence_is_closed_and_named(string text, string fence, string shown)
    {
        var read = AuthorMarkdown.Of(text);
        Assert.Equal(fence, read.OpenFence);
        Assert.Equal(shown, read.Text);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](<javascript:alert(1)>)")]
    [InlineData("[x](&#106;avascript:alert)")]
    [InlineData("![x](data:text/html;base64,AAAA)")]
    [InlineData("[x][1]\n\n[1]: vbscript:x")]
    [InlineData("<file:///etc/passwd>")]
    [InlineData("[x](JaVaScRiPt:alert)")]
    public void A_link_leads_to_the_web_to_mail_or_to_a_file(string text)
    {
        var links = Markdown.Parse(AuthorMarkdown.Of(text).Text, Tables).Descendants().ToList();
        Assert.Empty(links.OfType<LinkInline>());
        Assert.Empty(links.OfType<AutolinkInline>());
    }

    [Theory]
    [InlineData("<https://a_b.example.com/x*y>", "[https://a\\_b.example.com/x\\*y](https://a_b.example.com/x*y)")]
    [InlineData("Ask <help@example.com>.", "Ask [help@example.com](mailto:help@example.com).")]
    [InlineData("Fill in {name}", "Fill in \\{name\\}\u2060")]
    [InlineData("{{ secret }}", "\\{\u2060\\{ secret \\}\\}\u2060")]
    [InlineData("{\\{ secret", "\\{\u2060\\{ secret")]
    [InlineData("{% raw %}", "\\{\u2060% raw %\\}\u2060")]
    [InlineData("a } b", "a \\} b")]
    [InlineData("a }\nb", "a \\}\u2060\nb")]
    [InlineData("a * b", "a \\* b")]
    [InlineData("a _ b", "a \\_ b")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("end_ of", "end\\_ of")]
    [InlineData("last_", "last\\_")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("- one\n- # Big\n  more", "- one\n- **Big**\n\n  more")]
    [InlineData("> # Big\n> more", "> **Big**\n>\n> more")]
    [InlineData("> ```\n> code", "> ```\n> code\n> ```")]
    [InlineData("> ~~~~ sh\n> code\n>", "> ~~~~ sh\n> code\n> ~~~~\n>")]
    [InlineData("a\u202Eb\u2066c\u0007d", "abcd")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    public void It_says_the_same_to_readers_of_other_kinds(string text, string shown) => Assert.Equal(shown, AuthorMarkdown.Of(text).Text);

    [Theory]
    [InlineData("One line, with *some* `code`", true)]
    [InlineData("", true)]
    [InlineData("- a list", false)]
    [InlineData("two\nlines", false)]
    [InlineData("# heading", true)]
    [InlineData("| a |\n|---|", false)]
    [InlineData("1. first", false)]
    public void It_says_whether_it_fits_into_a_sentence(string text, bool isOneLine) => Assert.Equal(isOneLine, text.Length == 0 || AuthorMarkdown.Of(text).IsOneLine);

    [Fact]
    public void Nothing_is_too_long_or_too_deep()
    {
        Assert.Equal(new string('x', 10_000), AuthorMarkdown.Of(new string('x', 10_000)).Text);
        Assert.StartsWith("```text\n", AuthorMarkdown.Of(string.Concat(Enumerable.Repeat("> ", 5_000)) + "x").Text, StringComparison.Ordinal);
        var deep = AuthorMarkdown.Of(string.Concat(Enumerable.Repeat("> ", 5_000)) + "```");
        Assert.StartsWith("````text\n", deep.Text, StringComparison.Ordinal);
        Assert.False(deep.IsOneLine);
        Assert.NotEmpty(AuthorMarkdown.Of(new string('[', 10_000)).Text);
        Assert.NotEmpty(AuthorMarkdown.Of(string.Concat(Enumerable.Repeat("<a", 5_000))).Text);
        Assert.NotEmpty(AuthorMarkdown.Of(string.Concat(Enumerable.Range(1, 400).Select(i => new string('`', i) + "x"))).Text);
    }

    // Whatever is thrown at it, what it gives reaches nowhere, and it is content with it.
    [Fact]
    public void What_it_gives_needs_no_other_change()
    {
        var random = new Random(20261126);
        string[] pieces = ["<b>", "</b>", "<!--", "-->", "# ", "\n", "\n\n", "```", "~~~", "- ", "1. ", "> ", "  ", "    ", "\t", "`", "``", "[a](", "javascript:x", ")", "[", "]", "!", "*", "**", "_", "{", "}", "|", "---", "===", "\\", "&lt;", "&#60;", "<https://x.example.com>", "a", "b c", "[r]: x:y", "<div>", "<script>"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => pieces[random.Next(pieces.Length)]));
            var shown = AuthorMarkdown.Of(text).Text;
            var again = AuthorMarkdown.Of(shown);
            Assert.True(shown == again.Text && again.OpenFence is null, $"{Show(text)}\n{Show(shown)}\n{Show(again.Text)}");
            var html = Markdown.ToHtml(shown, Tables);
            Assert.True(!html.Contains("<script", StringComparison.Ordinal) && !html.Contains("<div", StringComparison.Ordinal) && !html.Contains("<h1", StringComparison.Ordinal) && !html.Contains("\"javascript", StringComparison.Ordinal), $"{Show(text)}\n{Show(shown)}\n{html}");
        }
    }

    private static string Show(string text) => text.Replace("\n", "⏎\n");

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('#' or '-' or '>')));

    private static string WithoutTags(string html) =>
        new[] { "p", "li", "ul", "blockquote", "strong" }.Aggregate(html.Replace("<br />", "", StringComparison.Ordinal), (text, tag) => text.Replace($"<{tag}>", "", StringComparison.Ordinal).Replace($"</{tag}>", "", StringComparison.Ordinal));
}
