using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// The values that an AI made and nobody approved, for each state. These are the facts behind <see cref="WriteEffects"/>, for steps of any kind.
/// </summary>
public sealed class Taint
{
    private readonly FlowGraph _graph;
    private LiveValues? _live;

    internal Taint(FlowGraph graph) => _graph = graph;

    /// <summary>The values that can be unreviewed when a run enters a state and that are still read later.</summary>
    /// <param name="state">The number of the state.</param>
    /// <returns>The keys of their types.</returns>
    public IEnumerable<string> At(int state) => _graph.Writes.TaintedAt(state);

    /// <summary>Such a value that a step reads.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>Its type, and the number of the AI step behind it; null when the step reads none.</returns>
    public (TypeUse Value, int Maker)? ReadBy(int step) => _graph.Writes.UnreviewedValue(step);

    /// <summary>Such a value, with a shortest path on which it reaches a step that reads it.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>The path, and all edges on which such a value comes in, in the form of an unsafe write even if the step does not write; null when the step
    /// reads no such value.</returns>
    public UnsafeWrite? WayTo(int step) => _graph.Writes.Unreviewed(step);

    /// <summary>Whether a value is read in a state or after it. A search that follows a value may stop where it is no longer read.</summary>
    /// <param name="state">The number of the state.</param>
    /// <param name="type">The key of its type.</param>
    /// <returns>True when it is.</returns>
    public bool IsStillRead(int state, string type)
    {
        _live ??= new(_graph, [.. Enumerable.Range(0, _graph.Fallback).Select(state => _graph.UsesOf(state).Reads)]);
        return _live.Matters(state, type);
    }
}
