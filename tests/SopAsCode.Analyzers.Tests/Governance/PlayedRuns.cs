using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What can happen to the runs of a flow, played out from the declaration alone: neither graph nor walk of the product is asked.</summary>
internal sealed class PlayedRuns
{
    // Where runs are in the manual path; the steps are numbered from 0.
    private const int ByHand = -1;

    private readonly SopModel _sop;
    private readonly Dictionary<string, int> _steps;
    private readonly Dictionary<string, HashSet<string>> _conditions;

    private readonly bool _isAboutInput;

    // The steps whose limit must ask nothing, because nothing of an AI comes there.
    private readonly HashSet<int> _fixed;

    // The AI step whose work in the tool is followed; null for none.
    private readonly int? _drafter;

    // An approval changes nothing about where what came from.
    private readonly bool _ignoresApprovals;

    private PlayedRuns(SopModel sop, bool isAboutInput = false, int? drafter = null, HashSet<int>? @fixed = null, bool ignoresApprovals = false)
    {
        _sop = sop;
        _fixed = @fixed ?? [];
        _ignoresApprovals = ignoresApprovals;
        _drafter = drafter;
        _isAboutInput = isAboutInput;
        _steps = sop.Steps.Select((step, number) => (step.Name, number)).ToDictionary(step => step.Name, step => step.number, StringComparer.Ordinal);
        _conditions = sop.Conditions.ToDictionary(condition => condition.Name, condition => Reads(condition.Parameters), StringComparer.Ordinal);
    }

    /// <summary>Per writing step the length of a shortest bad way to it and the worst that is true on such a way.</summary>
    public static SortedDictionary<int, (int Length, UnsafeWriteKind Kind)> Bad(SopModel sop)
    {
        var bad = new SortedDictionary<int, (int, UnsafeWriteKind)>();
        var fixedLimits = Fixed(sop);
        var drafters = sop.Steps.Select((step, number) => (step, number)).Where(one => one.step.Kind == Model.StepKind.Ai && one.step.Access.Any(access => !IsHarm(access))).Select(one => (int?)one.number);
        foreach (var drafter in drafters.Prepend(null))
        {
            var runs = new PlayedRuns(sop, drafter: drafter, @fixed: fixedLimits);
            foreach (var (run, length) in runs.Play().Where(played => !runs.IsOver(played.Run)))
            {
                if ((drafter is null ? runs.WorstAt(run) : runs.LeftAt(run)) is { } kind && (!bad.TryGetValue(run.At, out var known) || (length, kind).CompareTo(known) < 0))
                {
                    bad[run.At] = (length, kind);
                }
            }
        }

        return bad;
    }

    // The steps with a limit that asks nothing, to which no run brings anything of an AI, whether somebody saw it or not, and none because an AI said so.
    private static HashSet<int> Fixed(SopModel sop)
    {
        HashSet<int> found = [.. Enumerable.Range(0, sop.Steps.Count).Where(number => sop.Steps[number] is { Kind: Model.StepKind.Automated, Limit: { When: null, PerDay: > 0, Since: not null } })];
        if (found.Count == 0)
        {
            return found;
        }

        var origins = new PlayedRuns(sop, ignoresApprovals: true);
        foreach (var run in origins.Play().Select(played => played.Run).Where(run => found.Contains(run.At) && (run.AiChose || Reads(sop.Steps[run.At].Method.Parameters).Overlaps(run.OfAi))))
        {
            found.Remove(run.At);
        }

        for (var drafter = 0; drafter < sop.Steps.Count; drafter++)
        {
            if (sop.Steps[drafter].Kind == Model.StepKind.Ai && sop.Steps[drafter].Access.Any(access => !IsHarm(access)))
            {
                var runs = new PlayedRuns(sop, drafter: drafter);
                found.ExceptWith([.. runs.Play().Where(played => !runs.IsOver(played.Run) && runs.LeftAt(played.Run) is not null).Select(played => played.Run.At)]);
            }
        }

        return found;
    }

    /// <summary>The types of what an AI made and nobody approved, where some run completes.</summary>
    /// <param name="sop">The flow.</param>
    /// <param name="isAboutInput">What the run was started with is the AI's, and nothing else.</param>
    public static SortedSet<string> Completing(SopModel sop, bool isAboutInput)
    {
        var runs = new PlayedRuns(sop, isAboutInput);
        return [.. runs.Play().Where(played => runs.IsOver(played.Run)).SelectMany(played => played.Run.OfAi)];
    }

    /// <summary>The types whose last value somebody approved in each run that completes.</summary>
    public static SortedSet<string> Approved(SopModel sop)
    {
        var runs = new PlayedRuns(sop);
        List<SortedSet<string>> completed = [.. runs.Play().Where(played => runs.IsOver(played.Run)).Select(played => played.Run.IsApproved ? played.Run.Shown : [])];
        return completed.Count == 0 ? [] : [.. completed[0].Where(type => completed.TrueForAll(shown => shown.Contains(type)))];
    }

    // Every run that can be told from the others by what the rules ask, with the fewest steps to it.
    private IEnumerable<(Run Run, int Length)> Play()
    {
        var start = new Run(0) { OfAi = _isAboutInput && !_sop.HasApprovedInput ? [_sop.Input!.Key] : [], IsApproved = _sop.HasApprovedInput };
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.ToString() };
        var open = new Queue<(Run Run, int Length)>([(start, 0)]);
        while (open.TryDequeue(out var next))
        {
            yield return next;
            foreach (var after in (IsOver(next.Run) ? [] : Moves(next.Run)).Where(after => seen.Add(after.ToString())))
            {
                open.Enqueue((after, next.Length + 1));
            }
        }
    }

    private UnsafeWriteKind? WorstAt(Run run)
    {
        if (run.At == ByHand)
        {
            return null;
        }

        var step = _sop.Steps[run.At];
        if (step.Kind is not (Model.StepKind.Ai or Model.StepKind.Automated) || !Asks(step, run.At))
        {
            return null;
        }

        var reads = Reads(step.Method.Parameters);
        var written = reads.Where(run.Made.Contains).ToHashSet(StringComparer.Ordinal);
        return written.Overlaps(run.After) ? UnsafeWriteKind.MadeAfter
            : step.Kind == Model.StepKind.Ai || run.AiChose || reads.Overlaps(run.OfAi) ? UnsafeWriteKind.UnreviewedAi
            : !run.IsApproved ? UnsafeWriteKind.Unapproved
            : written.Count > 0 && (!reads.Overlaps(run.Shown) || (!written.Overlaps(run.ShownLast) && !reads.Except(run.Made).Contains(_sop.Input!.Key))) ? UnsafeWriteKind.NothingShown
            : written.IsSubsetOf(run.Shown) ? null
            : UnsafeWriteKind.NotShown;
    }

    // With nothing else to write, it writes what lies there; with something else, only a draft can be meant.
    private UnsafeWriteKind? LeftAt(Run run)
    {
        if (run.At == ByHand || run.Left is null || _sop.Steps[run.At] is not { Kind: Model.StepKind.Automated } step || !Asks(step, run.At))
        {
            return null;
        }

        var reads = Reads(step.Method.Parameters);
        return !_sop.Steps.Any(maker => maker.Method.Result is { } made && reads.Contains(made.Key)) ? UnsafeWriteKind.LeftByAi
            : _sop.Steps[_drafter!.Value].Access.Any(access => access.Kind == Model.Access.Draft) ? UnsafeWriteKind.LeftBeside
            : null;
    }

    private bool Asks(StepModel step, int number) =>
        step.Access.Any(IsHarm) && !(step.Limit is { PerDay: > 0, Since: not null } limit && (limit.When is not null || _fixed.Contains(number)));

    private static bool IsHarm(AccessModel access) => access.Kind == Model.Access.Write && access.Impact != Model.Impact.None;

    // What of the AI step's values is there while what it left in the tool was neither shown nor sent.
    private SortedSet<string>? LeftBehind(StepModel step, Run run)
    {
        if (run.At == _drafter)
        {
            return step.Method.Result is { } fresh ? [fresh.Key] : [];
        }

        var isOf = run.Left is not null && Reads(step.Method.Parameters).Overlaps(run.Left);
        var isSeen = step.Kind == Model.StepKind.Checkpoint && (ToApprove(step).Overlaps(run.Left ?? []) || step.Access.Count > 0);
        return run.Left is null || step.Access.Any(IsHarm) || isSeen ? null
            : step.Method.Result is not { } made ? run.Left
            : isOf ? [.. run.Left, made.Key]
            : [.. run.Left.Where(type => type != made.Key)];
    }

    // Back to the step the run came from; a step that was done is not done again, but what it asks is asked anew.
    private IEnumerable<Run> Resume(Run run)
    {
        var step = _sop.Steps[run.CameFrom];
        return !run.CameFromIsDone ? [run with { At = run.CameFrom }]
            : step.Next.Count > 0 && step.Next[0].When is not null ? Forward(step, run)
            : [];
    }

    private IEnumerable<Run> Moves(Run run)
    {
        if (run.At == ByHand)
        {
            foreach (var back in Resume(run))
            {
                yield return back;
            }

            yield break;
        }

        yield return run with { At = ByHand, CameFrom = run.At, CameFromIsDone = false };
        var step = _sop.Steps[run.At];
        if (step.Limit is { } limit && (limit.When is not null || limit.PerDay > 0))
        {
            run = Ask(run, limit.When?.Name);
            if (limit.Else is { } outside && Find(outside) is { } there)
            {
                yield return run with { At = there };
            }
        }

        // Whoever says no, or nothing, takes back what was approved before, and what was shown there needs a yes of its own.
        var unheard = step.Kind == Model.StepKind.Checkpoint
            ? run with { IsApproved = false, After = [], Shown = [.. run.Shown.Except(ToApprove(step))], ShownLast = [] }
            : run;
        StepReference?[] unfinished =
        [
            step.OnTimeout,
            step.OnReject?.Step,
            step.OnReject is { AtMost: > 0, Then: { } then } ? then : null,
        ];
        foreach (var there in unfinished.Select(Find).OfType<int>())
        {
            yield return unheard with { At = there };
        }

        if (Find(step.OnFailure?.Step) is { } failed)
        {
            yield return run with { At = failed };
        }

        foreach (var now in IsUnheard(step) ? [run, unheard] : new[] { run })
        {
            var done = (step.Kind == Model.StepKind.Checkpoint && !_ignoresApprovals ? Approve(step, now) : Work(step, now)) with { Left = LeftBehind(step, run) };
            yield return done with { At = ByHand, CameFrom = run.At, CameFromIsDone = true };
            foreach (var after in Forward(step, done))
            {
                yield return after;
            }
        }
    }

    // A no sent the run to the manual path, from where it comes back to the checkpoint, and a yes there approves nothing.
    private static bool IsUnheard(StepModel step) =>
        step.Kind == Model.StepKind.Checkpoint && step.Method is { Result: null, Parameters.Count: > 0 } && ToApprove(step).Count == 0
        && (step.OnTimeout?.Name == "(fallback)" || step.OnReject?.Step.Name == "(fallback)" || step.OnReject is { AtMost: > 0, Then: null or { Name: "(fallback)" } });

    private IEnumerable<Run> Forward(StepModel step, Run done)
    {
        if (step.Next.Count == 0)
        {
            yield return done with { At = _steps[step.Name] + 1 };
            yield break;
        }

        foreach (var next in step.Next)
        {
            done = Ask(done, next.When?.Name);
            foreach (var target in new[] { next.Step, next.AtMost > 0 ? next.Then : null })
            {
                if (Find(target) is { } there)
                {
                    yield return done with { At = there };
                }
            }

            if (next.When is null)
            {
                yield break;
            }
        }
    }

    private Run Ask(Run run, string? condition) =>
        condition is not null && _conditions[condition].Overlaps(run.OfAi) ? run with { AiChose = true } : run;

    // A yes to nothing, where all is shown for context, is none.
    private static Run Approve(StepModel step, Run run)
    {
        var shown = ToApprove(step);
        if (step.Method.Result is { } result)
        {
            shown.Add(result.Key);
        }
        else if (shown.Count == 0 && step.Method.Parameters.Count > 0)
        {
            return run;
        }

        return run with
        {
            IsApproved = true,
            AiChose = false,
            OfAi = [.. run.OfAi.Except(shown)],
            Made = step.Method.Result is { } corrected ? [.. run.Made, corrected.Key] : run.Made,
            After = [],
            Shown = [.. run.Shown.Union(shown)],
            ShownLast = [.. shown],
        };
    }

    private Run Work(StepModel step, Run run)
    {
        if (step.Method.Result?.Key is not { } made)
        {
            return run;
        }

        var isOfAi = (step.Kind == Model.StepKind.Ai && !_isAboutInput) || Reads(step.Method.Parameters).Overlaps(run.OfAi);
        return run with
        {
            OfAi = isOfAi ? [.. run.OfAi, made] : [.. run.OfAi.Where(type => type != made)],
            Made = [.. run.Made, made],
            After = run.IsApproved ? [.. run.After, made] : run.After,
            Shown = [.. run.Shown.Where(type => type != made)],
            ShownLast = [.. run.ShownLast.Where(type => type != made)],
        };
    }

    // The place behind the last step is where a run completes; where else it ends does not matter here.
    private bool IsOver(Run run) => run.At == _sop.Steps.Count;

    private int? Find(StepReference? target) =>
        target is null ? null
        : _steps.TryGetValue(target.Name, out var step) ? step
        : target.Name == End.Completed ? _sop.Steps.Count
        : null;

    private static HashSet<string> Reads(IEnumerable<ParameterModel> parameters) => new(parameters.Select(parameter => parameter.Type.Key), StringComparer.Ordinal);

    private static HashSet<string> ToApprove(StepModel step) => Reads(step.Method.Parameters.Where(parameter => !parameter.IsShownOnly));

    private sealed record Run(int At)
    {
        // What matters only in the manual path is the same for all runs elsewhere.
        public int CameFrom { get; init; }

        public bool CameFromIsDone { get; init; }

        public bool IsApproved { get; init; }

        public bool AiChose { get; init; }

        public SortedSet<string> OfAi { get; init; } = [];

        // What a step made, so that it is there and is not the untouched input.
        public SortedSet<string> Made { get; init; } = [];

        // What was made since the approval that is in force.
        public SortedSet<string> After { get; init; } = [];

        // Whose current value was shown, or corrected, at an approval.
        public SortedSet<string> Shown { get; init; } = [];

        // Those of them that were at the approval that is in force.
        public SortedSet<string> ShownLast { get; init; } = [];

        // The values of the followed AI step, while what it left in the tool lies there unseen; null otherwise.
        public SortedSet<string>? Left { get; init; }

        public override string ToString() =>
            $"{At} {(At == ByHand ? $"{CameFrom} {CameFromIsDone}" : "")} {IsApproved} {AiChose} {string.Join(',', OfAi)} {string.Join(',', Made)} {string.Join(',', After)} {string.Join(',', Shown)} {string.Join(',', ShownLast)} {(Left is null ? "-" : $"[{string.Join(',', Left)}]")}";
    }
}
