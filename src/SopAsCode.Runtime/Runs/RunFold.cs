using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Adds events up: the state of a run is the sum of its events and of nothing else.</summary>
internal static class RunFold
{
    /// <summary>The state after the first event.</summary>
    public static RunState Begin(SopDefinition sop, RecordedEvent recorded, RunStarted started) => new()
    {
        Position = new SopRun(sop, recorded.Run).Save() with { State = started.State, Version = recorded.Version },
        Fingerprint = recorded.Fingerprint,
        Started = recorded.At,
        Changed = recorded.At,
        Entered = recorded.At,
        Parent = started.Parent,
        Deadline = started.Deadline,
        Pause = started.Pause,
        RunDeadline = started.RunDeadline,
        Approvals = started.Parent?.Approval is { } approval ? [approval] : [],
        WaivedInput = started.Parent?.Waived,
        Values = started.Input is { } input ? [new() { Type = input.Type, Content = input.Content, By = recorded.By }] : [],
    };

    /// <summary>The state after another event.</summary>
    public static RunState Add(SopDefinition sop, RunState state, RecordedEvent recorded, RunEvent happened)
    {
        var next = Change(sop, state with { Changed = recorded.At }, recorded, happened);
        return happened is MovingEvent { Move: { } move } ? Moved(sop, next, recorded, move, isFurtherAttempt: happened is StepStarted { Attempt: > 1 }) : next;
    }

    /// <summary>The state after all events of a run; null when there are none.</summary>
    public static RunState? All(SopDefinition sop, IEnumerable<RecordedEvent> events)
    {
        RunState? state = null;
        foreach (var recorded in events)
        {
            var happened = recorded.Read();
            state = state is null
                ? Begin(sop, recorded, happened as RunStarted ?? throw new System.Text.Json.JsonException($"Run '{recorded.Run}' does not begin with {nameof(RunStarted)}."))
                : Add(sop, state, recorded, happened);
        }

        return state;
    }

    private static RunState Change(SopDefinition sop, RunState state, RecordedEvent recorded, RunEvent happened) => happened switch
    {
        StepStarted started => state with { Attempt = started.Attempt, Worker = started.Worker, RetryAt = null },
        StepCompleted { Move: null } done when !state.IsDone => Change(sop, state with { IsDone = true, Deadline = null, Pause = null }, recorded, happened),
        StepCompleted done => ItemFold.Answer(With(Did(state with { Worker = null }, recorded, recorded.Step, done.Item), recorded, done.Values, done.Agent is { } agent ? Actor.Agent(agent.Agent) : recorded.By), recorded, done.Item),
        StepFailed failed => state with { Worker = null, RetryAt = failed.RetryAt },
        ItemOpened opened => state with { Items = [.. ItemFold.Superseded(state.Items, opened.Item, recorded.At), opened.Item], Worker = opened.Item.Kind == ItemKind.Answer ? null : state.Worker },
        ItemClosed closed => ItemFold.OnItem(state, closed.Item, item => item with { Status = closed.Status, Closed = recorded.At, Person = recorded.By.Name, Door = recorded.By.Door }),
        Claimed claimed => ItemFold.OnItem(state, claimed.Item, item => item with { Status = ItemStatus.Claimed, Person = recorded.By.Name, ClaimedUntil = claimed.Until }),
        Released released => ItemFold.OnItem(state, released.Item, item => item with { Status = ItemStatus.Open, Person = null, ClaimedUntil = null }),
        Delegated given => ItemFold.OnItem(state, given.Item, item => item with { Status = ItemStatus.Claimed, Person = given.To, ClaimedUntil = given.Until }),
        Approved yes => Approve(sop, state, recorded, yes),
        Rejected no => ItemFold.Answer(With(Did(state with { Approvals = [], WaivedInput = null }, recorded, recorded.Step, no.Item), recorded, [no.Reason], recorded.By), recorded, no.Item),
        ActionTaken { Approvals: { } used } action => Use(state, used, action.ByHand ?? recorded.Step),
        StepDoneByHand done => ItemFold.Answer(With(Did(state, recorded, done.Done, done.Item), recorded with { Step = done.Done }, done.Values, recorded.By), recorded, done.Item),
        HandedOff handed => Use(
            state with
            {
                Handed = state.Handed + handed.Runs.Count,
                Awaited = handed.Waits ? [.. state.Awaited.Where(run => run.IsDone), .. handed.Runs.Select(Awaits)] : state.Awaited,
                Worker = null,
            },
            handed.Approvals ?? [],
            recorded.Step),
        AwaitedRunEnded ended => With(
            state with
            {
                Awaited = [.. state.Awaited.Select(run => run.Run == ended.Run ? run with { End = ended.End, GaveNothing = ended.End == Ends.Completed && run.Result is not null && ended.Result is null, Used = ended.Used ?? [] } : run)],
                Approvals = ended is { Approval: { } approval, Result: { } approved } ? [.. state.Approvals, approval with { Values = [approved] }] : state.Approvals,
            },
            recorded,
            ended.Result is { } result ? [result] : null,
            recorded.By),
        TaskTicked ticked => ItemFold.Answer(
            state with
            {
                Position = Ticked(sop, state.Position, recorded, run => run.TickOff(ticked.Task)),
                TasksAgain = ticked.AgainAt is { } at ? [.. state.TasksAgain, new() { Task = ticked.Task, At = at }] : state.TasksAgain,
            },
            recorded,
            ticked.Item),
        TaskReopened again => state with
        {
            Position = Ticked(sop, state.Position, recorded, run => run.OpenAgain(again.Task)),
            TasksAgain = [.. state.TasksAgain.Where(task => !Tasks.IsSame(sop, task.Task, again.Task))],
        },
        EventArrived arrived => state with { Arrived = [.. state.Arrived, arrived.Id] },
        Reminded { OfRun: true } => state with { RunDeadline = state.RunDeadline?.RemindedAt(recorded.At) },
        Reminded => state with { Deadline = state.Deadline?.RemindedAt(recorded.At) },
        TimedOut when state.Asking?.Kind == ItemKind.Approve => state with { Deadline = null, Approvals = [], WaivedInput = null },
        TimedOut => state with { Deadline = null },
        RunOverdue => state with { RunDeadline = null },
        Held => state with { HeldSince = recorded.At },
        Continued continued => Later(state, TimeSpan.FromSeconds(continued.Seconds)),
        SpotChecked check => ItemFold.Answer(state, recorded, check.Item),
        FollowedChange change => Entered(
            sop,
            state,
            state.Position with { State = change.To, Version = recorded.Version, IsStarted = false, FailuresInVisit = 0 },
            recorded,
            change.Deadline,
            change.Pause) with { IsDone = state.IsDone },
        RunEnded => state with
        {
            Ended = recorded.At,
            Deadline = null,
            Pause = null,
            RunDeadline = null,
            HeldSince = null,
            Awaited = [],
            TasksAgain = [],
            Items = [.. state.Items.Select(item => item is { IsOpen: true, Kind: ItemKind.Notice or ItemKind.Task } ? ItemFold.Closed(item, ItemStatus.Withdrawn, recorded.At) : item)],
        },
        ContentErased => state with { IsErased = true },
        _ => state,
    };

    private static RunState Moved(SopDefinition sop, RunState state, RecordedEvent recorded, RunMove move, bool isFurtherAttempt)
    {
        var run = SopRun.Restore(sop, state.Position);
        run.Apply(move.ToMachine());
        var position = run.Save() with { Version = recorded.Version };
        if (move.Trigger == SopTrigger.Start || (move.Trigger == SopTrigger.Fail && move.From == move.To))
        {
            // A worker that takes over from one that was lost opens no task again that was ticked off.
            return ItemFold.OfOpenTasks(sop, state with { Position = isFurtherAttempt ? position with { Tasks = state.Position.Tasks } : position }, recorded.At);
        }

        return Entered(sop, state, position, recorded, move.Deadline, move.Pause);
    }

    private static RunState Entered(SopDefinition sop, RunState state, SopRunState position, RecordedEvent recorded, Deadline? deadline, Deadline? pause)
    {
        // The manual path has no key of its own, and the step to which a run comes back from it, because it was not done, keeps its key.
        var isStepBehind = position.State == Ends.ManualPath || (recorded.Event == nameof(Resumed) && !state.Position.CameFromIsDone);
        var closed = recorded.Event == nameof(TimedOut) ? ItemStatus.Expired : ItemStatus.Withdrawn;
        return ItemFold.OfOpenTasks(sop, state with
        {
            // What was asked in the state that the run left is not asked any more.
            Items = [.. state.Items.Select(item => item.IsOpen && item.Visit == state.Visit && item.Kind is not (ItemKind.Check or ItemKind.Task)
                ? ItemFold.Closed(item, closed, recorded.At)
                : item)],
            Position = position,
            Visit = state.Visit + 1,
            KeyVisit = isStepBehind ? state.KeyVisit : state.Visit + 1,
            Entered = recorded.At,
            Attempt = 0,
            Worker = null,
            RetryAt = null,
            Deadline = deadline,
            Pause = pause,
            Awaited = [],
            Handed = 0,
            IsDone = false,
        }, recorded.At);
    }

    private static SopRunState Ticked(SopDefinition sop, SopRunState position, RecordedEvent recorded, Action<SopRun> tick)
    {
        var run = SopRun.Restore(sop, position);
        tick(run);
        return run.Save() with { Version = recorded.Version };
    }

    private static RunState Approve(SopDefinition sop, RunState state, RecordedEvent recorded, Approved yes)
    {
        var approver = new Approver { Person = recorded.By.Name, Role = yes.Role, At = recorded.At };
        var edited = yes.Edits?.Select(edit => new ValueMark { Type = edit.Type, Content = edit.After }).ToList();
        var given = With(Did(state, recorded, recorded.Step, yes.Item), recorded, edited, recorded.By);
        IReadOnlyList<Approver> by = [.. state.Items.LastOrDefault(item => item.Id == yes.Item)?.Approvals ?? [], approver];
        if (yes.Move is null)
        {
            // Others must say yes too.
            return ItemFold.OnItem(given, yes.Item, item => item with { Approvals = by, Status = ItemStatus.Open, Person = null, ClaimedUntil = null });
        }

        var approval = new GivenApproval
        {
            Item = yes.Item,
            Checkpoint = recorded.Step,
            By = by,
            Values = yes.Values,
        };
        // A yes where all is shown for context only releases nothing, and takes nothing back.
        var isToNothing = sop.StepOf(recorded.Step) is { Outputs: [], Inputs: [_, ..] shown } && shown.All(input => input.Context);
        return ItemFold.Answer(ItemFold.OnItem(isToNothing ? given : given with { Approvals = [approval], WaivedInput = null }, yes.Item, item => by.Count > 1 ? item with { Approvals = by } : item), recorded, yes.Item);
    }

    // The newest value of a type is the current one.
    private static RunState With(RunState state, RecordedEvent recorded, IReadOnlyList<ValueMark>? made, Actor by) => made is not { Count: > 0 } ? state : state with
    {
        Values =
        [
            .. state.Values.Where(value => made.All(mark => mark.Type != value.Type)),
            .. made.Select(mark => new HeldValue { Type = mark.Type, Content = mark.Content, By = by, Step = recorded.Step }),
        ],
    };

    private static RunState Use(RunState state, IReadOnlyList<string> items, string step) => state with
    {
        Approvals =
        [
            .. state.Approvals.Select(approval => items.Contains(approval.Item, StringComparer.Ordinal) && !approval.Used.Contains(step, StringComparer.Ordinal)
                ? approval with { Used = [.. approval.Used, step] }
                : approval),
        ],
        UsedInput = state.Parent?.Approval is { } ofInput && items.Contains(ofInput.Item, StringComparer.Ordinal) && !state.UsedInput.Contains(step, StringComparer.Ordinal)
            ? [.. state.UsedInput, step]
            : state.UsedInput,
    };

    private static AwaitedRun Awaits(HandedRun run) => new() { Run = run.Run, Sop = run.Sop, Input = run.Input, Result = run.Result, Approval = run.Approval, Waived = run.Waived };

    // A person who answered an item did the step.
    private static RunState Did(RunState state, RecordedEvent recorded, string step, string? item)
    {
        var doer = new Doer { Step = step, Person = recorded.By.Name };
        return item is null || recorded.By.Kind != ActorKind.Person || state.Doers.Contains(doer) ? state : state with { Doers = [.. state.Doers, doer] };
    }

    private static RunState Later(RunState state, TimeSpan by)
    {
        var deadline = state.Deadline?.After(by);
        return state with
        {
            HeldSince = null,
            Deadline = deadline,
            Pause = state.Pause?.After(by),
            RunDeadline = state.RunDeadline?.After(by),
            RetryAt = state.RetryAt + by,
            TasksAgain = [.. state.TasksAgain.Select(task => task with { At = task.At + by })],
            Items = [.. state.Items.Select(item => item is { IsOpen: true, Due: not null } && deadline is not null ? item with { Due = deadline.Due } : item)],
        };
    }
}
