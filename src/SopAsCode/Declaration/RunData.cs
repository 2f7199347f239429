namespace SopAsCode;

/// <summary>The input of a run that a schedule started.</summary>
public sealed record Tick
{
    /// <summary>When it was due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When the run before it was due; null for the first run.</summary>
    public DateTimeOffset? Last { get; init; }
}

/// <summary>Why the last checkpoint sent the work back. A run has this value in its data after a reject.</summary>
public sealed record Rejection
{
    /// <summary>What the person wrote.</summary>
    public required string Reason { get; init; }

    /// <summary>Who it was.</summary>
    public required string By { get; init; }

    /// <summary>The number of this reject among the rejects of the checkpoint in this run, starting at 1.</summary>
    public required int Round { get; init; }
}

/// <summary>What a step with code can find out about its run.</summary>
public sealed record StepContext
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The version of the SOP the run follows; null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>
    /// A key that stays the same for every attempt at this step until the run leaves it, so that an outside system can recognise a
    /// repetition.
    /// </summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The approval this step uses; null when it uses none.</summary>
    public Approval? Approval { get; init; }
}

/// <summary>The approval of a person at a checkpoint.</summary>
public sealed record Approval
{
    /// <summary>The checkpoint.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>Who it was.</summary>
    public required string By { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The moment at which a step began, for a method with <see cref="TimeAttribute"/>; on the class, that at which the run began.</summary>
public sealed record Began
{
    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
