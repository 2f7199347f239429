using SopAsCode.Model.Places;

namespace SopAsCode.Model.Findings;

/// <summary>Reports each cause once: at the first place where it appears, with the other places as related places.</summary>
public static class MergeByCause
{
    /// <summary>Joins the findings of a rule that have one cause.</summary>
    /// <param name="findings">Findings about one SOP.</param>
    /// <returns>The joined findings, in the order of the given findings.</returns>
    public static IEnumerable<Finding> Of(IEnumerable<Finding> findings)
    {
        List<Finding> all = [.. findings];
        for (var i = 0; i < all.Count; i++)
        {
            var finding = all[i];
            if (finding.Cause is null)
            {
                yield return finding;
            }
            else if (all.FindIndex(other => IsSame(other, finding)) == i)
            {
                var others = all.FindAll(other => other != finding && IsSame(other, finding)).ConvertAll(other => other.Place);
                yield return others.Count == 0 ? finding : finding with { Message = finding.Message + At(finding, others), RelatedPlaces = [.. finding.RelatedPlaces, .. others] };
            }
        }
    }

    private static bool IsSame(Finding one, Finding other) => one.Rule == other.Rule && one.Cause == other.Cause;

    private static string At(Finding finding, List<DeclarationPlace> others)
    {
        var steps = others.Select(site => site.Member).Where(step => step is not null && step != finding.Place.Member).Distinct(StringComparer.Ordinal).Select(step => $"'{step}'").ToList();
        return steps.Count == 0 ? "" : $" (the same at {MessageText.And(steps)})";
    }
}
