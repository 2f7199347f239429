namespace SopAsCode.Runtime;

/// <summary>A person ticked a task off that is done beside the steps.</summary>
/// <remarks>It moves the run where the step that the task held up was done already.</remarks>
public sealed record TaskTicked : MovingEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The revision that was answered.</summary>
    public required int Revision { get; init; }

    /// <summary>The task, by the name of its step and its title.</summary>
    public required string Task { get; init; }

    /// <summary>The role by which the person could answer.</summary>
    public required string Role { get; init; }

    /// <summary>When it is to be done again; null when once is enough.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>The salted hash of what the person wrote; null when nothing.</summary>
    public string? Notes { get; init; }

    /// <summary>The seconds from the request to the answer.</summary>
    public long Seconds { get; init; }
}

/// <summary>A task is to be done again.</summary>
public sealed record TaskReopened : RunEvent
{
    /// <summary>The task, by the name of its step and its title.</summary>
    public required string Task { get; init; }
}
