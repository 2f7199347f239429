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
        var folder = $"{Built.RepositoryUrl}/blob/main/";
        var links = File.ReadAllText(Path.Combine(Built.Root, readme)).Split("](")[1..].Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]);
        var files = links
            .Select(link => link.Replace(folder, "", StringComparison.Ordinal))
            .Where(link => !link.StartsWith("https://", StringComparison.Ordinal) || link.Contains("/SopAsCode/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(Built.Root, file)), file));
    }
}
