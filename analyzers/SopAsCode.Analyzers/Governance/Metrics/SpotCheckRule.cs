using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0708: nobody looks at the work inside a limit, not even at samples.</summary>
internal sealed class SpotCheckRule() : SopRule(
    Id,
    "Somebody looks at samples of what happens inside a limit",
    "a limit without spot check",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddSpotCheck, "add `[SpotCheck<…>]`, one offer per role"))
{
    public const string Id = "SOP0708";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps.Where(step => step.SpotCheck is null))
        {
            if (step.Limit is { } limit)
            {
                yield return new(
                    Id,
                    limit.Place,
                    $"{MessageText.Of(sop.Sop, step)} acts by itself inside its limit, and nobody looks at what comes out: add [SpotCheck<…>(OneIn = 20)] with the role that looks at every twentieth");
            }
        }
    }
}
