using Microsoft.Playwright;
using SopAsCode.Documents.Tests.Site;
using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Browser;

/// <summary>One browser for all tests, and the sites that they look at, from disk.</summary>
public sealed class OpenBrowser : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The site of the examples.</summary>
    public string Site => Address("site");

    /// <summary>The site of hostile texts.</summary>
    public string Hostile => Address("hostile");

    public async ValueTask InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is { } chromium)
        {
            SopSite.Write([Examples.TinyTeam], new() { Directory = _folder.PathOf("site"), AsOf = Examples.Day, Title = "Tiny team" });
            SopSite.Write([HostileTexts.Assembly], new() { Directory = _folder.PathOf("hostile"), AsOf = Examples.Day, Title = HostileTexts.Text });
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>A tab of somebody's own.</summary>
    public async Task<Tab> Open(string address, BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var tab = new Tab(await context.NewPageAsync(), address[..(address.IndexOf('/', Home.Length) + 1)]);
        await tab.Page.GotoAsync(address);
        return tab;
    }

    /// <summary>Another site.</summary>
    public string Write(string name, SopAssembly assembly, DateOnly? asOf)
    {
        SopSite.Write([assembly], new() { Directory = _folder.PathOf(name), AsOf = asOf, Title = "Tiny team" });
        return Address(name);
    }

    /// <summary>All pages of a site.</summary>
    public IEnumerable<string> Pages(string site) => Directory.GetFiles(new Uri(site).LocalPath, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new Uri(file).AbsoluteUri);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _folder.Dispose();
    }

    private string Home => new Uri(_folder.Path + "/").AbsoluteUri;

    private string Address(string name) => $"{Home}{name}/";
}

/// <summary>A tab, and what went wrong in it.</summary>
public sealed class Tab : IAsyncDisposable
{
    public Tab(IPage page, string folder)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Wrong.Add($"{message.Type} {message.Text}");
            }
        };
        page.PageError += (_, error) => Wrong.Add($"error {error}");
        page.RequestFailed += (_, request) => Wrong.Add($"failed {request.Url}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(folder, StringComparison.Ordinal) && request.Url != "data:,")
            {
                Wrong.Add($"asked for {request.Url}");
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            Wrong.Add($"dialog {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Errors, dialogs, and requests that leave the folder of the site.</summary>
    public List<string> Wrong { get; } = [];

    public ILocator Search => Page.Locator("#search");

    public ILocator Found => Page.Locator(".found a");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

/// <summary>The tests share one browser, and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<OpenBrowser>
{
    public const string Name = "Browser";
}
