using System.Security.Cryptography;
using System.Text;

namespace SopAsCode.Runtime;

/// <summary>The hashes of the record: SHA-256, as lower-case hexadecimal digits.</summary>
internal static class Hashing
{
    /// <summary>The hash that the first event of a run names as the one before it.</summary>
    public static readonly string Nothing = new('0', 64);

    /// <summary>The hash of a text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// The hash of a content, with its salt before it. Without the salt nobody can find out a short content, such as an amount, by trying.
    /// </summary>
    public static string Of(string salt, string text) => Of(salt + "\n" + text);
}
