using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP1104: a waiver of a rule that can't be waived, or that only the policy can allow to be waived.</summary>
internal sealed class ForbiddenWaiverRule() : SopRule(
    Id,
    "Waiver of a rule that may not be waived",
    "a waiver of a rule that may not be waived, or not without the policy's leave",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP1104";

    /// <summary>A line in a config file must not do what a waiver may not do.</summary>
    public override bool IsFixed => true;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        foreach (var placed in PlacedWaiver.Of(of.Sop).Where(placed => Rules.Has(placed.Rule)))
        {
            if (Problem(of, placed.Rule) is { } problem)
            {
                yield return new(Id, placed.Waiver.Place.At("ruleId"), $"{problem}: remove the waiver from {placed.Place(of.Sop)} and mend the finding{OrAsk(placed.Rule)}");
            }
        }
    }

    // Another rule reports that it is not clear which of several policies counts.
    private static string? Problem(RuleContext of, string rule) =>
        Waivable.IsOfShape(rule) ? $"{rule} is about the shape of an SOP, without which nothing can be generated, so it can't be waived"
        : Waivable.IsOfWaivers(rule) ? $"{rule} is about waivers and the policy themselves, so it can't be waived"
        : Waivable.LacksLeave(rule, of.Policy) && !of.Project.HasRivalPolicies ? $"{rule} can't be waived without the policy's leave"
        : null;

    private static string OrAsk(string rule) => Waivable.IsNever(rule) ? "" : $", or let the policy say [AllowWaiver(\"{rule}\")]";
}
