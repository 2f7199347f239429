using Microsoft.CodeAnalysis;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>The last day that a fix writes into a waiver.</summary>
internal static class WaiverEnd
{
    private const int Usual = 90;

    /// <summary>
    /// A day some weeks after the day of the build, or after the newest change of the SOP, and not later than the policy allows; null when there is no such
    /// day.
    /// </summary>
    public static string? For(FixPlace place, INamedTypeSymbol sop, CancellationToken cancel)
    {
        if ((BuildDay.Of(place.Document.Project.AnalyzerOptions) ?? SopReader.Read(sop, cancel).LastChanged) is not { } start)
        {
            return null;
        }

        var limit = PolicyReader.Read(place.Model.Compilation.Assembly)?.WaiverLimit;
        return IsoDay.Text(start.AddDays(limit is >= 0 and < Usual ? limit.Value : Usual));
    }
}
