namespace SopAsCode.Runtime;

/// <summary>Which items.</summary>
public sealed record InboxQuery
{
    /// <summary>Of one run; null for all.</summary>
    public string? Run { get; init; }

    /// <summary>One item; null for all.</summary>
    public string? Item { get; init; }

    /// <summary>Items that a holder of one of these roles can answer; null for all.</summary>
    public IReadOnlyCollection<string>? Roles { get; init; }

    /// <summary>Closed items too.</summary>
    public bool WithClosed { get; init; }

    /// <summary>How many at most.</summary>
    public int Max { get; init; } = 200;
}

/// <summary>Which runs.</summary>
public sealed record RunQuery
{
    /// <summary>Of one SOP; null for all.</summary>
    public string? Sop { get; init; }

    /// <summary>Only those that have not ended.</summary>
    public bool Unfinished { get; init; }

    /// <summary>Only those that ended before; null for all.</summary>
    public DateTimeOffset? EndedBefore { get; init; }

    /// <summary>Only those that still have contents: inputs, values, reasons, notes.</summary>
    public bool WithContents { get; init; }

    /// <summary>Only those after this one, in the order of the names; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>Only those before this one, in the order of the names; null for all.</summary>
    public string? Before { get; init; }

    /// <summary>The last ones first.</summary>
    public bool Backwards { get; init; }

    /// <summary>How many at most.</summary>
    public int Max { get; init; } = 500;
}

/// <summary>A run in a list.</summary>
public sealed record RunSummary
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Its SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The version it follows.</summary>
    public string? Version { get; init; }

    /// <summary>Its state.</summary>
    public required string State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The number of its last event.</summary>
    public required int Sequence { get; init; }

    /// <summary>The hash of its last event.</summary>
    public required string Head { get; init; }
}

/// <summary>An event with its position in the feed.</summary>
public sealed record FedEvent
{
    /// <summary>The position.</summary>
    public required long Position { get; init; }

    /// <summary>The event.</summary>
    public required RecordedEvent Event { get; init; }
}

/// <summary>Asks for steps to do.</summary>
public sealed record StepRequestForLease
{
    /// <summary>The worker.</summary>
    public required string Worker { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>For how long nobody else gets them.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How many at most.</summary>
    public required int Max { get; init; }
}

/// <summary>A step that one worker has for a while.</summary>
public sealed record StepLease
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The visit.</summary>
    public required int Visit { get; init; }

    /// <summary>The worker.</summary>
    public required string Worker { get; init; }
}

/// <summary>A command for another run. It is recorded with what caused it, and delivered afterwards, once.</summary>
public sealed record RunMessage
{
    /// <summary>The name of the message, which is also the name of the command.</summary>
    public required string Id { get; init; }

    /// <summary>The run it comes from.</summary>
    public required string From { get; init; }

    /// <summary>The run it goes to.</summary>
    public required string To { get; init; }

    /// <summary>The command as JSON.</summary>
    public required string Command { get; init; }
}

/// <summary>An event from outside.</summary>
public sealed record ArrivedEvent
{
    /// <summary>The name of the event. The same name counts once.</summary>
    public required string Id { get; init; }

    /// <summary>The SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step that waits for it.</summary>
    public required string Step { get; init; }

    /// <summary>The key of the run.</summary>
    public required string Key { get; init; }

    /// <summary>What it brings, as JSON; null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>Who brought it.</summary>
    public required Actor By { get; init; }
}

/// <summary>An event and the run that waits for it.</summary>
public sealed record MatchedEvent
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The event.</summary>
    public required ArrivedEvent Event { get; init; }
}
