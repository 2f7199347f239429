namespace SopAsCode.Runtime;

/// <summary>Asks for items that somebody must be told of.</summary>
public sealed record NoticeRequest
{
    /// <summary>The channel that tells. Each channel tells each revision of an item once.</summary>
    public required string Channel { get; init; }

    /// <summary>The types of the roles whose items it tells of.</summary>
    public required IReadOnlyCollection<string> Roles { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>For how long nobody else gets them.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How many at most.</summary>
    public required int Max { get; init; }
}

/// <summary>An item that one host tells somebody of.</summary>
public sealed record ClaimedNotice
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The item, open when it was given out.</summary>
    public required PendingItem Item { get; init; }

    /// <summary>The number of the attempt for this revision, from 1.</summary>
    public required int Attempt { get; init; }
}
