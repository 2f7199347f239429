using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0313: an AI works, and nothing says how a person takes over when it can't.</summary>
internal static class ExceptionsRule
{
    public const string Id = "SOP0313";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        if (sop.IsActive && !sop.IsUnfinished
            && sop.Sop.Steps.Any(step => step.Kind == StepKind.Ai)
            && sop.Sop.Steps.All(sop.IsFinished)
            && Blank.Is(sop.Sop.Fallback?.How)
            && !sop.Graph.Edges.Any(edge => IsException(edge) && TakesOver(sop.Graph, edge.To)))
        {
            yield return new(
                Id,
                Site.OfClass,
                $"SOP '{sop.Sop.Class.Name}' lets an AI work, and nothing says how a person takes over when it goes wrong: "
                + "add [Fallback(…, SwitchWhen = …)] with the way by hand and when to take it, or lead [OnFailure], [OnReject] or a condition to a person");
        }
    }

    // The ordinary way, which every run goes, is no exception.
    private static bool IsException(FlowEdge edge) =>
        edge is { Cause: EdgeCause.Declared, IsRetry: false } && (!edge.CarriesOutput || edge.Condition is not null || edge.Label is not null);

    private static bool TakesOver(FlowGraph graph, int state) => state == graph.Escalated || Ways.IsPerson(graph, state);
}
