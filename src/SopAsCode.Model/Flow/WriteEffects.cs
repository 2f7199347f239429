using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>Why a write is not safe.</summary>
public enum UnsafeWriteKind
{
    /// <summary>What is written was made, or made anew, after the approval: what leaves is not what was shown.</summary>
    MadeAfter,

    /// <summary>An AI made the written value, or decided that it is written, and nobody looked at it.</summary>
    UnreviewedAi,

    /// <summary>Nobody approved anything on the path to it.</summary>
    Unapproved,

    /// <summary>Somebody approved, and was shown nothing of what is written.</summary>
    NothingShown,

    /// <summary>A value that is written was there when somebody approved, and was not shown.</summary>
    NotShown,

    /// <summary>An AI left something in the tool that is written, nobody was shown it, and the write has no other value that somebody made.</summary>
    LeftByAi,

    /// <summary>An AI left a draft in the tool that is written, nobody was shown it, and the write has another value.</summary>
    LeftBeside,
}

/// <summary>A write that can hurt, with a path to it on which nobody approved it.</summary>
/// <param name="Step">The number of the step that writes.</param>
/// <param name="Kind">What is missing.</param>
/// <param name="Path">A shortest such path from the start: the numbers of its states, the writing step last.</param>
public sealed record UnsafeWrite(int Step, UnsafeWriteKind Kind, IReadOnlyList<int> Path)
{
    /// <summary>The edges of that path, in its order.</summary>
    public IReadOnlyList<FlowEdge> Hops { get; init; } = [];

    /// <summary>
    /// The step that made what is unsafe: the AI step, or the hand-off that brings back what an AI made, behind an unreviewed value or question, or the step that made a value which
    /// the approval does not cover; null when nothing was made.
    /// </summary>
    public int? Maker { get; init; }

    /// <summary>The tool in which an AI left what nobody was shown; null for the other kinds.</summary>
    public PartyModel? Tool { get; init; }

    /// <summary>The step at which a condition over an AI's value was evaluated; null when no such condition chose the path.</summary>
    public int? Asker { get; init; }

    /// <summary>The condition that was evaluated; null when none chose the path.</summary>
    public string? Question { get; init; }

    /// <summary>The checkpoint that was approved last on the way, and does not cover what is written; null for the other kinds.</summary>
    public int? Approver { get; init; }

    /// <summary>The type of the unsafe value that is written; null when the path, and not a value, is unsafe.</summary>
    public TypeUse? Value { get; init; }

    /// <summary>
    /// Every edge into the writing step on which the write is unsafe, on this path or another; none when the run starts at the step and has no other path to
    /// it.
    /// </summary>
    public IReadOnlyList<FlowEdge> Arrivals { get; init; } = [];

    /// <summary>The types of the values that the step reads and that an AI made and nobody approved, on this path or another.</summary>
    public IReadOnlyList<string> MadeByAi { get; init; } = [];
}

/// <summary>
/// Follows which values an AI made, which people approved, and which were replaced afterwards, along every declared path to every
/// write that can hurt. Each fact is followed by itself, so a breadth-first walk over pairs of state and fact finds the shortest
/// path of each; the cost of the walk is linear in edges times facts.
/// </summary>
public static class WriteEffects
{
    /// <summary>The writes that are not safe: one entry per step, with its shortest unsafe path.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="weight">
    /// The weight of a kind. For each step a kind with a larger weight is preferred, and a kind with weight 0 is not searched for.
    /// All kinds weigh the same when null.
    /// </param>
    /// <returns>The writes, in the order of the source.</returns>
    public static IReadOnlyList<UnsafeWrite> Unsafe(FlowGraph graph, Func<UnsafeWriteKind, int>? weight = null) =>
        graph.Sop.Steps.Any(step => step.HasWriteEffect) ? graph.Writes.Unsafe(weight ?? (static _ => 1)) : [];

    /// <summary>The writes that a run can reach again without a new approval. An approval allows a write once.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One per step, in the order of the source; its path leads from the write back to it.</returns>
    public static IEnumerable<UnsafeWrite> Repeated(FlowGraph graph) => Repeated(graph, static step => step.NeedsApproval);

    /// <summary>The hand-offs of approved input that a run can reach again without a new approval: each would be written once more.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One per step, in the order of the source; its path leads from the hand-off back to it.</returns>
    public static IEnumerable<UnsafeWrite> RepeatedHandoffs(FlowGraph graph) => Repeated(graph, static step => step.ApprovedHandoff is not null);

    private static IEnumerable<UnsafeWrite> Repeated(FlowGraph graph, Func<StepModel, bool> counts) => Digraph.Cycles(graph.StateCount, state => PathSearch.From(graph, state).Where(edge => !graph.IsApproval(edge)).Select(edge => edge.To))
        .SelectMany(knot => knot)
        .Where(state => graph.StepOf(state) is { } step && counts(step) && graph.IsReached(state))
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
            Arrivals = [.. graph.Edges.Where(edge => edge.To == write && edge.IsStated && !graph.IsApproval(edge) && Leads(edge) && (edge.From == write || isBehind[edge.From]))],
        };

        // A failed write did not use up the approval; a write that timed out may have used it up.
        bool Leads(FlowEdge edge) => edge.From != write || edge.CarriesOutput || edge.Trigger == SopTrigger.TimeOut;

        IEnumerable<int> Next(int state) => PathSearch.From(graph, state).Where(edge => !graph.IsApproval(edge) && Leads(edge)).Select(edge => edge.To);
    }
}
