using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>Something that happened to a run and that a figure counts.</summary>
internal abstract class Fact(RecordedEvent at)
{
    public DateTimeOffset At { get; } = at.At;

    public int Sequence { get; } = at.Sequence;

    /// <summary>The state in which the run was.</summary>
    public string Step { get; } = at.Step;
}

/// <summary>A person answered at a checkpoint.</summary>
internal sealed class LookedAt(RecordedEvent at) : Fact(at)
{
    public required bool IsApproved { get; init; }

    public required string Role { get; init; }

    public required long Seconds { get; init; }

    /// <summary>The AI steps whose output was looked at.</summary>
    public IReadOnlyList<string> Drafts { get; init; } = [];

    /// <summary>Those of them whose output the person corrected.</summary>
    public IReadOnlyList<string> Edited { get; init; } = [];

    public bool ByPerformer { get; init; }

    /// <summary>The content with the reason of a rejection.</summary>
    public string? Reason { get; init; }
}

/// <summary>An AI step has an output.</summary>
internal sealed class AiAnswered(RecordedEvent at) : Fact(at)
{
    public required AgentMark Agent { get; init; }

    /// <summary>The content of its first value.</summary>
    public string? Output { get; init; }
}

/// <summary>An attempt began at a step with a limit.</summary>
internal sealed class LimitCounted(RecordedEvent at) : Fact(at)
{
    /// <summary>The starts of that day so far; null where the limit counts none.</summary>
    public int? Today { get; init; }
}

/// <summary>A worker was lost, and another did its step again.</summary>
internal sealed class TakenOver(RecordedEvent at) : Fact(at);

/// <summary>An attempt failed.</summary>
internal sealed class AttemptFailed(RecordedEvent at) : Fact(at)
{
    public string? Error { get; init; }

    public bool IsRetried { get; init; }

    /// <summary>Whether it was the step of an AI.</summary>
    public bool IsAi { get; init; }
}

/// <summary>A step wrote to a tool.</summary>
internal sealed class Wrote(RecordedEvent at) : Fact(at)
{
    public required string Tool { get; init; }

    /// <summary>Where it can hurt; null when nowhere.</summary>
    public string? Impact { get; init; }

    public required bool IsApproved { get; init; }

    /// <summary>Whether an AI wrote, or code wrote what an AI made.</summary>
    public required bool IsOfAi { get; init; }
}

/// <summary>The time of a step or of the run was over.</summary>
internal sealed class RanLate(RecordedEvent at) : Fact(at)
{
    public required bool IsRun { get; init; }
}

/// <summary>The run went to the manual path.</summary>
internal sealed class WentManual(RecordedEvent at) : Fact(at)
{
    public string? Because { get; init; }

    public string? Notes { get; init; }
}

/// <summary>A person did a step by hand.</summary>
internal sealed class ByHand(RecordedEvent at) : Fact(at)
{
    public required string Done { get; init; }
}

/// <summary>A step was outside its limit and did not start.</summary>
internal sealed class OutsideLimit(RecordedEvent at) : Fact(at);

/// <summary>A person looked at a sample.</summary>
internal sealed class Sampled(RecordedEvent at) : Fact(at)
{
    public required string Of { get; init; }

    public required bool IsRight { get; init; }

    public string? Notes { get; init; }
}

/// <summary>A value of a metric was recorded.</summary>
internal sealed class Recorded(RecordedEvent at) : Fact(at)
{
    public required string Metric { get; init; }

    public required double Value { get; init; }
}

/// <summary>The run was passed on, or cancelled, by a person who says why.</summary>
internal sealed class GivenUp(RecordedEvent at) : Fact(at)
{
    public required bool IsEscalated { get; init; }

    public string? Notes { get; init; }
}
