using System.Diagnostics.CodeAnalysis;

namespace SopAsCode.Generators;

/// <summary>
/// The result of some work on one SOP, as a value that the pipeline compares. An exception is stored as a value too, because a thrown
/// exception would stop the files of every SOP.
/// </summary>
/// <typeparam name="T">What the work makes.</typeparam>
/// <param name="Class">The full name of the class of the SOP.</param>
/// <param name="Value">The result; null when there is nothing to make, or when the work failed.</param>
/// <param name="Failure">What failed, in words; null when nothing failed, or when an earlier step failed and reports it.</param>
internal sealed record Outcome<T>(string Class, T? Value, string? Failure)
    where T : class, IEquatable<T>
{
    /// <summary>Does work on the SOP.</summary>
    /// <param name="sop">The full name of its class.</param>
    /// <param name="what">What is done, as in "while it writes the page".</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Ends it early, which is not a failure.</param>
    /// <returns>The result, or the reason why there is none.</returns>
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

    /// <summary>Does the next work if there is a result to work on.</summary>
    /// <typeparam name="TNext">What the next work makes.</typeparam>
    /// <param name="what">What is done.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The next result; nothing when there was nothing to work on.</returns>
    public Outcome<TNext> Then<TNext>(string what, Func<T, TNext?> work, CancellationToken cancel)
        where TNext : class, IEquatable<TNext> =>
        Value is { } value ? Outcome<TNext>.Of(Class, what, () => work(value), cancel) : new(Class, null, null);
}
