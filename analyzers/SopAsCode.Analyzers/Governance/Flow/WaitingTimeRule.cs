using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0407: the times that people and the outside world have on one path add up to more than the target. The path is real and contains each
/// step at most once, so a run can wait at least that long. Longer paths through a loop are not counted.
/// </summary>
internal sealed class WaitingTimeRule() : SopRule(
    Id,
    "Times that add up to more than the cycle-time target",
    "times given that add up to more than the cycle-time target",
    new(Starter: Info, Recommended: Info, Strict: Info))
{
    public const string Id = "SOP0407";

    internal override Requires Requires => Requires.Active | Requires.Class | Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        foreach (var (metric, minutes) in Targets(sop.Sop))
        {
            var end = metric.Until is { } until ? graph.StateOf(until.Name) ?? -1 : graph.Completed;
            if (end < 0 || (metric.Until is not null && end >= graph.Fallback))
            {
                continue;
            }

            var (waited, path) = Longest(graph, end);
            if (waited <= minutes)
            {
                continue;
            }

            var steps = path.Where(state => Wait(graph.StepOf(state)) > 0).Select(state => $"'{graph.NameOf(state)}'").ToList();
            yield return new(
                Id,
                metric.Place.At("Target"),
                $"{graph.Print(path)}: {MessageText.And(steps)}{(steps.Count < 2 ? "" : " together")} may take {EnglishWords.Duration(waited)}, "
                + $"but the target of '{metric.Name}' is {metric.Target.ToString(CultureInfo.InvariantCulture)} {metric.Unit!.Trim()}: give less time or another target")
            {
                RelatedPlaces = PathSearch.Places(graph, path),
            };
        }
    }

    // What a metric with a step is about, it says. Of several others the largest target counts, because the rest may be about a part of the work.
    private static IEnumerable<(MetricModel Metric, double Minutes)> Targets(SopModel sop)
    {
        var stated = sop.Metrics.Where(metric => metric.Measure == Measure.CycleTime && !double.IsNaN(metric.Target))
            .Select(metric => (Metric: metric, Minutes: metric.Target * Durations.MinutesOf(metric.Unit)))
            .ToList();
        var ofRuns = stated.Where(one => one.Metric.Until is null).ToList();
        return stated.Where(one => one.Metric.Until is not null)
            .Concat(ofRuns.TrueForAll(one => one.Minutes is not null) ? ofRuns.OrderByDescending(one => one.Minutes).Take(1) : [])
            .Where(one => one.Minutes is not null)
            .Select(one => (one.Metric, one.Minutes!.Value));
    }

    // Edges that go back are left out, so that the other edges have an order in which the longest path to each step is known when it is needed.
    private static (long Waited, List<int> Path) Longest(FlowGraph graph, int end)
    {
        var order = Digraph.LeavingOrder(graph.StateCount, graph.Entries, state => PathSearch.Next(graph, state));
        var left = new int[graph.StateCount];
        for (var i = 0; i < order.Count; i++)
        {
            left[order[i]] = i;
        }

        var longest = Enumerable.Repeat(-1L, graph.StateCount).ToArray();
        var cameFrom = Enumerable.Repeat(-1, graph.StateCount).ToArray();
        foreach (var entry in graph.Entries)
        {
            longest[entry] = 0;
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            var state = order[i];
            foreach (var edge in PathSearch.From(graph, state).Where(edge => left[edge.To] < i))
            {
                // A step does not start outside its limit, so nobody waits for it.
                var waited = longest[state] + (edge.Trigger == SopTrigger.LeaveLimit ? 0 : Wait(graph.StepOf(state)));
                if (waited > longest[edge.To])
                {
                    (longest[edge.To], cameFrom[edge.To]) = (waited, state);
                }
            }
        }

        // Only runs that come there count, because the target is not about runs that are rejected or escalated.
        List<int> path = [];
        for (var state = end; longest[end] >= 0 && state >= 0; state = cameFrom[state])
        {
            path.Insert(0, state);
        }

        return (longest[end] < 0 ? -1 : longest[end] + Wait(graph.StepOf(end)), path);
    }

    private static long Wait(StepModel? step) => step is { Waits: true }
        ? Math.Max(0, (step.After, step.Due) switch
        {
            ({ } after, { } due) => Math.Min(after.TotalMinutes, due.TotalMinutes),
            var (after, due) => (after ?? due)?.TotalMinutes ?? 0,
        })
        : 0;
}
