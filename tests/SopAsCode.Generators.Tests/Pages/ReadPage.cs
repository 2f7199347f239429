using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>A page as a Markdown viewer understands it.</summary>
internal sealed class ReadPage
{
    private static readonly MarkdownPipeline Viewer = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().UseMathematics().UseEmojiAndSmiley().Build();

    private readonly MarkdownDocument _document;

    private ReadPage(string text)
    {
        Text = text;
        _document = Markdown.Parse(text, Viewer);
    }

    public string Text { get; }

    /// <summary>Headings with their level, as plain text.</summary>
    public IReadOnlyList<string> Headings => [.. _document.Descendants<HeadingBlock>().Select(heading => $"{new string('#', heading.Level)} {PlainText(heading.Inline!)}")];

    /// <summary>Every piece of HTML.</summary>
    public IReadOnlyList<string> Html =>
    [
        .. _document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()),
        .. _document.Descendants<HtmlInline>().Select(inline => inline.Tag),
    ];

    /// <summary>Where links lead.</summary>
    public IReadOnlyList<string> Links => [.. _document.Descendants<LinkInline>().Select(link => link.Url!), .. _document.Descendants<AutolinkInline>().Select(link => link.Url)];

    /// <summary>What the fences around code say it is.</summary>
    public IReadOnlyList<string> Fences => [.. _document.Descendants<FencedCodeBlock>().Select(block => block.Info ?? "")];

    /// <summary>Rows of all tables, cells as plain text.</summary>
    public IReadOnlyList<string> Rows =>
        [.. _document.Descendants<TableRow>().Select(row => string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Concat(cell.Descendants<ParagraphBlock>().Select(paragraph => PlainText(paragraph.Inline!))))))];

    /// <summary>Emphasis, maths and the like: marks that are no plain text.</summary>
    public IReadOnlyList<string> Marked => [.. _document.Descendants<EmphasisInline>().Select(PlainText)];

    public static ReadPage Of(SopProject project, string type)
    {
        using var assembly = EmittedAssembly.Of(project);
        return new(assembly.Get<string>(type, "Markdown"));
    }

    private static string PlainText(ContainerInline inline) => string.Concat(inline.Descendants<LeafInline>().Select(leaf => leaf switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => "\n",
        _ => "",
    })).Replace("\u2060", "", StringComparison.Ordinal); // nobody sees a joiner
}
