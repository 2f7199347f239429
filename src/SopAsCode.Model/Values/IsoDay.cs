using System.Globalization;

namespace SopAsCode.Model.Values;

/// <summary>Reads and writes days in the form that all texts of the language use: <c>2026-11-02</c>.</summary>
public static class IsoDay
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Reads a day.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <returns>The day; null when the text is not a day.</returns>
    public static DateTime? Of(string? text) => DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Writes a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The text.</returns>
    public static string Text(DateTime day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
