namespace SopAsCode.Build;

/// <summary>The folder of the pages on disk.</summary>
internal sealed class PageFolder
{
    /// <summary>The extension of every page.</summary>
    public const string Extension = ".md";

    private readonly bool? _ignoresCase;

    /// <summary>Reads the folder, which need not exist.</summary>
    /// <param name="path">The full path, without a separator at its end.</param>
    /// <param name="ignoresCase">Whether the file system ignores case in names; null to find out.</param>
    public PageFolder(string path, bool? ignoresCase = null)
    {
        Path = path;
        _ignoresCase = ignoresCase;
        Names = new(StringComparer.Ordinal);
        if (Directory.Exists(Path))
        {
            Names.UnionWith(Directory.EnumerateFiles(Path, "*" + Extension).Select(file => System.IO.Path.GetFileName(file)));
        }
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The names of all Markdown files directly in it.</summary>
    public HashSet<string> Names { get; }

    /// <summary>The full path of a file in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The name of the existing file, which may differ in case if the file system ignores case; null when the file does not exist.</summary>
    public string? Existing(string name)
    {
        if (Names.Contains(name))
        {
            return name;
        }

        var twin = Names.FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
        return twin is not null && (_ignoresCase ?? File.Exists(PathOf(name))) ? twin : null;
    }

    /// <summary>The text of a file, with <c>\n</c> at the end of each line; null when there is no such file.</summary>
    public static string? Read(string path)
    {
        try
        {
            return PageText.Normal(PageText.Encoding.GetString(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
