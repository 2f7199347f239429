namespace SopAsCode.Build;

/// <summary>
/// Records which pages this project wrote, and their content. A file is deleted only if this record proves that the project wrote it.
/// The record is in <c>obj</c> and survives a clean. If it is lost, the mark in a page still says where the page came from, and the page
/// is reported and not deleted.
/// </summary>
internal sealed class PageManifest
{
    private readonly string _file;
    private readonly string _root;
    private readonly string _before;
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private PageManifest(string file, string root, string content)
    {
        _file = file;
        _root = root;
        _before = content;
        foreach (var line in content.Split('\n'))
        {
            var space = line.IndexOf(' ');
            if (space > 0)
            {
                _hashes[Full(line.Substring(space + 1))] = line.Substring(0, space);
            }
        }
    }

    /// <summary>The full paths of the pages.</summary>
    public IReadOnlyCollection<string> Paths => [.. _hashes.Keys];

    /// <summary>Reads the manifest.</summary>
    /// <param name="file">Its file, which need not exist.</param>
    /// <param name="root">The folder of the project, so that a copy of the project does not change files of the original.</param>
    public static PageManifest Read(string file, string root) => new(file, root, PageFolder.Read(file) ?? "");

    /// <summary>Whether this project wrote this page and nobody edited it since then.</summary>
    public bool Wrote(string path, string text) => _hashes.TryGetValue(path, out var hash) && hash == PageText.Hash(text);

    /// <summary>Whether this project wrote a page there.</summary>
    public bool Has(string path) => _hashes.ContainsKey(path);

    /// <summary>Adds a page.</summary>
    public void Add(string path, string text) => _hashes[path] = PageText.Hash(text);

    /// <summary>Removes a page.</summary>
    public void Remove(string path) => _hashes.Remove(path);

    /// <summary>Saves the record if it changed.</summary>
    public void Save()
    {
        var content = string.Concat(_hashes.Select(page => $"{page.Value} {Relative(page.Key)}\n"));
        if (content != _before)
        {
            AtomicFile.Write(_file, content);
        }
    }

    private string Full(string path) => Path.GetFullPath(Path.Combine(_root, path));

    private string Relative(string path) => RelativePath.From(_root, path);
}
