using System.Diagnostics.CodeAnalysis;

namespace SopAsCode.Generators;

/// <summary>
/// What came of some work on one SOP, as a value that the pipeline compares. An exception is a value too: thrown, it would cost every SOP its
/// files.
/// </summary>
/// <typeparam name="T">What the work makes.</typeparam>
/// <param name="Class">The full name of the class of the SOP.</param>
/// <param name="Value">What it made; null when there is nothing to make, or when it failed.</param>
/// <param name="Failure">What failed, in words; null when nothing did, and where an earlier step failed, which says it.</param>
internal sealed record Outcome<T>(string Class, T? Value, string? Failure)
    where T : class, IEquatable<T>
{
    /// <summary>Does work on the SOP.</summary>
    /// <param name="sop">The full name of its class.</param>
    /// <param name="what">What is done, as in "while it writes the page".</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Ends it early, which is no failure.</param>
    /// <returns>What it made, or why it made nothing.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever is thrown concerns this SOP only.")]
    public static Outcome<T> Of(string sop, string what, Func<T?> work, CancellationToken cancel)
    {
        try
        {
            return new(sop, work(), null);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return new(sop, null, $"{thrown.GetType().Name} while it {what}: {thrown.Message}");
        }
    }

    /// <summary>Does the next work, where there is something to work on.</summary>
    /// <typeparam name="TNext">What the next work makes.</typeparam>
    /// <param name="what">What is done.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>What it made; nothing where there was nothing.</returns>
    public Outcome<TNext> Then<TNext>(string what, Func<T, TNext?> work, CancellationToken cancel)
        where TNext : class, IEquatable<TNext> =>
        Value is { } value ? Outcome<TNext>.Of(Class, what, () => work(value), cancel) : new(Class, null, null);
}
