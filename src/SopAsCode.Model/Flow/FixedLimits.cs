using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Finds the limits that need no condition: nothing that an AI made comes into the step, as a value or in the tool that it writes, and no AI decided that a run
/// comes there. What a person approved is still an AI's here, because the limit, and not that person, lets the write happen.
/// </summary>
internal static class FixedLimits
{
    /// <summary>The same SOP, whose limits say whether they need a condition.</summary>
    public static SopModel Mark(FlowGraph graph)
    {
        var sop = graph.Sop;
        if (!sop.Steps.Any(step => IsOpen(step) || step.Limit is { NeedsNoCondition: true }))
        {
            return sop;
        }

        // What was found for another flow does not count for this one.
        var plain = sop with { Steps = sop.Steps.Select(step => With(step, false)).ToEquatableArray() };
        var known = graph.Of(plain);
        HashSet<int> left = [.. LeftInTools.Of(known).Select(write => write.Step)];
        var facts = new FactSets(known, new FactRules(known, ignoresApprovals: true), new Fact(FactKind.Reached));
        return plain with { Steps = plain.Steps.Select((step, state) => With(step, IsOpen(step) && !left.Contains(state) && IsFixed(facts, step, state))).ToEquatableArray() };
    }

    private static bool IsFixed(FactSets facts, StepModel step, int state) =>
        !facts.Holds(state, new(FactKind.Chosen)) && !FactRules.Reads(step.Method.Parameters).Any(type => facts.Holds(state, new(FactKind.Tainted, type)));

    // What an AI does itself is its own decision.
    private static bool IsOpen(StepModel step) => step is { Kind: StepKind.Automated, Limit: { When: null, PerDay: > 0, Since: not null } };

    private static StepModel With(StepModel step, bool needsNoCondition) =>
        step.Limit is { } limit && limit.NeedsNoCondition != needsNoCondition ? step with { Limit = limit with { NeedsNoCondition = needsNoCondition } } : step;
}
