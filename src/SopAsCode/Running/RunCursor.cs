using System.Runtime.CompilerServices;

namespace SopAsCode;

/// <summary>
/// What a machine sees of the run it is pointed at. A machine is configured once over a cursor; set <see cref="Run"/> to take
/// up another run with the same machine. Not thread-safe.
/// </summary>
/// <typeparam name="TState">The nested <c>State</c> of the SOP.</typeparam>
/// <param name="run">The run to start with.</param>
public sealed class RunCursor<TState>(SopRun run)
    where TState : struct, Enum
{
    private SopRun _run = run ?? throw new ArgumentNullException(nameof(run));

    /// <summary>The run the cursor points at.</summary>
    public SopRun Run
    {
        get => _run;
        set => _run = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The state of the run.</summary>
    public TState State
    {
        get => Unsafe.BitCast<int, TState>(_run.State);
        set => _run.State = Number(value);
    }

    /// <summary>The state from which the run came to the manual path.</summary>
    /// <exception cref="InvalidOperationException">The run was never in the manual path.</exception>
    public TState CameFrom => _run.CameFrom is { } state
        ? Unsafe.BitCast<int, TState>(state)
        : throw new InvalidOperationException($"Run '{_run.Id}' can't resume: it did not come from a step.");

    /// <summary>Whether the run came to the manual path from a step, so that it can go back.</summary>
    public bool CanResume => _run.CameFrom is not null;

    /// <summary>How often the current step failed since the run entered it.</summary>
    public int FailuresInVisit => _run.FailuresInVisit;

    /// <summary>How often a checkpoint was rejected in this run.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>The count.</returns>
    public int Rejections(TState checkpoint) => _run.Rejections(Number(checkpoint));

    /// <summary>How often a bounded <see cref="NextAttribute"/> was taken in this run.</summary>
    /// <param name="entry">The number of the entry, counted over all steps.</param>
    /// <returns>The count.</returns>
    public int Taken(int entry) => _run.Taken(entry);

    /// <summary>How often a step started today, over all runs.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The count.</returns>
    /// <exception cref="InvalidOperationException">The host does not count starts, so the limit can't be kept.</exception>
    public int StartedToday(TState step) => _run.StartedToday is { } count
        ? count(Number(step))
        : throw new InvalidOperationException(
            $"A limit per day can't be kept: the host of run '{_run.Id}' does not count starts. Set {nameof(SopRun)}.{nameof(SopRun.StartedToday)}.");

    /// <summary>The current value of a type.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="MissingValueException">The run has no value of that type.</exception>
    public T Value<T>()
        where T : notnull => _run.Values.Get<T>();

    /// <summary>The current value of a class type, or null where none exists.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value or null.</returns>
    public T? Find<T>()
        where T : class => _run.Values.Find<T>();

    /// <summary>The current value of a struct or enum type, or null where none exists.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value or null.</returns>
    public T? FindValue<T>()
        where T : struct => _run.Values.FindValue<T>();

    private static int Number(TState state) => Unsafe.BitCast<TState, int>(state);
}
