using System.Globalization;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0708: nobody looks at the work inside a limit, not even at samples, or at one in so many that none ever comes.</summary>
internal sealed class SpotCheckRule() : SopRule(
    Id,
    "Limit without spot checks",
    "a limit without spot check; a spot check that never comes",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddSpotCheck, "add `[SpotCheck<…>]`, one offer per role"))
{
    public const string Id = "SOP0708";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps)
        {
            // Even a step that starts as often as it may brings a sample only after this time.
            var starts = step.Limit is { PerDay: > 0 and <= Bounds.StartsADay and var stated } ? stated : Bounds.UsualStartsADay;
            if (step.SpotCheck is { OneIn: > 0 and var every } spot && every > (long)starts * Bounds.DaysToASample)
            {
                yield return new(
                    Id,
                    spot.Place.At("OneIn"),
                    $"{MessageText.Of(sop.Sop, step)} is looked at once in {Text(every)} times, so at {Text(starts)} a day not once a year: lower OneIn");
            }
        }

        foreach (var step in sop.FinishedSteps.Where(step => step.SpotCheck is null))
        {
            if (step.Limit is { } limit)
            {
                yield return new(
                    Id,
                    limit.Place,
                    $"{MessageText.Of(sop.Sop, step)} acts by itself inside its limit, and nobody looks at what comes out: add [SpotCheck<…>(OneIn = 20)] with the role that looks");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
