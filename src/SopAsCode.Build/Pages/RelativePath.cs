namespace SopAsCode.Build;

/// <summary>The relative path from a folder to a file, with forward slashes.</summary>
internal static class RelativePath
{
    /// <summary>The relative path; the full path when there is none, as between two drives.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="file">The full path of the file.</param>
    public static string From(string folder, string file)
    {
        var from = Parts(folder);
        var to = Parts(file);
        var common = 0;
        while (common < Math.Min(from.Length, to.Length - 1) && from[common] == to[common])
        {
            common++;
        }

        return common == 0 && Path.GetPathRoot(folder) != Path.GetPathRoot(file)
            ? file
            : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    private static string[] Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
