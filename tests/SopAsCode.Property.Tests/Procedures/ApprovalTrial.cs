using System.Runtime.InteropServices;
using SopAsCode.Model.Flow;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Compares what the rules prove about approvals with what happens in some run when all are played out.</summary>
internal static class ApprovalTrial
{
    /// <summary>Throws where they differ.</summary>
    /// <returns>How much there was to differ about.</returns>
    public static Tally Check(Compiled compiled)
    {
        var (plan, graph) = (compiled.Plan, compiled.Graph);
        var runs = new PlayedRuns(plan);
        var played = runs.All();
        var writes = Writes(plan);
        foreach (var kind in new[] { UnsafeWriteKind.MadeAfter, UnsafeWriteKind.UnreviewedAi, UnsafeWriteKind.Unapproved, UnsafeWriteKind.NotShown })
        {
            var bad = played.Where(run => writes.Contains(run.State) && Is(kind, plan.Steps[run.State], run)).Select(run => run.State);
            AssertSame(compiled, $"writes that are {kind}", bad, WriteEffects.Unsafe(graph, other => other == kind ? 1 : 0).Select(write => write.Step));
        }

        var unsafeOnes = WriteEffects.Unsafe(graph);
        AssertSame(compiled, "writes that are not safe", played.Where(run => writes.Contains(run.State) && Kinds.Any(kind => Is(kind, plan.Steps[run.State], run))).Select(run => run.State), unsafeOnes.Select(write => write.Step));
        AssertSame(compiled, "writes that an approval would release again", writes.Where(write => Comes(played, write) && runs.Repeats(write)), WriteEffects.Repeated(graph).Select(write => write.Step));

        var handed = Enumerable.Range(0, plan.Fallback).Where(step => plan.Steps[step].IsTrusted).ToHashSet();
        AssertSame(
            compiled,
            "hand-offs of what is not approved",
            played.Where(run => handed.Contains(run.State) && Kinds.Any(kind => kind != UnsafeWriteKind.NothingShown && Is(kind, plan.Steps[run.State], run))).Select(run => run.State),
            HandoffTaint.UnapprovedInputs(graph).Select(handoff => handoff.Step));
        AssertSame(compiled, "hand-offs that an approval would release again", handed.Where(step => Comes(played, step) && runs.Repeats(step)), WriteEffects.RepeatedHandoffs(graph).Select(handoff => handoff.Step));
        return new(writes.Count, writes.Count - unsafeOnes.Count, handed.Count, handed.Count - HandoffTaint.UnapprovedInputs(graph).Count);
    }

    /// <summary>The writes and hand-offs that the rules report, because an approval is missing or used up.</summary>
    public static HashSet<int> Reported(FlowGraph graph) =>
    [
        .. WriteEffects.Unsafe(graph).Concat(WriteEffects.Repeated(graph)).Concat(HandoffTaint.UnapprovedInputs(graph)).Concat(WriteEffects.RepeatedHandoffs(graph)).Select(write => write.Step),
    ];

    private static readonly UnsafeWriteKind[] Kinds =
        [UnsafeWriteKind.MadeAfter, UnsafeWriteKind.UnreviewedAi, UnsafeWriteKind.Unapproved, UnsafeWriteKind.NotShown, UnsafeWriteKind.NothingShown];

    // Whether the step may not write, or hand over as approved, when a run comes to it.
    private static bool Is(UnsafeWriteKind kind, StepPlan step, Played run)
    {
        var takes = step.Work is Work.HandOver or Work.HandOverAndWait ? 0 : step.Takes;
        var written = takes & run.Made;
        return kind switch
        {
            UnsafeWriteKind.MadeAfter => (takes & run.After) != 0,
            UnsafeWriteKind.UnreviewedAi => step.Work == Work.Ai || run.AiChose || (takes & run.OfAi) != 0,
            UnsafeWriteKind.Unapproved => !run.IsApproved,
            UnsafeWriteKind.NotShown => run.IsApproved && (written & ~run.Shown & ~run.After) != 0,
            _ => run.IsApproved && written != 0 && ((takes & run.Shown) == 0 || ((written & run.ShownLast) == 0 && !step.HasInput)),
        };
    }

    // The steps that must not write without an approval.
    private static HashSet<int> Writes(Plan plan)
    {
        var fixedOnes = Fixed(plan);
        return
        [
            .. Enumerable.Range(0, plan.Fallback).Where(number => plan.Steps[number] is { Writes: true, Work: not Work.Human } step
                && !(step.Limit is { PerDay: > 0, IsDated: true } limit && (limit.When is not null || fixedOnes.Contains(number)))),
        ];
    }

    /// <summary>The steps whose limit must ask nothing: nothing of an AI comes there, whether somebody saw it or not, and no run comes because an AI said so.</summary>
    public static HashSet<int> Fixed(Plan plan)
    {
        HashSet<int> found =
        [
            .. Enumerable.Range(0, plan.Fallback).Where(number => plan.Steps[number] is { Work: Work.Script or Work.OutsideAutomation, Limit: { When: null, PerDay: > 0, IsDated: true } }),
        ];
        if (found.Count > 0)
        {
            found.ExceptWith([.. new PlayedRuns(plan, ignoresApprovals: true).All()
                .Where(run => run.State < plan.Fallback && (run.AiChose || (plan.Steps[run.State].Takes & run.OfAi) != 0))
                .Select(run => run.State)]);
        }

        return found;
    }

    private static bool Comes(HashSet<Played> played, int step) => played.Any(run => run.State == step);

    private static void AssertSame(Compiled compiled, string what, IEnumerable<int> played, IEnumerable<int> said)
    {
        var (happens, proved) = (played.Distinct().Order().ToList(), said.Distinct().Order().ToList());
        Assert.True(
            happens.SequenceEqual(proved),
            $"Of {what} the rules say {Names(proved.Except(happens))} too much, and miss {Names(happens.Except(proved))}.");

        string Names(IEnumerable<int> steps) => string.Join(", ", steps.Select(compiled.Plan.NameOf)) is { Length: > 0 } names ? names : "none";
    }
}

/// <summary>How many writes and hand-offs need an approval, and how many of them have it on each way.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tally(int Writes, int SafeWrites, int Handoffs, int SafeHandoffs)
{
    public static Tally operator +(Tally one, Tally other) =>
        new(one.Writes + other.Writes, one.SafeWrites + other.SafeWrites, one.Handoffs + other.Handoffs, one.SafeHandoffs + other.SafeHandoffs);
}
