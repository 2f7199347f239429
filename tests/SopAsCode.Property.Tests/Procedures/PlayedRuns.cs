using System.Runtime.InteropServices;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>
/// A run as far as approvals go: where it stands, and what is true of its three values, a bit for each. Two runs that are equal have the same future.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Played(int State)
{
    public bool IsApproved { get; init; }

    /// <summary>An answer of an AI that nobody looked at decided that it comes here.</summary>
    public bool AiChose { get; init; }

    /// <summary>Made by an AI, or from what one made, and not approved.</summary>
    public int OfAi { get; init; }

    public int Made { get; init; }

    /// <summary>Made since the approval that is in force.</summary>
    public int After { get; init; }

    /// <summary>Shown at an approval, and not made again since.</summary>
    public int Shown { get; init; }

    /// <summary>Shown at the approval that is in force.</summary>
    public int ShownLast { get; init; }
}

/// <summary>
/// Plays out all runs of a plan: each way that a run can go, by hand too, as the interpreter has it, and what becomes of its values and approvals on the way, as the
/// language says it.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="ignoresApprovals">Where a value came from stays true after somebody looked at it.</param>
internal sealed class PlayedRuns(Plan plan, bool ignoresApprovals = false)
{
    private const int Many = 99;

    // What the conditions read of the three values.
    private static readonly int[] Asks = [0, 5, 0, 0];

    private static readonly IReadOnlyList<Answer[]> AllAnswers =
    [
        .. from a in Enum.GetValues<Answer>()
        from b in Enum.GetValues<Answer>()
        from c in Enum.GetValues<Answer>()
        from d in Enum.GetValues<Answer>()
        select new[] { a, b, c, d },
    ];

    // Each entry asks a condition of its own: what it answers when it is asked once more, nobody knows.
    private readonly Plan _free = plan with
    {
        Steps = [.. plan.Steps.Select(step => step with { Next = [.. step.Next.Select((way, i) => way.When is null ? way : way with { When = i })] })],
    };

    private readonly Dictionary<(int Step, SopTrigger Trigger), IReadOnlyList<(int To, int Asked)>> _ways = [];

    /// <summary>Every run that can be told from the others.</summary>
    public HashSet<Played> All()
    {
        HashSet<Played> seen = [];
        Stack<Played> open = new();
        foreach (var start in new[] { 0, plan.Start ?? 0 })
        {
            Come(new(start) { IsApproved = plan.HasApprovedInput });
        }

        while (open.TryPop(out var run))
        {
            foreach (var after in After(run))
            {
                Come(after);
            }
        }

        return seen;

        void Come(Played run)
        {
            if (run.State < plan.Fallback && seen.Add(run))
            {
                open.Push(run);
            }
        }
    }

    /// <summary>Whether a run that did a step can come to it again without another approval. A time-out may have been too late.</summary>
    public bool Repeats(int step)
    {
        HashSet<(int State, int CameFrom, bool IsDone)> seen = [];
        Stack<(int State, int CameFrom, bool IsDone)> open = new();
        Forward(step).Concat(Ways(step, SopTrigger.TimeOut).Where(way => way.To < plan.Fallback).Select(way => (way.To, 0, false))).ToList().ForEach(Come);
        while (open.TryPop(out var run))
        {
            if (run.State == step)
            {
                return true;
            }

            Moves(run).ToList().ForEach(Come);
        }

        return false;

        IEnumerable<(int State, int CameFrom, bool IsDone)> Moves((int State, int CameFrom, bool IsDone) run) => run.State == plan.Fallback
            ? run.IsDone ? Ways(run.CameFrom, SopTrigger.Resume).Select(way => (way.To, run.CameFrom, true))
                : Ways(run.CameFrom, SopTrigger.DoneByHand).Select(way => (way.To, run.CameFrom, true)).Append((run.CameFrom, 0, false))
            : [(plan.Fallback, run.State, false), .. Unfinished.SelectMany(trigger => Ways(run.State, trigger)).Select(way => (way.To, run.State, false)), .. IsApproval(run.State) ? [] : Forward(run.State)];

        IEnumerable<(int State, int CameFrom, bool IsDone)> Forward(int from) => Ways(from, ForwardOf(from)).Select(way => (way.To, from, true));

        void Come((int State, int CameFrom, bool IsDone) run)
        {
            var known = run.State == plan.Fallback ? run : (run.State, 0, false);
            if (run.State <= plan.Fallback && seen.Add(known))
            {
                open.Push(known);
            }
        }
    }

    private static readonly SopTrigger[] Unfinished = [SopTrigger.Reject, SopTrigger.Fail, SopTrigger.TimeOut, SopTrigger.LeaveLimit];

    private IEnumerable<Played> After(Played run)
    {
        var step = plan.Steps[run.State];
        var asked = step.Limit?.When is { } limit ? Ask(run, Asks[limit]) : run;
        var unheard = step.IsCheckpoint ? asked with { IsApproved = false, After = 0, Shown = asked.Shown & ~(step.Takes & ~(step.Context >> 1)), ShownLast = 0 } : asked;
        var done = step.IsCheckpoint && !ignoresApprovals ? Approve(step, asked) : Work(step, asked, step.Work == Procedures.Work.Ai);

        // Somebody takes the run over before it starts, and does the step or lets it start.
        return FromManualPath(run, false)
            .Concat(Go(SopTrigger.LeaveLimit, asked, false))
            .Concat(Go(SopTrigger.Fail, asked, false))
            .Concat(Go(SopTrigger.TimeOut, unheard, false))
            .Concat(Go(SopTrigger.Reject, unheard, false))
            .Concat(Go(ForwardOf(run.State), done, true));
    }

    private IEnumerable<Played> Go(SopTrigger trigger, Played run, bool isDone) => Ways(run.State, trigger)
        .Select(way => (way.To, Run: Ask(run, way.Asked)))
        .SelectMany(way => way.To == plan.Fallback ? FromManualPath(way.Run, isDone) : [way.Run with { State = way.To }]);

    // In the manual path a run stays as it is until it goes back to where it came from, or on behind it.
    private IEnumerable<Played> FromManualPath(Played run, bool isDone) => isDone
        ? Ways(run.State, SopTrigger.Resume).Select(way => Ask(run, way.Asked) with { State = way.To })
        : Ways(run.State, SopTrigger.DoneByHand).Select(way => Ask(Work(plan.Steps[run.State], run, isOfAi: false), way.Asked) with { State = way.To }).Append(run);

    private static Played Ask(Played run, int read) => (read & run.OfAi) != 0 ? run with { AiChose = true } : run;

    private static Played Approve(StepPlan step, Played run)
    {
        if (step.ApprovesNothing)
        {
            return run;
        }

        var shown = (step.Takes & ~(step.Context >> 1)) | step.Gives;
        return run with
        {
            IsApproved = true,
            AiChose = false,
            OfAi = run.OfAi & ~shown,
            Made = run.Made | step.Gives,
            After = 0,
            Shown = run.Shown | shown,
            ShownLast = shown,
        };
    }

    private static Played Work(StepPlan step, Played run, bool isOfAi)
    {
        var made = step.Gives;
        isOfAi |= !step.HasResult && (step.Takes & run.OfAi) != 0;
        return run with
        {
            OfAi = isOfAi ? run.OfAi | made : run.OfAi & ~made,
            Made = run.Made | made,
            After = run.IsApproved ? run.After | made : run.After,
            Shown = run.Shown & ~made,
            ShownLast = run.ShownLast & ~made,
        };
    }

    private bool IsApproval(int step) => plan.Steps[step].IsCheckpoint && !plan.Steps[step].ApprovesNothing;

    private SopTrigger ForwardOf(int step) => plan.Steps[step].IsCheckpoint ? SopTrigger.Approve : SopTrigger.Complete;

    // Where a trigger can lead, whatever is true of the run, and what of the values was asked before.
    private IReadOnlyList<(int To, int Asked)> Ways(int step, SopTrigger trigger)
    {
        if (!_ways.TryGetValue((step, trigger), out var ways))
        {
            _ways[(step, trigger)] = ways = [.. Find(step, trigger).Distinct()];
        }

        return ways;
    }

    private IEnumerable<(int To, int Asked)> Find(int step, SopTrigger trigger)
    {
        var isBack = trigger is SopTrigger.Resume or SopTrigger.DoneByHand;
        foreach (var answers in AllAnswers)
        {
            foreach (var count in new[] { 0, Many })
            {
                var now = new Circumstances
                {
                    Answers = answers,
                    Rejections = _ => count,
                    Taken = _ => count,
                    FailuresInVisit = count,
                    StartsToday = count,
                    CameFrom = isBack ? step : null,
                    CameFromIsDone = trigger == SopTrigger.Resume,
                    IsStarted = trigger != SopTrigger.LeaveLimit,
                };
                if (Interpreter.Answer(_free, isBack ? plan.Fallback : step, trigger, now) is { } to && !(trigger == SopTrigger.Fail && to.State == step && plan.Steps[step].OnFailure is { Retries: > 0 } && count == 0))
                {
                    yield return (to.State, trigger is SopTrigger.Complete or SopTrigger.Approve or SopTrigger.Resume or SopTrigger.DoneByHand ? Asked(plan.Steps[step], answers) : 0);
                }
            }
        }
    }

    private static int Asked(StepPlan step, Answer[] answers)
    {
        var read = 0;
        for (var i = 0; i < step.Next.Length; i++)
        {
            if (step.Next[i].When is not { } condition)
            {
                break;
            }

            read |= Asks[condition];
            if (answers[i] != Answer.No)
            {
                break;
            }
        }

        return read;
    }
}
