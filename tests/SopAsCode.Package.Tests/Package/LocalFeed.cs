using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>The packages, made once of what is built: a feed in a folder, and the release form beside it.</summary>
public sealed class LocalFeed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LocalFeed()
    {
        Pack("src/SopAsCode", Path);
        Pack("src/Stateless", Path, "-p:PackStandIn=true");
        Pack("src/SopAsCode", _folder.PathOf("release"), "-p:StatelessSource=package");
    }

    /// <summary>The version of the packages for tests.</summary>
    public static string Version => $"{Built.Version}-standin";

    /// <summary>The feed.</summary>
    public string Path => _folder.PathOf("feed");

    /// <summary>The folder of restored packages.</summary>
    public string Packages => _folder.PathOf("packages");

    public PackedFile Package => new(_folder.PathOf($"feed/SopAsCode.{Version}.nupkg"));

    public PackedFile StandIn => new(_folder.PathOf($"feed/SopAsCode.Stateless.StandIn.{Version}.nupkg"));

    public PackedFile Release => new(_folder.PathOf($"release/SopAsCode.{Built.Version}.nupkg"));

    public void Dispose() => _folder.Dispose();

    private void Pack(string project, string output, params string[] more) =>
        Dotnet.Build(Built.Root, Packages, ["pack", project, "--no-build", "-c", Built.Configuration, "-o", output, "-warnaserror", $"-p:MinVerVersionOverride={Built.Version}", .. more]).Succeeded();
}

/// <summary>All tests over the packages share one feed, and run one after another: a build takes all cores it gets.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<LocalFeed>
{
    public const string Name = "Packages";
}
