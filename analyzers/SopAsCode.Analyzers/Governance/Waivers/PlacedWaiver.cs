using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>A waiver with its place.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="Step">The step; null when it stands on the SOP.</param>
internal sealed record PlacedWaiver(WaiverModel Waiver, StepModel? Step)
{
    /// <summary>The rule.</summary>
    public string Rule => Waiver.Rule;

    /// <summary>The last day it holds; null when that is missing or can't be read.</summary>
    public DateTime? Until => IsoDay.Of(Waiver.Until);

    /// <summary>The waivers of an SOP that compile; those of its steps come first, because they are more specific.</summary>
    public static IEnumerable<PlacedWaiver> Of(SopModel sop) => sop.Steps
        .SelectMany(step => step.Remarks.Waivers.Select(waiver => new PlacedWaiver(waiver, step)))
        .Concat(sop.Remarks.Waivers.Select(waiver => new PlacedWaiver(waiver, null)))
        .Where(placed => !placed.Waiver.IsUnfinished);

    /// <summary>What it is written on, in words.</summary>
    public string Place(SopModel sop) => Step is null ? $"SOP '{sop.Class.Name}'" : MessageText.Of(sop, Step);

    /// <summary>Whether it counts, or counted until it ended: it is complete, a person allows it, and the rule may be waived.</summary>
    public bool IsSound(RuleContext sop) =>
        Rules.Has(Rule) && !Waivable.IsNever(Rule) && !Waivable.LacksLeave(Rule, sop.Policy)
        && !PlaceholderText.Is(Waiver.Because)
        && Waiver is { By: not null, NoRole: null }
        && Until is not null;

    /// <summary>Whether its last day is over. If the build states no day, no waiver ends.</summary>
    public bool HasEnded(RuleContext sop) => Until < sop.AsOf;

    /// <summary>Whether it covers a finding: on the SOP it covers all findings of its rule, on a step those at the step or about the step.</summary>
    public bool Covers(Finding finding) => finding.Rule == Rule && (Step is null || IsAt(Step, finding));

    private static bool IsAt(StepModel step, Finding finding) =>
        finding.Place.Member == step.Name || (finding.Place.Member is null && finding.RelatedPlaces.Any(site => site.Member == step.Name));
}
