using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>
/// One thing that happened to a run. Events hold no text that somebody wrote: texts and values are contents, kept apart, and an event has the salted hash
/// of each. They name states, triggers and steps by name.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), nameof(RunStarted))]
[JsonDerivedType(typeof(StepStarted), nameof(StepStarted))]
[JsonDerivedType(typeof(StepCompleted), nameof(StepCompleted))]
[JsonDerivedType(typeof(StepFailed), nameof(StepFailed))]
[JsonDerivedType(typeof(StepDoneByHand), nameof(StepDoneByHand))]
[JsonDerivedType(typeof(ActionTaken), nameof(ActionTaken))]
[JsonDerivedType(typeof(LimitLeft), nameof(LimitLeft))]
[JsonDerivedType(typeof(ItemOpened), nameof(ItemOpened))]
[JsonDerivedType(typeof(ItemClosed), nameof(ItemClosed))]
[JsonDerivedType(typeof(Claimed), nameof(Claimed))]
[JsonDerivedType(typeof(Released), nameof(Released))]
[JsonDerivedType(typeof(Delegated), nameof(Delegated))]
[JsonDerivedType(typeof(Approved), nameof(Approved))]
[JsonDerivedType(typeof(Rejected), nameof(Rejected))]
[JsonDerivedType(typeof(EventArrived), nameof(EventArrived))]
[JsonDerivedType(typeof(HandedOff), nameof(HandedOff))]
[JsonDerivedType(typeof(AwaitedRunEnded), nameof(AwaitedRunEnded))]
[JsonDerivedType(typeof(TaskTicked), nameof(TaskTicked))]
[JsonDerivedType(typeof(TaskReopened), nameof(TaskReopened))]
[JsonDerivedType(typeof(Reminded), nameof(Reminded))]
[JsonDerivedType(typeof(TimedOut), nameof(TimedOut))]
[JsonDerivedType(typeof(RunOverdue), nameof(RunOverdue))]
[JsonDerivedType(typeof(SwitchedToManual), nameof(SwitchedToManual))]
[JsonDerivedType(typeof(Resumed), nameof(Resumed))]
[JsonDerivedType(typeof(Escalated), nameof(Escalated))]
[JsonDerivedType(typeof(Held), nameof(Held))]
[JsonDerivedType(typeof(Continued), nameof(Continued))]
[JsonDerivedType(typeof(Cancelled), nameof(Cancelled))]
[JsonDerivedType(typeof(Noted), nameof(Noted))]
[JsonDerivedType(typeof(Measured), nameof(Measured))]
[JsonDerivedType(typeof(SpotChecked), nameof(SpotChecked))]
[JsonDerivedType(typeof(FollowedChange), nameof(FollowedChange))]
[JsonDerivedType(typeof(RunEnded), nameof(RunEnded))]
[JsonDerivedType(typeof(ContentErased), nameof(ContentErased))]
public abstract record RunEvent
{
    /// <summary>The name of the event.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;
}

/// <summary>An event that moves the run, or may move it.</summary>
public abstract record MovingEvent : RunEvent
{
    /// <summary>The move; null when the event does not move the run.</summary>
    public RunMove? Move { get; init; }
}

/// <summary>The run began.</summary>
public sealed record RunStarted : RunEvent
{
    /// <summary>What started it: the words of a trigger; null when not stated.</summary>
    public string? Trigger { get; init; }

    /// <summary>The input; null when the SOP needs none.</summary>
    public ValueMark? Input { get; init; }

    /// <summary>The salted hash of the key by which events find the run; null when it has none.</summary>
    public string? Key { get; init; }

    /// <summary>The run that handed the work over; null when none did.</summary>
    public ParentRun? Parent { get; init; }

    /// <summary>The state in which it begins.</summary>
    public required string State { get; init; }

    /// <summary>When the step in which it begins is due; null when it has no time.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>When the wait for time to pass is over; null for any other step.</summary>
    public Deadline? Pause { get; init; }

    /// <summary>When the whole run is due; null when it has no time.</summary>
    public Deadline? RunDeadline { get; init; }
}

/// <summary>The run that handed work over.</summary>
public sealed record ParentRun
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The visit of the step that handed over.</summary>
    public required int Visit { get; init; }

    /// <summary>Whether that step waits for the end of this run.</summary>
    public bool Waits { get; init; }

    /// <summary>The type of what it wants back; null when nothing.</summary>
    public string? Result { get; init; }

    /// <summary>The approval that came with the input, for an SOP with approved input; null for the others, and where nobody approved it.</summary>
    public GivenApproval? Approval { get; init; }

    /// <summary>The rule whose waiver at the step that handed over stands in place of that approval, such as <c>SOP0907</c>; null when none does.</summary>
    public string? Waived { get; init; }
}

/// <summary>The run ended.</summary>
public sealed record RunEnded : RunEvent
{
    /// <summary>The end: Completed, Rejected, Escalated or Cancelled.</summary>
    public required string End { get; init; }
}

/// <summary>All contents of the run were erased; the events before it stay and reveal nothing.</summary>
public sealed record ContentErased : RunEvent
{
    /// <summary>Why, as the retention of the host or the words <c>asked for</c>.</summary>
    public required string Because { get; init; }
}
