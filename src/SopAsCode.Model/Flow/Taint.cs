using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>What an AI made and nobody approved, where runs carry it: the facts behind <see cref="WriteEffects"/>, for steps of any kind.</summary>
public sealed class Taint
{
    private readonly FlowGraph _graph;
    private LiveValues? _live;

    internal Taint(FlowGraph graph) => _graph = graph;

    /// <summary>The values that are unreviewed when a run enters a state, on one way or another, as far as somebody still reads them.</summary>
    /// <param name="state">The number of the state.</param>
    /// <returns>The keys of their types.</returns>
    public IEnumerable<string> At(int state) => _graph.Writes.TaintedAt(state);

    /// <summary>Such a value that a step reads.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>Its type, and the number of the AI step behind it; null when the step reads none.</returns>
    public (TypeUse Value, int Maker)? ReadBy(int step) => _graph.Writes.UnreviewedValue(step);

    /// <summary>Such a value with a shortest way on which it gets to a step that reads it.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>The way, and all edges on which one comes in, said as for a write whether the step writes or not; null when it reads none.</returns>
    public UnsafeWrite? WayTo(int step) => _graph.Writes.Unreviewed(step);

    /// <summary>Whether a value is read in a state or after it. Searches that follow a value may stop where it is not.</summary>
    /// <param name="state">The number of the state.</param>
    /// <param name="type">The key of its type.</param>
    /// <returns>True when it is.</returns>
    public bool IsStillRead(int state, string type)
    {
        _live ??= new(_graph, [.. _graph.Sop.Steps.Select(step => FactRules.Reads(step.Method.Parameters))]);
        return _live.Matters(state, type);
    }
}
