using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Follows what an AI left in a tool, or code that got it from the AI, as a draft or by a write that is said to hurt nobody, to the steps that write the same
/// tool where it can hurt. It is unreviewed until a checkpoint shows a value of that AI step, or one made from it, or opens the tool.
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
        for (var maker = 0; maker < graph.Fallback; maker++)
        {
            if (graph.Sop.Steps[maker].Kind != StepKind.Ai || !graph.IsReached(maker))
            {
                continue;
            }

            var types = new Lazy<List<string>>(() => Derived(graph, maker));
            for (var leaver = 0; leaver < graph.Fallback; leaver++)
            {
                foreach (var same in Left(graph, maker, leaver).GroupBy(access => access.Tool.Type, StringComparer.Ordinal))
                {
                    if (graph.Sop.Steps.Any(other => Writes(other, same.Key)) && types.Value.Count <= Most)
                    {
                        foreach (var found in Find(graph, new(maker, leaver, same.First().Tool, same.Any(access => access.Kind == Access.Draft), types.Value)))
                        {
                            yield return found;
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<AccessModel> Left(FlowGraph graph, int maker, int leaver) =>
        leaver == maker || graph.Sop.Steps[leaver].Kind == StepKind.Automated ? graph.Sop.Steps[leaver].Access.Where(IsLeft) : [];

    // What it writes where it can hurt is not left there: it is out.
    private static bool IsLeft(AccessModel access) => access.Kind == Access.Draft || access is { Kind: Access.Write, HasEffect: false };

    private static bool Writes(StepModel step, string tool) => step is { Kind: StepKind.Automated, NeedsApproval: true } && IsSent(step, tool);

    private static bool IsSent(StepModel step, string tool) => step.Access.Any(access => access.HasEffect && access.Tool.Type == tool);

    private static List<UnsafeWrite> Find(FlowGraph graph, Trace trace)
    {
        List<UnsafeWrite> found = [];
        var start = graph.ShortestPath(trace.Maker, static edge => edge.IsStated)!;
        Dictionary<Run, (Run Before, FlowEdge Edge)> seen = [];
        Queue<Run> open = new([new(trace.Maker, -1, IsLeft: false)]);
        Dictionary<int, List<FlowEdge>> arrivals = [];
        while (open.Count > 0)
        {
            var run = open.Dequeue();
            if (run.IsLeft && Writes(graph.Sop.Steps[run.At], trace.Tool.Type) && KindOf(graph, run.At, trace) is { } kind && !found.Exists(known => known.Step == run.At))
            {
                var hops = WayTo(run, seen);
                found.Add(new(run.At, kind, [.. start, .. hops.Select(hop => hop.To)]) { Hops = [.. HopsTo(graph, start), .. hops], Maker = trace.Maker, Tool = trace.Tool });
            }

            foreach (var edge in PathSearch.From(graph, run.At).Where(edge => edge.To < graph.Fallback))
            {
                if (After(graph.Sop.Steps[run.At], edge, run, trace) is not { } next)
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

    // A write without a value of its own can only let out what lies there. One that has its own may leave the draft alone, and what is no draft, or what code left, is alone then.
    private static UnsafeWriteKind? KindOf(FlowGraph graph, int write, Trace trace)
    {
        var reads = FactRules.Reads(graph.Sop.Steps[write].Method.Parameters);
        return !graph.Sop.Steps.Any(step => step.Makes.Any(made => reads.Contains(made.Key))) ? UnsafeWriteKind.LeftByAi
            : trace.IsDraft && trace.Leaver == trace.Maker ? UnsafeWriteKind.LeftBeside
            : null;
    }

    // What is true behind an edge; null when nothing unreviewed is left there any more, or can be, or the AI step itself begins anew.
    private static Run? After(StepModel step, FlowEdge edge, Run run, Trace trace)
    {
        var made = Mask(step.Makes.Select(type => type.Key), trace.Types);
        if (!run.IsMade)
        {
            return edge.CarriesOutput ? new(edge.To, made, trace.Leaver == trace.Maker) : null;
        }

        if (!edge.CarriesOutput)
        {
            return run with { At = edge.To };
        }

        var isRead = (Mask(FactRules.Reads(step.Method.Parameters), trace.Types) & run.OfMaker) != 0;
        var isApproved = edge.Trigger == SopTrigger.Approve && (Mask(step.Approved.Select(shown => shown.Type.Key), trace.Types) & run.OfMaker) != 0;
        var isOut = run.IsLeft && (IsSent(step, trace.Tool.Type) || (edge.Trigger == SopTrigger.Approve && step.Access.Any(access => access.Tool.Type == trace.Tool.Type)));
        if (run.At == trace.Maker || isApproved || isOut)
        {
            return null;
        }

        Run next = new(edge.To, isRead ? run.OfMaker | made : run.OfMaker & ~made, run.IsLeft || (run.At == trace.Leaver && isRead));
        return next.IsLeft || next.OfMaker != 0 ? next : null;
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

    // What is followed: the AI step, the step that leaves it in the tool, and the types of all that may be made from it.
    private sealed record Trace(int Maker, int Leaver, PartyModel Tool, bool IsDraft, List<string> Types);

    // Where a run stands, the types whose current value is of the AI step, or was made from one (-1 before that step is done), and whether it lies in the tool.
    private sealed record Run(int At, int OfMaker, bool IsLeft)
    {
        public bool IsMade => OfMaker >= 0;
    }
}
