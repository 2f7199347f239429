using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>What owner and backup do in the manual path.</summary>
internal sealed class ManualPath(Permissions permissions)
{
    /// <summary>The step from which the run came, if a person may do it in place of its performer. Tasks beside it may still hold it up.</summary>
    public static string? Offered(RunInHand hand)
    {
        var free = SopRun.Restore(hand.Definition, hand.Run.Save() with { Tasks = new Dictionary<string, bool>(StringComparer.Ordinal) });
        return hand.Sop.WithMachine(hand.Starts, machine => machine.Allows(free, SopTrigger.DoneByHand)) ? free.CameFrom : null;
    }

    /// <summary>The person completes the whole run by hand.</summary>
    public void Complete(RunInHand hand, PendingItem item, Complete complete)
    {
        var role = Demand(hand, item, "complete a run by hand");
        if (complete.Value is not null)
        {
            throw new RefusedException(RefusalKind.Malformed, $"'{item.Id}' takes no value: to give what a step would have made, send {nameof(DoStepByHand)}.");
        }

        var move = hand.Fire(SopTrigger.Complete);
        if (hand.Keep(complete.Notes) is { } kept)
        {
            hand.Record(new Noted { Notes = kept });
        }

        hand.Record(new StepCompleted { Visit = hand.State.Visit, Item = item.Id, Revision = item.Revision, Role = role, Move = move });
        Settling.Settle(hand);
    }

    /// <summary>The person did the step from which the run came, and the run goes on behind it.</summary>
    public void DoStep(RunInHand hand, PendingItem item, DoStepByHand done, IRoleDirectory roles)
    {
        if (item.Kind != ItemKind.ByHand)
        {
            throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' ({item.Title}) is not the manual path: no step is done by hand there.");
        }

        var role = Demand(hand, item, "do a step by hand");
        hand.Demand(SopTrigger.DoneByHand);
        var step = hand.Definition.StepOf(hand.Run.CameFrom!)!;
        Checklists.DemandTicked(step, done.Ticked);
        var made = Answers.Read(hand.Sop, step, done.Value).Select(one => hand.Give(one.Type, one.Json)).ToList();
        Write(hand, step, roles);
        var move = hand.Fire(SopTrigger.DoneByHand);
        hand.Record(new StepDoneByHand
        {
            Done = step.Name,
            Visit = hand.State.Visit,
            Item = item.Id,
            Revision = item.Revision,
            Role = role,
            Values = made.Count > 0 ? made : null,
            Ticked = done.Ticked.Count,
            Notes = hand.Keep(done.Notes),
            Move = move,
        });
        Settling.Settle(hand);
    }

    // What the person wrote uses the approval up: the step does not write it once more.
    private static void Write(RunInHand hand, StepDefinition step, IRoleDirectory roles)
    {
        if (step.Kind is not (StepKind.Ai or StepKind.Automated))
        {
            return;
        }

        var used = WriteRelease.Obstacle(hand, step, roles) is null ? WriteRelease.Used(hand, step) : [];
        foreach (var access in step.Access.Where(access => access.Kind == Access.Write))
        {
            hand.Record(StepWork.Written(hand, step, access, used) with { ByHand = step.Name });
        }
    }

    private string Demand(RunInHand hand, PendingItem item, string what)
    {
        permissions.DemandOwner(hand.Definition, hand.By, what);
        Claims.DemandFree(hand, item);
        return permissions.DemandRole(item, hand.By);
    }
}
