namespace SopAsCode.Model;

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
        Find(graph, write, static step => step.Kind == StepKind.Checkpoint, static run => run is { Approver: not null, Shown: 0 } && run.Made != 0) is { } found
            ? new(write, UnsafeWriteKind.NothingShown, found.Path) { Hops = found.Hops, Approver = found.Approver, Maker = found.Maker, Arrivals = found.Arrivals }
            : null;

    /// <summary>A shortest way to a write on which those who must approve it did not, or were shown none of the values that were made for it.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="write">The number of the step that writes.</param>
    /// <param name="counts">Whether the approval at a checkpoint counts.</param>
    /// <returns>The way, with the approval that comes last on it and counts; null when there is no such way.</returns>
    public static ShownWay? WithoutApprovalBy(FlowGraph graph, int write, Func<StepModel, bool> counts) =>
        Find(graph, write, counts, static run => run.Approver is null || (run.Made != 0 && (run.Shown & run.Made) == 0));

    private static ShownWay? Find(FlowGraph graph, int write, Func<StepModel, bool> counts, Func<Run, bool> isWanted)
    {
        List<string> reads = [.. FactRules.Reads(graph.Sop.Steps[write].Method.Parameters).OrderBy(type => type, StringComparer.Ordinal).Take(Most)];
        Dictionary<Run, (Run Before, FlowEdge Edge)?> seen = new() { [new(0, null, 0, 0)] = null };
        Queue<Run> open = new(seen.Keys);
        Run? first = null;
        HashSet<FlowEdge> arrivals = [];
        while (open.Count > 0)
        {
            var run = open.Dequeue();
            if (first is null && run.At == write && isWanted(run))
            {
                first = run;
            }

            foreach (var edge in run.At < graph.Fallback ? Ways.From(graph, run.At) : [])
            {
                var next = After(graph.Sop.Steps[run.At], edge, run, reads, counts);
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

        return first is { } found ? WayTo(found, seen, reads, graph) with { Arrivals = [.. graph.Edges.Where(arrivals.Contains)] } : null;
    }

    private static Run After(StepModel step, FlowEdge edge, Run run, List<string> reads, Func<StepModel, bool> counts)
    {
        var made = Mask(step.Makes.Select(type => type.Key), reads);
        var shown = Mask(FactRules.Reads(step.Method.Parameters), reads);
        var isCounted = step.Kind == StepKind.Checkpoint && counts(step);
        return edge.Trigger switch
        {
            SopTrigger.Approve when isCounted => new(edge.To, run.At, run.Made | made, run.Shown | shown | made),
            SopTrigger.Approve or SopTrigger.Complete => run with { At = edge.To, Made = run.Made | made, Shown = run.Shown & ~made },
            SopTrigger.Reject or SopTrigger.TimeOut when isCounted => new(edge.To, null, run.Made, run.Shown & ~shown),
            _ => run with { At = edge.To },
        };
    }

    private static int Mask(IEnumerable<string> types, List<string> reads) =>
        types.Select(type => reads.IndexOf(type)).Where(number => number >= 0).Aggregate(0, (mask, number) => mask | (1 << number));

    private static ShownWay WayTo(Run last, Dictionary<Run, (Run Before, FlowEdge Edge)?> seen, List<string> reads, FlowGraph graph)
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
        var maker = hops.FindLast(hop => hop.CarriesOutput && graph.Sop.Steps[hop.From].Makes.Any(made => reads.Contains(made.Key)))?.From;
        return new(path, hops, last.Approver, maker, []);
    }

    // Where a run stands, whose approval is in force, which of the values were made by a step, and which of them were shown since.
    private sealed record Run(int At, int? Approver, int Made, int Shown);
}

/// <summary>A way to a write, with what was approved on it.</summary>
/// <param name="Path">Its states, the writing step last.</param>
/// <param name="Hops">Its edges.</param>
/// <param name="Approver">The checkpoint whose approval counts and came last; null when none did.</param>
/// <param name="Maker">The step that made a value which is written, the last one; null when none did.</param>
/// <param name="Arrivals">Every edge into the writing step on which the same is true, on this way or another.</param>
public sealed record ShownWay(IReadOnlyList<int> Path, IReadOnlyList<FlowEdge> Hops, int? Approver, int? Maker, IReadOnlyList<FlowEdge> Arrivals);
