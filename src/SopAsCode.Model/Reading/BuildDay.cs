using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>The day that a build uses as today: its property <c>SopAsOf</c>.</summary>
public static class BuildDay
{
    /// <summary>Reads it.</summary>
    /// <param name="options">What the build passes on.</param>
    /// <returns>The day; null when the build states none, and then no rule uses the current day.</returns>
    public static DateTime? Of(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopAsOf", out var day) ? IsoDay.Of(day.Trim()) : null;
}
