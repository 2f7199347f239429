using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0903: SOPs hand work to each other in a cycle without a person or a wait; or in a cycle in which only time passes and each turn starts more than one
/// run. The first is reported at each of them, because each can end the cycle; the second where a turn starts more than one.
/// </summary>
internal sealed class UnattendedCycleRule() : SopRule(
    Id,
    "Cycle of hand-offs without a person or a wait",
    "a cycle of hand-offs with neither a person nor a wait in it, or in which each turn starts several runs and only time passes",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0903";

    internal override Requires Requires => Requires.Active | Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var own = sop.Sop.Class.FullName;
        HashSet<int> told = [];
        foreach (var state in LocalFacts.UnattendedHandoffs(sop.Graph))
        {
            var step = sop.Sop.Steps[state];
            if (Way(sop, step, other => other.HandsOverUnattended) is { } way)
            {
                told.Add(state);
                var cycle = Handoffs.Print(way.Select(other => other.Sop).Prepend(own));
                yield return new(
                    Id,
                    step.Place,
                    $"{cycle}: {MessageText.Of(sop.Sop, step)} hands on in a cycle without a person or a wait, so runs may start each other for ever: "
                        + "put a person or a [WaitFor] in");
            }
        }

        // A cycle that nothing holds up is told already.
        foreach (var finding in told.Count == 0 ? Multiplying(sop, own) : [])
        {
            yield return finding;
        }
    }

    // The way on which work comes back to this SOP.
    private static IReadOnlyList<SopSummary>? Way(RuleContext sop, StepModel step, Func<SopSummary, IEnumerable<string>> next) => step.Handoffs
        .Select(handoff => sop.Others.Way(handoff.Target.Type, next, other => other.Sop == sop.Sop.Class.FullName, onlyOwn: true))
        .FirstOrDefault(way => way is not null);

    private static IEnumerable<Finding> Multiplying(RuleContext sop, string own)
    {
        var graph = sop.Graph;
        var ways = TimedHandoffs(graph)
            .Select(state => (State: state, Way: Way(sop, sop.Sop.Steps[state], other => TimedTargets(sop, other))))
            .Where(one => one.Way is not null)
            .ToList();
        var onCycle = ways.ConvertAll(one => one.State);
        foreach (var (state, way) in ways)
        {
            var step = sop.Sop.Steps[state];
            var before = IsMany(step) ? state : onCycle.Where(other => PathSearch.Find(Timed(graph, other), next => Timed(graph, next), next => next == state) is not null).Append(-1).First();
            if (before >= 0)
            {
                var more = before == state ? "may start several runs" : $"starts another run after '{graph.NameOf(before)}'";
                yield return new(
                    Id,
                    step.Place,
                    $"{Handoffs.Print(way!.Select(other => other.Sop).Prepend(own))}: {MessageText.Of(sop.Sop, step)} {more} on each turn, with only time between, so they grow without end: put a person before it, or start one run")
                {
                    RelatedPlaces = before == state ? [] : [graph.StepOf(before)!.NamePlace],
                };
            }
        }
    }

    private static IEnumerable<string> TimedTargets(RuleContext sop, SopSummary other) =>
        sop.Others.OwnFlow(other.Sop) is { } graph ? TimedHandoffs(graph).SelectMany(state => graph.StepOf(state)!.Handoffs.Select(handoff => handoff.Target.Type)) : other.HandsOverUnattended;

    // The hand-offs that a run comes to while nobody does anything and nothing happens outside.
    private static IEnumerable<int> TimedHandoffs(FlowGraph graph)
    {
        var reached = Digraph.Reach(graph.StateCount, graph.Entries, state => Timed(graph, state));
        return Enumerable.Range(0, graph.Fallback).Where(state => reached[state] && graph.StepOf(state) is { Handoff: not null });
    }

    private static IEnumerable<int> Timed(FlowGraph graph, int state) => graph.StepOf(state) is { Traits.Waits: Waiting.Always }
        ? TimeoutLoopRule.ByTime(graph, state).Select(edge => edge.To)
        : PathSearch.Next(graph, state);

    // A hand-off that returns anything but the input of the other SOP returns a list of it.
    private static bool IsMany(StepModel step) =>
        step is { Handoff.Target.Input: { } input, Method.Result: { IsUnknown: false } made } && made.Key != input.Key;
}
