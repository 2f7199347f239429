namespace SopAsCode.Runtime;

/// <summary>Something that does not fit in the record.</summary>
public sealed record RecordProblem
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The number of the event; null when it is about the whole run.</summary>
    public int? Sequence { get; init; }

    /// <summary>What is wrong, in words.</summary>
    public required string Problem { get; init; }
}
