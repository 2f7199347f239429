using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Follows which of the values that one step reads were shown at an approval, all of them together: what <see cref="FactRules"/> follows
/// one by one can't tell whether anything was shown at all.
/// </summary>
public static class ShownValues
{
    // As many values as a step may read to be followed: three things can be true of each.
    private const int Most = 12;

    /// <summary>A shortest way to a write on which somebody approved, and was shown nothing of what is written.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="write">The number of the step that writes.</param>
    /// <returns>The write; null when there is no such way.</returns>
    public static UnsafeWrite? Nothing(FlowGraph graph, int write) =>
        Find(graph, write, static _ => true, IsNothing(graph, write)).FirstOrDefault() is { Maker: { } maker } found
            ? new(write, UnsafeWriteKind.NothingShown, found.Path)
            {
                Hops = found.Hops,
                Approver = found.Last,
                Maker = maker,
                Value = found.Made.First(value => graph.Sop.Steps[maker].Makes.Any(made => made.Key == value.Key)),
                Arrivals = found.Arrivals,
            }
            : null;

    /// <summary>Shortest ways to a write on which those who must approve it did not, or were shown none of the values that were made for it.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="write">The number of the step that writes.</param>
    /// <param name="counts">Whether the approval at a checkpoint counts.</param>
    /// <returns>One for each checkpoint that is approved last, and one where none is; the shortest first.</returns>
    public static IReadOnlyList<ShownWay> WithoutApprovalBy(FlowGraph graph, int write, Func<StepModel, bool> counts) =>
        Find(graph, write, counts, static run => !run.IsApproved || (run.Made != 0 && (run.Shown & run.Made) == 0));

    // An approval holds up to the next one: what was shown before that is not released by it. The input is released by each, as long as it is as it came.
    private static Func<Run, bool> IsNothing(FlowGraph graph, int write)
    {
        var input = graph.Sop.Input is { } type ? Mask([type.Key], Followed(graph.Sop.Steps[write])) : 0;
        return run => run is { IsApproved: true } && run.Made != 0 && (run.Shown == 0 || ((run.ShownLast & run.Made) == 0 && (input & ~run.Made) == 0));
    }

    private static List<ShownWay> Find(FlowGraph graph, int write, Func<StepModel, bool> counts, Func<Run, bool> isWanted)
    {
        var reads = Followed(graph.Sop.Steps[write]);
        var seen = graph.Entries.ToDictionary(entry => new Run(entry, null, graph.Sop.HasApprovedInput, 0, 0, 0), static _ => ((Run Before, FlowEdge Edge)?)null);
        var masks = new (int Made, int Shown)?[graph.Sop.Steps.Count];
        Queue<Run> open = new(seen.Keys);
        List<Run> found = [];
        HashSet<FlowEdge> arrivals = [];
        while (open.Count > 0)
        {
            var run = open.Dequeue();
            if (run.At == write && isWanted(run) && found.TrueForAll(known => known.Last != run.Last))
            {
                found.Add(run);
            }

            foreach (var edge in run.At < graph.Fallback ? PathSearch.From(graph, run.At) : [])
            {
                var next = After(graph, edge, run, masks[run.At] ??= MasksOf(graph.Sop.Steps[run.At], reads), counts);
                if (next.At == write && isWanted(next))
                {
                    arrivals.Add(edge);
                }

                if (!seen.ContainsKey(next))
                {
                    seen.Add(next, (run, edge));
                    open.Enqueue(next);
                }
            }
        }

        return [.. found.Select(run => WayTo(run, seen, reads, graph, counts) with { Arrivals = [.. graph.Edges.Where(arrivals.Contains)] })];
    }

    // Of more values than can be followed it would be wrong to say that none was shown.
    private static List<TypeUse> Followed(StepModel write)
    {
        List<TypeUse> reads = [.. Types(write).GroupBy(type => type.Key, StringComparer.Ordinal).Select(same => same.First())];
        return reads.Count > Most ? [] : reads;
    }

    private static IEnumerable<TypeUse> Types(StepModel step) => step is { Handoff.Target.Input: { } input, Method: { IsPartial: true, HasOwnImplementation: false } }
        ? [input]
        : step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).Select(parameter => parameter.Type);

    private static Run After(FlowGraph graph, FlowEdge edge, Run run, (int Made, int Shown) masks, Func<StepModel, bool> counts)
    {
        var step = graph.Sop.Steps[run.At];
        var isApproval = graph.IsApproval(edge);
        var (made, shown) = masks;
        var isCheckpoint = step.Kind == StepKind.Checkpoint;
        return edge.Trigger switch
        {
            SopTrigger.Approve or SopTrigger.Complete when isApproval && counts(step) => new(edge.To, run.At, true, run.Made | made, run.Shown | shown | made, shown | made),
            SopTrigger.Approve or SopTrigger.Complete =>
                run with { At = edge.To, Last = isApproval ? run.At : run.Last, Made = run.Made | made, Shown = run.Shown & ~made, ShownLast = run.ShownLast & ~made },
            SopTrigger.Reject or SopTrigger.TimeOut when isCheckpoint && counts(step) => new(edge.To, null, false, run.Made, run.Shown & ~shown, 0),
            SopTrigger.Reject or SopTrigger.TimeOut when isCheckpoint => run with { At = edge.To, Last = null },
            _ => run with { At = edge.To },
        };
    }

    private static (int Made, int Shown) MasksOf(StepModel step, List<TypeUse> reads) =>
        (Mask(step.Makes.Select(type => type.Key), reads), Mask(step.Approved.Select(parameter => parameter.Type.Key), reads));

    private static int Mask(IEnumerable<string> types, List<TypeUse> reads) =>
        types.Select(type => reads.FindIndex(read => read.Key == type)).Where(number => number >= 0).Aggregate(0, (mask, number) => mask | (1 << number));

    private static ShownWay WayTo(Run last, Dictionary<Run, (Run Before, FlowEdge Edge)?> seen, List<TypeUse> reads, FlowGraph graph, Func<StepModel, bool> counts)
    {
        List<int> path = [last.At];
        List<FlowEdge> hops = [];
        for (var hop = seen[last]; hop is { } one; hop = seen[one.Before])
        {
            path.Add(one.Before.At);
            hops.Add(one.Edge);
        }

        path.Reverse();
        hops.Reverse();
        return new(path, hops)
        {
            Last = last.Last,
            Counted = last.IsApproved ? hops.FindLast(hop => graph.IsApproval(hop) && counts(graph.Sop.Steps[hop.From]))?.From : null,
            Made = [.. reads.Where((_, number) => (last.Made & (1 << number)) != 0)],
            Maker = hops.FindLast(hop => hop.CarriesOutput && graph.Sop.Steps[hop.From].Makes.Any(made => reads.Exists(read => read.Key == made.Key)))?.From,
        };
    }

    // Where a run stands, which checkpoint was approved last, whether an approval that counts is in force, which of the values were made by a
    // step, which of them were shown since, and which at that approval.
    private sealed record Run(int At, int? Last, bool IsApproved, int Made, int Shown, int ShownLast);
}

/// <summary>A way to a write, with what was approved on it.</summary>
/// <param name="Path">Its states, the writing step last.</param>
/// <param name="Hops">Its edges.</param>
public sealed record ShownWay(IReadOnlyList<int> Path, IReadOnlyList<FlowEdge> Hops)
{
    /// <summary>The checkpoint that was approved last, whether that counts or not; null when none was, or it was taken back.</summary>
    public int? Last { get; init; }

    /// <summary>The checkpoint whose approval counts and came last; null when none did, or it was taken back.</summary>
    public int? Counted { get; init; }

    /// <summary>The types of the values that are written and were made by a step, in the order in which the step reads them.</summary>
    public IReadOnlyList<TypeUse> Made { get; init; } = [];

    /// <summary>The step that made such a value last; null when none did.</summary>
    public int? Maker { get; init; }

    /// <summary>Every edge into the writing step on which the same is true, on this way or another.</summary>
    public IReadOnlyList<FlowEdge> Arrivals { get; init; } = [];
}
