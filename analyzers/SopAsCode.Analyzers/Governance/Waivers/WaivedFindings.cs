using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// The only place where waivers are applied: all findings of the rules about an SOP pass here. A waived finding is still reported, as
/// SOP1100, because under its own id it would become an error again wherever that id is configured as one.
/// </summary>
internal static class WaivedFindings
{
    /// <summary>The findings of the rules about an SOP, after its waivers are applied.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="check">Runs all rules.</param>
    public static IEnumerable<Finding> Check(RuleContext sop, Func<RuleContext, IEnumerable<Finding>> check)
    {
        var sound = PlacedWaiver.Of(sop.Sop).Where(waiver => waiver.IsSound(sop)).ToList();
        if (sound.Count == 0)
        {
            return check(sop);
        }

        var waivers = sound.FindAll(waiver => !waiver.HasEnded(sop));
        var all = AskAll(sop, check, waivers);
        var unneeded = UnneededWaiverRule.Of(sop, sound, waivers, all).ToList();
        return
        [
            .. all.Select(finding => CoverOf(waivers, finding) is { } waiver ? WaivedRule.Say(sop, waiver, finding)
                : unneeded.Find(waiver => EndedWaiverRule.IsAbout(finding, waiver)) is { } left ? EndedWaiverRule.Unneeded(sop, left)
                : finding).OfType<Finding>(),
            .. UnneededWaiverRule.Say(sop, unneeded.FindAll(waiver => !IsTold(waiver)), all),
        ];

        // A waiver gets one finding. If it has ended or is too long, that finding also says that it is not needed.
        bool IsTold(PlacedWaiver waiver) => sop.GivesWay(UnneededWaiverRule.Id, EndedWaiverRule.Id)
            && all.Exists(finding => EndedWaiverRule.IsAbout(finding, waiver) && CoverOf(waivers, finding) is null);
    }

    // A rule that gave way to a waived rule now reports its findings, so a waiver of one rule never hides another rule.
    private static List<Finding> AskAll(RuleContext sop, Func<RuleContext, IEnumerable<Finding>> check, List<PlacedWaiver> waivers)
    {
        List<Finding> all = [.. check(sop)];
        HashSet<string> waived = new(StringComparer.Ordinal);
        while (all.Where(finding => CoverOf(waivers, finding) is not null && !waived.Contains(finding.Rule)).Select(finding => finding.Rule).ToList() is { Count: > 0 } more)
        {
            waived.UnionWith(more);
            var off = sop.Without(waived);
            var open = all.Where(finding => waived.Contains(finding.Rule) && CoverOf(waivers, finding) is null).ToList();
            all.AddRange([.. check(off).Where(finding =>
                !waived.Contains(finding.Rule)
                && !all.Exists(known => known.Rule == finding.Rule && known.Place == finding.Place)
                && !open.Exists(known => known.Place.Member == finding.Place.Member))]);
        }

        return all;
    }

    private static PlacedWaiver? CoverOf(List<PlacedWaiver> waivers, Finding finding) => waivers.Find(waiver => waiver.Covers(finding));
}
