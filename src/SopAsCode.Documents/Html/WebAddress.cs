namespace SopAsCode.Documents.Html;

/// <summary>Addresses that a page may link to.</summary>
internal static class WebAddress
{
    /// <summary>The address, ready for an attribute that is escaped; null when it is no address of the web or of mail.</summary>
    public static string? Of(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" ? address.AbsoluteUri : null;
}
