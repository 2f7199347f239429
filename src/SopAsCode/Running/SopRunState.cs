using System.Collections.ObjectModel;

namespace SopAsCode.Runtime;

/// <summary>
/// The status of one run, as a host stores it: everything except its values. It holds everything by name, so that it stays valid when the class changes.
/// </summary>
public sealed record SopRunState
{
    /// <summary>The name of the run.</summary>
    public required string Id { get; init; }

    /// <summary>The <see cref="Definitions.SopDefinition.Id"/> of its SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The version of the SOP that the run followed last; null when the SOP had none.</summary>
    public string? Version { get; init; }

    /// <summary>The name of the state.</summary>
    public required string State { get; init; }

    /// <summary>Whether the current step was started since the run entered it.</summary>
    public bool IsStarted { get; init; }

    /// <summary>The step from which it last came to the manual path; null before that.</summary>
    public string? CameFrom { get; init; }

    /// <summary>Whether that step was done.</summary>
    public bool CameFromIsDone { get; init; }

    /// <summary>How often the current step failed since the run entered it.</summary>
    public int FailuresInVisit { get; init; }

    /// <summary>How often each checkpoint was rejected.</summary>
    public IReadOnlyDictionary<string, int> Rejections { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>How often each bounded <see cref="NextAttribute"/> was taken, as in <c>Check when IsLarge</c>.</summary>
    public IReadOnlyDictionary<string, int> Taken { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>The tasks beside its steps that still hold a step up, as in <c>FindCause: Tell the customers</c>, and whether each is open.</summary>
    public IReadOnlyDictionary<string, bool> Tasks { get; init; } = ReadOnlyDictionary<string, bool>.Empty;

    /// <summary>The state as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => RunJson.Write(this);

    /// <summary>Reads a state.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The state.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is not the state of a run.</exception>
    public static SopRunState FromJson(string json) => RunJson.ReadState(json);
}
