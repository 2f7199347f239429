using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0318: outside its limit a step asks a person, and the approval leads back to the same step, whose limit stops it again.</summary>
internal sealed class StuckLimitRule() : SopRule(
    Id,
    "Limit that stops again what was approved",
    "a limit that stops again what a person approved because of it",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0318";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (step is { HasWriteEffect: true, Limit: { IsAsked: true } limit } && sop.IsFinished(step) && graph.IsReached(state) && WayBack(graph, state, limit) is { } way)
            {
                yield return new(Id, limit.Place, Words(graph, step, way)) { RelatedPlaces = PathSearch.Places(graph, way.Select(node => node.At)) };
            }
        }
    }

    // An approval that is taken back is none, and where the condition of the limit was asked and held, the limit does not stop the run.
    private static IReadOnlyList<(int At, int Approver)>? WayBack(FlowGraph graph, int limited, LimitModel limit)
    {
        var way = PathSearch.Find(
            PathSearch.From(graph, limited).Where(edge => edge.Trigger == SopTrigger.LeaveLimit).Select(edge => (At: edge.To, Approver: -1)),
            node => node.At == limited ? [] : PathSearch.From(graph, node.At).Where(edge => limit.When is null || edge.Condition != limit.When.Name).Select(edge => (edge.To, Approver(edge, node.Approver))),
            node => node.At == limited && node.Approver >= 0);
        return way is null ? null : [(limited, -1), .. way];

        int Approver(FlowEdge edge, int before) => edge.Trigger == SopTrigger.Approve ? edge.From
            : edge.Trigger is SopTrigger.Reject or SopTrigger.TimeOut && graph.StepOf(edge.From)?.Kind == StepKind.Checkpoint ? -1
            : before;
    }

    private static string Words(FlowGraph graph, StepModel step, IReadOnlyList<(int At, int Approver)> way)
    {
        var names = way.Select((node, number) => graph.NameOf(node.At) + (number == 0 ? " (outside its limit)" : ""));
        var approver = graph.NameOf(way[way.Count - 1].Approver);
        return $"{string.Join(" → ", names)}: the [Limit] of {MessageText.Of(graph.Sop, step)} stops again what '{approver}' approved: lead the approval to a step without a [Limit]";
    }
}
