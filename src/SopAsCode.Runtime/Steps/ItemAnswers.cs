using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Answers to items. All doors come here.</summary>
internal sealed class ItemAnswers(IRoleDirectory roles)
{
    private readonly Permissions _permissions = new(roles);

    public void Do(RunInHand hand, ItemCommand command)
    {
        var item = Open(hand, command);
        switch (command)
        {
            case Claim claim:
                Claims.Claim(hand, item, claim, _permissions);
                break;
            case Release:
                Claims.Release(hand, item);
                break;
            case Delegate given:
                Claims.Delegate(hand, item, given, _permissions);
                break;
            case Approve approve:
                new CheckpointAnswers(_permissions).Approve(hand, item, approve);
                break;
            case Reject reject:
                new CheckpointAnswers(_permissions).Reject(hand, item, reject);
                break;
            case Judge judge:
                Judge(hand, item, judge);
                break;
            case ReportFailure failure:
                ReportFailure(hand, item, failure);
                break;
            case DoStepByHand done:
                new ManualPath(_permissions).DoStep(hand, item, done, roles);
                break;
            case Complete complete:
                Complete(hand, item, complete);
                break;
            default:
                throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' can't be answered like this.");
        }
    }

    /// <summary>An event from outside has found the run.</summary>
    public static void Take(RunInHand hand, TakeEvent take)
    {
        var arrived = take.Arrived;
        if (hand.State.Arrived.Contains(arrived.Id, StringComparer.Ordinal))
        {
            hand.Taken = arrived.Id;
            return;
        }

        if (hand.State is not { HeldSince: null, Asking: { Kind: ItemKind.Report } item } || item.Step != arrived.Step)
        {
            throw new RefusedException(RefusalKind.WrongState, $"Run '{hand.Id}' does not wait in '{arrived.Step}'; it is in '{hand.State.Position.State}'.");
        }

        // A wait keeps what came early. What an AI or an automation outside reported before it was asked is of an earlier visit, or of another run.
        if (hand.Step is not { Kind: StepKind.Wait } && arrived.Received < item.Asked)
        {
            hand.Record(new Noted { Notes = hand.Keep($"Event '{arrived.Id}' for step '{arrived.Step}' came before the step was asked for it, so it does not answer it.")! });
            hand.Taken = arrived.Id;
            return;
        }

        hand.Record(new EventArrived { Id = arrived.Id, Found = "key", Received = arrived.Received });
        hand.Taken = arrived.Id;
        Finish(hand, item, arrived.Value, null, null, Reporter(hand, null));
    }

    private static PendingItem Open(RunInHand hand, ItemCommand command)
    {
        var item = hand.State.Items.LastOrDefault(one => one.Id == command.Item)
            ?? throw new RefusedException(RefusalKind.UnknownItem, $"Run '{hand.Id}' has no item '{command.Item}'.");
        if (item.Revision != command.Revision && item.IsOpen)
        {
            throw new RefusedException(RefusalKind.Stale, $"'{item.Id}' shows revision {item.Revision} since {IsoTime.Write(item.Asked)}, and revision {command.Revision} was answered. Look at it again.");
        }

        if (hand.State.HeldSince is { } since && command is not (Release or Runtime.Claim))
        {
            throw new RefusedException(RefusalKind.OnHold, $"Run '{hand.Id}' is on hold since {IsoTime.Write(since)}.");
        }

        return item.Status switch
        {
            ItemStatus.Open or ItemStatus.Claimed => item,
            ItemStatus.Answered => throw new RefusedException(RefusalKind.AlreadyAnswered, $"'{item.Id}' was already answered by {item.Person} at {IsoTime.Write(item.Closed!.Value)}."),
            ItemStatus.Expired => throw new RefusedException(RefusalKind.TimedOut, $"'{item.Id}' was due at {(item.Due is { } due ? IsoTime.Write(due) : "an earlier time")} and can't be answered any more: the run is in '{hand.State.Position.State}'."),
            _ => throw new RefusedException(RefusalKind.Withdrawn, $"'{item.Id}' was withdrawn at {IsoTime.Write(item.Closed!.Value)}: the run is in '{hand.State.Position.State}'."),
        };
    }

    private void Complete(RunInHand hand, PendingItem item, Complete complete)
    {
        switch (item.Kind)
        {
            case ItemKind.Do:
                Permissions.DemandPerson(hand.By, "do this step");
                var role = _permissions.DemandRole(item, hand.By);
                Claims.DemandFree(hand, item);
                Checklists.DemandTicked(hand.Step!, complete.Ticked);
                Finish(hand, item, complete.Value, role, complete.Ticked.Count, null);
                break;
            case ItemKind.Answer:
                // A person may paste what an AI said; it counts as the AI's.
                Permissions.DemandPerson(hand.By, "give the answer of an AI here");
                var by = _permissions.DemandRole(item, hand.By);
                Claims.DemandFree(hand, item);
                Finish(hand, item, complete.Value, by, null, StepResults.AgentOf(hand.Step!, item.Prompt, Answers.Used(complete.Usage)));
                break;
            case ItemKind.Report:
                Finish(hand, item, complete.Value, null, null, Reporter(hand, complete.Usage));
                break;
            case ItemKind.ByHand:
                new ManualPath(_permissions).Complete(hand, item, complete);
                break;
            case ItemKind.Task:
                Tasks.Tick(hand, item, complete, _permissions);
                break;
            case ItemKind.Notice:
                _permissions.DemandOwner(hand.Definition, hand.By, "close a notice to the owner");
                DemandNoValue(item, complete);
                hand.Record(new ItemClosed { Item = item.Id, Status = ItemStatus.Answered, Notes = hand.Keep(complete.Notes) });
                break;
            case ItemKind.Attend:
                _permissions.DemandOwner(hand.Definition, hand.By, "close an escalated run");
                DemandNoValue(item, complete);
                hand.Record(new ItemClosed { Item = item.Id, Status = ItemStatus.Answered, Notes = hand.Keep(complete.Notes) });
                break;
            default:
                throw new RefusedException(RefusalKind.WrongState, item.Kind == ItemKind.Approve
                    ? $"'{item.Id}' is a checkpoint: approve or reject it."
                    : $"'{item.Id}' is a sample: judge it.");
        }
    }

    // What comes back for a step of an AI in another product is that AI's.
    private static AgentMark? Reporter(RunInHand hand, AgentUsage? usage) => hand.Step is { Kind: StepKind.Ai } step ? StepResults.AgentOf(step, null, Answers.Used(usage)) : null;

    // Whoever did a step, its values become data of the run and the machine says where it goes.
    private static void Finish(RunInHand hand, PendingItem item, string? value, string? role, int? ticked, AgentMark? agent)
    {
        var step = hand.Step ?? throw new RefusedException(RefusalKind.WrongState, $"Run '{hand.Id}' is in '{hand.State.Position.State}', which is no step.");
        var answer = Answers.Read(hand.Sop, step, value);
        var isByMachine = step.Kind is StepKind.Ai or StepKind.Automated;
        var visit = hand.State.Visit;
        if (isByMachine)
        {
            StepWork.Write(hand, step);
        }

        var made = answer.Select(one => hand.Give(one.Type, one.Json)).ToList();
        var sample = isByMachine ? StepWork.Sample(hand, step, made) : null;

        // A person can tick the task off first; what a program reported is kept until somebody has.
        var move = item.Kind == ItemKind.Report ? Tasks.GoOn(hand) : hand.Fire(SopTrigger.Complete);
        hand.Record(new StepCompleted
        {
            Visit = visit,
            Item = item.Id,
            Revision = item.Revision,
            Role = role,
            Values = made.Count > 0 ? made : null,
            Agent = agent,
            Ticked = ticked,
            Seconds = (long)(hand.At - item.Asked).TotalSeconds,
            Move = move,
        });
        if (sample is not null)
        {
            hand.Record(new ItemOpened { Item = sample }, Actor.TheHost);
        }

        Settling.Settle(hand);
    }

    private void ReportFailure(RunInHand hand, PendingItem item, ReportFailure failure)
    {
        if (item.Kind is not (ItemKind.Report or ItemKind.Answer) || !hand.Allows(SopTrigger.Fail))
        {
            throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' ({item.Title}) can't fail: it is answered, or its time is over.");
        }

        if (item.Kind == ItemKind.Answer)
        {
            Permissions.DemandPerson(hand.By, "say that an AI failed");
            _permissions.DemandRole(item, hand.By);
            Claims.DemandFree(hand, item);
        }

        StepResults.Fail(hand, null, failure.Notes, closes: item.Id);
    }

    private void Judge(RunInHand hand, PendingItem item, Judge judge)
    {
        if (item.Kind != ItemKind.Check)
        {
            throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' is no sample.");
        }

        Permissions.DemandPerson(hand.By, "judge a sample");
        _permissions.DemandRole(item, hand.By);
        hand.Record(new SpotChecked { Item = item.Id, Sample = item.Step, Right = judge.Right, Notes = hand.Keep(judge.Notes) });
    }

    private static void DemandNoValue(PendingItem item, Complete complete)
    {
        if (complete.Value is not null)
        {
            throw new RefusedException(RefusalKind.Malformed, $"'{item.Id}' takes no value.");
        }
    }
}
