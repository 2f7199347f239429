namespace SopAsCode.Model.Findings;

/// <summary>Distinguishes real text from text that is only a placeholder.</summary>
public static class PlaceholderText
{
    private static readonly string[] Placeholders = ["TBD", "TODO", "TBC", "N/A", "NA", "NONE", "XXX", "?", "-", "…", "..."];

    /// <summary>
    /// Whether a text says nothing: it is empty, or a word that people write when they want to fill the text in later. Such a text counts as missing.
    /// </summary>
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
