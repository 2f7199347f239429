using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SopAsCode.Runtime;

/// <summary>The time of a command, and the chance from which salts and samples are made. With the same moment a command always gives the same outcome.</summary>
internal sealed class Moment
{
    private readonly string _seed;
    private int _salts;

    /// <summary>Creates a moment.</summary>
    /// <param name="now">The time.</param>
    /// <param name="seed">Bytes that nobody can guess.</param>
    public Moment(DateTimeOffset now, ReadOnlySpan<byte> seed) => (Now, _seed) = (IsoTime.Cut(now), Convert.ToHexStringLower(seed));

    /// <summary>The time, in UTC, in microseconds.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>A moment of now.</summary>
    public static Moment Of(TimeProvider clock) => new(clock.GetUtcNow(), RandomNumberGenerator.GetBytes(32));

    /// <summary>A new salt. The seed is stored nowhere.</summary>
    public string Salt() => Mixed("salt " + (_salts++).ToString(CultureInfo.InvariantCulture))[..32];

    /// <summary>Whether one in so many is drawn, for the thing of that name.</summary>
    public bool Draws(string name, int oneIn) => oneIn <= 1 || BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(_seed + name))) % (uint)oneIn == 0;

    private string Mixed(string name) => Hashing.Of(_seed + name);
}
