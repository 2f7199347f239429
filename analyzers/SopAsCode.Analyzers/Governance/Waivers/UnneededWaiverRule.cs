using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP1103: a waiver that nothing needs. Its readers would think that something is wrong here.</summary>
internal sealed class UnneededWaiverRule() : SopRule(
    Id,
    "Waiver that nothing needs",
    "a waiver that nothing needs",
    new(Starter: Info, Recommended: Warning, Strict: Warning),
    new RuleFix(FixNames.RemoveWaiver, "remove it"))
{
    public const string Id = "SOP1103";

    /// <summary>The waivers that nothing needs.</summary>
    /// <param name="of">The SOP.</param>
    /// <param name="asked">The waivers to check.</param>
    /// <param name="waivers">The waivers that count.</param>
    /// <param name="all">All findings of the rules.</param>
    public static IEnumerable<PlacedWaiver> Of(RuleContext of, IEnumerable<PlacedWaiver> asked, IReadOnlyList<PlacedWaiver> waivers, IReadOnlyList<Finding> all) =>
        of.IsActive && !IsBeingTyped(of)
            ? asked.Where(waiver => !all.Any(waiver.Covers) && MustSpeakHere(of, waiver.Rule) && !IsUnsettled(of, waiver, waivers, all))
            : [];

    /// <summary>Makes a finding for each of them.</summary>
    public static IEnumerable<Finding> Say(RuleContext of, IEnumerable<PlacedWaiver> unneeded, IReadOnlyList<Finding> all) =>
        unneeded.Select(waiver => new Finding(Id, waiver.Waiver.Place, Words(of.Sop, waiver, all)) { Fix = new(FixNames.RemoveWaiver) });

    private static bool MustSpeakHere(RuleContext of, string rule) =>
        of.Severity(rule) is not null
        && !of.Project.HasRivalPolicies
        && !Rules.Of(rule).SpeaksElsewhere
        && (of.AsOf is not null || !Rules.Of(rule).LooksAtDates);

    // Rules about paths and writes give way to each other, and report nothing about steps that no run reaches. While one of them has
    // an error, it is not known what the others will report after it is fixed.
    private static bool IsUnsettled(RuleContext of, PlacedWaiver waiver, IReadOnlyList<PlacedWaiver> waivers, IReadOnlyList<Finding> all) =>
        Rules.Of(waiver.Rule).FollowsPaths
        && all.Any(finding => finding.Rule != waiver.Rule && Rules.Of(finding.Rule).FollowsPaths && !finding.IsAdvice
            && of.Severity(finding.Rule) == DiagnosticSeverity.Error && !waivers.Any(other => other.Covers(finding)));

    // Rules report nothing about half-typed code, so it is not known what they will report when it is complete.
    private static bool IsBeingTyped(RuleContext of) =>
        of.IsUnfinished || of.Sop.Unfinished.Count > 0 || of.Sop.Steps.Any(step => step.HasUnfinishedAttribute || step.Method.HasUnknownTypes);

    private static string Words(SopModel sop, PlacedWaiver waiver, IReadOnlyList<Finding> all)
    {
        var elsewhere = all.FirstOrDefault(finding => finding.Rule == waiver.Rule)?.Place.Member;
        return elsewhere is null
            ? $"Nothing needs the waiver of {waiver.Rule} for {waiver.Place(sop)}: remove it"
            : $"Nothing at {waiver.Place(sop)} needs the waiver of {waiver.Rule}: remove it, or move it to '{elsewhere}', where the finding stands";
    }
}
