using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0311: a time-out counts as an approval.</summary>
internal sealed class TimeoutRule() : SopRule(
    Id,
    "Time-out that counts as an approval",
    "a time-out of a checkpoint after which the work goes on without a person",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.TimeOutToFallback, "lead it to `Fallback`"))
{
    public const string Id = "SOP0311";

    public override Waiving Waiving => Waiving.WithLeave;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step is { Kind: StepKind.Checkpoint, OnTimeout: { } late } && Way(graph, state) is { } path)
            {
                yield return new(Id, late.Place, Words(graph, step, path)) { RelatedPlaces = PathSearch.Places(graph, path) };
            }
        }
    }

    /// <summary>The time-outs that it reports.</summary>
    public static IEnumerable<FlowEdge> Edges(FlowGraph graph) => graph.Edges.Where(edge =>
        edge.Trigger == SopTrigger.TimeOut && edge.IsStated && graph.StepOf(edge.From)?.Kind == StepKind.Checkpoint && Way(graph, edge.From) is not null);

    // Another SOP may involve people, and the rules check that SOP by itself.
    private static IReadOnlyList<int>? Way(FlowGraph graph, int checkpoint)
    {
        if (!graph.IsReached(checkpoint))
        {
            return null;
        }

        var path = PathSearch.Find(
            PathSearch.From(graph, checkpoint).Where(edge => edge.Trigger == SopTrigger.TimeOut).Select(edge => edge.To),
            state => PathSearch.IsPerson(graph, state) || graph.StepOf(state)?.Kind == StepKind.Handoff ? [] : PathSearch.Next(graph, state),
            state => state == graph.Completed || graph.StepOf(state) is { NeedsApproval: true });
        return path is null ? null : [checkpoint, .. path];
    }

    private static string Words(FlowGraph graph, StepModel checkpoint, IReadOnlyList<int> path)
    {
        var what = graph.StepOf(path[path.Count - 1]) is { } write
            ? $"'{write.Name}' writes to {WriteWords.Tools(write)} all the same"
            : "the run counts as completed";
        return $"{graph.Print(path)}: when nobody answers {MessageText.Of(graph.Sop, checkpoint)} in time, {what}: lead [OnTimeout] to a person or to Fallback";
    }
}
