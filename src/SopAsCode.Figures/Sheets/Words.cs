using System.Globalization;

namespace SopAsCode.Figures;

/// <summary>How figures are written in words.</summary>
internal static class Words
{
    public const string None = "–";

    /// <summary>A time, such as <c>4.2 hours</c>.</summary>
    public static string Duration(double? seconds) => seconds switch
    {
        null => None,
        < 99.5 => $"{Number(Math.Round(seconds.Value, MidpointRounding.AwayFromZero))} s",
        < 100 * 60 => $"{Number(Math.Round(seconds.Value / 60, MidpointRounding.AwayFromZero))} min",
        < 48 * 3600 => $"{Number(seconds.Value / 3600)} hours",
        _ => $"{Number(seconds.Value / 86400)} days",
    };

    /// <summary>A number with at most one digit behind the point, small ones with two.</summary>
    public static string Number(double value) => Math.Round(value, Math.Abs(value) < 1 ? 2 : 1, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A whole number, in groups of three.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value.</summary>
    public static string Value(double? value) => value is { } number ? Number(number) : None;

    /// <summary>A value with its unit.</summary>
    public static string Value(double value, string? unit) => unit is { Length: > 0 } ? $"{Number(value)} {unit}" : Number(value);

    /// <summary>A share, such as <c>67 % (2 of 3)</c>.</summary>
    public static string Share(Share share) => share.Percent is { } percent ? $"{Number(Math.Round(percent, MidpointRounding.AwayFromZero))} % ({share.Part} of {share.Whole})" : None;

    /// <summary>So many things.</summary>
    public static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A spread, with the number on which it stands.</summary>
    public static string Spread(Spread spread, string one, string? many = null) => spread.Count == 0 ? None
        : spread.P90 is { } p90 ? $"{Duration(spread.P50)}, nine of ten within {Duration(p90)} ({Count(spread.Count, one, many)})"
        : spread.Count == 1 ? $"{Duration(spread.P50)} ({Count(spread.Count, one, many)})"
        : $"{Duration(spread.P50)}, longest {Duration(spread.Longest)} ({Count(spread.Count, one, many)})";

    /// <summary>Amounts.</summary>
    public static string Money(IReadOnlyList<Money> amounts) => amounts.Count == 0 ? None
        : string.Join(" + ", amounts.Select(money => $"{money.Amount.ToString("0.00##", CultureInfo.InvariantCulture)} {money.Currency}".TrimEnd()));

    /// <summary>The cost of AI, with what is not known about it.</summary>
    public static string Cost(AiUse use) => use.Steps == 0 ? "no AI step"
        : use.WithoutCost == use.Steps ? $"not recorded ({Count(use.Steps, "AI step")})"
        : use.WithoutCost > 0 ? $"at least {Money(use.Cost)}: {use.WithoutCost} of {Count(use.Steps, "AI step")} without a recorded cost"
        : $"{Money(use.Cost)} ({Count(use.Steps, "AI step")})";

    /// <summary>Tokens, with what is not known about them.</summary>
    public static string Tokens(AiUse use) => use.Steps == 0 ? None
        : use.WithoutTokens == use.Steps ? "not recorded"
        : $"{Number(use.InputTokens)} in, {Number(use.OutputTokens)} out{(use.WithoutTokens > 0 ? $", without those of {Count(use.WithoutTokens, "step")}" : "")}";

    /// <summary>A time of the record, to the minute.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time of the record, to the second.</summary>
    public static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A verdict, with the number on which it stands.</summary>
    public static string Verdict(MetricResult metric)
    {
        var said = metric.Verdict switch
        {
            Figures.Verdict.NotMeasured => "not measured",
            Figures.Verdict.NothingToCompare => "no baseline and no target",
            Figures.Verdict.NotComparable => "can't be compared",
            Figures.Verdict.WorseThanBaseline => "worse than baseline",
            Figures.Verdict.LikeBaseline => "like the baseline",
            Figures.Verdict.BetterThanBaseline => metric.Target is null ? "better than baseline" : "better than baseline, target not met",
            Figures.Verdict.TargetNotMet => "target not met",
            _ => "target met",
        };
        return metric.Value is null ? said
            : metric.IsOnFew ? $"{said}, on {Counted(metric)} only"
            : $"{said} ({Counted(metric)})";
    }

    private static string Counted(MetricResult metric) => metric.Count == 1 ? $"1 {metric.Counted.TrimEnd('s')}" : $"{metric.Count} {metric.Counted}";
}
