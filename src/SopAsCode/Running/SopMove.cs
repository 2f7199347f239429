namespace SopAsCode;

/// <summary>What a machine answers to a trigger: the move it made, or why it refused.</summary>
public readonly record struct SopMove
{
    /// <summary>Whether the run moved. If not, nothing changed.</summary>
    public required bool Moved { get; init; }

    /// <summary>The number of the state it was in.</summary>
    public required int From { get; init; }

    /// <summary>What happened.</summary>
    public required SopTrigger Trigger { get; init; }

    /// <summary>The number of the state it is in now.</summary>
    public required int To { get; init; }

    /// <summary>Why it went there, or why it was refused, in words; null where the way is the only one.</summary>
    public string? Reason { get; init; }

    /// <summary>The state it went to is the manual path.</summary>
    public bool ToFallback { get; init; }

    /// <summary>The number of the bounded <see cref="NextAttribute"/> it took; null when it took none.</summary>
    public int? BoundedEntry { get; init; }

    /// <summary>A failed attempt that is repeated inside the step.</summary>
    public bool IsRetry => Moved && Trigger == SopTrigger.Fail && To == From;
}
