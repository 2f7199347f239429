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

    /// <summary>How each file is made. No file needs another one, so they can be made side by side.</summary>
    public IEnumerable<Func<SiteFile>> Files() =>
    [
        () => new("search-index.js", SearchIndex.Write(Library)),
        () => new("site.css", SiteAssets.Read("site.css")),
        () => new("site.js", SiteAssets.Read("site.js")),
        () => new("reviews.ics", ReviewCalendar.Write(Library, Title)),
        .. Pages().Select(page => (Func<SiteFile>)(() => PageFrame.Around(page(), Title, AsOf))),
    ];

    /// <summary>A link by which a reader suggests a change.</summary>
    public Markup Suggest(LibrarySop sop, string part, string now)
    {
        var address = ChangeAddress.For(Options.ChangeAddress, sop.Definition, part, now);
        return Markup.Of($"<a class=\"suggest\" href=\"{address}\" aria-label=\"Suggest a change: {part}\">Suggest a change</a>");
    }

    private IEnumerable<Func<Page>> Pages() =>
    [
        () => IndexPage.Write(this),
        .. Library.All.Select(sop => (Func<Page>)(() => SopPage.Write(this, sop))),
        () => StreamPages.All(this),
        .. Library.Streams.Select(stream => (Func<Page>)(() => StreamPages.Of(this, stream))),
        () => RolePages.All(this),
        .. Library.AllRoles.Select(role => (Func<Page>)(() => RolePages.Of(this, role))),
        () => ToolPages.All(this),
        .. Library.Tools.Select(tool => (Func<Page>)(() => ToolPages.Of(this, tool))),
        () => AiPage.Write(this),
        () => GrantsPage.Write(this),
        () => ReviewsPage.Write(this),
        () => MatrixPage.Write(this),
        () => IdeasPage.Write(this),
        () => QuestionsPage.Write(this),
    ];
}
