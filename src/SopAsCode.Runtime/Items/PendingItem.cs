using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>What is asked of somebody.</summary>
public enum ItemKind
{
    /// <summary>Approve or reject at a checkpoint.</summary>
    Approve = 0,

    /// <summary>Do a step.</summary>
    Do = 1,

    /// <summary>Give the answer of an AI, because no AI is configured.</summary>
    Answer = 2,

    /// <summary>Report what happened outside: an event, or the result of an outside automation.</summary>
    Report = 3,

    /// <summary>Do the work by hand: the run is in the manual path.</summary>
    ByHand = 4,

    /// <summary>Deal with a run that was escalated. The run has ended.</summary>
    Attend = 5,

    /// <summary>Look at a sample of a step's output.</summary>
    Check = 6,

    /// <summary>Know something: that the run is late, or that nobody knows when it is due. Whoever has read it completes the item.</summary>
    Notice = 7,

    /// <summary>Do a task beside the steps, and tick it off.</summary>
    Task = 8,
}

/// <summary>What became of an item.</summary>
public enum ItemStatus
{
    /// <summary>Nobody answered yet.</summary>
    Open = 0,

    /// <summary>Somebody works on it.</summary>
    Claimed = 1,

    /// <summary>It was answered.</summary>
    Answered = 2,

    /// <summary>Its time was over first.</summary>
    Expired = 3,

    /// <summary>The run went on without it.</summary>
    Withdrawn = 4,

    /// <summary>It was shown anew, because what it showed had changed.</summary>
    Superseded = 5,
}

/// <summary>
/// Something that waits for somebody: the same form behind each door. An answer names the item and its revision.
/// </summary>
public sealed record PendingItem
{
    /// <summary>The name of the item: the run, and a number.</summary>
    public required string Id { get; init; }

    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The fingerprint of the SOP under which it was shown.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The step, or the state.</summary>
    public required string Step { get; init; }

    /// <summary>The visit of the step; an answer never reaches a later one. 0 for a notice about the whole run.</summary>
    public required int Visit { get; init; }

    /// <summary>The revision, from 1. It grows when the item is shown anew.</summary>
    public required int Revision { get; init; }

    /// <summary>What is asked.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
    public required ItemKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The types of the roles whose holders can answer; empty where an automation or an event answers.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The people who can't answer, because they made what is to be approved, or did the step that the checkpoint names.</summary>
    public IReadOnlyList<string>? Excluded { get; init; }

    /// <summary>What is shown, by the names of the parameters.</summary>
    public IReadOnlyList<ShownValue>? Shown { get; init; }

    /// <summary>The salted hash of the prompt of an AI; null for the other kinds.</summary>
    public string? Prompt { get; init; }

    /// <summary>The salted hash of what else there is to know; null when nothing.</summary>
    public string? Notes { get; init; }

    /// <summary>The digest of step, shown values and fingerprint. An approval is bound to it.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>When it is due; null when it has no time.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What became of it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<ItemStatus>))]
    public required ItemStatus Status { get; init; }

    /// <summary>Who works on it, or who answered it; null when nobody.</summary>
    public string? Person { get; init; }

    /// <summary>Until when nobody else answers it.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>The door through which the answer came.</summary>
    public string? Door { get; init; }

    /// <summary>Who said yes so far to this revision, where more than one person must.</summary>
    public IReadOnlyList<Approver>? Approvals { get; init; }

    /// <summary>How many different people must say yes; null where one is enough.</summary>
    public int? Needed { get; init; }

    /// <summary>The task that is done beside a step, by the name of the step and its title; null for the other kinds.</summary>
    public string? Task { get; init; }

    /// <summary>In the manual path, the step that a person can say was done by hand; null when there is none.</summary>
    public string? CanBeDone { get; init; }

    /// <summary>Whether it can be answered.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is ItemStatus.Open or ItemStatus.Claimed;
}

/// <summary>A value that an item shows.</summary>
public sealed record ShownValue
{
    /// <summary>The parameter.</summary>
    public required string Name { get; init; }

    /// <summary>The type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>The salted hash of its JSON; null when the value is missing and may be.</summary>
    public string? Content { get; init; }

    /// <summary>Whether a checkpoint shows it for context only: it is not approved.</summary>
    public bool Context { get; init; }
}
