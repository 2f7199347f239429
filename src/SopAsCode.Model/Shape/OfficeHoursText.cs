using System.Globalization;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Model.Shape;

/// <summary>Reads office hours: <c>always</c>, or days with hours, <c>MON-FRI 09:00-17:00</c>, several with commas.</summary>
internal static class OfficeHoursText
{
    private static readonly string[] Areas =
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile", "Etc", "Europe", "Indian", "Mexico", "Pacific", "US"];

    private static readonly string[] Alone =
    [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan",
        "Kwajalein", "Libya", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
    ];

    private static readonly string[] Days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

    /// <summary>The reason why a text gives no office hours, as the rest of a sentence; null when it does.</summary>
    public static string? Problem(string text)
    {
        if (text == OfficeHoursModel.Always)
        {
            return null;
        }

        foreach (var part in text.Split(',').Select(part => part.Trim()))
        {
            var words = part.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2)
            {
                return part.Length == 0 ? "have an empty part" : $"have '{MessageText.Text(part)}', which is not days and hours";
            }

            var days = words[0].Split('-');
            if (days.Length > 2 || days.Any(day => !Days.Contains(day, StringComparer.Ordinal)))
            {
                return $"have '{MessageText.Text(words[0])}' as days";
            }

            var hours = words[1].Split('-').Select(Minutes).ToList();
            if (hours.Count != 2 || hours.Contains(null))
            {
                return $"have '{MessageText.Text(words[1])}' as hours";
            }

            if (hours[0] >= hours[1])
            {
                return $"have '{MessageText.Text(words[1])}', which ends before it begins";
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a text has the form of a time zone of the IANA: an area that there is, and a place in it. Which places there are changes, and is known where the
    /// time is counted.
    /// </summary>
    public static bool IsZone(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 1
            ? Alone.Contains(text, StringComparer.Ordinal)
            : parts.Length <= 3 && Areas.Contains(parts[0], StringComparer.Ordinal)
                && parts.Skip(1).All(part => part.Length > 0 && char.IsUpper(part[0]) && part.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '+'));
    }

    // The minute of the day; 24:00 is its end.
    private static int? Minutes(string time)
    {
        var parts = time.Split(':');
        return parts.Length == 2 && parts.All(part => part.Length == 2)
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && minute < 60 && (hour < 24 || (hour == 24 && minute == 0))
                ? (60 * hour) + minute
                : null;
    }
}
