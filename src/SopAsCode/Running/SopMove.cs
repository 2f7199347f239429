using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>
/// The answer of a machine to a trigger: the move it made, or why it refused. It holds states, steps and entries by name, so that a
/// stored move stays valid when the class changes.
/// </summary>
public readonly record struct SopMove
{
    /// <summary>Whether the run moved. If not, nothing changed.</summary>
    public required bool Moved { get; init; }

    /// <summary>The name of the state it was in.</summary>
    public required string From { get; init; }

    /// <summary>What happened.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SopTrigger>))]
    public required SopTrigger Trigger { get; init; }

    /// <summary>The name of the state it is in now.</summary>
    public required string To { get; init; }

    /// <summary>Why the run went there, or why the trigger was refused, in words; null when there is only one path.</summary>
    public string? Reason { get; init; }

    /// <summary>The condition or limit that threw and so could not be decided; null when nothing was thrown.</summary>
    public UndecidedCondition? Undecided { get; init; }

    /// <summary>The name of the bounded <see cref="NextAttribute"/> that the run took, as in <c>Check when IsLarge</c>; null when it took none.</summary>
    public string? BoundedEntry { get; init; }

    /// <summary>The version of the SOP whose machine made the move; null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Whether this is a failed attempt that is repeated inside the step.</summary>
    [JsonIgnore]
    public bool IsRetry => Moved && Trigger == SopTrigger.Fail && To == From;

    /// <summary>The move as JSON, with the trigger by its name.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => RunJson.Write(this);

    /// <summary>Reads a move.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The move.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is not a move.</exception>
    public static SopMove FromJson(string json) => RunJson.ReadMove(json);
}

/// <summary>A condition or limit that could not be decided, because it threw.</summary>
public sealed record UndecidedCondition
{
    /// <summary>The method of the condition; <c>PerDay</c> where the starts of a limit could not be counted.</summary>
    public required string Condition { get; init; }

    /// <summary>The type of the exception, with its namespace.</summary>
    public required string Exception { get; init; }

    /// <summary>The message of the exception. It may contain data of the run.</summary>
    public required string Message { get; init; }
}
