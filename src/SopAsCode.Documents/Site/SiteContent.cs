using System.Reflection;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Site.Pages;

namespace SopAsCode.Documents.Site;

/// <summary>Everything that pages are made of, and the list of all files of the site.</summary>
internal sealed class SiteContent
{
    public SiteContent(SopLibrary library, SiteOptions options, string title)
    {
        (Library, Options, Title) = (library, options, title);
        History = new(options.Older, options.LockFiles);
    }

    /// <summary>The SOPs.</summary>
    public SopLibrary Library { get; }

    /// <summary>What was asked for.</summary>
    public SiteOptions Options { get; }

    /// <summary>What the site is called.</summary>
    public string Title { get; }

    /// <summary>What is known about earlier versions.</summary>
    public SopHistory History { get; }

    /// <summary>The day that counts as today; null when the browser knows it.</summary>
    public DateOnly? AsOf => Options.AsOf;

    /// <summary>The files, one after the other.</summary>
    public IEnumerable<SiteFile> Files()
    {
        yield return new("site.css", Asset("site.css"));
        yield return new("site.js", Asset("site.js"));
        yield return new("search-index.js", SearchIndex.Write(Library));
        yield return new("reviews.ics", ReviewCalendar.Write(Library, Title));
        foreach (var page in Pages())
        {
            yield return PageFrame.Around(page, Title, AsOf);
        }
    }

    /// <summary>A link by which a reader suggests a change.</summary>
    public Markup Suggest(LibrarySop sop, string part, string now)
    {
        var address = ChangeAddress.For(Options.ChangeAddress, sop.Definition, part, now);
        return Markup.Of($"<a class=\"suggest\" href=\"{address}\" aria-label=\"Suggest a change: {part}\">Suggest a change</a>");
    }

    private IEnumerable<Page> Pages()
    {
        yield return IndexPage.Write(this);
        foreach (var sop in Library.All)
        {
            yield return SopPage.Write(this, sop);
        }

        foreach (var page in StreamPages.Write(this).Concat(RolePages.Write(this)).Concat(ToolPages.Write(this)))
        {
            yield return page;
        }

        yield return AiPage.Write(this);
        yield return GrantsPage.Write(this);
        yield return ReviewsPage.Write(this);
        yield return MatrixPage.Write(this);
        yield return IdeasPage.Write(this);
        yield return QuestionsPage.Write(this);
    }

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
