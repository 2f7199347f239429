using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

[Collection(PackageCollection.Name)]
public sealed class WhatIsInThePackage(LocalFeed feed)
{
    private static readonly string[] Files =
    [
        "README.md",
        "SopAsCode.nuspec",
        "analyzers/dotnet/cs/SopAsCode.Analyzers.dll",
        "analyzers/dotnet/cs/SopAsCode.CodeFixes.dll",
        "analyzers/dotnet/cs/SopAsCode.Generators.dll",
        "analyzers/dotnet/cs/SopAsCode.Model.dll",
        "build/SopAsCode.props",
        "build/SopAsCode.targets",
        "build/profiles/none.globalconfig",
        "build/profiles/recommended.globalconfig",
        "build/profiles/starter.globalconfig",
        "build/profiles/strict.globalconfig",
        .. Directory.GetFiles(Path.Combine(Built.Root, "analyzers/docs")).Select(page => $"docs/rules/{Path.GetFileName(page)}").Order(StringComparer.Ordinal),
        "lib/net10.0/SopAsCode.dll",
        "lib/net10.0/SopAsCode.xml",
        "tasks/netstandard2.0/SopAsCode.Build.dll",
    ];

    [Fact]
    public void The_release_depends_on_Stateless_and_carries_nothing_of_it()
    {
        Assert.Equal(Files, feed.Release.Files());
        Assert.Equal(["net10.0: Stateless 5.18.0"], feed.Release.Dependencies());
        Assert.Equal(Built.Version, feed.Release.Metadata("version"));
        Assert.Equal("MIT", feed.Release.Metadata("license"));
        Assert.Equal("README.md", feed.Release.Metadata("readme"));
    }

    [Fact]
    public void The_package_for_tests_differs_in_version_and_dependency_only()
    {
        Assert.Equal(Files, feed.Package.Files());
        Assert.Equal([$"net10.0: SopAsCode.Stateless.StandIn [{LocalFeed.Version}]"], feed.Package.Dependencies());
        Assert.Equal(LocalFeed.Version, feed.Package.Metadata("version"));
    }

    [Fact]
    public void The_stand_in_goes_by_a_name_of_its_own()
    {
        Assert.Equal(["SopAsCode.Stateless.StandIn.nuspec", "lib/net10.0/Stateless.dll", "lib/net10.0/Stateless.xml"], feed.StandIn.Files());
        Assert.Equal("For tests of the package SopAsCode only, never published. This is not the package Stateless.", feed.StandIn.Metadata("description"));
    }

    [Fact]
    public void The_stand_in_is_packed_on_request_only()
    {
        using var output = new TemporaryFolder();

        Dotnet.Build(Built.Root, feed.Packages, "pack", "src/Stateless", "--no-build", "-c", Built.Configuration, "-o", output.Path).Succeeded();

        Assert.Empty(output.Files("."));
    }
}
