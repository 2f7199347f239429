using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0409: while nobody acts, time alone leads a run round and round. A step between the time-outs that does something, such as a reminder, is work, and
/// breaks such a loop.
/// </summary>
internal sealed class TimeoutLoopRule() : SopRule(
    Id,
    "Time-outs that lead a run round for ever",
    "time-outs that lead a run round for ever while nobody acts",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.TimeOutToFallback, "lead one to `Fallback`"))
{
    public const string Id = "SOP0409";

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        foreach (var knot in Digraph.Cycles(graph.StateCount, state => graph.IsReached(state) ? Later(graph, state) : []))
        {
            // The rule about loops reports a loop in which only machines wait.
            if (knot.TrueForAll(state => graph.StepOf(state) is not { Traits.Waits: Waiting.Always }) || (!graph.CanEnd(knot[0]) && sop.GivesWay(Id, NoEndRule.Id)))
            {
                continue;
            }

            // A time-out that leads back in the source is the one that closes the loop.
            var late = knot.SelectMany(state => ByTime(graph, state)).Where(edge => edge.Trigger == SopTrigger.TimeOut && knot.Contains(edge.To)).OrderBy(edge => edge.To > edge.From).ThenBy(edge => edge.From).FirstOrDefault();
            if (late is null || graph.StepOf(late.From) is not { OnTimeout: { } stated })
            {
                continue;
            }

            IReadOnlyList<int> loop = [.. PathSearch.Find([late.To], state => Later(graph, state), state => state == late.From)!, late.To];
            yield return new(Id, stated.Place, $"{graph.Print(loop)}: while nobody acts, time-outs alone lead a run of '{sop.Sop.Class.Name}' round for ever: lead one of them to Fallback or to End.Escalated")
            {
                RelatedPlaces = PathSearch.Places(graph, loop),
                Fix = new(FixNames.TimeOutToFallback),
            };
        }
    }

    /// <summary>The stated edges that time alone takes: a time-out, and the end of a wait for time to pass.</summary>
    public static IEnumerable<FlowEdge> ByTime(FlowGraph graph, int state) => PathSearch.From(graph, state)
        .Where(edge => edge.Trigger == SopTrigger.TimeOut || (edge.Trigger == SopTrigger.Complete && graph.StepOf(state) is { After: not null }));

    /// <summary>Whether the time-out of a step leads back to the step on such a round.</summary>
    public static bool LeadsRound(FlowGraph graph, string step) => graph.StateOf(step) is { } state
        && PathSearch.Find(ByTime(graph, state).Where(edge => edge.Trigger == SopTrigger.TimeOut).Select(edge => edge.To), next => Later(graph, next), next => next == state) is not null;

    private static IEnumerable<int> Later(FlowGraph graph, int state) => ByTime(graph, state).Select(edge => edge.To);
}
