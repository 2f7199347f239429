using System.Globalization;
using SopAsCode.Model.Findings;

namespace SopAsCode.Model.Shape;

/// <summary>Reads schedules of five fields: minute, hour, day of month, month, day of week. Values, lists, ranges, steps and names.</summary>
internal static class CronText
{
    private const int LeapYear = 2000;

    private static readonly (string Name, int From, int To, string[] Names)[] Fields =
    [
        ("minute", 0, 59, []),
        ("hour", 0, 23, []),
        ("day of month", 1, 31, []),
        ("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        ("day of week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ];

    /// <summary>The reason why a text is not a schedule, as the rest of a sentence; null when it is a schedule.</summary>
    public static string? Problem(string text)
    {
        var parts = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && parts[0][0] == '@')
        {
            return "is a word, which not every scheduler knows";
        }

        if (parts.Length != Fields.Length)
        {
            return $"has {parts.Length.ToString(CultureInfo.InvariantCulture)} fields";
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].Split(',').All(entry => IsEntry(entry, Fields[i])))
            {
                return $"has '{MessageText.Text(parts[i])}' as its {Fields[i].Name}";
            }
        }

        return DayProblem(parts[2], parts[3], parts[4]);
    }

    // A day of the week makes a schedule start on that day too, whatever the day of the month is.
    private static string? DayProblem(string days, string months, string weekdays)
    {
        if (weekdays != "*" || days == "*")
        {
            return null;
        }

        var longest = months.Split(',').SelectMany(entry => Values(entry, Fields[3])).Select(month => DateTime.DaysInMonth(LeapYear, month)).DefaultIfEmpty(0).Max();
        return days.Split(',').SelectMany(entry => Values(entry, Fields[2])).Any(day => day <= longest) ? null : $"has '{MessageText.Text(days)}' as its day of month, which no month '{MessageText.Text(months)}' has";
    }

    private static IEnumerable<int> Values(string entry, (string Name, int From, int To, string[] Names) field)
    {
        var step = entry.Split('/');
        var range = step[0].Split('-');
        var from = step[0] == "*" ? field.From : Value(range[0], field) ?? field.From;
        var to = step[0] == "*" ? field.To : Value(range[range.Length - 1], field) ?? from;
        for (var value = from; value <= to; value += step.Length == 2 ? int.Parse(step[1], NumberStyles.None, CultureInfo.InvariantCulture) : 1)
        {
            yield return value;
        }
    }

    private static bool IsEntry(string entry, (string Name, int From, int To, string[] Names) field)
    {
        var step = entry.Split('/');
        var range = step[0].Split('-');
        int? from = step[0] == "*" ? field.From : Value(range[0], field);
        int? to = step[0] == "*" ? field.To : range.Length == 2 ? Value(range[1], field) : from;
        return range.Length <= 2 && from <= to && step.Length switch
        {
            1 => true,
            2 => IsStep(step[1], to.Value - from.Value),
            _ => false,
        };
    }

    // A step that comes to no second value is not meant: 5/15 starts once an hour, and */90 at the full hour.
    private static bool IsStep(string text, int width) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0 && every <= width;

    private static int? Value(string text, (string Name, int From, int To, string[] Names) field)
    {
        var name = Array.FindIndex(field.Names, known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0)
        {
            return name + (field.From == 0 ? 0 : 1);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.From && number <= field.To ? number : null;
    }
}
