namespace SopAsCode.Runtime;

/// <summary>Where a run stands: the sum of its events. It has values by their hashes only.</summary>
public sealed record RunState
{
    /// <summary>The state of the machine, with its counters.</summary>
    public required SopRunState Position { get; init; }

    /// <summary>The fingerprint of the SOP with which the run began.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When the last event was recorded.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The run that handed the work over; null when none did.</summary>
    public ParentRun? Parent { get; init; }

    /// <summary>The number of times the run entered a state.</summary>
    public int Visit { get; init; } = 1;

    /// <summary>The visit by which the last step is known outside, in its idempotency key. It stays when the run comes back to that step from the manual path.</summary>
    public int KeyVisit { get; init; } = 1;

    /// <summary>When it entered the state.</summary>
    public required DateTimeOffset Entered { get; init; }

    /// <summary>The attempts at the step in this visit.</summary>
    public int Attempt { get; init; }

    /// <summary>The worker of the last attempt; null when it has a result.</summary>
    public string? Worker { get; init; }

    /// <summary>When the next attempt may start; null for at once.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When the step is due, with the reminders that are still to come; null when it has no time, or the time is over.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>When the wait for time to pass is over; null for any other step.</summary>
    public Deadline? Pause { get; init; }

    /// <summary>When the run is due, with the reminders that are still to come; null when it has no time, or the time is over.</summary>
    public Deadline? RunDeadline { get; init; }

    /// <summary>Since when it is on hold; null when it is not.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>The values, one for each type.</summary>
    public IReadOnlyList<HeldValue> Values { get; init; } = [];

    /// <summary>Whether the work of the step is done, and tasks beside it hold it up.</summary>
    public bool IsDone { get; init; }

    /// <summary>The tasks that were ticked off and are to be done again.</summary>
    public IReadOnlyList<TaskAgain> TasksAgain { get; init; } = [];

    /// <summary>The items, open and closed, in the order in which they were opened.</summary>
    public IReadOnlyList<PendingItem> Items { get; init; } = [];

    /// <summary>The approvals that count: that of the last checkpoint, and those that came back from other runs since.</summary>
    public IReadOnlyList<GivenApproval> Approvals { get; init; } = [];

    /// <summary>Who did which step, each once.</summary>
    public IReadOnlyList<Doer> Doers { get; init; } = [];

    /// <summary>How many runs the step handed work to in this visit.</summary>
    public int Handed { get; init; }

    /// <summary>The rule whose waiver stands in place of an approval of the input, up to the first answer at a checkpoint; null when none does.</summary>
    public string? WaivedInput { get; init; }

    /// <summary>The steps whose write was released by the approval that came with the input of the run.</summary>
    public IReadOnlyList<string> UsedInput { get; init; } = [];

    /// <summary>The runs that the step handed work to and waits for, without those that were started again.</summary>
    public IReadOnlyList<AwaitedRun> Awaited { get; init; } = [];

    /// <summary>The events from outside that were taken.</summary>
    public IReadOnlyList<string> Arrived { get; init; } = [];

    /// <summary>Whether all contents were erased.</summary>
    public bool IsErased { get; init; }

    /// <summary>The name of the run.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Run => Position.Id;

    /// <summary>The value of a type; null when there is none.</summary>
    internal HeldValue? Value(string type) => Values.FirstOrDefault(value => value.Type == type);

    /// <summary>The hashes of the contents that the next command needs.</summary>
    internal IReadOnlyList<string> CurrentContents => IsErased ? []
        : [.. Values.Select(value => value.Content).Concat(Awaited.Where(run => !run.IsDone).Select(run => run.Input?.Content).OfType<string>()).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the step waits for another run.</summary>
    internal bool WaitsForRuns => Awaited.Any(run => run.End is null);

    /// <summary>The item that stands for the current state, if one is open.</summary>
    internal PendingItem? Asking => Items.LastOrDefault(item => item.IsOpen && item.Visit == Visit && item.Step == Position.State && item.Kind is not (ItemKind.Check or ItemKind.Notice or ItemKind.Task));
}

/// <summary>A value of a run.</summary>
public sealed record HeldValue
{
    /// <summary>The type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>The salted hash of its JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Who gave it last.</summary>
    public required Actor By { get; init; }

    /// <summary>The step that made it; null for the input of the run as it came.</summary>
    public string? Step { get; init; }
}

/// <summary>A task that is to be done again.</summary>
public sealed record TaskAgain
{
    /// <summary>The task, by the name of its step and its title.</summary>
    public required string Task { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A run that is waited for.</summary>
public sealed record AwaitedRun
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Its SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>Its input; null when its SOP needs none.</summary>
    public ValueMark? Input { get; init; }

    /// <summary>The type of what it gives back; null when nothing is wanted.</summary>
    public string? Result { get; init; }

    /// <summary>The approval that came with its input; null when its SOP takes any input, and where nobody approved it.</summary>
    public GivenApproval? Approval { get; init; }

    /// <summary>The rule whose waiver stands in place of that approval; null when none does.</summary>
    public string? Waived { get; init; }

    /// <summary>Its end; null while it runs.</summary>
    public string? End { get; init; }

    /// <summary>It ended completed and gave nothing back, although something is wanted.</summary>
    public bool GaveNothing { get; init; }

    /// <summary>Its steps whose write that approval released.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];

    /// <summary>It did what is awaited of it.</summary>
    internal bool IsDone => End == Ends.Completed && !GaveNothing;
}
