using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

[Collection(PackageCollection.Name)]
public sealed class SiteOfAProject(LocalFeed feed)
{
    private const string Page = "out/the site/sops/refund-customer.html";

    [Fact]
    public void A_build_makes_the_site_and_touches_it_only_when_something_changed()
    {
        using var project = new OutsideProject(feed);
        var folder = project.Folder;
        folder.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <SopSiteDirectory>out/the site</SopSiteDirectory>
                <SopSiteTitle>Shop &amp; "more"</SopSiteTitle>
                <SopChangeAddress>https://example.com/new?title={title}&amp;body={body}</SopChangeAddress>
                <DefaultItemExcludes>out/**</DefaultItemExcludes>
              </PropertyGroup>
            </Project>
            """);

        var first = project.Build().Succeeded();
        Assert.Contains("SOP site in ", first.Output, StringComparison.Ordinal);
        Assert.Contains("<title>Refund a customer · Shop &amp; &quot;more&quot;</title>", folder.Read(Page), StringComparison.Ordinal);
        Assert.Contains("https://example.com/new?title=Refund%20a%20customer", folder.Read(Page), StringComparison.Ordinal);

        // Nothing changed.
        folder.MakeOld(Page);
        Assert.DoesNotContain("SOP site in ", project.Rebuild().Succeeded().Output, StringComparison.Ordinal);
        Assert.True(folder.IsOld(Page));

        // Code changed, and no SOP.
        folder.Write("Program.cs", folder.Read("Program.cs") + "\nConsole.WriteLine();\n");
        Assert.DoesNotContain("SOP site in ", project.Rebuild().Succeeded().Output, StringComparison.Ordinal);
        Assert.True(folder.IsOld(Page));

        // Somebody deleted a page; a setting changed; the folder can't be written.
        File.Delete(folder.PathOf(Page));
        Assert.Contains(": 1 written, 0 removed, ", project.Rebuild().Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("data-as-of=\"2026-11-30\"", project.Rebuild("-p:SopAsOf=2026-11-30").Succeeded() is { } ? folder.Read(Page) : "", StringComparison.Ordinal);
        folder.Write("taken", "a file in the place of the folder");
        Assert.Contains("error SOP1217: the site was not made: ", project.Rebuild("-p:SopSiteDirectory=taken").Failed().Output, StringComparison.Ordinal);
    }
}
