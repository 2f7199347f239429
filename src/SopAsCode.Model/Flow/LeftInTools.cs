using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Follows what an AI left in a tool, as a draft or by a write that is said to hurt nobody, to the steps that write the same tool where it can hurt. It is
/// unreviewed until a checkpoint shows a value of that AI step, or one made from it, or opens the tool.
/// </summary>
internal static class LeftInTools
{
    // As many types of values as can be followed: each can be one of the AI step or not.
    private const int Most = 12;

    /// <summary>The writes to which something unreviewed leads, one per AI step and write, each with a shortest way.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The writes, in the order of the AI steps.</returns>
    public static IEnumerable<UnsafeWrite> Of(FlowGraph graph)
    {
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = graph.Sop.Steps[state];
            foreach (var same in step.Kind == StepKind.Ai ? step.Access.Where(IsLeft).GroupBy(access => access.Tool.Type, StringComparer.Ordinal) : [])
            {
                if (graph.Sop.Steps.Any(other => Writes(other, same.Key)) && graph.IsReached(state))
                {
                    foreach (var found in Find(graph, state, same.First().Tool, same.Any(access => access.Kind == Access.Draft)))
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    // What it writes where it can hurt is not left there: it is out.
    private static bool IsLeft(AccessModel access) => access.Kind == Access.Draft || access is { Kind: Access.Write, HasEffect: false };

    private static bool Writes(StepModel step, string tool) => step is { Kind: StepKind.Automated, NeedsApproval: true } && IsSent(step, tool);

    private static bool IsSent(StepModel step, string tool) => step.Access.Any(access => access.HasEffect && access.Tool.Type == tool);

    private static List<UnsafeWrite> Find(FlowGraph graph, int maker, PartyModel tool, bool isDraft)
    {
        List<UnsafeWrite> found = [];
        var types = Derived(graph, maker);
        if (types.Count > Most)
        {
            return found;
        }

        var start = graph.ShortestPath(maker, static edge => edge.IsStated)!;
        Dictionary<Run, (Run Before, FlowEdge Edge)> seen = [];
        Queue<Run> open = new([new(maker, -1)]);
        Dictionary<int, List<FlowEdge>> arrivals = [];
        while (open.Count > 0)
        {
            var run = open.Dequeue();
            if (run.IsLeft && Writes(graph.Sop.Steps[run.At], tool.Type) && KindOf(graph, run.At, isDraft) is { } kind && !found.Exists(known => known.Step == run.At))
            {
                var hops = WayTo(run, seen);
                found.Add(new(run.At, kind, [.. start, .. hops.Select(hop => hop.To)]) { Hops = [.. HopsTo(graph, start), .. hops], Maker = maker, Tool = tool });
            }

            foreach (var edge in PathSearch.From(graph, run.At).Where(edge => edge.To < graph.Fallback))
            {
                if (After(graph.Sop.Steps[run.At], edge, run, maker, tool.Type, types) is not { } next)
                {
                    continue;
                }

                if (!arrivals.TryGetValue(next.At, out var edges))
                {
                    arrivals[next.At] = edges = [];
                }

                edges.Add(edge);
                if (!seen.ContainsKey(next))
                {
                    seen.Add(next, (run, edge));
                    open.Enqueue(next);
                }
            }
        }

        return [.. found.Select(write => write with { Arrivals = [.. graph.Edges.Where(arrivals[write.Step].Contains)] })];
    }

    // A write without a value of its own can only let out what lies there. One that has its own may leave the draft alone, and what is no draft is alone then.
    private static UnsafeWriteKind? KindOf(FlowGraph graph, int write, bool isDraft)
    {
        var reads = FactRules.Reads(graph.Sop.Steps[write].Method.Parameters);
        return !graph.Sop.Steps.Any(step => step.Makes.Any(made => reads.Contains(made.Key))) ? UnsafeWriteKind.LeftByAi
            : isDraft ? UnsafeWriteKind.LeftBeside
            : null;
    }

    // What is true behind an edge; null when nothing unreviewed is left there any more, or the AI step itself begins anew.
    private static Run? After(StepModel step, FlowEdge edge, Run run, int maker, string tool, List<string> types)
    {
        var made = Mask(step.Makes.Select(type => type.Key), types);
        if (!run.IsLeft)
        {
            return edge.CarriesOutput ? new(edge.To, made) : null;
        }

        if (!edge.CarriesOutput)
        {
            return run with { At = edge.To };
        }

        var isRead = (Mask(FactRules.Reads(step.Method.Parameters), types) & run.OfMaker) != 0;
        var isApproved = edge.Trigger == SopTrigger.Approve && (Mask(step.Approved.Select(shown => shown.Type.Key), types) & run.OfMaker) != 0;
        return run.At == maker || IsSent(step, tool) || isApproved || (edge.Trigger == SopTrigger.Approve && step.Access.Any(access => access.Tool.Type == tool))
            ? null
            : new(edge.To, isRead ? run.OfMaker | made : run.OfMaker & ~made);
    }

    // The types of its values, and of all that may be made from them.
    private static List<string> Derived(FlowGraph graph, int maker)
    {
        List<string> types = [.. graph.Sop.Steps[maker].Makes.Select(made => made.Key)];
        for (var known = -1; known < types.Count;)
        {
            known = types.Count;
            foreach (var step in graph.Sop.Steps.Where(step => FactRules.Reads(step.Method.Parameters).Overlaps(types)))
            {
                types.AddRange(step.Makes.Select(made => made.Key).Where(made => !types.Contains(made)));
            }
        }

        return types;
    }

    private static int Mask(IEnumerable<string> keys, List<string> types) => keys.Select(key => types.IndexOf(key)).Where(number => number >= 0).Aggregate(0, (mask, number) => mask | (1 << number));

    private static IEnumerable<FlowEdge> HopsTo(FlowGraph graph, IReadOnlyList<int> path) =>
        path.Zip(path.Skip(1), (from, to) => PathSearch.From(graph, from).First(edge => edge.To == to));

    private static List<FlowEdge> WayTo(Run last, Dictionary<Run, (Run Before, FlowEdge Edge)> seen)
    {
        List<FlowEdge> hops = [];
        for (var run = last; seen.TryGetValue(run, out var hop); run = hop.Before)
        {
            hops.Add(hop.Edge);
        }

        hops.Reverse();
        return hops;
    }

    // Where a run stands, and the types whose current value is of the AI step, or was made from one; -1 before that step is done.
    private sealed record Run(int At, int OfMaker)
    {
        public bool IsLeft => OfMaker >= 0;
    }
}
