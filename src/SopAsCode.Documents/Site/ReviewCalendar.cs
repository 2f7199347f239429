using System.Globalization;
using System.Text;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site;

/// <summary>The reviews as a calendar file: an all-day entry for each procedure, which comes again as often as the review.</summary>
internal static class ReviewCalendar
{
    private const int LongestLine = 75;

    /// <summary>Writes the file.</summary>
    public static string Write(SopLibrary library, string title)
    {
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//SopAsCode//Reviews//EN");
        Line($"X-WR-CALNAME:{Text($"{title}: reviews")}");
        foreach (var sop in library.InUse)
        {
            if (sop.Definition.Review is { Last: { } last, Next: { } next } review)
            {
                Line("BEGIN:VEVENT");
                Line($"UID:{sop.Slug}@{Text(sop.Assembly)}.sopascode");
                Line($"DTSTAMP:{Day(last)}T000000Z");
                Line($"DTSTART;VALUE=DATE:{Day(next)}");
                Line($"DTEND;VALUE=DATE:{Day(next.AddDays(1))}");
                Line($"RRULE:{Rule(review.Cadence)}");
                Line($"SUMMARY:{Text($"Review: {sop.Definition.Title}")}");
                Line($"DESCRIPTION:{Text($"{sop.Definition.Owner?.Title ?? "Nobody"} owns it. It is reviewed {SopWords.Cadence(review.Cadence)}, last on {Dates.Iso(last)}.")}");
                Line("END:VEVENT");
            }
        }

        Line("END:VCALENDAR");
        return calendar.ToString();

        // A line has at most 75 bytes; what is longer goes on after a space in the next one.
        void Line(string line)
        {
            var bytes = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (bytes + rune.Utf8SequenceLength > LongestLine)
                {
                    calendar.Append("\r\n ");
                    bytes = 1;
                }

                calendar.Append(rune);
                bytes += rune.Utf8SequenceLength;
            }

            calendar.Append("\r\n");
        }
    }

    private static string Rule(Cadence cadence) => cadence switch
    {
        Cadence.Weekly => "FREQ=WEEKLY",
        Cadence.Biweekly => "FREQ=WEEKLY;INTERVAL=2",
        Cadence.Monthly => "FREQ=MONTHLY",
        Cadence.Quarterly => "FREQ=MONTHLY;INTERVAL=3",
        _ => "FREQ=YEARLY",
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string text) => StepWords.OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);
}
