using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>Who can't use the package is told so when it is restored, by one error, and not by the compiler.</summary>
[Collection(PackageCollection.Name)]
public sealed class OlderFrameworks(LocalFeed feed)
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [InlineData("netstandard2.1")]
    public void Restoring_says_that_the_package_does_not_fit(string framework)
    {
        // Nothing of the framework itself is asked for, because the folder that the tests restore from has none.
        using var project = new OutsideProject(feed, $"""
            <TargetFramework>{framework}</TargetFramework>
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
            <UseAppHost>false</UseAppHost>
            """);

        var restore = project.Restore().Failed();

        Assert.Contains($"error NU1202: Package SopAsCode {Built.Version} is not compatible with {framework} ", Assert.Single(restore.Errors), StringComparison.Ordinal);
    }
}
