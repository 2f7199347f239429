namespace SopAsCode.Build;

/// <summary>Writes a file so that no reader ever sees an incomplete file.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the file, and creates its folder if the folder is missing.</summary>
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

    // Some file systems allow a read-only file to be replaced, but somebody made the file read-only on purpose.
    private static void RefuseReadOnly(string path)
    {
        // The attributes are read only once, because another build may delete the file between two reads.
        var file = new FileInfo(path);
        if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException($"'{path}' is read-only.");
        }
    }
}
