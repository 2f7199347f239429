using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0306, for waivers: no person allows it.</summary>
internal static class WaiverApproverRule
{
    public const string Id = "SOP0306";

    public static IEnumerable<Finding> Check(SopCase of)
    {
        foreach (var placed in PlacedWaiver.Of(of.Sop))
        {
            if (placed.Waiver.NoRole is { } other)
            {
                yield return new(
                    Id,
                    placed.Waiver.Site.At("By"),
                    $"The waiver of {Quote.Text(placed.Rule)} for {placed.Place(of.Sop)} is allowed by '{other}', which is no role of a person: set By = typeof(…) to the role of the person who answers for it");
            }
        }
    }
}
