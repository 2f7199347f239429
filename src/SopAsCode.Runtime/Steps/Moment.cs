using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SopAsCode.Runtime;

/// <summary>The time of a command, and the chance from which salts and samples are made. With the same moment a command always gives the same outcome.</summary>
internal sealed class Moment
{
    private readonly string _seed;
    private readonly Func<int, bool>? _draws;
    private int _salts;

    /// <summary>Creates a moment.</summary>
    /// <param name="now">The time.</param>
    /// <param name="seed">Bytes that nobody can guess.</param>
    /// <param name="draws">Draws in place of chance; null for chance.</param>
    public Moment(DateTimeOffset now, ReadOnlySpan<byte> seed, Func<int, bool>? draws = null) => (Now, _seed, _draws) = (IsoTime.Cut(now), Convert.ToHexStringLower(seed), draws);

    /// <summary>The time, in UTC, in microseconds.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>A moment of now.</summary>
    public static Moment Of(TimeProvider clock, Func<int, bool>? draws = null) => new(clock.GetUtcNow(), RandomNumberGenerator.GetBytes(32), draws);

    /// <summary>A new salt. The seed is stored nowhere.</summary>
    public string Salt() => Mixed("salt " + (_salts++).ToString(CultureInfo.InvariantCulture))[..32];

    /// <summary>Whether one in so many is drawn, for the thing of that name.</summary>
    public bool Draws(string name, int oneIn) => _draws is { } draws ? draws(oneIn) : oneIn <= 1 || BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(_seed + name))) % (uint)oneIn == 0;

    private string Mixed(string name) => Hashing.Of(_seed + name);
}
