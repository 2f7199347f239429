using System.Text.RegularExpressions;
using SopAsCode.Model.Values;
using SopAsCode.Package.Tests.Package;
using SopAsCode.Package.Tests.Pages;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Repository;

/// <summary>Where the package says it comes from, and where readers are sent.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class Addresses(LocalFeed feed)
{
    [Fact]
    public void The_package_names_the_repository_of_this_build()
    {
        Assert.Equal(Built.RepositoryUrl, feed.Package.Metadata("projectUrl"));
        Assert.Equal(Built.RepositoryUrl, feed.Package.Metadata("repository", "url"));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/SopAsCode/README.md")]
    [InlineData(".github/ISSUE_TEMPLATE/config.yml")]
    public void No_file_names_the_repository_otherwise(string file) =>
        Assert.All(Repositories().Matches(Read(file)), address => Assert.Equal(Built.RepositoryUrl, address.Value));

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/SopAsCode/README.md")]
    public void A_readme_links_to_files_that_exist(string readme)
    {
        var files = Links().Matches(Read(readme))
            .Select(link => link.Groups["target"].Value.Replace($"{Built.RepositoryUrl}/blob/main/", "", StringComparison.Ordinal))
            .Where(target => !target.StartsWith("https://", StringComparison.Ordinal))
            .Select(target => target.Split('#')[0])
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(Built.Root, file)), file));
    }

    [Fact]
    public void A_finding_about_pages_links_to_the_document_about_them()
    {
        using var project = new ProjectWithPages();
        project.Compile(CompiledSops.Sop("Triage", "con", "x"));

        var link = Assert.Single(project.RunFully().HelpLinks);

        Assert.Equal($"{RepositoryLink.FolderOf(Built.RepositoryUrl, Built.Version)}/src/SopAsCode.Build/README.md", link);
        Assert.True(Path.Exists(Path.Combine(Built.Root, "src/SopAsCode.Build/README.md")));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Built.Root, file));

    [GeneratedRegex("https://github\\.com/[^/]+/SopAsCode\\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Repositories();

    [GeneratedRegex("\\]\\((?<target>[^)\\s]+)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
