using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>An attempt at a step began, or the host began to wait for somebody.</summary>
public sealed record StepStarted : MovingEvent
{
    /// <summary>The number of the visit: each time the run enters a step is a visit.</summary>
    public required int Visit { get; init; }

    /// <summary>The number of the attempt in this visit, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The worker that does it; null for a step that waits.</summary>
    public string? Worker { get; init; }

    /// <summary>The worker before it was lost, and so was its start.</summary>
    public bool TakenOver { get; init; }

    /// <summary>The starts of today that the step's limit counts; null when it counts none.</summary>
    public int? Today { get; init; }
}

/// <summary>A step is done. Without a move a task beside it holds it up, and the run goes on when that is ticked off.</summary>
public sealed record StepCompleted : MovingEvent
{
    /// <summary>The visit.</summary>
    public required int Visit { get; init; }

    /// <summary>The attempt.</summary>
    public int? Attempt { get; init; }

    /// <summary>The item that was answered; null for a step that no item stood for.</summary>
    public string? Item { get; init; }

    /// <summary>The revision that was answered.</summary>
    public int? Revision { get; init; }

    /// <summary>The role by which the person could answer.</summary>
    public string? Role { get; init; }

    /// <summary>The values it made.</summary>
    public IReadOnlyList<ValueMark>? Values { get; init; }

    /// <summary>The tools it read.</summary>
    public IReadOnlyList<string>? Reads { get; init; }

    /// <summary>What an AI used; null when no AI did the step.</summary>
    public AgentMark? Agent { get; init; }

    /// <summary>The lines that were ticked.</summary>
    public int? Ticked { get; init; }

    /// <summary>The seconds from the request to the answer.</summary>
    public long? Seconds { get; init; }
}

/// <summary>An attempt failed.</summary>
public sealed record StepFailed : MovingEvent
{
    /// <summary>The visit.</summary>
    public required int Visit { get; init; }

    /// <summary>The attempt.</summary>
    public int? Attempt { get; init; }

    /// <summary>The type of the error; null when it was none.</summary>
    public string? Error { get; init; }

    /// <summary>The salted hash of its message.</summary>
    public string? Notes { get; init; }

    /// <summary>When it is tried again; null when it is not.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The AI that was asked, with the prompt that it was sent; null when none was.</summary>
    public AgentMark? Agent { get; init; }
}

/// <summary>A person in the manual path did the step from which the run came.</summary>
public sealed record StepDoneByHand : MovingEvent
{
    /// <summary>The step.</summary>
    public required string Done { get; init; }

    /// <summary>The visit of the manual path.</summary>
    public required int Visit { get; init; }

    /// <summary>The item that was answered.</summary>
    public required string Item { get; init; }

    /// <summary>The revision that was answered.</summary>
    public required int Revision { get; init; }

    /// <summary>The role by which the person could answer.</summary>
    public required string Role { get; init; }

    /// <summary>The values that the step would have made.</summary>
    public IReadOnlyList<ValueMark>? Values { get; init; }

    /// <summary>The lines of the step's checklist that were ticked.</summary>
    public int Ticked { get; init; }

    /// <summary>The salted hash of what the person wrote; null when nothing.</summary>
    public string? Notes { get; init; }
}

/// <summary>A step wrote to a tool.</summary>
public sealed record ActionTaken : RunEvent
{
    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>What was done with it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Access>))]
    public required Access Access { get; init; }

    /// <summary>Where it can hurt, by names with commas; null when nowhere.</summary>
    public string? Impact { get; init; }

    /// <summary>The items whose approval it used up, most often one; null when it needed none.</summary>
    public IReadOnlyList<string>? Approvals { get; init; }

    /// <summary>The step in whose place a person wrote, in the manual path; null when the step did.</summary>
    public string? ByHand { get; init; }

    /// <summary>The key that was the same for each attempt.</summary>
    public required string IdempotencyKey { get; init; }
}

/// <summary>A step did not start, because it was outside its limit.</summary>
public sealed record LimitLeft : MovingEvent;

/// <summary>An event from outside brought what a step waited for.</summary>
public sealed record EventArrived : RunEvent
{
    /// <summary>The name of the event, by which it is known twice.</summary>
    public required string Id { get; init; }

    /// <summary>How it found the run: by <c>key</c>, or by <c>item</c>.</summary>
    public required string Found { get; init; }

    /// <summary>When it came; earlier than this record when the run was not waiting yet.</summary>
    public required DateTimeOffset Received { get; init; }
}

/// <summary>Work went to runs of other SOPs.</summary>
public sealed record HandedOff : RunEvent
{
    /// <summary>The visit of the step.</summary>
    public required int Visit { get; init; }

    /// <summary>The new runs.</summary>
    public required IReadOnlyList<HandedRun> Runs { get; init; }

    /// <summary>Whether the step waits until they have ended.</summary>
    public bool Waits { get; init; }

    /// <summary>The items whose approval went with what was handed over; null when none did.</summary>
    public IReadOnlyList<string>? Approvals { get; init; }
}

/// <summary>A run that a hand-off starts.</summary>
public sealed record HandedRun
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Its SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>Its input; null when its SOP needs none.</summary>
    public ValueMark? Input { get; init; }

    /// <summary>The type of what is wanted back; null when nothing.</summary>
    public string? Result { get; init; }

    /// <summary>The approval that went with the input; null when the SOP takes any input, and where nobody approved it.</summary>
    public GivenApproval? Approval { get; init; }

    /// <summary>The rule whose waiver stands in place of that approval, such as <c>SOP0907</c>; null when none does.</summary>
    public string? Waived { get; init; }

    /// <summary>The run of an earlier attempt that did not end completed, in whose place it starts; null for the first attempt.</summary>
    public string? InsteadOf { get; init; }
}

/// <summary>A run that was waited for has ended.</summary>
public sealed record AwaitedRunEnded : RunEvent
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Its end.</summary>
    public required string End { get; init; }

    /// <summary>What it gave back; null when nothing.</summary>
    public ValueMark? Result { get; init; }

    /// <summary>The approval that what it gave back got there; null when nobody approved it.</summary>
    public GivenApproval? Approval { get; init; }

    /// <summary>Its steps whose write was released by the approval that came with its input; null when none was.</summary>
    public IReadOnlyList<string>? Used { get; init; }
}

/// <summary>Somebody looked at a sample of a step's output.</summary>
public sealed record SpotChecked : RunEvent
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The step whose output it was.</summary>
    public required string Sample { get; init; }

    /// <summary>Whether the output was right.</summary>
    public required bool Right { get; init; }

    /// <summary>The salted hash of what the person wrote; null when nothing.</summary>
    public string? Notes { get; init; }
}

/// <summary>The SOP changed, and the run continues in another step, or enters its step anew because it is done otherwise now.</summary>
public sealed record FollowedChange : RunEvent
{
    /// <summary>The state before.</summary>
    public required string From { get; init; }

    /// <summary>The state in which it continues.</summary>
    public required string To { get; init; }

    /// <summary>When its step is due; null when it has no time.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>When the wait for time to pass is over; null for any other step.</summary>
    public Deadline? Pause { get; init; }
}
