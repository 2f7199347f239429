using Microsoft.CodeAnalysis;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>The day until which a fix lets a waiver run.</summary>
internal static class WaiverEnd
{
    private const int Usual = 90;

    /// <summary>Some weeks from the day of the build, or from the newest change of the SOP, and no longer than the policy allows; null when there is no such day.</summary>
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
