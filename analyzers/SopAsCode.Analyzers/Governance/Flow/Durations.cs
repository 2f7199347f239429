namespace SopAsCode.Analyzers;

/// <summary>Reads durations in the units that people use.</summary>
internal static class Durations
{
    /// <summary>The number of minutes in a unit; null when the number is not always the same, as for working days.</summary>
    public static int? MinutesOf(string? unit) => unit?.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        "minutes" or "minute" or "min" or "mins" => 1,
        "hours" or "hour" or "h" or "hrs" => 60,
        "days" or "day" or "d" => 24 * 60,
        "weeks" or "week" => 7 * 24 * 60,
        _ => null,
    };
}
