using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SopAsCode.Model.Values;

/// <summary>
/// Markdown that people wrote in a text of an SOP, ready to stand inside a page. Paragraphs, lists, tables, quotes, code, emphasis, links and images stay
/// as written. What would reach beyond the text does not: HTML shows as text, a heading becomes a bold line, a fence is closed, and a link leads to a web
/// or mail address or to a file.
/// </summary>
/// <param name="Text">The Markdown, without a line end at its end.</param>
/// <param name="IsOneLine">It is one line of words, so it can stand inside a list item or a table cell.</param>
/// <param name="OpenFence">The line that opens a fence which nothing closes, as written; null when each fence is closed.</param>
public sealed record AuthorMarkdown(string Text, bool IsOneLine, string? OpenFence)
{
    // Where none of these letters stands, nothing but a list, a rule or indented code has a meaning.
    private const string Special = "\\`*_[]{}<>|~#!&=:";

    // HTML that shows as text may leave something else to be read anew. Each turn takes HTML away, so a few are enough for what people write.
    private const int Turns = 8;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>Reads a text.</summary>
    /// <param name="written">The text as written.</param>
    /// <returns>What it is on a page.</returns>
    public static AuthorMarkdown Of(string written)
    {
        if (PlainText.Is(written, Special) && written.Length > 0 && char.IsLetter(written[0]))
        {
            return new(written.TrimEnd(), IsOneLine: true, OpenFence: null);
        }

        var text = CleanText.Of(written);
        string? openFence = null;
        for (var turn = 0; turn < Turns; turn++)
        {
            if (Parse(text) is not { } document)
            {
                return new(AsCode(text), IsOneLine: false, openFence);
            }

            var changes = new MarkdownChanges(text, document);
            openFence ??= changes.OpenFence;
            if (changes.IsEmpty)
            {
                var shown = text.Trim('\n').TrimEnd();
                return new(shown, shown.IndexOf('\n') < 0 && document.Count == 1 && document[0] is ParagraphBlock, openFence);
            }

            text = changes.Apply();
        }

        return new(AsCode(text), IsOneLine: false, openFence);
    }

    /// <summary>The blocks of a text, with their places; null when it is nested more deeply than the parser allows.</summary>
    internal static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string AsCode(string text)
    {
        var fence = new StringBuilder("```");
        while (text.Contains(fence.ToString()))
        {
            fence.Append('`');
        }

        return $"{fence}text\n{text}\n{fence}";
    }
}
