using System.Globalization;
using SopAsCode.Documents.Html;

namespace SopAsCode.Documents.Site;

/// <summary>Days as pages show them.</summary>
internal static class Dates
{
    /// <summary>A day as <c>2026-11-30</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day in words: <c>30 November 2026</c>.</summary>
    public static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day in a page.</summary>
    public static Markup Time(DateOnly day) => Markup.Of($"<time datetime=\"{Iso(day)}\">{Words(day)}</time>");

    /// <summary>
    /// A day until which something must have happened, or until which it holds. Once it is over it is marked with a word: when the page is made if there is
    /// a day that counts as today, otherwise when it is read.
    /// </summary>
    /// <param name="day">The last good day.</param>
    /// <param name="words">What it is after that day, such as "overdue".</param>
    /// <param name="asOf">The day that counts as today.</param>
    public static Markup Due(DateOnly day, string words, DateOnly? asOf)
    {
        var late = asOf > day ? Markup.Of($" <strong class=\"late\">{words}</strong>") : Markup.None;
        return Markup.Of($"<span class=\"due\" data-due=\"{Iso(day)}\" data-late=\"{words}\">{Time(day)}{late}</span>");
    }
}
