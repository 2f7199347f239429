using System.Runtime.CompilerServices;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// The connection of a machine to a run: the machine reads the run through the cursor, and records its moves in it. A machine is
/// configured once with a cursor; set <see cref="Run"/> to use the same machine for another run. Not thread-safe.
/// </summary>
public abstract class RunCursor
{
    private readonly SopDefinition _definition;
    private readonly TransitionLabels _labels;
    private SopRun _run;

    // The reason that a selector gave for the path it chose; the method that records the move uses it.
    private string? _reason;
    private string? _entry;
    private UndecidedCondition? _undecided;
    private UndecidedCondition? _undecidedLimit;

    private protected RunCursor(SopRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _run = run;
        _definition = run.Definition;
        _labels = new(_definition);
    }

    /// <summary>The run the cursor points at.</summary>
    /// <exception cref="ArgumentException">It is a run of another SOP, or of another version of it.</exception>
    public SopRun Run
    {
        get => _run;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Definition != _definition)
            {
                throw new ArgumentException($"Run '{value.Id}' follows another definition than this machine of SOP '{_definition.Id}': it is of '{value.Definition.Id}'.", nameof(value));
            }

            _run = value;
        }
    }

    /// <summary>Counts the starts of steps with a limit per day; null when the host does not count, and such steps then do not start.</summary>
    public IStartCounter? Starts { get; set; }

    /// <summary>The move that the machine made last; not <see cref="SopMove.Moved"/> before the first.</summary>
    public SopMove LastMove { get; private set; }

    /// <summary>Whether the current step was started since the run entered it.</summary>
    public bool IsStarted => _run.IsStarted;

    /// <summary>Whether the run came to the manual path from a step and may therefore go back.</summary>
    public bool CanResume => _run.CameFromNumber is not null;

    /// <summary>Whether the step from which the run came to the manual path was done.</summary>
    public bool CameFromIsDone => _run.CameFromIsDone;

    /// <summary>Whether an open task beside a step holds the current step up, or in the manual path the step from which the run came.</summary>
    public bool IsHeldUp => (_run.IsInFallback ? _run.CameFromNumber : _run.Number) is { } step && _run.HeldUpBy(step) is not null;

    /// <summary>How often the current step failed since the run entered it.</summary>
    public int FailuresInVisit => _run.FailuresInVisit;

    /// <summary>Whether a move was recorded since <see cref="Await"/>.</summary>
    internal bool HasMoved { get; private set; }

    /// <summary>The exception of the limit that was checked last; null when the limit was decided.</summary>
    internal UndecidedCondition? UndecidedLimit => _undecidedLimit;

    /// <summary>How often a bounded <see cref="NextAttribute"/> was taken in this run.</summary>
    /// <param name="entry">The name of the entry.</param>
    /// <returns>The count.</returns>
    public int Taken(string entry) => _run.Taken(entry);

    /// <summary>The current value of a type.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="MissingValueException">The run has no value of that type.</exception>
    public T Value<T>()
        where T : notnull => _run.Values.Get<T>();

    /// <summary>The current value of a class type, or null when there is none.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value or null.</returns>
    public T? Find<T>()
        where T : class => _run.Values.Find<T>();

    /// <summary>The current value of a struct or enum type, or null when there is none.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value or null.</returns>
    public T? FindValue<T>()
        where T : struct => _run.Values.FindValue<T>();

    /// <summary>Records that a limit was decided.</summary>
    /// <param name="isWithin">Whether the step is inside it.</param>
    /// <returns>The same.</returns>
    public bool? Decided(bool isWithin)
    {
        _undecidedLimit = null;
        return isWithin;
    }

    /// <summary>Records that a limit could not be decided.</summary>
    /// <param name="asked">The condition or count that threw.</param>
    /// <param name="thrown">What it threw.</param>
    /// <returns>Null.</returns>
    public bool? Undecided(string asked, Exception thrown)
    {
        _undecidedLimit = Told(asked, thrown);
        return null;
    }

    internal void Await()
    {
        HasMoved = false;
        _undecidedLimit = null;
    }

    internal int CountedToday(int step) => Starts is { } counter
        ? counter.Today(_definition.Id, _definition.States[step])
        : throw new InvalidOperationException(
            $"A limit per day can't be kept: the host of run '{_run.Id}' does not count starts. Set {nameof(Starts)}.");

    private protected void Say(string? reason, string? entry, UndecidedCondition? undecided) => (_reason, _entry, _undecided) = (reason, entry, undecided);

    private protected static UndecidedCondition Told(string asked, Exception thrown) => new()
    {
        Condition = asked,
        Exception = thrown.GetType().FullName ?? thrown.GetType().Name,
        Message = thrown.Message,
    };

    private protected void WriteDown(int from, SopTrigger trigger, int to)
    {
        if (trigger == SopTrigger.Start)
        {
            CountStart(from);
        }

        // Guards call the selectors too, so the reason of a selector counts only if a selector chose this path.
        var (reason, entry, undecided) = trigger != SopTrigger.DoneByHand && _labels.Only(from, trigger) is { } only ? (trigger == SopTrigger.Start ? null : only.Label, null, null)
            : trigger == SopTrigger.LeaveLimit ? (_labels.Find(from, trigger, to), null, null)
            : (_reason, _entry, _undecided);
        LastMove = new()
        {
            Moved = true,
            From = _definition.States[from],
            Trigger = trigger,
            To = _definition.States[to],
            Reason = trigger switch
            {
                SopTrigger.Resume when _run.CameFromIsDone => $"{_run.CameFrom} is done, asked anew: {reason}",
                SopTrigger.DoneByHand => string.IsNullOrEmpty(reason) ? $"{_run.CameFrom} was done by hand" : $"{_run.CameFrom} was done by hand: {reason}",
                _ => reason,
            },
            Undecided = trigger == SopTrigger.LeaveLimit ? _undecidedLimit : undecided,
            BoundedEntry = entry,
            Version = _definition.Version,
        };
        _run.Fold(from, trigger, to, entry);
        HasMoved = true;
    }

    private void CountStart(int step)
    {
        if (_definition.Steps[step].Limit?.PerDay is { } perDay && Starts?.TryCount(_definition.Id, _definition.States[step], perDay) != true)
        {
            throw new StartsUsedUpException(_run, perDay);
        }
    }
}

/// <summary>The cursor over the states of one SOP.</summary>
/// <typeparam name="TState">The nested <c>State</c> of the SOP.</typeparam>
public sealed class RunCursor<TState> : RunCursor
    where TState : struct, Enum
{
    /// <summary>Creates a cursor.</summary>
    /// <param name="run">The run to start with.</param>
    /// <exception cref="ArgumentException">The run is one of another SOP.</exception>
    public RunCursor(SopRun run)
        : base(run)
    {
        if (!run.Definition.States.SequenceEqual(Enum.GetNames<TState>(), StringComparer.Ordinal))
        {
            throw new ArgumentException($"Run '{run.Id}' is one of SOP '{run.Definition.Id}', which has other states than '{typeof(TState)}'.", nameof(run));
        }
    }

    /// <summary>The state of the run. The machine sets it. If other code sets it, the run enters that state, and its step is not started.</summary>
    public TState State
    {
        get => Of(Run.Number);
        set
        {
            // Stateless sets the state once more after the move was recorded.
            if (Number(value) != Run.Number)
            {
                Run.Enter(Number(value));
            }
        }
    }

    /// <summary>The state from which the run came to the manual path.</summary>
    /// <exception cref="InvalidOperationException">The run was never in the manual path.</exception>
    public TState CameFrom => Run.CameFromNumber is { } state
        ? Of(state)
        : throw new InvalidOperationException($"Run '{Run.Id}' can't resume: it did not come from a step.");

    /// <summary>How often a checkpoint was rejected in this run.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>The count.</returns>
    public int Rejections(TState checkpoint) => Run.Rejections(Number(checkpoint));

    /// <summary>How often a step started today, over all runs.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The count.</returns>
    /// <exception cref="InvalidOperationException">The host does not count starts, so the limit can't be kept.</exception>
    public int StartedToday(TState step) => CountedToday(Number(step));

    /// <summary>Records which path is taken, and why. The next move states both.</summary>
    /// <param name="to">Where it leads.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="entry">The bounded entry whose use is counted; null when there is none.</param>
    /// <returns>Where it leads.</returns>
    public TState Takes(TState to, string reason, string? entry = null)
    {
        Say(reason, entry, null);
        return to;
    }

    /// <summary>Records that a condition threw, so that the path could not be decided.</summary>
    /// <param name="to">Where the path leads then.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="asked">The condition.</param>
    /// <param name="thrown">What it threw.</param>
    /// <returns>Where the path leads then.</returns>
    public TState Undecided(TState to, string reason, string asked, Exception thrown)
    {
        Say(reason, null, Told(asked, thrown));
        return to;
    }

    /// <summary>Records a move: in the state and the counters of the run, and in <see cref="RunCursor.LastMove"/>.</summary>
    /// <param name="from">The state it left.</param>
    /// <param name="trigger">What happened.</param>
    /// <param name="to">The state it leads to.</param>
    /// <exception cref="StartsUsedUpException">The step may not start again today. The run is unchanged.</exception>
    public void Moved(TState from, SopTrigger trigger, TState to) => WriteDown(Number(from), trigger, Number(to));

    private static TState Of(int state) => Unsafe.BitCast<int, TState>(state);

    private static int Number(TState state) => Unsafe.BitCast<TState, int>(state);
}
