namespace SopAsCode.Model;

/// <summary>Why a write is not safe.</summary>
public enum UnsafeWriteKind
{
    /// <summary>What a checkpoint approved was replaced before it is written: what leaves is not what was shown.</summary>
    Replaced,

    /// <summary>An AI made what is written, or chose that it is written, and nobody looked.</summary>
    UnreviewedAi,

    /// <summary>Nobody approved anything on the way to it.</summary>
    Unapproved,
}

/// <summary>A write where it can hurt, with a way to it on which nobody approved it.</summary>
/// <param name="Step">The number of the step that writes.</param>
/// <param name="Kind">What is missing.</param>
/// <param name="Path">A shortest such way from the start: the numbers of its states, the writing step last.</param>
/// <param name="Arrives">The edge on which it arrives; null when the writing step is the start.</param>
public sealed record UnsafeWrite(int Step, UnsafeWriteKind Kind, IReadOnlyList<int> Path, FlowEdge? Arrives)
{
    /// <summary>The step that made the unreviewed value, asked the question, or replaced the value; null when there is none.</summary>
    public int? Origin { get; init; }

    /// <summary>The type of the value that is written; null when it is not a value that is unsafe, but the way.</summary>
    public TypeUse? Value { get; init; }
}

/// <summary>
/// Follows what an AI made, what people approved, and what was replaced afterwards, along every declared way to every write that can
/// hurt. Each fact travels by itself, so a breadth-first walk over pairs of state and fact finds the shortest way of each; the
/// walk is linear in edges times facts.
/// </summary>
public static class WriteEffects
{
    /// <summary>The writes that are not safe: one entry per step, on its shortest unsafe way.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The writes, in the order of the source.</returns>
    public static IReadOnlyList<UnsafeWrite> Unsafe(FlowGraph graph) =>
        graph.Sop.Steps.Any(step => step.HasWriteEffect) ? new FactWalk(graph).Unsafe() : [];
}
