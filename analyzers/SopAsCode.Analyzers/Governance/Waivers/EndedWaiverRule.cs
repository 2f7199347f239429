using System.Globalization;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP1102: a waiver has ended, or lasts so long that it is nearly a rule of its own.</summary>
internal sealed class EndedWaiverRule() : SopRule(
    Id,
    "Waiver that has ended or is too long",
    "a waiver that has ended, or is longer than the policy allows",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.RemoveWaiver, "remove it where nothing needs it"))
{
    public const string Id = "SOP1102";

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        foreach (var placed in PlacedWaiver.Of(of.Sop).Where(placed => Rules.Has(placed.Rule)))
        {
            if (Problem(of, placed) is { } problem)
            {
                yield return new(Id, placed.Waiver.Place.At("Until"), $"The waiver of {placed.Rule} for {placed.Place(of.Sop)} {problem}");
            }
        }
    }

    /// <summary>Whether a finding is what this rule says about a waiver.</summary>
    public static bool IsAbout(Finding finding, PlacedWaiver placed) => finding.Rule == Id && finding.Place == placed.Waiver.Place.At("Until");

    /// <summary>The finding about a waiver that nothing needs, which no other end can solve.</summary>
    public static Finding Unneeded(RuleContext of, PlacedWaiver placed) => new(
        Id,
        placed.Waiver.Place.At("Until"),
        $"The waiver of {placed.Rule} for {placed.Place(of.Sop)} {(placed.HasEnded(of) ? $"ended on {placed.Waiver.Until}" : "runs longer than the policy allows")}, and nothing needs it: remove it")
    {
        Fix = new(FixNames.RemoveWaiver),
    };

    private static string? Problem(RuleContext of, PlacedWaiver placed)
    {
        if (placed.Until is not { } until)
        {
            return null;
        }

        if (placed.HasEnded(of))
        {
            return $"ended on {placed.Waiver.Until}, so it waives nothing any more: remove it, or have it allowed anew with a later Until";
        }

        // A policy may allow less than what counts without one, not more: a waiver without an end in sight is a rule of its own.
        var (limit, says) = of.Policy?.WaiverLimit is >= 0 and <= Bounds.DaysOfWaiver and var stated ? (stated, "the policy allows") : (Bounds.DaysOfWaiver, "no waiver may run longer than");
        return Start(of) is { } start && (until - start.Day).TotalDays > limit
            ? $"runs {EnglishWords.Duration((long)(until - start.Day).TotalDays * 24 * 60)} from {start.Words}, but {says} {Text(limit)}: end it by {Text(start.Day, limit)}"
            : null;
    }

    // The day on which a waiver was written is not known. If the build states no day, the day of the newest change is used, because a new waiver is a change.
    private static (DateTime Day, string Words)? Start(RuleContext of) =>
        of.AsOf is { } asOf ? (asOf, Text(asOf, 0))
        : of.Sop.LastChanged is { } changed ? (changed, $"{Text(changed, 0)}, the day of the newest change")
        : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTime day, int later) => IsoDay.Text(day.AddDays(later));
}
