using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0312: an approval and a reject lead to the same place, so the checkpoint decides nothing.</summary>
internal sealed class SameWayRule() : SopRule(
    Id,
    "Reject that leads where the approval leads",
    "a checkpoint whose reject goes where its approval goes",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0312";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var reject in Edges(sop.Graph).GroupBy(edge => edge.From).Select(ofStep => ofStep.First()))
        {
            var step = sop.Sop.Steps[reject.From];
            yield return new(Id, reject.NamedAt ?? step.NamePlace, Words(sop.Graph, step, reject));
        }
    }

    /// <summary>The rejects that it reports.</summary>
    public static IEnumerable<FlowEdge> Edges(FlowGraph graph)
    {
        for (var state = 0; state < graph.Fallback; state++)
        {
            // If an approval has several paths, a reject may share one of them, such as the path to a senior.
            var approved = PathSearch.From(graph, state).Where(edge => edge.Trigger == SopTrigger.Approve).Select(edge => edge.To).Distinct().ToList();
            if (graph.Sop.Steps[state].Kind != StepKind.Checkpoint || approved.Count != 1 || !graph.IsReached(state))
            {
                continue;
            }

            foreach (var reject in PathSearch.From(graph, state).Where(edge => edge.Trigger == SopTrigger.Reject && edge.To == approved[0]))
            {
                yield return reject;
            }
        }
    }

    private static string Words(FlowGraph graph, StepModel step, FlowEdge reject)
    {
        var when = step.OnReject is { AtMost: > 0 and var most } && reject.AtMost == 0 ? $"after {most} {(most == 1 ? "reject" : "rejects")} the next one" : "a reject";
        return $"At {MessageText.Of(graph.Sop, step)} {when} goes to '{graph.NameOf(reject.To)}', as an approval does, so the answer changes nothing: "
            + "lead it to rework, a person or an end";
    }
}
