using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>Which rules may be waived.</summary>
internal static class Waivable
{
    /// <summary>Rules that only the policy can allow to waive, in the order of their ids.</summary>
    public static IEnumerable<string> OnlyWithLeave => Rules.All.Where(rule => rule.Waiving == Waiving.WithLeave).Select(rule => rule.RuleId);

    /// <summary>Whether a rule is about the shape: nothing can be generated while it speaks.</summary>
    public static bool IsOfShape(string rule) => Rules.Find(rule)?.Category == RuleCategory.Shape;

    /// <summary>Whether a rule is about waivers and the policy themselves.</summary>
    public static bool IsOfWaivers(string rule) => Rules.Find(rule)?.Category == RuleCategory.Waivers;

    /// <summary>Whether a rule can't be waived, whatever the policy says.</summary>
    public static bool IsNever(string rule) => Rules.Find(rule)?.Waiving == Waiving.Never;

    /// <summary>Whether a rule can be waived with the policy's leave only, and has none.</summary>
    public static bool LacksLeave(string rule, PolicyModel? policy) =>
        Rules.Find(rule)?.Waiving == Waiving.WithLeave && policy?.AllowedWaivers.Contains(rule, StringComparer.Ordinal) != true;

    /// <summary>The rule somebody may have meant; null when nothing is near.</summary>
    public static string? Nearest(string rule)
    {
        const int far = 3;
        return Rules.All
            .Where(known => known.Waiving != Waiving.Never)
            .Select(known => (known.RuleId, Distance: EditDistance.Between(rule.Trim(), known.RuleId)))
            .Where(known => known.Distance <= far)
            .OrderBy(known => known.Distance)
            .Select(known => known.RuleId)
            .FirstOrDefault();
    }
}
