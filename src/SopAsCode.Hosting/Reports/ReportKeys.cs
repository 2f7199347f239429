using System.Security.Cryptography;
using System.Text;

namespace SopAsCode.Hosting;

/// <summary>Who reports from outside, and the variable of the environment that has the key by which it is known.</summary>
internal sealed record ReportSource(string Name, string KeyFrom);

/// <summary>The keys by which those who report are known. Of each only the hash is kept.</summary>
internal sealed class ReportKeys
{
    private const int Shortest = 24;
    private const string Scheme = "Bearer ";
    private readonly List<(string Name, byte[] Hash)> _keys = [];

    /// <summary>Reads the keys from the environment.</summary>
    /// <exception cref="InvalidOperationException">A key is missing or too short, or two are the same.</exception>
    public ReportKeys(IEnumerable<ReportSource> sources, Func<string, string?> environment)
    {
        foreach (var source in sources)
        {
            var key = environment(source.KeyFrom)?.Trim() ?? "";
            var hash = Hash(key);
            if (key.Length < Shortest)
            {
                throw new InvalidOperationException(
                    $"The environment variable '{source.KeyFrom}' {(key.Length == 0 ? "is missing" : $"has fewer than {Shortest} letters")}: it is the key with which '{source.Name}' reports. 'openssl rand -base64 32' makes one.");
            }

            if (_keys.Find(other => other.Hash.AsSpan().SequenceEqual(hash)) is { Name: { } same })
            {
                throw new InvalidOperationException($"'{source.Name}' and '{same}' report with the same key, so nobody can tell them apart: give each its own.");
            }

            _keys.Add((source.Name, hash));
        }
    }

    /// <summary>Who has the key of a header <c>Authorization</c>; null when nobody has.</summary>
    public string? NameOf(string? authorization)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        // Hashes have one length, and all are compared to the end: the time tells nothing about the keys.
        var given = Hash(authorization[Scheme.Length..].Trim());
        string? name = null;
        foreach (var key in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(key.Hash, given))
            {
                name = key.Name;
            }
        }

        return name;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
