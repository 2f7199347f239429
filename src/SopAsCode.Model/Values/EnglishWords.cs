using System.Globalization;
using Humanizer;

namespace SopAsCode.Model.Values;

/// <summary>
/// Times and numbers as pages and messages say them: in English on every machine, and on those that know the invariant culture only.
/// </summary>
public static class EnglishWords
{
    private const int LargestInLetters = 12;
    private const int MinutesADay = 24 * 60;

    private static readonly long Longest = TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>A time in days, hours and minutes: <c>2 hours</c>, <c>1 day 4 hours</c>.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <returns>The words; <c>no time</c> when there is none. What is longer than a <see cref="TimeSpan"/> can be has days only.</returns>
    public static string Duration(long minutes) =>
        minutes <= 0 ? "no time"
        : minutes > Longest ? $"{(minutes / MinutesADay).ToString(CultureInfo.InvariantCulture)} days"
        : TimeSpan.FromTicks(minutes * TimeSpan.TicksPerMinute).Humanize(
            precision: 3, CultureInfo.InvariantCulture, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Minute, collectionSeparator: " ");

    /// <summary>A number of things, small ones in letters: <c>one retry</c>, <c>three times</c>, <c>50 times</c>.</summary>
    /// <param name="count">How many; not negative.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="many">What several are called; an <c>s</c> more unless stated.</param>
    /// <returns>The words.</returns>
    public static string Count(long count, string one, string? many = null) =>
        $"{(count is >= 0 and <= LargestInLetters ? count.ToWords(CultureInfo.InvariantCulture) : count.ToString(CultureInfo.InvariantCulture))} {(count == 1 ? one : many ?? one + "s")}";
}
