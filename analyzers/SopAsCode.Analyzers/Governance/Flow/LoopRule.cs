using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;

namespace SopAsCode.Analyzers;

/// <summary>SOP0403: a loop that machines can repeat for ever.</summary>
internal sealed class LoopRule() : SopRule(
    Id,
    "A loop is bounded, or a person or a wait is in it",
    "a loop without a person, a wait or an `AtMost`",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddAtMost, "bound it, one offer per bound"))
{
    public const string Id = "SOP0403";

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        foreach (var knot in Digraph.Cycles(graph.StateCount, state => graph.IsReached(state) ? Free(graph, state).Select(edge => edge.To) : []))
        {
            // The rule about missing ends reports a loop without an exit.
            if (!graph.CanEnd(knot[0]) && sop.GivesWay(Id, NoEndRule.Id))
            {
                continue;
            }

            yield return Finding(graph, Digraph.Loop(knot[0], state => Free(graph, state).Select(edge => edge.To))!);
        }
    }

    private static Finding Finding(FlowGraph graph, IReadOnlyList<int> loop)
    {
        var edges = Enumerable.Range(0, loop.Count - 1).Select(i => Free(graph, loop[i]).First(edge => edge.To == loop[i + 1])).ToList();

        // An edge that goes back in the source must be written in an attribute, because the order of the source only leads forward.
        var backward = edges.Where(edge => edge.To <= edge.From && edge.NamedAt is not null).ToList();
        var bounded = backward.Find(edge => CanBeBounded(graph, edge)) ?? edges.Find(edge => CanBeBounded(graph, edge));
        var told = bounded ?? backward[0];
        var advice = bounded is null
            ? "lead it through a person or a wait, or out of the loop"
            : $"add AtMost to the [Next] from '{graph.NameOf(told.From)}' to '{graph.NameOf(told.To)}', or lead it through a person or a wait";
        return new(Id, told.NamedAt!.Value, $"{MessageText.Of(graph.Sop, graph.Sop.Steps[told.From])} closes a loop that may go on for ever: {graph.Print(loop)}, without a person, a wait or an AtMost; {advice}")
        {
            RelatedPlaces = PathSearch.Places(graph, loop),
            Fix = bounded is null ? null : new(FixNames.AddAtMost),
        };
    }

    // The edges that nothing stops. A run stops where a person or the outside world must do something first, or where a count ends.
    private static IEnumerable<FlowEdge> Free(FlowGraph graph, int state) => PathSearch.From(graph, state).Where(edge =>
        edge.AtMost == 0
        && graph.StepOf(edge.To) is { Traits.Waits: not Waiting.Always }
        && !IsCountedPerDay(graph, edge));

    // A step with a limit per day is left by another edge when the limit is used up.
    private static bool IsCountedPerDay(FlowGraph graph, FlowEdge edge) =>
        edge.Trigger != SopTrigger.LeaveLimit && graph.StepOf(edge.From) is { Limit.PerDay: > 0 };

    private static bool CanBeBounded(FlowGraph graph, FlowEdge edge) =>
        edge.NamedAt is { } site && graph.StepOf(edge.From)!.Next.Any(next => next.Step.Place == site);
}
