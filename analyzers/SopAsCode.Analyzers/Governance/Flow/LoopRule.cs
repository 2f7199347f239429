using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;

namespace SopAsCode.Analyzers;

/// <summary>SOP0403: a loop that machines can repeat for ever, or a count of rounds that bounds nothing.</summary>
internal sealed class LoopRule() : SopRule(
    Id,
    "Loop without a bound, a person or a wait",
    "a loop without a person, a wait or an `AtMost`; `Retries` or `AtMost` so high that they bound nothing",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddAtMost, "bound it, one offer per bound"))
{
    public const string Id = "SOP0403";

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        HashSet<int> told = [];
        foreach (var knot in Digraph.Cycles(graph.StateCount, state => graph.IsReached(state) ? Free(graph, state).Select(edge => edge.To) : []))
        {
            // The rule about missing ends reports a loop without an exit.
            if (!graph.CanEnd(knot[0]) && sop.GivesWay(Id, NoEndRule.Id))
            {
                continue;
            }

            told.UnionWith(knot);
            yield return Finding(graph, Digraph.Loop(knot[0], state => Free(graph, state).Select(edge => edge.To))!);
        }

        for (var state = 0; state < graph.Fallback; state++)
        {
            foreach (var finding in Counts(sop.Sop, sop.Sop.Steps[state], told.Contains(state)))
            {
                yield return finding;
            }
        }
    }

    // A count on a way of a loop that is told is told with it.
    private static IEnumerable<Finding> Counts(SopModel sop, StepModel step, bool isTold)
    {
        if (step.OnFailure is { Retries: > Bounds.Rounds and var retries } failure)
        {
            yield return new(
                Id,
                failure.Place.At("Retries"),
                $"{MessageText.Of(sop, step)} tries again {Text(retries)} times before anybody hears that it failed: keep to {Text(Bounds.Rounds)} Retries at most");
        }

        if (step.OnReject is { AtMost: > Bounds.Rounds and var rejects } reject)
        {
            yield return new(
                Id,
                reject.Place.At("AtMost"),
                $"{MessageText.Of(sop, step)} may be rejected {Text(rejects)} times in a run, which bounds nothing: keep to {Text(Bounds.Rounds)} at most");
        }

        foreach (var next in step.Next.Where(next => next.AtMost > Bounds.SlowRounds && !isTold))
        {
            yield return new(
                Id,
                next.Place.At("AtMost"),
                $"{MessageText.Of(sop, step)} may go on to '{next.Step.Name}' {Text(next.AtMost)} times in a run, which bounds nothing: give a number that a run can come to, or none");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Finding Finding(FlowGraph graph, IReadOnlyList<int> loop)
    {
        var edges = Enumerable.Range(0, loop.Count - 1).Select(i => Free(graph, loop[i]).First(edge => edge.To == loop[i + 1])).ToList();

        // An edge that goes back in the source must be written in an attribute, because the order of the source only leads forward.
        var backward = edges.Where(edge => edge.To <= edge.From && edge.NamedAt is not null).ToList();
        var bounded = backward.Find(edge => CanBeBounded(graph, edge)) ?? edges.Find(edge => CanBeBounded(graph, edge));
        var told = bounded ?? backward[0];
        var advice = bounded is null
            ? "lead it through a person or a wait, or out of the loop"
            : bounded.AtMost > 0
            ? $"lower the AtMost of its [Next] to '{graph.NameOf(told.To)}', which is {Text(bounded.AtMost)}, to {Text(Bounds.Rounds)} at most"
            : $"add AtMost to its [Next] to '{graph.NameOf(told.To)}', or put a person or a wait in";
        return new(Id, told.NamedAt!.Value, $"{graph.Print(loop)}: {MessageText.Of(graph.Sop, graph.Sop.Steps[told.From])} closes a loop without a person, a wait or an AtMost{(edges.Exists(edge => edge.AtMost > 0) ? " that bounds it" : "")}: {advice}")
        {
            RelatedPlaces = PathSearch.Places(graph, loop),
            Fix = bounded is null ? null : new(FixNames.AddAtMost),
        };
    }

    // The edges that nothing stops. A run stops where a person or the outside world must do something first, or where a count ends.
    private static IEnumerable<FlowEdge> Free(FlowGraph graph, int state) => PathSearch.From(graph, state).Where(edge =>
        edge.AtMost is 0 or > Bounds.Rounds
        && graph.StepOf(edge.To) is { Traits.Waits: not Waiting.Always }
        && !IsCountedPerDay(graph, edge));

    // A step with a limit per day is left by another edge when the limit is used up.
    private static bool IsCountedPerDay(FlowGraph graph, FlowEdge edge) =>
        edge.Trigger != SopTrigger.LeaveLimit && graph.StepOf(edge.From) is { Limit.PerDay: > 0 and <= Bounds.StartsADay };

    private static bool CanBeBounded(FlowGraph graph, FlowEdge edge) =>
        edge.NamedAt is { } site && graph.StepOf(edge.From)!.Next.Any(next => next.Step.Place == site);
}
