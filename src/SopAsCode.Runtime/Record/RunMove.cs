using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>A move that an event made, by names: the state a run left, what happened, and the state it is in now, with the times that count there.</summary>
public sealed record RunMove
{
    /// <summary>The state it left.</summary>
    public required string From { get; init; }

    /// <summary>What happened.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SopTrigger>))]
    public required SopTrigger Trigger { get; init; }

    /// <summary>The state it is in now.</summary>
    public required string To { get; init; }

    /// <summary>Why it went there, in the words of the SOP; null when there is only one path.</summary>
    public string? Reason { get; init; }

    /// <summary>The bounded entry that was used up by one; null when none was.</summary>
    public string? Entry { get; init; }

    /// <summary>The condition or limit that threw and could not be decided; null when nothing was thrown.</summary>
    public string? Undecided { get; init; }

    /// <summary>The type of what it threw.</summary>
    public string? Thrown { get; init; }

    /// <summary>When the step it came to is due; null when it has no time.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>When the wait for time to pass is over; null for any other step.</summary>
    public Deadline? Pause { get; init; }

    /// <summary>The version of the SOP whose machine made the move.</summary>
    public string? Version { get; init; }

    /// <summary>The move as the machine knows it.</summary>
    internal SopMove ToMachine() => new()
    {
        Moved = true,
        From = From,
        Trigger = Trigger,
        To = To,
        Reason = Reason,
        BoundedEntry = Entry,
        Version = Version,
    };
}

/// <summary>A value of a run, by the hash of its content. The content itself is kept apart, so that it can be erased.</summary>
public sealed record ValueMark
{
    /// <summary>The type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>The salted hash of its JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>A value that was corrected in an answer.</summary>
public sealed record EditMark
{
    /// <summary>The type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>The hash of the value that was shown.</summary>
    public required string Before { get; init; }

    /// <summary>The hash of the value that counts now.</summary>
    public required string After { get; init; }
}

/// <summary>What an AI step's attempt used.</summary>
public sealed record AgentMark
{
    /// <summary>The agent's type.</summary>
    public required string Agent { get; init; }

    /// <summary>The model; null when none is declared.</summary>
    public string? Model { get; init; }

    /// <summary>The version of the prompt; null when it has none of its own.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>The salted hash of the rendered prompt; null when a person was not shown it and no AI was asked.</summary>
    public string? Prompt { get; init; }

    /// <summary>Tokens that went in; null when not known.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens that came out; null when not known.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The cost as a decimal number with its currency; null when not known.</summary>
    public string? Cost { get; init; }

    /// <summary>The functions that it called; null when it called none.</summary>
    public IReadOnlyList<FunctionMark>? Functions { get; init; }
}

/// <summary>A function of a tool that an AI called while it worked on a step.</summary>
public sealed record FunctionMark
{
    /// <summary>Its name.</summary>
    public required string Function { get; init; }

    /// <summary>The tool's type.</summary>
    public required string Tool { get; init; }

    /// <summary>How often it was called.</summary>
    public required int Count { get; init; }

    /// <summary>How often it failed; null when never.</summary>
    public int? Failed { get; init; }

    /// <summary>The salted hash of the arguments and results of all calls, as JSON.</summary>
    public required string Content { get; init; }
}
