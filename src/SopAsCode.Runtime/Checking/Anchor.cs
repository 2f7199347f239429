namespace SopAsCode.Runtime;

/// <summary>The head of a run at one time: what was recorded up to here can't be changed unseen by anybody who does not change the anchor too.</summary>
public sealed record AnchorLine
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The number of its last event.</summary>
    public required int Sequence { get; init; }

    /// <summary>The hash of that event.</summary>
    public required string Hash { get; init; }
}
