namespace SopAsCode.Figures;

/// <summary>A declared metric beside what is known about it.</summary>
public sealed record MetricResult
{
    /// <summary>Below this number of runs or values a verdict says that they are few.</summary>
    public const int Few = 5;

    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The name people use.</summary>
    public required string Name { get; init; }

    /// <summary>The unit of all its numbers, as declared; null when none is.</summary>
    public string? Unit { get; init; }

    /// <summary>The step at which a cycle time ends; null for the end of the run, and for other measures.</summary>
    public string? Until { get; init; }

    /// <summary>The value before the SOP; null when not declared.</summary>
    public double? Baseline { get; init; }

    /// <summary>The value to reach; null when not declared.</summary>
    public double? Target { get; init; }

    /// <summary>The value of the period; null when it is not known.</summary>
    public double? Value { get; init; }

    /// <summary>How many runs, answers or recorded values the value stands on.</summary>
    public required int Count { get; init; }

    /// <summary>What is counted, in the plural: <c>runs</c>, <c>answers</c>, <c>recorded values</c>.</summary>
    public required string Counted { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required MetricSource Source { get; init; }

    /// <summary>What the value says beside baseline and target.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether it stands on fewer than <see cref="Few"/>.</summary>
    public bool IsOnFew => Value is not null && Count < Few;

    /// <summary>Why there is no value or no verdict, or what a reader must know about it; null when nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>Where the value of a metric comes from.</summary>
public enum MetricSource
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>The events of the runs.</summary>
    Runs = 1,

    /// <summary>Values that people or automations recorded: their mean.</summary>
    Recorded = 2,
}

/// <summary>What a value says beside its baseline and target.</summary>
public enum Verdict
{
    /// <summary>There is no value.</summary>
    NotMeasured = 0,

    /// <summary>There is a value, and neither baseline nor target is declared.</summary>
    NothingToCompare = 1,

    /// <summary>There is a value, and it can't be compared: see the note.</summary>
    NotComparable = 2,

    /// <summary>Worse than the baseline.</summary>
    WorseThanBaseline = 3,

    /// <summary>The same as the baseline.</summary>
    LikeBaseline = 4,

    /// <summary>Better than the baseline; the target is not met, or none is declared.</summary>
    BetterThanBaseline = 5,

    /// <summary>The target is not met, and no baseline is declared.</summary>
    TargetNotMet = 6,

    /// <summary>The target is met.</summary>
    TargetMet = 7,
}
