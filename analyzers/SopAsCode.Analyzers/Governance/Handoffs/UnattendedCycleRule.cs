using SopAsCode.Model.Findings;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0903: SOPs hand work to each other in a cycle without a person or a wait. It is reported at each of them, because each can end the cycle.
/// </summary>
internal sealed class UnattendedCycleRule() : SopRule(
    Id,
    "A cycle of hand-offs has a person or a wait in it",
    "a cycle of hand-offs with neither a person nor a wait in it",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0903";

    internal override Requires Requires => Requires.Active | Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var own = sop.Sop.Class.FullName;
        foreach (var state in LocalFacts.UnattendedHandoffs(sop.Graph))
        {
            var step = sop.Sop.Steps[state];
            if (sop.Others.Way(step.Handoff!.Target.Type, other => other.HandsOverUnattended, other => other.Sop == own, onlyOwn: true) is { } way)
            {
                var cycle = Handoffs.Print(way.Select(other => other.Sop).Prepend(own));
                yield return new(
                    Id,
                    step.Place,
                    $"{MessageText.Of(sop.Sop, step)} is part of a cycle of hand-offs ({cycle}) with neither a person nor a wait in it, so runs may start each other without end: "
                        + "put a human step, a checkpoint or a [WaitFor] before one of its hand-offs");
            }
        }
    }
}
