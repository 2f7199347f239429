namespace SopAsCode.Build;

/// <summary>Checks which ids can be the name of a file on every file system, without a path that leaves the folder.</summary>
internal static class PageName
{
    private const int Longest = 100;

    /// <summary>Names that are devices on Windows, with any extension.</summary>
    private static readonly HashSet<string> Devices = new(
        new[] { "con", "prn", "aux", "nul" }.Concat(Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the id can be the name of a file.</summary>
    public static bool IsPossible(string id) =>
        id.Length is > 0 and <= Longest
        && char.IsLetterOrDigit(id[0])
        && char.IsLetterOrDigit(id[id.Length - 1])
        && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        && !Devices.Contains(id.Split('.')[0]);

    /// <summary>Two ids with the same key have the same file on some file system.</summary>
    public static string Key(string id) => id.Normalize().ToUpperInvariant();
}
