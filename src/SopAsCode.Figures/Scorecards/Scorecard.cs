namespace SopAsCode.Figures;

/// <summary>
/// How an SOP did in a period, beside what it declares. What happened to a run counts on the day it happened; what is said about whole runs, such as the
/// cycle time, counts the runs that ended in the period.
/// </summary>
public sealed record Scorecard
{
    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The title of the role that owns it; null when nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>The versions that were at work in the runs that began or ended, in the order of their texts.</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    /// <summary>Runs that began.</summary>
    public required int Started { get; init; }

    /// <summary>Runs that ended.</summary>
    public required int Ended { get; init; }

    /// <summary>Runs that ended rejected.</summary>
    public required int EndedRejected { get; init; }

    /// <summary>Runs that ended escalated: they left the SOP for a person.</summary>
    public required int EndedEscalated { get; init; }

    /// <summary>Runs that ended cancelled.</summary>
    public required int EndedCancelled { get; init; }

    /// <summary>Runs that had begun by the end of the period and had not ended.</summary>
    public required int Open { get; init; }

    /// <summary>Runs that ended completed, of those that ended.</summary>
    public required Share Completed { get; init; }

    /// <summary>From the start to the end of the runs that ended completed, in calendar time.</summary>
    public required Spread CycleTime { get; init; }

    /// <summary>From the request to the answer at checkpoints, in calendar time.</summary>
    public required Spread ApprovalWait { get; init; }

    /// <summary>Answers at checkpoints that sent the work back, of all answers there: the rework rounds.</summary>
    public required Share SentBack { get; init; }

    /// <summary>Outputs of AI steps that a person corrected while approving, of those that were approved.</summary>
    public required Share DraftsEdited { get; init; }

    /// <summary>Runs that went to the manual path at least once, of those that ended.</summary>
    public required Share Manual { get; init; }

    /// <summary>Attempts that failed.</summary>
    public required int Failures { get; init; }

    /// <summary>Those of them that were tried again.</summary>
    public required int Retries { get; init; }

    /// <summary>Times of steps and runs that were over before the work was done.</summary>
    public required int Late { get; init; }

    /// <summary>Samples that were right, of those that a person looked at.</summary>
    public required Share SamplesRight { get; init; }

    /// <summary>What steps of AI used.</summary>
    public required AiUse Ai { get; init; }

    /// <summary>People's time saved: the sum of what was recorded for the metric of that kind; null when nothing was recorded.</summary>
    public RecordedTime? TimeSaved { get; init; }

    /// <summary>The declared metrics, in their order.</summary>
    public required IReadOnlyList<MetricResult> Metrics { get; init; }
}

/// <summary>People's time that was saved, as it was recorded.</summary>
public sealed record RecordedTime
{
    /// <summary>The sum.</summary>
    public required double Sum { get; init; }

    /// <summary>Its unit, as declared; null when none is.</summary>
    public string? Unit { get; init; }

    /// <summary>How many values were recorded.</summary>
    public required int Values { get; init; }
}

/// <summary>So many of so many.</summary>
public sealed record Share
{
    /// <summary>How many.</summary>
    public required int Part { get; init; }

    /// <summary>Of how many.</summary>
    public required int Whole { get; init; }

    /// <summary>The same in percent; null of none.</summary>
    public double? Percent => Whole == 0 ? null : 100.0 * Part / Whole;
}
