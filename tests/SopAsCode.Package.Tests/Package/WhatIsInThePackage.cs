using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

[Collection(PackageCollection.Name)]
public sealed class WhatIsInThePackage(LocalFeed feed)
{
    private static readonly string[] Files =
    [
        "README.md",
        "SopAsCode.nuspec",
        "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/Humanizer.dll",
        "analyzers/dotnet/cs/Markdig.dll",
        "analyzers/dotnet/cs/SopAsCode.Analyzers.dll",
        "analyzers/dotnet/cs/SopAsCode.CodeFixes.dll",
        "analyzers/dotnet/cs/SopAsCode.Generators.dll",
        "analyzers/dotnet/cs/SopAsCode.Model.dll",
        "buildTransitive/net10.0/SopAsCode.props",
        "buildTransitive/net10.0/SopAsCode.targets",
        "buildTransitive/net10.0/profiles/none.globalconfig",
        "buildTransitive/net10.0/profiles/recommended.globalconfig",
        "buildTransitive/net10.0/profiles/starter.globalconfig",
        "buildTransitive/net10.0/profiles/strict.globalconfig",
        .. Directory.GetFiles(Path.Combine(Built.Root, "analyzers/docs")).Select(page => $"docs/rules/{Path.GetFileName(page)}").Order(StringComparer.Ordinal),
        "lib/net10.0/SopAsCode.dll",
        "lib/net10.0/SopAsCode.xml",
        "tasks/net10.0/DiffPlex.dll",
        "tasks/net10.0/Humanizer.dll",
        "tasks/net10.0/Markdig.dll",
        "tasks/net10.0/SopAsCode.Documents.dll",
        "tasks/net10.0/SopAsCode.Documents.runtimeconfig.json",
        "tasks/net10.0/SopAsCode.dll",
        "tasks/netstandard2.0/SopAsCode.Build.dll",
    ];

    [Fact]
    public void It_holds_these_files_and_no_other() => Assert.Equal(Files, feed.Package.Files());

    [Fact]
    public void It_depends_on_Stateless_alone_up_to_its_next_major_version() =>
        Assert.Equal(["net10.0: Stateless [5.18.0, 6.0.0)"], feed.Package.Dependencies());

    [Fact]
    public void It_says_its_version_its_licence_and_its_readme()
    {
        Assert.Equal(Built.Version, feed.Package.Metadata("version"));
        Assert.Equal("MIT", feed.Package.Metadata("license"));
        Assert.Equal("README.md", feed.Package.Metadata("readme"));
    }
}
