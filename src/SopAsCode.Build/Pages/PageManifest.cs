namespace SopAsCode.Build;

/// <summary>
/// Which pages this project wrote, and what stood in them: the proof without which no file is deleted. It lies in <c>obj</c>, survives a
/// clean, and when it is lost the mark in a page still tells where the page came from, so that it is reported rather than deleted.
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
    /// <param name="file">Its file; need not exist.</param>
    /// <param name="root">The folder of the project: a copy of the project must not reach into the original.</param>
    public static PageManifest Read(string file, string root) => new(file, root, PageFolder.Read(file) ?? "");

    /// <summary>This project wrote this page, and nobody edited it since.</summary>
    public bool Wrote(string path, string text) => _hashes.TryGetValue(path, out var hash) && hash == PageText.Hash(text);

    /// <summary>Remembers a page.</summary>
    public void Add(string path, string text) => _hashes[path] = PageText.Hash(text);

    /// <summary>Forgets a page.</summary>
    public void Remove(string path) => _hashes.Remove(path);

    /// <summary>Saves what changed, if anything did.</summary>
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
