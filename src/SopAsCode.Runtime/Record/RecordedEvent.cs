using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>
/// An event as it stands in the record of its run. It has the hash of the event before it, and its own hash over all its fields, so that a change of
/// an earlier event shows.
/// </summary>
public sealed record RecordedEvent
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Its number in the run, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the event, such as <c>Approved</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The state in which the run was.</summary>
    public required string Step { get; init; }

    /// <summary>The SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The version of the SOP that recorded it; null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>The fingerprint of the SOP that recorded it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Who or what did it.</summary>
    public required Actor By { get; init; }

    /// <summary>What else the event says, as canonical JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The hash of the event before it.</summary>
    public required string Previous { get; init; }

    /// <summary>The hash of this event.</summary>
    public required string Hash { get; init; }

    /// <summary>The event.</summary>
    /// <returns>What <see cref="Data"/> says.</returns>
    /// <exception cref="JsonException">A newer version wrote it, or it was damaged.</exception>
    public RunEvent Read() => RecordJson.ReadEvent(Data);

    /// <summary>The hash that its fields give.</summary>
    internal string Computed() => Hashing.Of(RecordJson.Canonical(this));

    /// <summary>Records an event after another.</summary>
    internal static RecordedEvent After(string previous, RecordedEvent fields)
    {
        var linked = fields with { Previous = previous };
        return linked with { Hash = Hashing.Of(RecordJson.Canonical(linked)) };
    }
}
