namespace SopAsCode.Package.Tests.Tooling;

/// <summary>A folder outside the repository, gone with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("sop-package-").FullName;

    public string Path { get; }

    public string PathOf(string name) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));

    public bool Has(string name) => File.Exists(PathOf(name));

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>The files in a folder, ordered; none when there is no such folder.</summary>
    public IReadOnlyList<string> Files(string folder) => Directory.Exists(PathOf(folder))
        ? [.. Directory.EnumerateFiles(PathOf(folder)).Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Sets a time long ago, so that writing the file again can't go unnoticed.</summary>
    public void MakeOld(string name) => File.SetLastWriteTimeUtc(PathOf(name), DateTime.UnixEpoch.AddYears(30));

    public bool IsOld(string name) => File.GetLastWriteTimeUtc(PathOf(name)) == DateTime.UnixEpoch.AddYears(30);

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Path, recursive: true);
    }
}
