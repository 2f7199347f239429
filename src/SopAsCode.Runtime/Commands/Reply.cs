namespace SopAsCode.Runtime;

/// <summary>The answer to a command.</summary>
public sealed record Reply
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Why it was refused; null when it was accepted and is on disk.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether it was accepted.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAccepted => Refusal is null;

    /// <summary>The state of the run afterwards; null when there is no such run.</summary>
    public string? State { get; init; }

    /// <summary>The number of the last event.</summary>
    public int Sequence { get; init; }

    /// <summary>Throws when the command was refused.</summary>
    /// <returns>This.</returns>
    /// <exception cref="RefusedException">The command was refused.</exception>
    public Reply OrThrow() => Refusal is { } refusal ? throw new RefusedException(refusal) : this;
}

/// <summary>Why a command was refused.</summary>
public enum RefusalKind
{
    /// <summary>There is no such SOP, or nothing runs it.</summary>
    UnknownSop = 0,

    /// <summary>There is no such run.</summary>
    UnknownRun = 1,

    /// <summary>There is a run of that name already.</summary>
    RunExists = 2,

    /// <summary>There is no such item.</summary>
    UnknownItem = 3,

    /// <summary>The SOP has no such step, metric or trigger.</summary>
    UnknownName = 4,

    /// <summary>Another revision is shown now.</summary>
    Stale = 5,

    /// <summary>Somebody answered first.</summary>
    AlreadyAnswered = 6,

    /// <summary>The time was over first.</summary>
    TimedOut = 7,

    /// <summary>The run went on without the item.</summary>
    Withdrawn = 8,

    /// <summary>The run is in a state in which this can't happen.</summary>
    WrongState = 9,

    /// <summary>The person does not hold the role that is asked.</summary>
    NotTheRole = 10,

    /// <summary>The person made what is shown.</summary>
    OwnWork = 11,

    /// <summary>Only a person can do this.</summary>
    NotAPerson = 12,

    /// <summary>Somebody else has claimed the item.</summary>
    ClaimedByAnother = 13,

    /// <summary>The run is on hold.</summary>
    OnHold = 14,

    /// <summary>The value does not have the form that is asked for.</summary>
    Malformed = 15,

    /// <summary>It is too large.</summary>
    TooLarge = 16,

    /// <summary>Something is missing: a reason, a value, ticks of the checklist.</summary>
    Incomplete = 17,

    /// <summary>A worker came too late: another has the step, or the run went on.</summary>
    TooLate = 18,

    /// <summary>The run stands in a step that its SOP no longer has, or its values no longer fit the step.</summary>
    DoesNotFit = 19,

    /// <summary>The contents of the run were erased, or were changed outside the host.</summary>
    ContentGone = 20,

    /// <summary>Another run of the SOP, which has not ended or began just now, has the key of the input.</summary>
    KeyInUse = 21,
}

/// <summary>Why a command was refused, in words that say what was expected.</summary>
public sealed record Refusal
{
    /// <summary>The kind.</summary>
    public required RefusalKind Kind { get; init; }

    /// <summary>What was wrong and what to do, in one or two sentences.</summary>
    public required string Message { get; init; }
}

/// <summary>A command was refused. Nothing changed.</summary>
public sealed class RefusedException : InvalidOperationException
{
    internal RefusedException(Refusal refusal)
        : base(refusal.Message) => Refusal = refusal;

    internal RefusedException(RefusalKind kind, string message)
        : this(new Refusal { Kind = kind, Message = message })
    {
    }

    /// <summary>Why.</summary>
    public Refusal Refusal { get; }
}
