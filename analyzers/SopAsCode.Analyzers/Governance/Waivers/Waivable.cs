using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Which rules may be waived.</summary>
internal static class Waivable
{
    /// <summary>Rules that only the policy can allow to waive.</summary>
    public static readonly string[] OnlyWithLeave = ["SOP0201", "SOP0203", "SOP0301", "SOP0306", "SOP0311", "SOP0603"];

    /// <summary>Whether a rule is about the shape: nothing can be generated while it speaks.</summary>
    public static bool IsOfShape(string rule) => rule.StartsWith("SOP00", StringComparison.Ordinal);

    /// <summary>Whether a rule is about waivers and the policy themselves.</summary>
    public static bool IsOfWaivers(string rule) => rule.StartsWith("SOP11", StringComparison.Ordinal);

    /// <summary>Whether a rule can't be waived, whatever the policy says.</summary>
    public static bool IsNever(string rule) => IsOfShape(rule) || IsOfWaivers(rule);

    /// <summary>Whether a rule can be waived with the policy's leave only, and has none.</summary>
    public static bool LacksLeave(string rule, PolicyModel? policy) =>
        OnlyWithLeave.Contains(rule, StringComparer.Ordinal) && policy?.AllowedWaivers.Contains(rule, StringComparer.Ordinal) != true;

    /// <summary>The rule somebody may have meant; null when nothing is near.</summary>
    public static string? Nearest(string rule)
    {
        const int far = 3;
        return Rules.All
            .Select(known => (known.Id, Distance: EditDistance.Between(rule.Trim(), known.Id)))
            .Where(known => known.Distance <= far && !IsNever(known.Id))
            .OrderBy(known => known.Distance)
            .Select(known => known.Id)
            .FirstOrDefault();
    }
}
