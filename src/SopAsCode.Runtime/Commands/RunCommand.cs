using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>What somebody wants to happen to a run. It is accepted whole and recorded, or refused, and then nothing changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(StartRun), nameof(StartRun))]
[JsonDerivedType(typeof(TellEnd), nameof(TellEnd))]
public abstract record RunCommand
{
    /// <summary>Who wants it.</summary>
    public required Actor By { get; init; }

    /// <summary>
    /// The name of this very command, unique in its run. The same command sent twice, because the first answer got lost, is done once and answered
    /// twice. Null when the caller never sends twice.
    /// </summary>
    public string? Key { get; init; }
}

/// <summary>Starts a run.</summary>
public sealed record StartRun : RunCommand
{
    /// <summary>The <see cref="Definitions.SopDefinition.Id"/> of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The input as JSON; null when the SOP needs none.</summary>
    public string? Input { get; init; }

    /// <summary>The words of the trigger; null when not stated.</summary>
    public string? Trigger { get; init; }

    /// <summary>
    /// When not null, the run is started only if no other run of the SOP with the key of the input is open, or began at this time or later, as a schedule
    /// does that starts a run for each of several inputs.
    /// </summary>
    public DateTimeOffset? KeyFreeSince { get; init; }

    /// <summary>The run that handed the work over; null when none did.</summary>
    public ParentRun? Parent { get; init; }
}

/// <summary>A command that answers an item, or prepares an answer. It names the revision that was seen.</summary>
public abstract record ItemCommand : RunCommand
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The revision that was seen.</summary>
    public required int Revision { get; init; }
}

/// <summary>Says that one works on an item, so that nobody else answers it for a while.</summary>
public sealed record Claim : ItemCommand
{
    /// <summary>For how long.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>Gives an item back.</summary>
public sealed record Release : ItemCommand;

/// <summary>Passes an item to another holder of its role.</summary>
public sealed record Delegate : ItemCommand
{
    /// <summary>Who gets it.</summary>
    public required string To { get; init; }

    /// <summary>For how long nobody else answers it.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromDays(1);
}

/// <summary>Approves at a checkpoint exactly what the revision shows.</summary>
public sealed record Approve : ItemCommand
{
    /// <summary>The lines of the checklist that were ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>
    /// The values that the checkpoint hands back, as JSON, where they were corrected or are new; null to hand back what was shown.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>The digest that was seen; null when the door does not show it. A revision has one digest only.</summary>
    public string? Digest { get; init; }
}

/// <summary>Rejects at a checkpoint.</summary>
public sealed record Reject : ItemCommand
{
    /// <summary>Why. Whoever did the work reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>Completes what an item asks: a step of a person, the answer of an AI, the manual path, an escalation.</summary>
public sealed record Complete : ItemCommand
{
    /// <summary>The value that the step makes, as JSON; null when it makes none.</summary>
    public string? Value { get; init; }

    /// <summary>The lines of the checklist that were ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>A comment; null for none.</summary>
    public string? Notes { get; init; }

    /// <summary>What an AI used whose answer this is; null when not known.</summary>
    public AgentUsage? Usage { get; init; }
}

/// <summary>
/// Says in the manual path that a person did the step from which the run came. The run goes on behind that step. Not for a checkpoint, which is answered.
/// </summary>
public sealed record DoStepByHand : ItemCommand
{
    /// <summary>The value that the step would have made, as JSON; null when it makes none.</summary>
    public string? Value { get; init; }

    /// <summary>The lines of the step's checklist that were ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>A comment; null for none.</summary>
    public string? Notes { get; init; }
}

/// <summary>Reports that what a step could not do has failed outside: an outside automation, or an AI that a person asked.</summary>
public sealed record ReportFailure : ItemCommand
{
    /// <summary>What went wrong.</summary>
    public required string Notes { get; init; }
}

/// <summary>Says what a sample of a step's output is worth.</summary>
public sealed record Judge : ItemCommand
{
    /// <summary>Whether the output was right.</summary>
    public required bool Right { get; init; }

    /// <summary>A comment; null for none.</summary>
    public string? Notes { get; init; }
}

/// <summary>A command about the run as a whole.</summary>
public abstract record RunDecision : RunCommand
{
    /// <summary>Why, or what; null when not stated.</summary>
    public string? Notes { get; init; }
}

/// <summary>Moves the run to the manual path.</summary>
public sealed record SwitchToManual : RunDecision;

/// <summary>Sends the run back from the manual path.</summary>
public sealed record Resume : RunDecision;

/// <summary>Passes the run on, out of the SOP.</summary>
public sealed record Escalate : RunDecision;

/// <summary>Stops the run for a while: nothing starts, nothing is due, no item is answered.</summary>
public sealed record Hold : RunDecision;

/// <summary>Ends a hold.</summary>
public sealed record ContinueRun : RunDecision;

/// <summary>Cancels the run.</summary>
public sealed record Cancel : RunDecision;

/// <summary>Writes a comment into the record.</summary>
public sealed record Note : RunDecision;

/// <summary>Records a value of a metric that the SOP declares.</summary>
public sealed record MeasureRun : RunCommand
{
    /// <summary>The name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The value, in the unit of the metric.</summary>
    public required double Value { get; init; }
}

/// <summary>Erases all contents of the run: values, reasons, notes. The record stays whole.</summary>
public sealed record EraseRun : RunCommand
{
    /// <summary>Why, in a few words that hold nothing personal.</summary>
    public required string Because { get; init; }
}
