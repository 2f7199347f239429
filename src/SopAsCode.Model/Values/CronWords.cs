using System.Globalization;

namespace SopAsCode.Model.Values;

/// <summary>Says schedules in words: <c>0 8 * * MON</c> is "Mondays at 08:00".</summary>
public static class CronWords
{
    private const string Every = "*";

    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The words of a schedule.</summary>
    /// <param name="cron">Five fields, valid: minute, hour, day of month, month, day of week.</param>
    /// <returns>The words; null when it can't be said shortly.</returns>
    public static string? Of(string cron)
    {
        var fields = cron.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5 || Time(fields[0], fields[1]) is not { } time || Month(fields[3]) is not { } month || Day(fields[2], fields[4], month.Length > 0) is not { } day)
        {
            return null;
        }

        // "every 15 minutes" says each day already.
        var isOften = time.StartsWith("every", StringComparison.Ordinal);
        return day == "every day" && month.Length == 0 && isOften ? time
            : isOften ? $"{time}, {day}{month}"
            : $"{day}{month} {time}";
    }

    private static string? Time(string minute, string hour)
    {
        if (Step(minute) is { } minutes && 60 % minutes == 0)
        {
            return hour == Every ? (minutes == 1 ? "every minute" : $"every {Text(minutes)} minutes")
                : Range(hour) is { } range && Number(range.From, 23) is { } from && Number(range.To, 23) is { } to ? $"every {Text(minutes)} minutes from {Clock(from, 0)} to {Clock(to, 59)}"
                : null;
        }

        if (Number(minute, 59) is not { } at)
        {
            return null;
        }

        if (hour == Every)
        {
            return at == 0 ? "every hour" : $"every hour, {EnglishWords.Count(at, "minute")} past";
        }

        if (Step(hour) is { } hours)
        {
            return 24 % hours != 0 ? null : hours == 1 ? "every hour" : at == 0 ? $"every {Text(hours)} hours" : $"every {Text(hours)} hours, {EnglishWords.Count(at, "minute")} past";
        }

        var times = hour.Split(',').Select(entry => Number(entry, 23) is { } of ? Clock(of, at) : null).ToList();
        return times.Contains(null) ? null : $"at {List([.. times.OfType<string>()])}";
    }

    private static string? Day(string days, string weekdays, bool inMonths)
    {
        if (days == Every && weekdays == Every)
        {
            return "every day";
        }

        var week = weekdays == Every ? "" : Weekdays(weekdays);
        var month = days == Every ? "" : MonthDays(days, inMonths);
        return week is null || month is null ? null
            : week.Length == 0 ? month
            : month.Length == 0 ? week
            : $"{month} and {week}";
    }

    private static string? Weekdays(string field)
    {
        if (Range(field) is { } range && Weekday(range.From) is { } from && Weekday(range.To) is { } to)
        {
            return from == to ? Days[from] + "s" : $"{Days[from]} to {Days[to]}";
        }

        var all = field.Split(',').Select(Weekday).ToList();
        return all.Contains(null) ? null : List([.. all.Select(day => Days[day!.Value] + "s")]);
    }

    private static string? MonthDays(string field, bool inMonths)
    {
        var all = field.Split(',').Select(entry => Number(entry, 31)).ToList();
        return all.Contains(null) ? null
            : $"on the {List([.. all.Select(day => Ordinal(day!.Value))])}{(inMonths ? "" : " of each month")}";
    }

    private static string? Month(string field)
    {
        if (field == Every)
        {
            return "";
        }

        if (Range(field) is { } range && MonthOf(range.From) is { } from && MonthOf(range.To) is { } to)
        {
            return $" from {Months[from]} to {Months[to]}";
        }

        var all = field.Split(',').Select(MonthOf).ToList();
        return all.Contains(null) ? null : $" in {List([.. all.Select(month => Months[month!.Value])])}";
    }

    private static int? Weekday(string text) => Named(text, Days) ?? (Number(text, 7) is { } day ? day % 7 : null);

    private static int? MonthOf(string text) => Named(text, Months) ?? (Number(text, 12) is { } month and > 0 ? month - 1 : null);

    private static int? Named(string text, string[] names) =>
        text.Length == 3 && Array.FindIndex(names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index : null;

    private static (string From, string To)? Range(string field) => field.IndexOf(',') < 0 && field.IndexOf('/') < 0 && field.IndexOf('-') is > 0 and var dash
        ? (field.Substring(0, dash), field.Substring(dash + 1))
        : null;

    private static int? Step(string field) => field.StartsWith("*/", StringComparison.Ordinal) && Number(field.Substring(2), 59) is { } step and > 0 ? step : null;

    private static int? Number(string text, int to) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= to ? number : null;

    private static string Clock(int hour, int minute) => string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", hour, minute);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ordinal(int day) => Text(day) + (day is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string List(List<string> all) => all.Count < 2 ? all[0] : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[all.Count - 1]}";
}
