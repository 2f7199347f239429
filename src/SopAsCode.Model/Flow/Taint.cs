namespace SopAsCode.Model;

/// <summary>What an AI made and nobody approved, where runs carry it: the facts behind <see cref="WriteEffects"/>, for steps of any kind.</summary>
public sealed class Taint
{
    private readonly FactWalk _walk;

    internal Taint(FactWalk walk) => _walk = walk;

    /// <summary>The values that are unreviewed when a run enters a state, on one way or another.</summary>
    /// <param name="state">The number of the state.</param>
    /// <returns>The keys of their types.</returns>
    public IEnumerable<string> At(int state) => _walk.TaintedAt(state);

    /// <summary>Such a value that a step reads, with a shortest way on which it gets there.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>
    /// The value, the AI step behind it, the way and all edges on which one comes in, said as for a write, whether the step writes
    /// or not; null when the step reads none.
    /// </returns>
    public UnsafeWrite? ReadBy(int step) => _walk.Unreviewed(step);
}
