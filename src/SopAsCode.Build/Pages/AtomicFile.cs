namespace SopAsCode.Build;

/// <summary>Writes a file so that nobody ever sees half of it.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the file, and its folder where that is missing.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void Write(string path, string text)
    {
        RefuseReadOnly(path);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(draft, text, PageText.Encoding);
            Take(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Deletes the file.</summary>
    /// <exception cref="IOException">The file can't be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void Delete(string path)
    {
        RefuseReadOnly(path);
        File.Delete(path);
    }

    // Another build of the same project may write or delete the same page at the same time.
    private static void Take(string draft, string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (File.Exists(path))
                {
                    File.Replace(draft, path, destinationBackupFileName: null);
                }
                else
                {
                    File.Move(draft, path);
                }

                return;
            }
            catch (IOException) when (attempt < 5 && File.Exists(draft))
            {
            }
        }
    }

    // Some file systems let a read-only file be replaced. Whoever made it read-only meant it.
    private static void RefuseReadOnly(string path)
    {
        // Asked once: between two questions another build may have deleted it.
        var file = new FileInfo(path);
        if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException($"'{path}' is read-only.");
        }
    }
}
