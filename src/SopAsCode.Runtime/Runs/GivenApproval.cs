namespace SopAsCode.Runtime;

/// <summary>An approval that counts until the next checkpoint.</summary>
public sealed record GivenApproval
{
    /// <summary>The item that was approved.</summary>
    public required string Item { get; init; }

    /// <summary>The checkpoint.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>Who approved: one person, or as many as the checkpoint asks for.</summary>
    public required IReadOnlyList<Approver> By { get; init; }

    /// <summary>What was approved.</summary>
    public required IReadOnlyList<ValueMark> Values { get; init; }

    /// <summary>The steps whose write it released already.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];

    /// <summary>Whether a value of a type was approved.</summary>
    internal bool Names(string type) => Values.Any(value => value.Type == type);

    /// <summary>Whether this very value was approved.</summary>
    internal bool Covers(string type, string? content) => Values.Any(value => value.Type == type && value.Content == content);
}

/// <summary>Somebody who said yes at a checkpoint.</summary>
public sealed record Approver
{
    /// <summary>The person.</summary>
    public required string Person { get; init; }

    /// <summary>The role by which the person could answer.</summary>
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Somebody who did a step, or answered at a checkpoint.</summary>
public sealed record Doer
{
    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The person.</summary>
    public required string Person { get; init; }
}
