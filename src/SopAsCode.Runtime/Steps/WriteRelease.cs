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

    /// <summary>The approvals that the step uses: more than one where what it writes was approved in more than one place. None when it needs none.</summary>
    public static IReadOnlyList<GivenApproval> Used(RunInHand hand, StepDefinition step) => NeedsApproval(hand, step) ? Covering(hand, step) : [];

    private static bool Hurts(RunInHand hand, AccessDefinition access) =>
        access.Kind == Access.Write && (access.Irreversible || hand.Sop.ImpactOf(access) != Impact.None);

    // A complete limit stands in place of an approval.
    private static bool NeedsApproval(RunInHand hand, StepDefinition step) =>
        step.Kind is StepKind.Ai or StepKind.Automated
        && step.Access.Any(access => Hurts(hand, access))
        && step.Limit is not { IsComplete: true };

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
        if (hand.State.Approvals is not [.., var last])
        {
            return hand.State.WaivedInput is not null || Asking.IsWaived(hand, step, Unapproved) ? null : "nobody approved this write";
        }

        foreach (var input in step.Inputs)
        {
            var content = hand.State.Value(input.Type)?.Content;
            if (hand.State.Approvals.LastOrDefault(approval => approval.Names(input.Type)) is { } approval && !hand.State.Approvals.Any(other => other.Covers(input.Type, content)))
            {
                return $"the value '{input.Name}' changed after its approval at '{approval.Checkpoint}'";
            }
        }

        var covering = Covering(hand, step);
        return covering.Count == 0 ? $"nothing that the step writes was shown at '{last.Checkpoint}'"
            : covering.FirstOrDefault(approval => approval.Used.Contains(step.Name, StringComparer.Ordinal)) is { } used ? $"the approval at '{used.Checkpoint}' was used up by an earlier write of this step"
            : covering.FirstOrDefault(approval => approval.By.Any(by => !roles.Holds(by.Person, by.Role))) is { } without ? $"whoever approved at '{without.Checkpoint}' no longer holds the role"
            : null;
    }

    // A step that has no values writes what the last checkpoint let through.
    private static IReadOnlyList<GivenApproval> Covering(RunInHand hand, StepDefinition step) => step.Inputs.All(input => hand.State.Value(input.Type) is null || input.Type == typeof(Rejection).FullName)
        ? hand.State.Approvals is [.., var last] ? [last] : []
        : [.. hand.State.Approvals.Where(approval => step.Inputs.Any(input => approval.Covers(input.Type, hand.State.Value(input.Type)?.Content)))];
}
