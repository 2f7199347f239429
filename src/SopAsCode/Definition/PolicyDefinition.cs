namespace SopAsCode;

/// <summary>What the whole organisation set once, as data. Generated into the catalogue.</summary>
public sealed record PolicyDefinition
{
    /// <summary>The class that declares it, with its namespace.</summary>
    public required string Class { get; init; }

    /// <summary>The highest class of data per agent; without an entry nothing is said about agents.</summary>
    public IReadOnlyList<(NamedType Agent, DataClass UpTo)> Agents { get; init; } = [];

    /// <summary>The highest access per tool; without an entry nothing is said about tools.</summary>
    public IReadOnlyList<(NamedType Tool, Access UpTo)> Tools { get; init; } = [];

    /// <summary>The highest level per impact.</summary>
    public IReadOnlyList<(Impact Impact, Level Level)> Caps { get; init; } = [];

    /// <summary>Who holds which role.</summary>
    public IReadOnlyList<(NamedType Role, string Person)> Holders { get; init; } = [];

    /// <summary>Metrics that every SOP must have.</summary>
    public IReadOnlyList<Measure> Metrics { get; init; } = [];

    /// <summary>The slowest review; null when not stated.</summary>
    public Cadence? Review { get; init; }

    /// <summary>Who must approve what.</summary>
    public IReadOnlyList<(NamedType Role, Impact Impact)> Approvers { get; init; } = [];

    /// <summary>The largest share of all checkpoints that one role may approve, in percent; null when not stated.</summary>
    public int? MaxApprovalShare { get; init; }

    /// <summary>Days a step works under a person's eyes before it may be autonomous; null when not stated.</summary>
    public int? MinimumTrial { get; init; }

    /// <summary>The regular expression of titles; null when not stated.</summary>
    public string? TitlePattern { get; init; }

    /// <summary>The most steps an SOP may have; null when not stated.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>The longest waiver in days; null when not stated.</summary>
    public int? WaiverLimit { get; init; }

    /// <summary>Rules that may be waived although they usually may not.</summary>
    public IReadOnlyList<string> AllowedWaivers { get; init; } = [];

    /// <summary>When people are there; null for always.</summary>
    public OfficeHoursDefinition? OfficeHours { get; init; }

    /// <summary>The team is one person.</summary>
    public bool IsOnePersonTeam { get; init; }

    /// <summary>What customers are told where an SOP says nothing; null when not stated.</summary>
    public DisclosureDefinition? Disclosure { get; init; }
}
