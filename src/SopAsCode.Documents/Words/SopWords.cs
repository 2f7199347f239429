using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SopAsCode.Definitions;

namespace SopAsCode.Documents.Words;

/// <summary>What pages say about SOPs, in words.</summary>
internal static partial class SopWords
{
    /// <summary>How often, in words.</summary>
    public static string Cadence(Cadence cadence) => cadence switch
    {
        SopAsCode.Cadence.Weekly => "every week",
        SopAsCode.Cadence.Biweekly => "every two weeks",
        SopAsCode.Cadence.Monthly => "every month",
        SopAsCode.Cadence.Quarterly => "every three months",
        _ => "every year",
    };

    /// <summary>A duty in words.</summary>
    public static string Duty(Duty duty) => duty switch
    {
        SopAsCode.Duty.Builder => "built it",
        SopAsCode.Duty.Reviewer => "reviews it",
        SopAsCode.Duty.Documentation => "keeps it up to date",
        _ => "operates it",
    };

    /// <summary>An impact in words: "customers, public pages".</summary>
    public static string Impact(Impact impact) => impact == SopAsCode.Impact.None
        ? "nobody outside the team"
        : string.Join(", ", Enum.GetValues<Impact>().Where(one => one != SopAsCode.Impact.None && impact.HasFlag(one)).Select(one => one == SopAsCode.Impact.PublicPages ? "public pages" : Lower(one)));

    /// <summary>The name of a value in small letters.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>A metric with its values.</summary>
    public static string Metric(SopDefinition sop, MetricDefinition metric) => metric switch
    {
        { Baseline: { } before, Target: { } target } => $"{MetricName(sop, metric)}: from {Value(before, metric.Unit)} to {Value(target, metric.Unit)}",
        { Target: { } target } => $"{MetricName(sop, metric)}: {Value(target, metric.Unit)}",
        _ => MetricName(sop, metric),
    };

    /// <summary>What a metric is about.</summary>
    public static string MetricName(SopDefinition sop, MetricDefinition metric) =>
        metric.Until is { } until ? $"{metric.Name}, until '{sop.StepOf(until)?.Title ?? until}' is done" : metric.Name;

    /// <summary>A value with its unit.</summary>
    public static string Value(double? value, string? unit) => value is { } number ? $"{number.ToString("0.######", CultureInfo.InvariantCulture)}{(unit is null ? "" : $" {unit}")}" : "";

    /// <summary>The stage, as a badge says it; empty for an SOP that is simply in use.</summary>
    public static string Stage(SopDefinition sop) => sop.Stage switch
    {
        SopAsCode.Stage.Idea => "Idea",
        SopAsCode.Stage.Retired => "Retired",
        _ => sop.Pilot is null ? "" : "Pilot",
    };

    /// <summary>Twelve digits that change with a prompt.</summary>
    public static string Hash(string prompt) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prompt)))[..12];

    /// <summary>The values that a prompt shows an AI: <c>ticket.Subject</c>.</summary>
    public static IReadOnlyList<string> Shown(string? prompt) => prompt is null ? [] :
    [
        .. Blank().Matches(prompt.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal)).Select(match => match.Groups["path"].Value).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A schedule in words where it is a common one; otherwise its five fields.</summary>
    public static string Schedule(string cron)
    {
        var parts = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var minute, var hour, "*", "*", var day] && int.TryParse(minute, CultureInfo.InvariantCulture, out var m) && int.TryParse(hour, CultureInfo.InvariantCulture, out var h)
            ? day switch
            {
                "*" => $"every day at {h:00}:{m:00}",
                _ when Days.TryGetValue(day.ToUpperInvariant(), out var name) => $"{name} at {h:00}:{m:00}",
                _ => cron,
            }
            : cron;
    }

    private static readonly Dictionary<string, string> Days = new(StringComparer.Ordinal)
    {
        ["0"] = "Sundays", ["7"] = "Sundays", ["SUN"] = "Sundays",
        ["1"] = "Mondays", ["MON"] = "Mondays",
        ["2"] = "Tuesdays", ["TUE"] = "Tuesdays",
        ["3"] = "Wednesdays", ["WED"] = "Wednesdays",
        ["4"] = "Thursdays", ["THU"] = "Thursdays",
        ["5"] = "Fridays", ["FRI"] = "Fridays",
        ["6"] = "Saturdays", ["SAT"] = "Saturdays",
        ["1-5"] = "Mondays to Fridays", ["MON-FRI"] = "Mondays to Fridays",
    };

    [GeneratedRegex(@"\{(?<path>[\p{L}_][\p{L}\p{Nd}_.]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
