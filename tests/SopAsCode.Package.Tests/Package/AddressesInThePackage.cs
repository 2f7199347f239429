using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>Where the package says it comes from, and where its readers are sent.</summary>
[Collection(PackageCollection.Name)]
public sealed class AddressesInThePackage(LocalFeed feed)
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
    public void A_readme_links_into_the_repository_to_files_that_exist(string readme)
    {
        var text = File.ReadAllText(Path.Combine(Built.Root, readme));
        var folder = $"{Built.RepositoryUrl}/blob/main/";
        var links = Links(text, "](").Concat(Links(text, "<")).ToList();
        var files = links
            .Where(link => !link.Contains("://", StringComparison.Ordinal) || link.StartsWith(folder, StringComparison.Ordinal))
            .Select(link => link.Replace(folder, "", StringComparison.Ordinal).Split('#')[0])
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(Built.Root, file)), file));
        Assert.DoesNotContain(links, link => link.Contains("/SopAsCode", StringComparison.Ordinal) && link.Contains("://", StringComparison.Ordinal) && !link.StartsWith(folder, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Links(string text, string start) =>
        text.Split(start)[1..].Where(rest => start == "](" || rest.StartsWith("http", StringComparison.Ordinal)).Select(rest => rest.Split(')', '>', ' ', '\n')[0]);
}
