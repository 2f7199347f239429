using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0903: SOPs that hand work to each other in a cycle with neither a person nor a wait in it. Said at each of them, as each can end it.
/// </summary>
internal static class UnattendedCycleRule
{
    public const string Id = "SOP0903";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        if (!sop.IsActive)
        {
            yield break;
        }

        var own = sop.Sop.Class.FullName;
        foreach (var state in LocalFacts.UnattendedHandoffs(sop.Graph))
        {
            var step = sop.Sop.Steps[state];
            if (sop.Others.Way(step.Handoff!.Target.Type, other => other.HandsOverUnattended, other => other.Sop == own, onlyOwn: true) is { } way)
            {
                var cycle = Handoffs.Print(way.Select(other => other.Sop).Prepend(own));
                yield return new(
                    Id,
                    step.Site,
                    $"{Quote.Of(sop.Sop, step)} is part of a cycle of hand-offs ({cycle}) with neither a person nor a wait in it, so runs may start each other without end: "
                        + "put a human step, a checkpoint or a [WaitFor] before one of its hand-offs");
            }
        }
    }
}
