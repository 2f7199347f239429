using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0705: nobody reviews the SOP, or its reviews are less frequent than the pilot or the policy asks for.</summary>
internal sealed class ReviewRule() : SopRule(
    Id,
    "SOP that is not reviewed often enough",
    "an SOP that is not reviewed, or less often than policy or pilot ask for",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.SetCadence, "set the cadence, one offer per cadence"))
{
    public const string Id = "SOP0705";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var name = sop.Sop.Class.Name;
        var slowest = Slowest(sop);
        if (sop.Sop.Review is not { } review)
        {
            var wanted = slowest?.Cadence ?? Cadence.Monthly;
            yield return new(Id, DeclarationPlace.OfClass, $"Nothing says when SOP '{name}' is looked at again: add [Review(Cadence.{wanted})]{(slowest is { } asked ? $", since {asked.Why}" : "")}")
            {
                Fix = new(FixNames.SetCadence, slowest is null ? $"{Cadence.Monthly}|{Cadence.Quarterly}|{Cadence.Yearly}" : wanted.ToString()),
            };
        }
        else if (slowest is { } limit && review.Cadence > limit.Cadence && Enum.IsDefined(typeof(Cadence), review.Cadence))
        {
            yield return new(Id, review.Place.At("cadence"), $"SOP '{name}' is reviewed {Words(review.Cadence)}, but {limit.Why}: review it {Words(limit.Cadence)}")
            {
                Fix = new(FixNames.SetCadence, limit.Cadence.ToString()),
            };
        }
    }

    private static (Cadence Cadence, string Why)? Slowest(RuleContext sop)
    {
        if (sop.Sop.Pilot is not null)
        {
            return (Cadence.Weekly, "a pilot is reviewed every week");
        }

        return sop.Policy is { Review: { } cadence } policy && Enum.IsDefined(typeof(Cadence), cadence)
            ? (cadence, $"policy '{policy.Name}' asks for a review {Words(cadence)}")
            : null;
    }

    private static string Words(Cadence cadence) => cadence switch
    {
        Cadence.Weekly => "every week",
        Cadence.Biweekly => "every other week",
        Cadence.Monthly => "every month",
        Cadence.Quarterly => "every three months",
        _ => "every year",
    };
}
