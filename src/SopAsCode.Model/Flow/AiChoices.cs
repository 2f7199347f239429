using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>A way that a run takes because of a value that an AI made and nobody approved.</summary>
/// <param name="Edge">The edge that is taken.</param>
/// <param name="Question">The condition, or that of the limit, which was asked about it.</param>
/// <param name="Values">The types of the AI's values that it reads.</param>
public sealed record AiChoice(FlowEdge Edge, string Question, IReadOnlyList<TypeUse> Values);

/// <summary>Finds what an AI's value decides by itself: that a run is rejected, or which role approves.</summary>
public static class AiChoices
{
    /// <summary>The choices in the order of the source.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One per edge.</returns>
    public static IEnumerable<AiChoice> Of(FlowGraph graph) =>
        graph.Sop.Conditions.Count > 0 && graph.Sop.Steps.Any(step => step.Kind == StepKind.Ai || step.Handoff is not null) ? graph.Writes.Choices() : [];

    /// <summary>A shortest way from a choice to the end of rejected runs, on which no person sees the run.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>Its states, the step that is left first; null when there is none. Another SOP may have people of its own.</returns>
    public static IReadOnlyList<int>? Rejecting(FlowGraph graph, AiChoice choice)
    {
        var way = PathSearch.Find([choice.Edge.To], state => Next(graph, state), state => state == graph.Rejected);
        return way is null ? null : [choice.Edge.From, .. way];
    }

    /// <summary>A shortest way from a choice to the first checkpoint behind it.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="edge">The edge on which the choice is made.</param>
    /// <returns>Its states, the step that is left first and the checkpoint last; none when another person, or nobody, comes first.</returns>
    public static IReadOnlyList<int>? ToApprover(FlowGraph graph, FlowEdge edge)
    {
        var way = PathSearch.Find(
            [edge.To], state => Next(graph, state), state => graph.StepOf(state)?.Kind == StepKind.Checkpoint);
        return way is null ? null : [edge.From, .. way];
    }

    /// <summary>Whether a run can go from the approval at a checkpoint to a write that needs one, or to its end, without an approval of another role.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="checkpoint">The number of the checkpoint.</param>
    /// <param name="role">The other role.</param>
    /// <returns>True when it can.</returns>
    public static bool DecidesWithout(FlowGraph graph, int checkpoint, string role) => PathSearch.Find(
        PathSearch.From(graph, checkpoint).Where(edge => edge.Trigger == SopTrigger.Approve).Select(edge => edge.To),
        state => graph.StepOf(state) is not { } step || (step.Kind == StepKind.Checkpoint && step.Performer?.Covers(role) == true) ? [] : PathSearch.Next(graph, state),
        state => state == graph.Completed || graph.StepOf(state) is { NeedsApproval: true }) is not null;

    // What is done next without another question. A failure is no decision.
    private static IEnumerable<int> Next(FlowGraph graph, int state) =>
        IsOver(graph, state) ? [] : PathSearch.From(graph, state).Where(edge => edge.CarriesOutput && edge.Asked.Count == 0).Select(edge => edge.To);

    private static bool IsOver(FlowGraph graph, int state) => PathSearch.IsPerson(graph, state) || graph.StepOf(state) is null or { IsAwaiting: true };
}
