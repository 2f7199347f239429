using System.Globalization;
using Humanizer;

namespace SopAsCode.Model.Values;

/// <summary>
/// Writes times and numbers for pages and messages: in English on every machine, also on machines that have only the invariant culture.
/// </summary>
public static class EnglishWords
{
    private const int LargestInLetters = 12;
    private const int MinutesADay = 24 * 60;

    private static readonly long Longest = TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>A time in days, hours and minutes: <c>2 hours</c>, <c>1 day 4 hours</c>.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <returns>The words; <c>no time</c> when the time is zero. A time that is too long for a <see cref="TimeSpan"/> is given in days only.</returns>
    public static string Duration(long minutes) =>
        minutes <= 0 ? "no time"
        : minutes > Longest ? $"{(minutes / MinutesADay).ToString(CultureInfo.InvariantCulture)} days"
        : TimeSpan.FromTicks(minutes * TimeSpan.TicksPerMinute).Humanize(
            precision: 3, CultureInfo.InvariantCulture, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Minute, collectionSeparator: " ");

    /// <summary>A number of things, with small numbers in letters: <c>one retry</c>, <c>three times</c>, <c>50 times</c>.</summary>
    /// <param name="count">How many; not negative.</param>
    /// <param name="one">The singular.</param>
    /// <param name="many">The plural; by default the singular with an <c>s</c>.</param>
    /// <returns>The words.</returns>
    public static string Count(long count, string one, string? many = null) =>
        $"{(count is >= 0 and <= LargestInLetters ? count.ToWords(CultureInfo.InvariantCulture) : count.ToString(CultureInfo.InvariantCulture))} {(count == 1 ? one : many ?? one + "s")}";
}
