using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>Which rules may be waived.</summary>
internal static class Waivable
{
    /// <summary>The rules that can be waived only if the policy allows it, in the order of their ids.</summary>
    public static IEnumerable<string> OnlyWithLeave => Rules.All.Where(rule => rule.Waiving == Waiving.WithLeave).Select(rule => rule.RuleId);

    /// <summary>Whether a rule is about the shape, so that nothing can be generated while it reports an error.</summary>
    public static bool IsOfShape(string rule) => Rules.Find(rule)?.Category == RuleCategory.Shape;

    /// <summary>Whether a rule is about waivers or about the policy itself.</summary>
    public static bool IsOfWaivers(string rule) => Rules.Find(rule)?.Category == RuleCategory.Waivers;

    /// <summary>Whether a rule can't be waived, even if the policy allows it.</summary>
    public static bool IsNever(string rule) => Rules.Find(rule)?.Waiving == Waiving.Never;

    /// <summary>Whether a rule can be waived only if the policy allows it, and the policy does not.</summary>
    public static bool LacksLeave(string rule, PolicyModel? policy) =>
        Rules.Find(rule)?.Waiving == Waiving.WithLeave && policy?.AllowedWaivers.Contains(rule, StringComparer.Ordinal) != true;

    /// <summary>The rule that the author may have meant; null when no id is near.</summary>
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
