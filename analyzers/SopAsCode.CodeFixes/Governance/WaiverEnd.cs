using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.CodeFixes;

/// <summary>The day until which a fix lets a waiver run.</summary>
internal static class WaiverEnd
{
    private const int Usual = 90;

    /// <summary>Some weeks from the day of the build, or from the newest change of the SOP, and no longer than the policy allows; null when there is no such day.</summary>
    public static string? For(FixPlace place, INamedTypeSymbol sop, CancellationToken cancel)
    {
        if ((AsOf(place) ?? SopReader.Read(sop, cancel).LastChanged) is not { } start)
        {
            return null;
        }

        var limit = PolicyReader.Read(place.Model.Compilation.Assembly)?.WaiverLimit;
        return IsoDay.Text(start.AddDays(limit is >= 0 and < Usual ? limit.Value : Usual));
    }

    private static DateTime? AsOf(FixPlace place) =>
        place.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopAsOf", out var day) ? IsoDay.Of(day.Trim()) : null;
}
