namespace SopAsCode.Figures;

/// <summary>Reads the units that people declare.</summary>
internal static class Units
{
    /// <summary>The seconds in a unit of calendar time; null when it is none, such as working days.</summary>
    public static double? SecondsOf(string? unit) => Word(unit) switch
    {
        "second" or "seconds" or "s" or "sec" => 1,
        "minute" or "minutes" or "min" or "mins" => 60,
        "hour" or "hours" or "h" or "hrs" => 3600,
        "day" or "days" or "d" => 86400,
        "week" or "weeks" => 7 * 86400,
        _ => null,
    };

    /// <summary>Whether it is a percentage.</summary>
    public static bool IsPercent(string? unit) => Word(unit) is "%" or "percent";

    /// <summary>The days in a unit such as <c>a month</c>, <c>runs a week</c> or <c>per day</c>; null when it is no such unit.</summary>
    public static (string Name, double Days)? RateOf(string? unit)
    {
        var words = Word(unit).Replace("/", " per ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [.., "a" or "per" or "each", var name] && DaysOf(name) is { } days ? (name, days) : null;
    }

    /// <summary>Whether two texts name one currency.</summary>
    public static bool IsSameCurrency(string? unit, string currency) => Currency(unit) == Currency(currency);

    private static double? DaysOf(string name) => name switch
    {
        "day" => 1,
        "week" => 7,
        "month" => 365.25 / 12,
        "quarter" => 365.25 / 4,
        "year" => 365.25,
        _ => null,
    };

    private static string Currency(string? text) => Word(text) switch
    {
        "€" or "eur" or "euro" or "euros" => "eur",
        "$" or "usd" or "dollar" or "dollars" => "usd",
        "£" or "gbp" or "pound" or "pounds" => "gbp",
        var other => other,
    };

    private static string Word(string? unit) => (unit ?? "").Trim().TrimEnd('.').ToLowerInvariant();
}
