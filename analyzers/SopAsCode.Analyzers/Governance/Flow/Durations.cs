namespace SopAsCode.Analyzers;

/// <summary>Durations, as people state them.</summary>
internal static class Durations
{
    /// <summary>The minutes of one of a unit; null when the unit is none that always has the same number, such as working days.</summary>
    public static int? MinutesOf(string? unit) => unit?.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        "minutes" or "minute" or "min" or "mins" => 1,
        "hours" or "hour" or "h" or "hrs" => 60,
        "days" or "day" or "d" => 24 * 60,
        "weeks" or "week" => 7 * 24 * 60,
        _ => null,
    };
}
