using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP1103: an exception that nothing needs. Whoever reads it would think that something is wrong here.</summary>
internal static class UnneededWaiverRule
{
    public const string Id = "SOP1103";

    // Their findings can stand at a grant, an agent, a tool, a record or the policy, where no SOP sees them.
    private static readonly string[] AlsoElsewhere =
        ["SOP0103", "SOP0202", "SOP0204", "SOP0210", "SOP0211", "SOP0212", "SOP0306", "SOP0307", "SOP0501", "SOP0505", "SOP0604", "SOP0905"];

    // They look at a day, and may have something to say once there is one.
    private static readonly string[] OfDays = ["SOP0203", "SOP0208", "SOP0209", "SOP0706", "SOP0707"];

    /// <summary>The waivers that nothing needs.</summary>
    /// <param name="of">The SOP.</param>
    /// <param name="asked">The waivers that are looked at.</param>
    /// <param name="waivers">Those that count.</param>
    /// <param name="all">Everything the rules said.</param>
    public static IEnumerable<PlacedWaiver> Of(SopCase of, IEnumerable<PlacedWaiver> asked, IReadOnlyList<PlacedWaiver> waivers, IReadOnlyList<Finding> all) =>
        of.IsActive && !IsBeingTyped(of)
            ? asked.Where(waiver => !all.Any(waiver.Covers) && MustSpeakHere(of, waiver.Rule) && !IsUnsettled(of, waiver, waivers, all))
            : [];

    /// <summary>Says it of each.</summary>
    public static IEnumerable<Finding> Check(SopCase of, IEnumerable<PlacedWaiver> unneeded, IReadOnlyList<Finding> all) =>
        unneeded.Select(waiver => new Finding(Id, waiver.Waiver.Site, Words(of.Sop, waiver, all)) { Fix = new(FixNames.RemoveWaiver) });

    private static bool MustSpeakHere(SopCase of, string rule) =>
        of.Severity(rule) is not null
        && !of.HasRivalPolicies
        && !AlsoElsewhere.Contains(rule, StringComparer.Ordinal)
        && (of.AsOf is not null || !OfDays.Contains(rule, StringComparer.Ordinal));

    // Rules about ways and writes give way to each other, and keep quiet about what no run comes to: what they say once an error among
    // them is mended is not known.
    private static bool IsUnsettled(SopCase of, PlacedWaiver waiver, IReadOnlyList<PlacedWaiver> waivers, IReadOnlyList<Finding> all) =>
        IsAboutWays(waiver.Rule)
        && all.Any(finding => finding.Rule != waiver.Rule && IsAboutWays(finding.Rule) && !finding.IsAdvice
            && of.Severity(finding.Rule) == DiagnosticSeverity.Error && !waivers.Any(other => other.Covers(finding)));

    private static bool IsAboutWays(string rule) => rule.Length == 7 && rule[3] == '0' && (rule[4] is '2' or '3' or '4' || rule is "SOP0504" or "SOP0904");

    // Rules keep quiet about what is half-typed, and what they would say is not known.
    private static bool IsBeingTyped(SopCase of) =>
        of.IsUnfinished || of.Sop.Unfinished.Count > 0 || of.Sop.Steps.Any(step => step.HasUnfinishedAttribute || step.Method.HasUnknownTypes);

    private static string Words(SopModel sop, PlacedWaiver waiver, IReadOnlyList<Finding> all)
    {
        var elsewhere = all.FirstOrDefault(finding => finding.Rule == waiver.Rule)?.Site.Member;
        return elsewhere is null
            ? $"Nothing needs the waiver of {waiver.Rule} for {waiver.Place(sop)}: remove it"
            : $"Nothing at {waiver.Place(sop)} needs the waiver of {waiver.Rule}: remove it, or move it to '{elsewhere}', where the finding stands";
    }
}
