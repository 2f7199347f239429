namespace TinyTeam.Play;

/// <summary>The clock of the played day, which the script moves.</summary>
internal sealed class DayClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
