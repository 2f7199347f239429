namespace SopAsCode.Runtime;

/// <summary>
/// A file with the heads of all runs, a line of JSON each, with the hash of all lines at its end. Keep it where whoever can write the store can't write.
/// </summary>
public static class AnchorFile
{
    private const string Seal = "sha256 ";

    /// <summary>Writes the text of the file.</summary>
    /// <param name="heads">The heads.</param>
    /// <returns>The text.</returns>
    public static string Write(IEnumerable<AnchorLine> heads)
    {
        var lines = string.Concat(heads.OrderBy(head => head.Run, StringComparer.Ordinal).Select(head => RecordJson.Write(head) + "\n"));
        return lines + Seal + Hashing.Of(lines) + "\n";
    }

    /// <summary>Reads the text of the file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The heads.</returns>
    /// <exception cref="FormatException">It is no such file, or it was changed.</exception>
    public static IReadOnlyList<AnchorLine> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seal = text.LastIndexOf(Seal, StringComparison.Ordinal);
        if (seal < 0 || Hashing.Of(text[..seal]) != text[(seal + Seal.Length)..].Trim())
        {
            throw new FormatException("This is no anchor file, or it was changed: the hash in its last line is not that of the lines before.");
        }

        try
        {
            return [.. text[..seal].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordJson.ReadAnchor)];
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new FormatException($"This is no anchor file: {e.Message}", e);
        }
    }
}
