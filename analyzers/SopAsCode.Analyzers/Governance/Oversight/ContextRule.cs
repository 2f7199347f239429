using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0322: a checkpoint shows everything for context and hands back nothing, so it approves nothing; or it hands back what it shows for context.</summary>
internal sealed class ContextRule() : SopRule(
    Id,
    "Checkpoint that only shows context",
    "a checkpoint that shows everything for context, or hands back what it shows for context",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0322";

    /// <summary>The approvals of nothing.</summary>
    public static IEnumerable<FlowEdge> Edges(FlowGraph graph) =>
        graph.Edges.Where(edge => edge.Trigger == SopTrigger.Approve && edge.IsStated && graph.StepOf(edge.From) is { ApprovesNothing: true } && graph.IsReached(edge.From));

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps)
        {
            var name = MessageText.Of(sop.Sop, step);
            if (step.ApprovesNothing)
            {
                yield return new(Id, step.NamePlace, $"{name} shows all its values for context, so its approval releases nothing: take [Context] from what is approved there");
                continue;
            }

            for (var i = 0; i < step.Method.Parameters.Count; i++)
            {
                var parameter = step.Method.Parameters[i];
                if (parameter.IsShownOnly && step.Makes.Any(made => made.Key == parameter.Type.Key))
                {
                    yield return new(
                        Id,
                        step.NamePlace with { Part = PlacePart.Parameter, Index = i },
                        $"{name} shows '{parameter.Name}' for context and hands it back, which approves it: take [Context] from it, or hand back nothing");
                }
            }
        }
    }
}
