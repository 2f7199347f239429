namespace SopAsCode.Runtime;

/// <summary>All that a command changes. It is recorded in one transaction.</summary>
public sealed record Append
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The number of the last event before; 0 when the run begins. If the run went on, nothing is recorded.</summary>
    public required int Expected { get; init; }

    /// <summary>The name of the command; null when it has none.</summary>
    public string? Key { get; init; }

    /// <summary>The answer that the command gets, as JSON.</summary>
    public required string Reply { get; init; }

    /// <summary>The events.</summary>
    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>The new contents.</summary>
    public IReadOnlyList<Content> Contents { get; init; } = [];

    /// <summary>The state after.</summary>
    public required RunRow After { get; init; }

    /// <summary>The items that were opened or changed.</summary>
    public IReadOnlyList<PendingItem> Items { get; init; } = [];

    /// <summary>When the run must be looked at next; null for never.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The step that a worker must do; null for none.</summary>
    public WorkOrder? Work { get; init; }

    /// <summary>The worker that must still have the step for this append to count; null when no worker is asked.</summary>
    public string? Worker { get; init; }

    /// <summary>The starts that are counted; if one is over its limit, nothing is recorded.</summary>
    public IReadOnlyList<CountedStart> Starts { get; init; } = [];

    /// <summary>Messages to other runs.</summary>
    public IReadOnlyList<RunMessage> Messages { get; init; } = [];

    /// <summary>The step whose event the run waits for; null when it waits for none.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>The event from outside that was taken; null for none.</summary>
    public string? Taken { get; init; }

    /// <summary>
    /// When not null, the run may only begin while no other run of its SOP with its key is open or began at this time or later; if there is one, nothing is
    /// recorded. The check and the append are one, also for two hosts that begin runs with one key at the same time.
    /// </summary>
    public DateTimeOffset? KeyFreeSince { get; init; }

    /// <summary>Whether all contents of the run are erased, with its key and its messages.</summary>
    public bool Erases { get; init; }
}

/// <summary>A run as the store lists it.</summary>
public sealed record RunRow
{
    /// <summary>The SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The version it follows.</summary>
    public string? Version { get; init; }

    /// <summary>The name of its state.</summary>
    public required string State { get; init; }

    /// <summary>The key by which events find it, when the run begins; null later, and when it has none.</summary>
    public string? Key { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The whole state as JSON. A store keeps it and does not read it.</summary>
    public required string Json { get; init; }

    /// <summary>The hashes of the contents that the next command needs: a snapshot gives them.</summary>
    public IReadOnlyList<string> Current { get; init; } = [];
}

/// <summary>A step that a worker must do.</summary>
public sealed record WorkOrder
{
    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The visit.</summary>
    public required int Visit { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    /// <summary>The worker that has it and keeps it; null when any worker may take it.</summary>
    public string? Worker { get; init; }
}

/// <summary>A start that a limit counts.</summary>
public sealed record CountedStart
{
    /// <summary>The SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many starts a day may have.</summary>
    public required int PerDay { get; init; }
}

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    /// <summary>It is on disk.</summary>
    Done = 0,

    /// <summary>The run went on meanwhile. Load it again.</summary>
    Conflict = 1,

    /// <summary>The command was done before. Load its answer.</summary>
    KeySeen = 2,

    /// <summary>Other runs used up the starts of the day. Load the run again.</summary>
    LimitReached = 3,

    /// <summary>Another worker has the step.</summary>
    LeaseLost = 4,

    /// <summary>The event from outside was taken by another run.</summary>
    EventTaken = 5,

    /// <summary>Another run of the SOP has the key, and is open or began too late.</summary>
    KeyInUse = 6,
}
