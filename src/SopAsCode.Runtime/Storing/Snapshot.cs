namespace SopAsCode.Runtime;

/// <summary>Asks for what a command needs.</summary>
public sealed record LoadRequest
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The name of the command; null when it has none.</summary>
    public string? Key { get; init; }

    /// <summary>The day of the starts.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The SOP whose starts are counted when there is no run yet.</summary>
    public string? Sop { get; init; }
}

/// <summary>A run as it stands in the store.</summary>
public sealed record Snapshot
{
    /// <summary>The state as JSON; null when there is no run.</summary>
    public string? State { get; init; }

    /// <summary>The number of the last event; 0 when there is no run.</summary>
    public int Sequence { get; init; }

    /// <summary>The hash of the last event.</summary>
    public string? Head { get; init; }

    /// <summary>The contents that the last append named in <see cref="RunRow.Current"/>.</summary>
    public IReadOnlyDictionary<string, Content> Contents { get; init; } = new Dictionary<string, Content>(StringComparer.Ordinal);

    /// <summary>How often each step of the SOP with a limit started on the day, over all runs.</summary>
    public IReadOnlyDictionary<string, int> Starts { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The answer that the command of that name got; null when it was not done yet.</summary>
    public string? Replied { get; init; }
}
