namespace SopAsCode.Runtime;

/// <summary>When a step or a run must be done, as it was found out once, when it began.</summary>
public sealed record Deadline
{
    /// <summary>When it is due, or when a pause is over; null when no time is known.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When somebody is reminded.</summary>
    public IReadOnlyList<DateTimeOffset>? Reminders { get; init; }

    /// <summary>Whether the time is a moment that a method gave, such as a date in the data: a hold does not put it off.</summary>
    public bool IsMoment { get; init; }

    /// <summary>The method that was asked and threw, so that no time is known; null when the time is known.</summary>
    public string? Unknown { get; init; }

    /// <summary>The type of what the method threw.</summary>
    public string? Thrown { get; init; }

    /// <summary>The salted hash of what the error said.</summary>
    public string? Notes { get; init; }

    /// <summary>The same, later by the time of a hold.</summary>
    internal Deadline After(TimeSpan hold) => IsMoment ? this : this with { Due = Due + hold, Reminders = Reminders?.Select(at => at + hold).ToList() };

    /// <summary>The same, with the reminders that are still to come.</summary>
    internal Deadline RemindedAt(DateTimeOffset now) => this with { Reminders = Reminders?.Where(at => at > now).ToList() };
}
