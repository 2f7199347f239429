using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0706: the day of the next review has passed, or nothing says when it comes.</summary>
internal sealed class OverdueReviewRule() : SopRule(
    Id,
    "Overdue review",
    "a review that is overdue, or that can never be",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0706";

    public override bool LooksAtDates => true;

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.AsOf is not { } today || sop.Sop.Review is not { } review)
        {
            yield break;
        }

        if (Since(sop.Sop, review) is not { } since)
        {
            // Another rule reports a day that can't be read.
            if (review.Last is null && sop.Sop.Changes.Count == 0)
            {
                yield return new(
                    Id,
                    review.Place,
                    $"[Review] of SOP '{sop.Sop.Class.Name}' has no Last, and no [Change] gives a first day, so it never comes due: add the first [Change], or Last after a review");
            }

            yield break;
        }

        // The day of the build may be older than the review, but hardly by a year.
        if (review.Last is not null && (since - today).Days > Bounds.DaysOfWork)
        {
            yield return new(
                Id,
                review.Place.At("Last"),
                $"The last review of SOP '{sop.Sop.Class.Name}' is said to have been on {IsoDay.Text(since)}, which is years ahead, so the next one never comes: set Last to the day of the last one");
            yield break;
        }

        if (since > today || review.After(since) is not { } due || due >= today)
        {
            // Until the first review its day is the first version, and who asks for everything asks for that, too.
            if (review.Last is null && sop.Project.IsStrict)
            {
                yield return new(
                    Id, review.Place, $"[Review] of SOP '{sop.Sop.Class.Name}' does not say when the last one was: add Last, or the day of the first version, {IsoDay.Text(since)}, before there was one");
            }

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
