namespace SopAsCode.Runtime;

/// <summary>A schedule of an SOP is due.</summary>
public sealed record DueSchedule
{
    /// <summary>The <see cref="Definitions.SopDefinition.Id"/> of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The words of its trigger.</summary>
    public required string Trigger { get; init; }

    /// <summary>When it was due. The same schedule that was due at the same time starts nothing twice.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When it was due before; null for the first time.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Who says so: the scheduler.</summary>
    public required Actor By { get; init; }
}
