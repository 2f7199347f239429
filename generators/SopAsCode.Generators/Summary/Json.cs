using System.Globalization;
using System.Text;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Writes canonical JSON: members in a fixed order, nothing that is not stated, no blanks. A null value is one that is not stated.
/// </summary>
internal static class Json
{
    /// <summary>A text.</summary>
    public static string? Text(string? text) => text is null ? null : JsonText.Quote(text);

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A fractional number; a text where JSON has no number for it; null for NaN.</summary>
    public static string? Number(double number) => double.IsNaN(number) ? null
        : double.IsInfinity(number) ? Text(number > 0 ? "Infinity" : "-Infinity")
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A truth value.</summary>
    public static string Truth(bool isTrue) => isTrue ? "true" : "false";

    /// <summary>One value of an enum, by name.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonText.Quote(value.ToString());

    /// <summary>The values that are set in an enum of flags, by name; empty for none.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => Array(Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? [] : value.ToString().Split(',').Select(name => JsonText.Quote(name.Trim())));

    /// <summary>A day, as ISO text; null where the text is none.</summary>
    public static string? Date(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Text(text) : null;

    /// <summary>A duration, as ISO text: <c>P1DT2H30M</c>.</summary>
    public static string? Duration(DueModel? time)
    {
        if (time is null)
        {
            return null;
        }

        var (days, hours, minutes) = (time.TotalMinutes / (24 * 60), time.TotalMinutes / 60 % 24, time.TotalMinutes % 60);
        var clock = Part(hours, 'H') + Part(minutes, 'M');
        return Text($"P{Part(days, 'D')}{(clock.Length > 0 ? "T" : "")}{clock}");

        static string Part(long number, char unit) => number == 0 ? "" : Number(number) + unit;
    }

    /// <summary>A list; null for an empty one.</summary>
    public static string? List(IEnumerable<string?> items) => Array(items) is not "[]" and var list ? list : null;

    /// <summary>A list of texts; null for an empty one.</summary>
    public static string? Texts(IEnumerable<string> texts) => List(texts.Select(Text));

    /// <summary>A list that is there even when it is empty.</summary>
    public static string Array(IEnumerable<string?> items) => Array(items, "");

    /// <summary>A list with an item a line; null for an empty one.</summary>
    public static string? Lines(IEnumerable<string?> items) => Array(items, "\n") is not "[]" and var list ? list : null;

    /// <summary>An object.</summary>
    public static string Object(params (string Name, string? Value)[] members) => Object(members, "");

    /// <summary>An object with a member a line.</summary>
    public static string ObjectOfLines(params (string Name, string? Value)[] members) => Object(members, "\n");

    // What an item is made of is written before this takes the place to write in.
    private static string Array(IEnumerable<string?> items, string line)
    {
        List<string?> all = [.. items];
        var text = Begin('[');
        var separator = line;
        foreach (var item in all)
        {
            text.Append(separator).Append(item);
            separator = "," + line;
        }

        return text.Append(']').ToString();
    }

    private static string Object((string Name, string? Value)[] members, string line)
    {
        var text = Begin('{');
        var separator = line;
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                text.Append(separator).Append(JsonText.Quote(name)).Append(':').Append(value);
                separator = "," + line;
            }
        }

        return text.Append(line).Append('}').ToString();
    }

    // One place a thread: most values are a few words, and there are thousands of them.
    private static StringBuilder Begin(char open) => (t_place ??= new(4096)).Clear().Append(open);

    [ThreadStatic]
    private static StringBuilder? t_place;
}
