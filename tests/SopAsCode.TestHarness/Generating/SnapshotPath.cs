namespace SopAsCode.TestHarness;

/// <summary>Where the approved texts of one test are.</summary>
/// <param name="file">The file of the test, named like its class.</param>
/// <param name="member">The test.</param>
internal sealed class SnapshotPath(string file, string member)
{
    private readonly string _folder = Path.GetDirectoryName(SourcePath.Find(file))!;
    private readonly string _test = $"{Path.GetFileNameWithoutExtension(file)}.{member}";

    /// <summary>The approved text.</summary>
    public string Verified(string? name, string extension) => PathOf(name, "verified", extension);

    /// <summary>The text that was not approved.</summary>
    public string Received(string? name, string extension) => PathOf(name, "received", extension);

    /// <summary>All approved texts of the test that have a name.</summary>
    public IEnumerable<string> AllNamed(string extension) => Directory.EnumerateFiles(_folder, $"{_test}#*.verified.{extension}");

    private string PathOf(string? name, string state, string extension) =>
        Path.Combine(_folder, $"{_test}{(name is null ? "" : "#" + name)}.{state}.{extension}");
}
