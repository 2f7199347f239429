using System.Globalization;

namespace SopAsCode.Figures;

/// <summary>Whole days in UTC, the first and the last included.</summary>
public sealed record Period
{
    /// <summary>Makes a period.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        From = from <= to ? from : throw new ArgumentException($"The period ends before it begins: {Day(from)} to {Day(to)}.", nameof(to));
        To = to;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>How many days it has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days, up to the day before it.</summary>
    /// <returns>The period before; where the calendar has fewer days before it, all of those.</returns>
    public Period Before() => new(DateOnly.FromDayNumber(Math.Max(0, From.DayNumber - Days)), DateOnly.FromDayNumber(Math.Max(0, From.DayNumber - 1)));

    /// <summary>Whether a time is in it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(DateTimeOffset time) => DayOf(time) is var day && From <= day && day <= To;

    /// <summary>Both days, as <c>2026-11-01 to 2026-11-30</c>.</summary>
    /// <returns>The days.</returns>
    public override string ToString() => From == To ? Day(From) : $"{Day(From)} to {Day(To)}";

    /// <summary>The day of a time, in UTC.</summary>
    internal static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    /// <summary>A day, as <c>2026-11-27</c>.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
