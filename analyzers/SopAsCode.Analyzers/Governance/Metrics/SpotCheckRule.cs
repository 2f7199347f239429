using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0708: what happens inside a limit is seen by nobody, not even now and then.</summary>
internal static class SpotCheckRule
{
    public const string Id = "SOP0708";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        foreach (var step in sop.Sop.Steps.Where(step => step.SpotCheck is null && sop.IsFinished(step)))
        {
            if (step.Limit is { } limit)
            {
                yield return new(
                    Id,
                    limit.Site,
                    $"{Quote.Of(sop.Sop, step)} acts by itself inside its limit, and nobody looks at what comes out: add [SpotCheck<…>(OneIn = 20)] with the role that looks at every twentieth");
            }
        }
    }
}
