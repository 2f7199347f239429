using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0402: steps lead only to each other, so that no run that reaches them ever ends.</summary>
internal sealed class NoEndRule() : SopRule(
    Id,
    "Step from which no end can be reached",
    "steps from which no end can be reached",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0402";

    internal override Requires Requires => Requires.Steps | Requires.Methods;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;

        // Steps that only lead to such a cycle have no end either, for the same reason. It is reported once, where it can be fixed.
        foreach (var knot in Digraph.Cycles(graph.StateCount, state => IsTrapped(graph, state) ? Next(graph, state) : [])
            .Where(knot => new HashSet<int>(knot).IsSupersetOf(knot.SelectMany(state => Next(graph, state)))))
        {
            // The exit may be an entry that is missing or never tried.
            if (sop.GivesWay(Id, OtherwiseRule.Id) && knot.Exists(state => OtherwiseRule.IsUnclear(graph.Sop.Steps[state])))
            {
                continue;
            }

            var loop = Digraph.Loop(knot[0], state => Next(graph, state))!;
            var step = graph.Sop.Steps[knot[0]];
            yield return new(
                Id,
                step.NamePlace,
                $"{graph.Print(loop)}: a run that comes to {MessageText.Of(graph.Sop, step)} never ends, because {Beyond(graph, knot)}: "
                + "lead a step to one outside, to an end or to Fallback")
            {
                RelatedPlaces = PathSearch.Places(graph, knot),
            };
        }
    }

    private static string Beyond(FlowGraph graph, List<int> knot) =>
        knot.Exists(state => PathSearch.From(graph, state).Any(graph.IsGivenUp)) ? "only a failure leads on"
        : knot.Exists(state => graph.From(state).Any(edge => edge.IsUsedUp)) ? "only too many rejects lead on"
        : "no stated way leads on";

    // Every failure can go to the manual path, so these edges do not count: work that goes well must end too.
    private static IEnumerable<int> Next(FlowGraph graph, int state) => PathSearch.From(graph, state).Where(edge => !graph.IsGivenUp(edge)).Select(edge => edge.To);

    private static bool IsTrapped(FlowGraph graph, int state) => graph.IsReached(state) && !graph.CanEnd(state);
}
