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
    public SiteResult Bring(IEnumerable<Func<SiteFile>> files)
    {
        List<(string Path, bool IsWritten)> all;
        try
        {
            all = [.. files.AsParallel().AsOrdered().Select(make => make()).Select(file => (file.Path, WriteIfDifferent(file)))];
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            throw new IOException(e.InnerExceptions[0].Message, e);
        }

        var names = all.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        List<string> removed = [.. Listed().Where(old => !names.Contains(old)).Where(Remove)];

        WriteIfDifferent(new(List, string.Concat(names.Order(StringComparer.Ordinal).Select(name => name + "\n"))));
        return new()
        {
            Written = [.. all.Where(file => file.IsWritten).Select(file => file.Path)],
            Removed = removed,
            Unchanged = all.Count(file => !file.IsWritten),
        };
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
