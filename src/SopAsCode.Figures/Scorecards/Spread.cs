namespace SopAsCode.Figures;

/// <summary>How long something took: of so many times, the one in the middle and the one that nine of ten do not exceed, in seconds.</summary>
public sealed record Spread
{
    /// <summary>Below this number there is no <see cref="P90"/>: it would only be the longest.</summary>
    public const int EnoughForP90 = 10;

    /// <summary>How many times there are.</summary>
    public required int Count { get; init; }

    /// <summary>The time in the middle, in seconds; null when there is none.</summary>
    public double? P50 { get; init; }

    /// <summary>The time that nine of ten do not exceed, in seconds; null when there are fewer than <see cref="EnoughForP90"/>.</summary>
    public double? P90 { get; init; }

    /// <summary>The longest, in seconds; null when there is none.</summary>
    public double? Longest { get; init; }

    /// <summary>The spread of some times.</summary>
    internal static Spread Of(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToArray();
        return sorted.Length == 0 ? new() { Count = 0 } : new()
        {
            Count = sorted.Length,
            P50 = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2,
            P90 = sorted.Length < EnoughForP90 ? null : sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1],
            Longest = sorted[^1],
        };
    }
}
