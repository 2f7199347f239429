using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0706: the day of the next review has passed.</summary>
internal sealed class OverdueReviewRule() : SopRule(
    Id,
    "A review happens when it is due",
    "a review that is overdue",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0706";

    public override bool LooksAtDates => true;

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.AsOf is not { } today || sop.Sop.Review is not { } review || Since(sop.Sop, review) is not { } since
            || since > today || review.After(since) is not { } due || due >= today)
        {
            yield break;
        }

        var (last, site) = review.Last is null
            ? ($"it has not been reviewed since its first version of {IsoDay.Text(since)}", review.Place)
            : ($"the last one was on {IsoDay.Text(since)}", review.Place.At("Last"));
        yield return new(Id, site, $"The review of SOP '{sop.Sop.Class.Name}' was due on {IsoDay.Text(due)}, and {last}: review it, and set Last to the day");
    }

    // For an SOP that was never reviewed, the time until the review starts with its first version.
    private static DateTime? Since(SopModel sop, ReviewModel review) =>
        review.Last is null ? sop.Changes.Select(change => IsoDay.Of(change.Date)).Min() : IsoDay.Of(review.Last);
}
