using System.Text;

namespace SopAsCode.Documents.Site;

/// <summary>A file of the site.</summary>
/// <param name="Path">Its path from the folder, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record SiteFile(string Path, string Text);

/// <summary>
/// The folder of a site. A file that is right already is not touched. The file <c>.sop-site</c> lists what the site wrote; what is listed and no longer
/// belongs to it is removed, and nothing else.
/// </summary>
internal sealed class SiteFolder(string path)
{
    /// <summary>The list of the files that the site wrote.</summary>
    public const string List = ".sop-site";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private readonly string _root = Path.GetFullPath(path);

    /// <summary>Writes what differs, and removes what no longer belongs to the site.</summary>
    public SiteResult Bring(IEnumerable<SiteFile> files)
    {
        List<string> written = [];
        List<string> removed = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        var unchanged = 0;
        foreach (var file in files)
        {
            names.Add(file.Path);
            if (WriteIfDifferent(file))
            {
                written.Add(file.Path);
            }
            else
            {
                unchanged++;
            }
        }

        foreach (var old in Listed().Where(old => !names.Contains(old)).Where(Remove))
        {
            removed.Add(old);
        }

        WriteIfDifferent(new(List, string.Concat(names.Order(StringComparer.Ordinal).Select(name => name + "\n"))));
        return new() { Written = written, Removed = removed, Unchanged = unchanged };
    }

    private string FullPath(string name) => Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar));

    private bool WriteIfDifferent(SiteFile file)
    {
        var full = FullPath(file.Path);
        var bytes = Encoding.GetBytes(file.Text);
        var old = new FileInfo(full);
        if (old.Exists && old.Length == bytes.Length && File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return true;
    }

    // Only what lies in the folder: a list that somebody edited removes nothing elsewhere.
    private IEnumerable<string> Listed() => File.Exists(FullPath(List))
        ? File.ReadAllLines(FullPath(List)).Where(name => name.Length > 0 && Path.GetFullPath(FullPath(name)).StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        : [];

    private bool Remove(string name)
    {
        var full = FullPath(name);
        if (!File.Exists(full))
        {
            return false;
        }

        File.Delete(full);
        return true;
    }
}
