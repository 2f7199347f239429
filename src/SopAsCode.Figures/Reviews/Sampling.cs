using System.Security.Cryptography;
using System.Text;

namespace SopAsCode.Figures;

/// <summary>
/// Draws samples by a rule that anybody can repeat: the things are put in the order of the SHA-256 of a seed, a line feed and their name, and the first ones are taken. Nobody who writes
/// the record can choose what is drawn, and the same seed draws the same.
/// </summary>
public static class Sampling
{
    /// <summary>Draws.</summary>
    /// <typeparam name="T">What is drawn.</typeparam>
    /// <param name="things">All of them.</param>
    /// <param name="nameOf">The name of each, which no other has.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="max">How many at most.</param>
    /// <returns>What was drawn, in the order in which it was drawn.</returns>
    public static IReadOnlyList<T> Draw<T>(IEnumerable<T> things, Func<T, string> nameOf, string seed, int max)
    {
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(nameOf);
        return [.. things.Select(thing => (thing, Rank: RankOf(seed, nameOf(thing)))).OrderBy(ranked => ranked.Rank, StringComparer.Ordinal).Take(max).Select(ranked => ranked.thing)];
    }

    private static string RankOf(string seed, string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\n" + name)));
}
