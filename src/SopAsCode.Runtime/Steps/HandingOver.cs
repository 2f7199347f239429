using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Hands work to runs of other SOPs, and hears how they ended.</summary>
internal sealed class HandingOver(SopShelf shelf)
{
    private const int LongestPart = 160;

    /// <summary>Starts the runs. A further attempt starts only those again that did not do what is awaited of them, with the same input.</summary>
    public void Start(RunInHand hand, StepDefinition step, FinishStep finish)
    {
        if (hand.State.Awaited.Count > 0)
        {
            Again(hand);
            return;
        }

        List<(HandoffDefinition Handoff, KnownSop Other)> others = [];
        foreach (var handoff in step.Handoffs)
        {
            if (!shelf.TryFind(handoff.To.Id, out var other))
            {
                StepResults.Fail(hand, null, $"This host does not run SOP '{handoff.To.Id}', to which step '{step.Name}' hands work.");
                return;
            }

            others.Add((handoff, other));
        }

        var isApproved = others.Any(one => one.Other.Definition.ApprovedInput);
        var inputs = finish.HandedOver.Select(json => new Input(hand, step, json, isApproved)).ToList();
        if (inputs.Find(input => input.Obstacle is not null) is { } bad && !HandedApproval.IsWaived(hand, step))
        {
            hand.Record(new SwitchedToManual { Because = $"Step '{step.Name}' handed nothing over: {bad.Obstacle}.", Move = hand.Fire(SopTrigger.SwitchToManual) }, Actor.TheHost);
            Settling.Settle(hand);
            return;
        }

        List<HandedRun> runs = [];
        foreach (var (handoff, other) in others)
        {
            if (other.Definition.Input is not { } type)
            {
                runs.Add(Send(hand, new() { Run = NameOf(hand, runs.Count), Sop = other.Definition.Id, Result = handoff.Result }, handoff.Wait, null, null));
                continue;
            }

            foreach (var input in inputs)
            {
                var isAsked = other.Definition.ApprovedInput;
                var run = new HandedRun
                {
                    Run = NameOf(hand, runs.Count),
                    Sop = other.Definition.Id,
                    Result = handoff.Result,
                    Input = new() { Type = type, Content = hand.Keep(input.Json)! },
                    Waived = isAsked && input.Obstacle is not null ? HandedApproval.Rule : null,
                };
                runs.Add(Send(hand, run, handoff.Wait, input.Json, isAsked && input.Obstacle is null ? input.Approval! with { Used = [] } : null));
            }
        }

        // A step that brings something back is not done without it.
        if (runs.Count == 0 && step.Handoffs.Select(handoff => handoff.Result).OfType<string>().FirstOrDefault() is { } wanted)
        {
            StepResults.Fail(hand, null, $"Step '{step.Name}' handed nothing over, so nobody gives a '{Answers.Short(wanted)}' back.");
            return;
        }

        var waits = step.Handoffs.Any(handoff => handoff.Wait) && runs.Count > 0;
        hand.Record(new HandedOff { Visit = hand.State.Visit, Runs = runs, Waits = waits, Approvals = Used(runs) });
        if (!waits)
        {
            hand.Record(new StepCompleted { Visit = hand.State.Visit, Attempt = finish.Attempt, Move = Tasks.GoOn(hand) });
            Settling.Settle(hand);
        }
    }

    /// <summary>
    /// A run has ended. The step is done when all have ended completed and gave back what is wanted, and fails when the last has ended and one did not.
    /// </summary>
    public static void End(RunInHand hand, TellEnd end)
    {
        if (hand.State.Visit != end.Visit || hand.State.Awaited.FirstOrDefault(run => run.Run == end.Run) is not { End: null } ended)
        {
            throw new RefusedException(RefusalKind.TooLate, $"Run '{hand.Id}' does not wait for run '{end.Run}' any more.");
        }

        var result = end is { Result: { } json, End: Ends.Completed } && ended.Result is { } type ? hand.Give(type, hand.Sop.Checked($"What run '{end.Run}' gave back", type, json)) : null;
        hand.Record(new AwaitedRunEnded
        {
            Run = end.Run,
            End = end.End,
            Result = result,
            Approval = result is not null ? end.Approval : null,
            Used = end.Used.Count > 0 ? end.Used : null,
        });
        if (hand.State.WaitsForRuns)
        {
            return;
        }

        if (hand.State.Awaited.Where(run => !run.IsDone).ToList() is [_, ..] all)
        {
            StepResults.Fail(hand, null, string.Join(' ', all.Select(run => $"Run '{run.Run}' ended {run.End}{(run.GaveNothing ? $" without a '{Answers.Short(run.Result!)}'" : "")}.")));
            return;
        }

        hand.Record(new StepCompleted { Visit = hand.State.Visit, Move = Tasks.GoOn(hand) });
        Settling.Settle(hand);
    }

    private static void Again(RunInHand hand)
    {
        List<HandedRun> runs = [];
        foreach (var run in hand.State.Awaited.Where(run => !run.IsDone))
        {
            // What the run before wrote with the approval is not released a second time.
            var approval = run.Approval is { } given ? given with { Used = [.. given.Used.Concat(run.Used).Distinct(StringComparer.Ordinal)] } : null;
            var handed = new HandedRun { Run = NameOf(hand, runs.Count), Sop = run.Sop, Input = run.Input, Result = run.Result, InsteadOf = run.Run, Waived = run.Waived };
            runs.Add(Send(hand, handed, true, run.Input is { } input ? hand.TextOf(input.Content) : null, approval));
        }

        hand.Record(new HandedOff { Visit = hand.State.Visit, Runs = runs, Waits = true });
    }

    private static List<string>? Used(List<HandedRun> runs) =>
        runs.Select(run => run.Approval?.Item).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } items ? items : null;

    private static string NameOf(RunInHand hand, int before) =>
        string.Create(CultureInfo.InvariantCulture, $"{Short(hand.Id)}/{Short(hand.State.Position.State)}.{hand.State.Visit}.{hand.State.Handed + before + 1}");

    // A run that hands over to a run that hands over, and so on, each week, and a step in any language: names stay as short and plain as names of runs have to be, and different.
    private static string Short(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' ? c : '_'));
        return plain == name && name.Length <= LongestPart ? name : $"{plain[..Math.Min(plain.Length, LongestPart - 17)]}_{Hashing.Of(name)[..16]}";
    }

    private static HandedRun Send(RunInHand hand, HandedRun run, bool waits, string? input, GivenApproval? approval)
    {
        hand.Send(run.Run, run.Run, new StartRun
        {
            By = Actor.TheHost,
            Key = "start",
            Sop = run.Sop,
            Input = input,
            Parent = new() { Run = hand.Id, Visit = hand.State.Visit, Waits = waits, Result = run.Result, Approval = approval, Waived = run.Waived },
        });
        return run with { Approval = approval };
    }

    // A value that is handed over, with its approval, and why that can't go with it where the other SOP asks for one.
    private sealed record Input(string Json, GivenApproval? Approval, string? Obstacle)
    {
        public Input(RunInHand hand, StepDefinition step, string json, bool isAsked)
            : this(json, HandedApproval.Of(hand, json), null) => Obstacle = isAsked ? HandedApproval.Obstacle(hand, step, Approval) : null;
    }
}
