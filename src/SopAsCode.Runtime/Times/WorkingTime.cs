using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Adds time to a moment as the SOP counts it: what is stated in days as working days, all other time inside office hours only. Without office hours all
/// time counts.
/// </summary>
internal sealed class WorkingTime
{
    private const int DaysAhead = 4000;

    private readonly IReadOnlyList<(TimeSpan From, TimeSpan To)>[]? _week;
    private readonly TimeZoneInfo _zone;

    private WorkingTime(IReadOnlyList<(TimeSpan From, TimeSpan To)>[]? week, TimeZoneInfo zone) => (_week, _zone) = (week, zone);

    /// <summary>The time of an SOP.</summary>
    /// <param name="hours">Its office hours; null when all time counts.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the time zone.</exception>
    public static WorkingTime Of(OfficeHoursDefinition? hours) => hours is null || hours.Hours == OfficeHours.Always
        ? new(null, TimeZoneInfo.Utc)
        : new(Week(hours.Hours), TimeZoneInfo.FindSystemTimeZoneById(hours.Zone));

    /// <summary>The moment so many days, and then so much time, after another.</summary>
    public DateTimeOffset After(DateTimeOffset start, int days, TimeSpan time)
    {
        if (_week is null)
        {
            return start + TimeSpan.FromDays(days) + time;
        }

        var at = TimeZoneInfo.ConvertTime(start, _zone).DateTime;
        var day = at.Date;
        var clock = at.TimeOfDay;
        for (var left = days; left > 0; left--)
        {
            do
            {
                day = day.AddDays(1);
            }
            while (Hours(day).Count == 0);
        }

        return ToUtc(Within(day, clock, time, days > 0));
    }

    private DateTime Within(DateTime day, TimeSpan clock, TimeSpan left, bool isDay)
    {
        // After whole days the clock shows the same time, but never one outside the hours.
        if (isDay && left == TimeSpan.Zero)
        {
            var hours = Hours(day);
            var (_, end) = hours.LastOrDefault(span => span.From <= clock);
            return day + (end == default ? hours[0].From : clock < end ? clock : end);
        }

        for (var i = 0; i < DaysAhead; i++, day = day.AddDays(1), clock = TimeSpan.Zero)
        {
            foreach (var (from, to) in Hours(day))
            {
                var begin = clock > from ? clock : from;
                if (begin >= to)
                {
                    continue;
                }

                if (to - begin >= left)
                {
                    return day + begin + left;
                }

                left -= to - begin;
            }
        }

        return day;
    }

    private IReadOnlyList<(TimeSpan From, TimeSpan To)> Hours(DateTime day) => _week![(int)day.DayOfWeek];

    private DateTimeOffset ToUtc(DateTime local)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);

        // A time that the clocks leave out is an hour later.
        if (_zone.IsInvalidTime(time))
        {
            time = time.AddHours(1);
        }

        return new DateTimeOffset(time, _zone.GetUtcOffset(time)).ToUniversalTime();
    }

    // "MON-FRI 09:00-12:00, MON-THU 13:00-17:00"; the compiler checked the form.
    private static IReadOnlyList<(TimeSpan From, TimeSpan To)>[] Week(string text)
    {
        string[] names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
        var week = new List<(TimeSpan From, TimeSpan To)>[names.Length];
        for (var day = 0; day < week.Length; day++)
        {
            week[day] = [];
        }

        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var days = words[0].Split('-').Select(name => Array.IndexOf(names, name)).ToList();
            var hours = words[1].Split('-').Select(Clock).ToList();
            for (var day = days[0]; ; day = (day + 1) % week.Length)
            {
                week[day].Add((hours[0], hours[1]));
                if (day == days[^1])
                {
                    break;
                }
            }
        }

        return [.. week.Select(Merged)];
    }

    // Hours that overlap count once.
    private static IReadOnlyList<(TimeSpan From, TimeSpan To)> Merged(List<(TimeSpan From, TimeSpan To)> hours)
    {
        List<(TimeSpan From, TimeSpan To)> merged = [];
        foreach (var (from, to) in hours.Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, to > merged[^1].To ? to : merged[^1].To);
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged;
    }

    private static TimeSpan Clock(string text)
    {
        var parts = text.Split(':');
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), 0);
    }
}
