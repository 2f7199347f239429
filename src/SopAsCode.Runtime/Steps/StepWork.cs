using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Who does a step when a run comes to it.</summary>
internal static class StepWork
{
    /// <summary>A worker of the host does it: code, an AI of the host, a hand-off. All other steps wait for somebody outside.</summary>
    public static bool IsForWorker(StepDefinition step) => step.Kind switch
    {
        StepKind.Ai => !step.Outside,
        StepKind.Handoff => true,
        StepKind.Automated => !step.Waits,
        _ => false,
    };

    /// <summary>What is asked when the run waits for somebody; null for a wait for time to pass.</summary>
    public static ItemKind? Asks(StepDefinition step) => step.Kind switch
    {
        StepKind.Checkpoint => ItemKind.Approve,
        StepKind.Human => ItemKind.Do,
        StepKind.Automated => ItemKind.Report,
        StepKind.Ai when step.Outside => ItemKind.Report,
        StepKind.Wait => IsPause(step) ? null : ItemKind.Report,
        _ => null,
    };

    /// <summary>The step waits for time to pass, and for nobody.</summary>
    public static bool IsPause(StepDefinition step) => step.After is not null || step.AfterUntil is not null;

    /// <summary>
    /// The key that stays the same for each attempt at a step until the run leaves it, and when it comes back to it from the manual path: an attempt whose
    /// result got lost may have done the work.
    /// </summary>
    public static string IdempotencyKey(RunState state, string step) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{state.Run}/{step}/{state.KeyVisit}");

    /// <summary>Records what code, an AI or an outside automation wrote, with the approvals that it used up.</summary>
    public static void Write(RunInHand hand, StepDefinition step)
    {
        var used = WriteRelease.Used(hand, step);
        foreach (var access in step.Access.Where(access => access.Kind == Access.Write))
        {
            hand.Record(Written(hand, step, access, used));
        }
    }

    /// <summary>The item for a sample of what the step made, if it is drawn.</summary>
    public static PendingItem? Sample(RunInHand hand, StepDefinition step, IReadOnlyList<ValueMark> made) =>
        step.SpotCheck is { } check && hand.Moment.Draws(step.Name, check.OneIn) ? Asking.Check(hand, step, made) : null;

    /// <summary>The record of a write.</summary>
    public static ActionTaken Written(RunInHand hand, StepDefinition step, AccessDefinition access, IReadOnlyList<GivenApproval> used)
    {
        var impact = hand.Sop.ImpactOf(access);
        return new()
        {
            Tool = access.Tool.Type,
            Access = access.Kind,
            Impact = impact == Impact.None ? null : impact.ToString(),
            Approvals = used.Count > 0 ? [.. used.Select(approval => approval.Item)] : null,
            IdempotencyKey = IdempotencyKey(hand.State, step.Name),
        };
    }
}
