using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Yes and no at checkpoints. An approval is bound to exactly what was shown.</summary>
internal sealed class CheckpointAnswers(Permissions permissions)
{
    public void Approve(RunInHand hand, PendingItem item, Approve approve)
    {
        var (step, role) = Demand(hand, item, "approve at a checkpoint");
        var isMaker = Excluding.Makers(hand.State, step).Contains(hand.By.Name, StringComparer.OrdinalIgnoreCase);
        if (isMaker && !Excluding.MayApproveOwnWork(hand, step))
        {
            throw new RefusedException(RefusalKind.OwnWork, $"'{hand.By.Name}' made what '{item.Id}' shows, so somebody else approves it.");
        }

        DemandShown(hand, item, step, approve.Digest);
        Checklists.DemandTicked(step, approve.Ticked);
        Excluding.DemandAnother(item, hand.By.Name);
        var handedBack = HandedBack(hand, item, step, approve.Value);
        var edits = handedBack.Where(edit => edit.Before != edit.After).ToList();
        var yes = new Approved
        {
            Item = item.Id,
            Revision = item.Revision,
            Digest = item.Digest,
            Role = role,
            Ticked = approve.Ticked.Count,
            Values = Covered(hand, item, handedBack),
            Edits = edits.Count > 0 ? edits : null,
            ByPerformer = isMaker,
            Seconds = (long)(hand.At - item.Asked).TotalSeconds,
        };
        if (step.Approvals > 1 && edits.Count > 0)
        {
            // What others said yes to is not what counts now: they look at the correction.
            hand.Record(yes);
            var corrected = hand.State.Items.Last(one => one.Id == item.Id).Approvals![^1];
            hand.Record(new ItemOpened { Item = Asking.ForStep(hand, step, item.Kind) with { Id = item.Id, Revision = item.Revision + 1, Approvals = [corrected] } }, Actor.TheHost);
            return;
        }

        if ((item.Approvals?.Count ?? 0) + 1 < step.Approvals)
        {
            hand.Record(yes);
            return;
        }

        hand.Record(yes with { Move = hand.Fire(SopTrigger.Approve) });
        Settling.Settle(hand);
    }

    public void Reject(RunInHand hand, PendingItem item, Reject reject)
    {
        var (step, role) = Demand(hand, item, "reject at a checkpoint");
        if (string.IsNullOrWhiteSpace(reject.Reason))
        {
            throw new RefusedException(RefusalKind.Incomplete, $"Say why '{item.Id}' is rejected: whoever did the work reads it.");
        }

        DemandShown(hand, item, step, null);
        var round = hand.Run.Rejections(step.Name) + 1;
        var rejection = new Rejection { Reason = reject.Reason, By = hand.By.Name, Round = round };
        var reason = hand.Give(typeof(Rejection).FullName!, RecordJson.Write(rejection));
        var move = hand.Fire(SopTrigger.Reject);
        hand.Record(new Rejected
        {
            Item = item.Id,
            Revision = item.Revision,
            Digest = item.Digest,
            Role = role,
            Reason = reason,
            Round = round,
            Seconds = (long)(hand.At - item.Asked).TotalSeconds,
            Move = move,
        });
        Settling.Settle(hand);
    }

    private (StepDefinition Step, string Role) Demand(RunInHand hand, PendingItem item, string what)
    {
        Permissions.DemandPerson(hand.By, what);
        if (item.Kind != ItemKind.Approve || hand.Step is not { Kind: StepKind.Checkpoint } step || item.Step != step.Name || item.Visit != hand.State.Visit)
        {
            throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' ({item.Title}) is no open checkpoint.");
        }

        var role = permissions.DemandRole(item, hand.By);
        if (Excluding.Doers(hand, step).Contains(hand.By.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(RefusalKind.OwnWork, $"'{hand.By.Name}' did step '{step.NotBy}', and nobody who did it answers '{item.Id}'.");
        }

        Claims.DemandFree(hand, item);
        return (step, role);
    }

    // What is answered is what is there: the same step with the same values, under the SOP that showed it.
    private static void DemandShown(RunInHand hand, PendingItem item, StepDefinition step, string? seen)
    {
        var now = Asking.Shown(hand.State, step);
        if (Asking.DigestOf(hand.Definition, step.Name, now, item.Fingerprint) != item.Digest || (seen is not null && seen != item.Digest))
        {
            throw new RefusedException(RefusalKind.Stale, $"What '{item.Id}' showed is not what is there now, so this answer releases nothing. Look at it again.");
        }

        foreach (var value in now)
        {
            if (value.Content is { } content)
            {
                _ = hand.TextOf(content);
            }
        }
    }

    // A checkpoint hands back what it showed, unless the person corrected it. What it did not show the person gives: a yes says nothing about what nobody saw.
    private static List<EditMark> HandedBack(RunInHand hand, PendingItem item, StepDefinition step, string? value)
    {
        if (value is null)
        {
            List<string> shown = [.. (item.Shown ?? []).Where(one => one is { Context: false, Content: not null }).Select(one => one.Type)];
            return step.Outputs.FirstOrDefault(type => !shown.Contains(type, StringComparer.Ordinal)) is not { } missing
                ? [.. step.Outputs.Select(type => hand.State.Value(type)!).Select(held => new EditMark { Type = held.Type, Before = held.Content, After = held.Content })]
                : throw new RefusedException(RefusalKind.Incomplete, $"The checkpoint makes a '{missing}': give it as JSON.");
        }

        return [.. Answers.Read(hand.Sop, step, value).Select(one =>
        {
            var before = hand.State.Value(one.Type)?.Content ?? "";
            return new EditMark { Type = one.Type, Before = before, After = hand.Give(one.Type, one.Json).Content };
        })];
    }

    // What was shown, what was handed back, and the input of the run while it is as it came.
    private static List<ValueMark> Covered(RunInHand hand, PendingItem item, List<EditMark> handedBack)
    {
        var covered = handedBack.ToDictionary(edit => edit.Type, edit => edit.After, StringComparer.Ordinal);
        foreach (var shown in (item.Shown ?? []).Where(shown => !shown.Context))
        {
            if (shown.Content is { } content)
            {
                covered.TryAdd(shown.Type, content);
            }
        }

        if (hand.Definition.Input is { } input && hand.State.Value(input) is { Step: null } value)
        {
            covered.TryAdd(input, value.Content);
        }

        return [.. covered.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => new ValueMark { Type = value.Key, Content = value.Value })];
    }
}
