namespace SopAsCode.Model.Findings;

/// <summary>Tells text that says something from text that only keeps a place.</summary>
public static class PlaceholderText
{
    private static readonly string[] Placeholders = ["TBD", "TODO", "TBC", "N/A", "NA", "NONE", "XXX", "?", "-", "…", "..."];

    /// <summary>Whether a text says nothing: empty, or one of the words people leave for later. It counts as missing.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <returns>True when it says nothing.</returns>
    public static bool Is(string? text)
    {
        var said = text?.Trim().TrimEnd('.', '!', ':').Trim() ?? "";
        return said.Length == 0
            || Placeholders.Contains(text!.Trim(), StringComparer.OrdinalIgnoreCase)
            || Placeholders.Contains(said, StringComparer.OrdinalIgnoreCase)
            || said.StartsWith("TODO:", StringComparison.OrdinalIgnoreCase)
            || said.StartsWith("TBD:", StringComparison.OrdinalIgnoreCase);
    }
}
