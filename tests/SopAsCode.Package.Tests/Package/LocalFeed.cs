using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>A feed in a folder: the package, made once of what is built, and what it depends on. No test asks another feed.</summary>
public sealed class LocalFeed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LocalFeed()
    {
        Dotnet.Build(
            Built.Root, Packages, "pack", "src/SopAsCode", "--no-build", "-c", Built.Configuration, "-o", Path, "-warnaserror", $"-p:MinVerVersionOverride={Built.Version}").Succeeded();
        File.Copy(Built.StatelessPackage, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(Built.StatelessPackage)));
    }

    /// <summary>The feed.</summary>
    public string Path => _folder.PathOf("feed");

    /// <summary>The folder of restored packages.</summary>
    public string Packages => _folder.PathOf("packages");

    public PackedFile Package => new(_folder.PathOf($"feed/SopAsCode.{Built.Version}.nupkg"));

    public void Dispose() => _folder.Dispose();
}

/// <summary>All tests over the packages share one feed, and run one after another: a build takes all cores it gets.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<LocalFeed>
{
    public const string Name = "Packages";
}
