using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0206 to SOP0209, which all look at what a step does without a person. What one of them says, or a rule about the ways to its
/// write, no other one says again.
/// </summary>
internal static class AutonomyRules
{
    public static IEnumerable<Finding> Check(SopCase sop)
    {
        var unsafeWrites = WriteRules.ByStep(sop);
        for (var state = 0; state < sop.Sop.Steps.Count; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step.Kind is not (StepKind.Ai or StepKind.Automated) || !sop.IsFinished(step))
            {
                continue;
            }

            List<string> said = unsafeWrites.TryGetValue(state, out var rule) ? [rule] : [];
            foreach (var finding in Findings(sop, state, unsafeWrites))
            {
                if (!said.Exists(other => sop.GivesWay(finding.Rule, other)))
                {
                    said.Add(finding.Rule);
                    yield return finding;
                }
            }
        }
    }

    // In the order in which they matter: what the policy forbids need not be made complete first.
    private static IEnumerable<Finding> Findings(SopCase sop, int state, IReadOnlyDictionary<int, string> unsafeWrites) =>
    [
        .. CapRule.Check(sop, state),
        .. LimitRule.Check(sop, state),
        .. LevelRule.Check(sop, state, unsafeWrites),
        .. EvidenceRule.Check(sop, state),
    ];
}
