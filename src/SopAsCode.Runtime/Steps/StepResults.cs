using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>What workers and awaited runs report. A report about an attempt that is over changes nothing.</summary>
internal sealed class StepResults(SopShelf shelf, IRoleDirectory roles)
{
    /// <summary>What the record names as the error of a step whose workers were lost again and again.</summary>
    public const string WorkerLost = "WorkerLost";

    /// <summary>So many workers may be lost in a step; then it has failed once, and each further one is a failure.</summary>
    public const int MostLost = 5;

    public void Do(RunInHand hand, RunCommand command)
    {
        switch (command)
        {
            case BeginStep begin:
                Begin(hand, begin);
                break;
            case FinishStep finish:
                DemandAttempt(hand, finish.Worker, finish.Visit, finish.Attempt);
                Finish(hand, finish);
                break;
            case FailStep fail:
                DemandAttempt(hand, fail.Worker, fail.Visit, fail.Attempt);
                Fail(hand, fail.Error, fail.Notes, asked: fail);
                break;
            case AskPerson ask:
                DemandAttempt(hand, ask.Worker, ask.Visit, ask.Attempt);
                hand.Record(new ItemOpened { Item = Asking.ForStep(hand, hand.Step!, ItemKind.Answer, hand.Keep(ask.Prompt)) }, Actor.TheHost);
                break;
            case TellEnd end:
                HandingOver.End(hand, end);
                break;
        }
    }

    /// <summary>An attempt failed: it is tried again after a pause, or the run goes where failures go.</summary>
    public static void Fail(RunInHand hand, string? error, string notes, string? closes = null, FailStep? asked = null)
    {
        var failures = hand.State.Position.FailuresInVisit + 1;
        var visit = hand.State.Visit;
        var attempt = hand.State.Attempt;
        var step = hand.Step;
        var move = hand.Fire(SopTrigger.Fail);
        var isRetry = move.From == move.To;
        if (closes is not null && isRetry)
        {
            hand.Record(new ItemClosed { Item = closes, Status = ItemStatus.Answered });
        }

        hand.Record(new StepFailed
        {
            Visit = visit,
            Attempt = attempt,
            Error = error,
            Notes = hand.Keep(notes),
            RetryAt = isRetry ? hand.TimesFrom + DueTimes.PauseAfter(failures) : null,
            Agent = asked?.Prompt is { } prompt && step is { Kind: StepKind.Ai } ai ? AgentOf(ai, hand.Keep(prompt), null) with { Functions = Marks(hand, asked.Called) } : null,
            Move = move,
        });
        Settling.Settle(hand);
    }

    /// <summary>What the record says about an AI.</summary>
    public static AgentMark AgentOf(StepDefinition step, string? prompt, AgentUsage? usage) => new()
    {
        Agent = step.Performer!.Type,
        Model = step.Model,
        PromptVersion = step.PromptVersion,
        Prompt = prompt,
        InputTokens = usage?.InputTokens,
        OutputTokens = usage?.OutputTokens,
        Cost = usage?.Cost is { } cost ? $"{cost.ToString(CultureInfo.InvariantCulture)} {usage.Currency}".TrimEnd() : null,
    };

    // The chain has names and numbers; what went in and out is content.
    private static IReadOnlyList<FunctionMark>? Marks(RunInHand hand, IReadOnlyList<CalledFunction> called) => called.Count == 0
        ? null
        : [.. called.Select(one => new FunctionMark { Function = one.Function, Tool = one.Tool, Count = one.Count, Failed = one.Failed > 0 ? one.Failed : null, Content = hand.Keep(one.Json)! })];

    private void Begin(RunInHand hand, BeginStep begin)
    {
        if (hand.Step is not { } step || !StepWork.IsForWorker(step) || hand.State.Visit != begin.Visit || hand.State is not { HeldSince: null, Asking: null, WaitsForRuns: false, IsDone: false })
        {
            throw new RefusedException(RefusalKind.TooLate, $"Run '{hand.Id}' is in '{hand.State.Position.State}' and has nothing for worker '{begin.Worker}'.");
        }

        hand.Worker = begin.Worker;
        if (WriteRelease.Obstacle(hand, step, roles) is { } obstacle)
        {
            hand.Record(new SwitchedToManual { Because = $"Step '{step.Name}' was not started: {obstacle}.", Move = hand.Fire(SopTrigger.SwitchToManual) }, Actor.TheHost);
            Settling.Settle(hand);
            return;
        }

        var takesOver = hand.State.Position.IsStarted;
        if (takesOver && hand.State.Attempt - hand.State.Position.FailuresInVisit is var lost && lost >= MostLost)
        {
            // A step that brings down whoever does it must not go round for ever.
            Fail(hand, WorkerLost, $"{lost} workers began step '{step.Name}' and were lost or stopped before it ended; the last was '{hand.State.Worker}'.");
            return;
        }

        if (takesOver)
        {
            hand.ForgetStart();
        }

        var start = hand.TryFire(SopTrigger.Start);
        if (!start.Moved)
        {
            throw new RefusedException(RefusalKind.WrongState, start.Reason ?? $"Step '{step.Name}' does not start.");
        }

        if (start.Trigger == SopTrigger.LeaveLimit)
        {
            hand.Record(new LimitLeft { Move = hand.Describe(start) }, Actor.TheHost);
            Settling.Settle(hand);
            return;
        }

        hand.KeepsWorker = true;
        hand.Record(new StepStarted
        {
            Visit = hand.State.Visit,
            Attempt = hand.State.Attempt + 1,
            Worker = begin.Worker,
            TakenOver = takesOver,
            Today = step.Limit?.PerDay is null ? null : hand.Starts.Today(hand.Definition.Id, step.Name),
            Move = hand.Describe(start),
        });
        Tasks.Ask(hand);
    }

    private void Finish(RunInHand hand, FinishStep finish)
    {
        var step = hand.Step!;
        if (step.Kind == StepKind.Handoff)
        {
            new HandingOver(shelf).Start(hand, step, finish);
            return;
        }

        var visit = hand.State.Visit;
        StepWork.Write(hand, step);
        var made = finish.Values.Select(one => hand.Give(one.Type, one.Json)).ToList();
        var sample = StepWork.Sample(hand, step, made);
        var move = Tasks.GoOn(hand);
        hand.Record(new StepCompleted
        {
            Visit = visit,
            Attempt = finish.Attempt,
            Values = made.Count > 0 ? made : null,
            Reads = step.Access.Where(access => access.Kind == Access.Read).Select(access => access.Tool.Type).ToList() is { Count: > 0 } reads ? reads : null,
            Agent = step.Kind == StepKind.Ai ? AgentOf(step, hand.Keep(finish.Prompt), finish.Usage) with { Functions = Marks(hand, finish.Called) } : null,
            Move = move,
        });
        if (sample is not null)
        {
            hand.Record(new ItemOpened { Item = sample }, Actor.TheHost);
        }

        Settling.Settle(hand);
    }

    private static void DemandAttempt(RunInHand hand, string worker, int visit, int attempt)
    {
        if (hand.State.Visit != visit || hand.State.Attempt != attempt || hand.State.Worker != worker || !hand.State.Position.IsStarted)
        {
            throw new RefusedException(
                RefusalKind.TooLate,
                $"Worker '{worker}' reports attempt {attempt} of visit {visit} too late: run '{hand.Id}' is in '{hand.State.Position.State}', visit {hand.State.Visit}, attempt {hand.State.Attempt}.");
        }
    }
}

/// <summary>The names of states that are no steps.</summary>
internal static class Ends
{
    public const string ManualPath = "Fallback";

    public const string Completed = "Completed";

    public const string Escalated = "Escalated";
}
