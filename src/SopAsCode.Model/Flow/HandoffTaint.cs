using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Finds the hand-offs that hand over a value that an AI made and nobody approved, or that happen because of such a value. Whether this
/// can hurt depends on the SOP that gets the work.
/// </summary>
public static class HandoffTaint
{
    /// <summary>These hand-offs: one entry per step, with its shortest path of that kind.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The hand-offs, in the order of the source, all of the kind <see cref="UnsafeWriteKind.UnreviewedAi"/>.</returns>
    public static IReadOnlyList<UnsafeWrite> Of(FlowGraph graph) =>
        graph.Sop.Steps.Any(step => step.Handoff is not null) ? graph.Writes.UnreviewedHandoffs() : [];

    /// <summary>The hand-offs on a way on which nobody approved what is handed over: one entry per step, with its shortest way of that kind.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The hand-offs, in the order of the source.</returns>
    public static IReadOnlyList<UnsafeWrite> Unapproved(FlowGraph graph) =>
        graph.Sop.Steps.Any(step => step.Handoff is not null) ? graph.Writes.UnapprovedHandoffs() : [];

    /// <summary>The hand-offs to SOPs that take their input as approved, on a way on which it is not: one entry per step, with its shortest way of that kind.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The hand-offs, in the order of the source.</returns>
    public static IReadOnlyList<UnsafeWrite> UnapprovedInputs(FlowGraph graph) =>
        graph.Sop.Steps.Any(step => step.ApprovedHandoff is not null) ? graph.Writes.UnapprovedInputs() : [];

    /// <summary>The types whose values a hand-off hands over.</summary>
    /// <param name="step">The step.</param>
    /// <returns>Their keys; none for another step.</returns>
    public static IEnumerable<string> HandedOver(StepModel step) => FactRules.HandedOver(step);
}
