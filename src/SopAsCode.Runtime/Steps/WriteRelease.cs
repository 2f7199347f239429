using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Whether a step may write now. What was approved is looked at again when the write happens: the values, the grant, and whether whoever approved
/// still may. An approval releases each step that writes once, up to the next checkpoint.
/// </summary>
internal static class WriteRelease
{
    private const string Unapproved = "SOP0201";

    /// <summary>The reason why the step must not write now, in words; null when it may.</summary>
    public static string? Obstacle(RunInHand hand, StepDefinition step, IRoleDirectory roles)
    {
        if (step.Kind is not (StepKind.Ai or StepKind.Automated))
        {
            return null;
        }

        return step.Access.Where(access => Hurts(hand, access)).Select(access => GrantObstacle(hand, access)).FirstOrDefault(obstacle => obstacle is not null)
            ?? (NeedsApproval(hand, step) ? ApprovalObstacle(hand, step, roles) : null);
    }

    /// <summary>The approval that the step uses; null when it needs none.</summary>
    public static GivenApproval? Used(RunInHand hand, StepDefinition step) => NeedsApproval(hand, step) ? hand.State.Approval : null;

    private static bool Hurts(RunInHand hand, AccessDefinition access) =>
        access.Kind == Access.Write && (access.Irreversible || hand.Sop.ImpactOf(access) != Impact.None);

    // A complete limit stands in place of an approval.
    private static bool NeedsApproval(RunInHand hand, StepDefinition step) =>
        step.Kind is StepKind.Ai or StepKind.Automated
        && step.Access.Any(access => Hurts(hand, access))
        && step.Limit is not { When: not null, PerDay: not null, Since: not null };

    private static string? GrantObstacle(RunInHand hand, AccessDefinition access)
    {
        var grants = hand.Definition.Grants.Where(grant => grant.Tool.Type == access.Tool.Type).ToList();
        var granted = grants
            .Where(grant => (grant.On is not { } on || on <= hand.Moment.Day) && (grant.Until is not { } until || hand.Moment.Day <= until))
            .Aggregate(Impact.None, (all, grant) => all | grant.Impact);
        return grants.Count > 0 && (hand.Sop.ImpactOf(access) & ~granted) != Impact.None ? $"no grant for '{access.Tool.Title}' is in force today" : null;
    }

    private static string? ApprovalObstacle(RunInHand hand, StepDefinition step, IRoleDirectory roles)
    {
        if (hand.State.Approval is not { } approval)
        {
            return Asking.IsWaived(hand, step, Unapproved) ? null : "nobody approved this write";
        }

        var covered = 0;
        foreach (var input in step.Inputs)
        {
            if (approval.Values.FirstOrDefault(value => value.Type == input.Type) is { } approved)
            {
                covered++;
                if (hand.State.Value(input.Type)?.Content != approved.Content)
                {
                    return $"the value '{input.Name}' changed after its approval at '{approval.Checkpoint}'";
                }
            }
        }

        return covered == 0 && step.Inputs.Count > 0 ? $"nothing that the step writes was shown at '{approval.Checkpoint}'"
            : approval.Used.Contains(step.Name, StringComparer.Ordinal) ? $"the approval at '{approval.Checkpoint}' was used up by an earlier write of this step"
            : !roles.Holds(approval.By, approval.Role) ? $"whoever approved at '{approval.Checkpoint}' no longer holds the role"
            : null;
    }
}
