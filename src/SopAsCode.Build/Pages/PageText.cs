using System.Security.Cryptography;
using System.Text;

namespace SopAsCode.Build;

/// <summary>The text of a page, on disk and in comparisons.</summary>
internal static class PageText
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public static readonly Encoding Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text with <c>\n</c> at the end of each line, because source control decides which line ends a working copy has,
    /// and without the byte order mark that some editors write.</summary>
    public static string Normal(string text) => (text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text).Replace("\r\n", "\n");

    /// <summary>A hash that identifies a text.</summary>
    public static string Hash(string normalText)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.GetBytes(normalText)).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
