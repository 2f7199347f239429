namespace SopAsCode.Runtime;

/// <summary>Somebody is asked: an item stands in the inbox.</summary>
public sealed record ItemOpened : RunEvent
{
    /// <summary>The item, as it was when it was opened.</summary>
    public required PendingItem Item { get; init; }
}

/// <summary>An item was closed without an answer.</summary>
public sealed record ItemClosed : RunEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>Why: expired, withdrawn, superseded; answered where the answer moves nothing.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ItemStatus>))]
    public required ItemStatus Status { get; init; }

    /// <summary>The salted hash of what the person wrote; null when nothing.</summary>
    public string? Notes { get; init; }
}

/// <summary>Somebody works on an item; nobody else answers it until then.</summary>
public sealed record Claimed : RunEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Until { get; init; }
}

/// <summary>Whoever had claimed an item gave it back.</summary>
public sealed record Released : RunEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }
}

/// <summary>An item was passed to another holder of its role.</summary>
public sealed record Delegated : RunEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>Who has it now.</summary>
    public required string To { get; init; }

    /// <summary>Until when nobody else answers it.</summary>
    public required DateTimeOffset Until { get; init; }
}

/// <summary>A person approved at a checkpoint.</summary>
public sealed record Approved : MovingEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The revision that was answered.</summary>
    public required int Revision { get; init; }

    /// <summary>The digest of what was shown.</summary>
    public required string Digest { get; init; }

    /// <summary>The role by which the person could answer.</summary>
    public required string Role { get; init; }

    /// <summary>The lines that were ticked.</summary>
    public int Ticked { get; init; }

    /// <summary>What is approved: what was shown, what was handed back, and the input of the run.</summary>
    public required IReadOnlyList<ValueMark> Values { get; init; }

    /// <summary>What the person corrected.</summary>
    public IReadOnlyList<EditMark>? Edits { get; init; }

    /// <summary>Whether the person made one of the approved values: <em>approved by the performer</em>, which a waiver or a team of one allows.</summary>
    public bool ByPerformer { get; init; }

    /// <summary>The seconds from the request to the answer.</summary>
    public long Seconds { get; init; }
}

/// <summary>A person rejected at a checkpoint.</summary>
public sealed record Rejected : MovingEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The revision that was answered.</summary>
    public required int Revision { get; init; }

    /// <summary>The digest of what was shown.</summary>
    public required string Digest { get; init; }

    /// <summary>The role by which the person could answer.</summary>
    public required string Role { get; init; }

    /// <summary>The rejection, with its reason, as data of the run.</summary>
    public required ValueMark Reason { get; init; }

    /// <summary>The number of this reject among those of the checkpoint in this run.</summary>
    public required int Round { get; init; }

    /// <summary>The seconds from the request to the answer.</summary>
    public long Seconds { get; init; }
}

/// <summary>Whoever must act was reminded.</summary>
public sealed record Reminded : RunEvent
{
    /// <summary>The item; null for the run itself, and for a step that no item stands for.</summary>
    public string? Item { get; init; }

    /// <summary>Whether it is about the whole run, whose owner is reminded.</summary>
    public bool OfRun { get; init; }

    /// <summary>When it is due.</summary>
    public required DateTimeOffset Due { get; init; }
}

/// <summary>The time of a step is over. Without a move the step is overdue, and the run stays.</summary>
public sealed record TimedOut : MovingEvent
{
    /// <summary>When it was due.</summary>
    public required DateTimeOffset Due { get; init; }
}

/// <summary>The time of the run is over; owner and backup are told, and nothing moves.</summary>
public sealed record RunOverdue : RunEvent
{
    /// <summary>When it was due.</summary>
    public required DateTimeOffset Due { get; init; }
}

/// <summary>The run went to the manual path.</summary>
public sealed record SwitchedToManual : MovingEvent
{
    /// <summary>Why the host did it, in words; null when a person did.</summary>
    public string? Because { get; init; }

    /// <summary>The salted hash of what the person wrote; null when the host did it.</summary>
    public string? Notes { get; init; }
}

/// <summary>The run was sent back from the manual path.</summary>
public sealed record Resumed : MovingEvent;

/// <summary>The run left the SOP, and somebody must deal with it.</summary>
public sealed record Escalated : MovingEvent
{
    /// <summary>The salted hash of what the person wrote.</summary>
    public string? Notes { get; init; }
}

/// <summary>The run is on hold: nothing starts, nothing is due, and no item is answered.</summary>
public sealed record Held : RunEvent
{
    /// <summary>The salted hash of what the person wrote.</summary>
    public string? Notes { get; init; }
}

/// <summary>The hold is over. What was due is due later by the time it lasted.</summary>
public sealed record Continued : RunEvent
{
    /// <summary>How many seconds it lasted.</summary>
    public required long Seconds { get; init; }
}

/// <summary>The run was cancelled.</summary>
public sealed record Cancelled : MovingEvent
{
    /// <summary>The salted hash of what the person wrote.</summary>
    public string? Notes { get; init; }
}

/// <summary>A comment.</summary>
public sealed record Noted : RunEvent
{
    /// <summary>The salted hash of the comment.</summary>
    public required string Notes { get; init; }
}

/// <summary>A value of a metric of the SOP.</summary>
public sealed record Measured : RunEvent
{
    /// <summary>The name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The value, in the unit of the metric.</summary>
    public required double Value { get; init; }
}
