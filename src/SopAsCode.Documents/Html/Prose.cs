using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SopAsCode.Model.Values;

namespace SopAsCode.Documents.Html;

/// <summary>
/// Markdown that people wrote in a text of an SOP, as HTML. HTML in it shows as text, a heading becomes a bold line, and a link leads to a web or mail
/// address; everything else stays as written. An image of the web becomes a link, because a page of the site loads nothing from elsewhere.
/// </summary>
internal static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The text as HTML.</summary>
    public static Markup Of(string text)
    {
        var clean = CleanText.Of(text);
        try
        {
            var document = Markdown.Parse(clean, Pipeline);
            Tame(document);
            using var html = new StringWriter { NewLine = "\n" };
            var renderer = new HtmlRenderer(html);
            Pipeline.Setup(renderer);
            renderer.Render(document);
            return new($"<div class=\"prose\">{html.ToString().TrimEnd('\n')}</div>");
        }
        catch (ArgumentException)
        {
            // It is nested more deeply than the parser allows.
            return Markup.Of($"""<pre class="prose">{clean}</pre>""");
        }
    }

    private static void Tame(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
        {
            var line = new ParagraphBlock { Inline = new() };
            var bold = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
            while (heading.Inline?.FirstChild is { } inline)
            {
                inline.Remove();
                bold.AppendChild(inline);
            }

            line.Inline.AppendChild(bold);
            var parent = heading.Parent!;
            parent[parent.IndexOf(heading)] = line;
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.GetDynamicUrl = null;
            link.Title = null;
            if (WebAddress.Of(link.Url) is { } address)
            {
                (link.Url, link.IsImage) = (address, false);
            }
            else
            {
                link.ReplaceBy(new ContainerInline(), copyChildren: true);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && WebAddress.Of(link.Url) is null).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }
}
