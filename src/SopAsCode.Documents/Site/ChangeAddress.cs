using SopAsCode.Definitions;

namespace SopAsCode.Documents.Site;

/// <summary>The address that a reader opens to suggest a change, with everything filled in that a maintainer needs.</summary>
internal static class ChangeAddress
{
    private const string Mail = "mailto:?subject={title}&body={body}";

    // Servers refuse long addresses.
    private const int LongestText = 1200;

    /// <summary>Fills in an address.</summary>
    /// <param name="address">The address with its blanks; null for an e-mail.</param>
    /// <param name="sop">The SOP.</param>
    /// <param name="part">The part of the page.</param>
    /// <param name="now">What it says now.</param>
    public static string For(string? address, SopDefinition sop, string part, string now)
    {
        var text = now.Length > LongestText ? now[..LongestText] + "…" : now;
        var body = $"Procedure: {sop.Title} ({sop.Id}{(sop.Version is { } version ? $" {version}" : "")})\nPart: {part}\n\nIt says now:\n{text}\n\nIt should say:\n\n\nBecause:\n\n\nDeclared in {sop.Class}\n";
        return (address ?? Mail)
            .Replace("{title}", Escape($"{sop.Title}: {part}"), StringComparison.Ordinal)
            .Replace("{body}", Escape(body), StringComparison.Ordinal)
            .Replace("{id}", Escape(sop.Id), StringComparison.Ordinal)
            .Replace("{class}", Escape(sop.Class), StringComparison.Ordinal);
    }

    // Half of a surrogate pair can't be escaped.
    private static string Escape(string text) => Uri.EscapeDataString(Model.Values.CleanText.Of(text));
}
