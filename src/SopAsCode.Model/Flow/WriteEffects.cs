using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>Why a write is not safe.</summary>
public enum UnsafeWriteKind
{
    /// <summary>What is written was made, or made anew, after the approval: what leaves is not what was shown.</summary>
    MadeAfter,

    /// <summary>An AI made what is written, or chose that it is written, and nobody looked.</summary>
    UnreviewedAi,

    /// <summary>Nobody approved anything on the way to it.</summary>
    Unapproved,

    /// <summary>Somebody approved, and was shown nothing of what is written.</summary>
    NothingShown,

    /// <summary>A value that is written was there when somebody approved, and was not shown.</summary>
    NotShown,
}

/// <summary>A write where it can hurt, with a way to it on which nobody approved it.</summary>
/// <param name="Step">The number of the step that writes.</param>
/// <param name="Kind">What is missing.</param>
/// <param name="Path">A shortest such way from the start: the numbers of its states, the writing step last.</param>
public sealed record UnsafeWrite(int Step, UnsafeWriteKind Kind, IReadOnlyList<int> Path)
{
    /// <summary>The edges of that way, in its order.</summary>
    public IReadOnlyList<FlowEdge> Hops { get; init; } = [];

    /// <summary>
    /// The step that made what is unsafe: the AI step, or the hand-off that brings back what an AI made, behind an unreviewed value or question, or the step that made a value which
    /// the approval does not cover; null when nothing was made.
    /// </summary>
    public int? Maker { get; init; }

    /// <summary>The step at which a question over an AI's value was asked; null when no such question chose the way.</summary>
    public int? Asker { get; init; }

    /// <summary>The condition that was asked; null when none chose the way.</summary>
    public string? Question { get; init; }

    /// <summary>The checkpoint that was approved last on the way, and does not cover what is written; null for the other kinds.</summary>
    public int? Approver { get; init; }

    /// <summary>The type of the value that is written; null when it is not a value that is unsafe, but the way.</summary>
    public TypeUse? Value { get; init; }

    /// <summary>Every edge into the writing step on which it is unsafe, on this way or another; none when the only way is to start there.</summary>
    public IReadOnlyList<FlowEdge> Arrivals { get; init; } = [];

    /// <summary>The types of those values it reads that an AI made and nobody approved, on this way or another.</summary>
    public IReadOnlyList<string> MadeByAi { get; init; } = [];
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
    /// <param name="weight">
    /// How much a kind weighs: a kind gives way only to one that weighs at least as much, and one that weighs nothing is not looked
    /// for. All weigh the same when null.
    /// </param>
    /// <returns>The writes, in the order of the source.</returns>
    public static IReadOnlyList<UnsafeWrite> Unsafe(FlowGraph graph, Func<UnsafeWriteKind, int>? weight = null) =>
        graph.Sop.Steps.Any(step => step.HasWriteEffect) ? graph.Writes.Unsafe(weight ?? (static _ => 1)) : [];

    /// <summary>The writes that a run can come to again without anybody's approval since. An approval releases a write once.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One per step, in the order of the source; its way leads from the write back to it.</returns>
    public static IEnumerable<UnsafeWrite> Repeated(FlowGraph graph) => Digraph.Cycles(graph.StateCount, state => PathSearch.From(graph, state).Where(edge => edge.Trigger != SopTrigger.Approve).Select(edge => edge.To))
        .SelectMany(knot => knot)
        .Where(state => graph.StepOf(state) is { NeedsApproval: true } && graph.IsReached(state))
        .OrderBy(state => state)
        .Select(write => Repeated(graph, write))
        .OfType<UnsafeWrite>();

    private static UnsafeWrite? Repeated(FlowGraph graph, int write)
    {
        if (PathSearch.WithoutApproval(graph, write, state => state == write, Leads) is not { } way)
        {
            return null;
        }

        var isBehind = Digraph.Reach(graph.StateCount, Next(write), Next);
        return new(write, UnsafeWriteKind.Unapproved, way)
        {
            Arrivals = [.. graph.Edges.Where(edge => edge.To == write && edge.IsStated && edge.Trigger != SopTrigger.Approve && Leads(edge) && (edge.From == write || isBehind[edge.From]))],
        };

        // A write that failed used nothing up; one that was not heard of in time may have.
        bool Leads(FlowEdge edge) => edge.From != write || edge.CarriesOutput || edge.Trigger == SopTrigger.TimeOut;

        IEnumerable<int> Next(int state) => PathSearch.From(graph, state).Where(edge => edge.Trigger != SopTrigger.Approve && Leads(edge)).Select(edge => edge.To);
    }
}
