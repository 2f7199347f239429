namespace SopAsCode.Definitions;

/// <summary>What the whole organisation sets once, as data. It is part of the catalogue.</summary>
public sealed record PolicyDefinition
{
    /// <summary>The class that declares it, with its namespace.</summary>
    public required string Class { get; init; }

    /// <summary>The highest class of data per agent; an empty list limits no agent.</summary>
    public IReadOnlyList<AgentAllowance> Agents { get; init => field = ValueList<AgentAllowance>.Of(value); } = ValueList<AgentAllowance>.Empty;

    /// <summary>The highest access per tool; an empty list limits no tool.</summary>
    public IReadOnlyList<ToolAllowance> Tools { get; init => field = ValueList<ToolAllowance>.Of(value); } = ValueList<ToolAllowance>.Empty;

    /// <summary>The highest level per impact.</summary>
    public IReadOnlyList<LevelCap> Caps { get; init => field = ValueList<LevelCap>.Of(value); } = ValueList<LevelCap>.Empty;

    /// <summary>Who holds which role.</summary>
    public IReadOnlyList<RoleHolder> Holders { get; init => field = ValueList<RoleHolder>.Of(value); } = ValueList<RoleHolder>.Empty;

    /// <summary>Metrics that every SOP must have.</summary>
    public IReadOnlyList<Measure> Metrics { get; init => field = ValueList<Measure>.Of(value); } = ValueList<Measure>.Empty;

    /// <summary>The slowest review; null when not stated.</summary>
    public Cadence? Review { get; init; }

    /// <summary>Who must approve what.</summary>
    public IReadOnlyList<RequiredApprover> Approvers { get; init => field = ValueList<RequiredApprover>.Of(value); } = ValueList<RequiredApprover>.Empty;

    /// <summary>The largest share of all checkpoints that one role may approve, in percent; null when not stated.</summary>
    public int? MaxApprovalShare { get; init; }

    /// <summary>The days for which a person must check a step before it may be autonomous; null when not stated.</summary>
    public int? MinimumTrial { get; init; }

    /// <summary>The regular expression that titles must match; null when not stated.</summary>
    public string? TitlePattern { get; init; }

    /// <summary>The largest number of steps an SOP may have; null when not stated.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>The longest waiver in days; null when not stated.</summary>
    public int? WaiverLimit { get; init; }

    /// <summary>Rules that may be waived here although usually they may not.</summary>
    public IReadOnlyList<string> AllowedWaivers { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>The hours when people are at work; null for always.</summary>
    public OfficeHoursDefinition? OfficeHours { get; init; }

    /// <summary>The team is one person.</summary>
    public bool IsOnePersonTeam { get; init; }

    /// <summary>What the team tells customers if an SOP does not say it; null when not stated.</summary>
    public DisclosureDefinition? Disclosure { get; init; }
}

/// <summary>What an agent may see.</summary>
public sealed record AgentAllowance
{
    /// <summary>The agent.</summary>
    public required NamedType Agent { get; init; }

    /// <summary>The highest class of data.</summary>
    public required DataClass UpTo { get; init; }
}

/// <summary>What SOPs may do with a tool.</summary>
public sealed record ToolAllowance
{
    /// <summary>The tool.</summary>
    public required NamedType Tool { get; init; }

    /// <summary>The highest access.</summary>
    public required Access UpTo { get; init; }
}

/// <summary>How far an AI may go where a write has an impact.</summary>
public sealed record LevelCap
{
    /// <summary>The impact, or several.</summary>
    public required Impact Impact { get; init; }

    /// <summary>The highest level.</summary>
    public required Level Level { get; init; }
}

/// <summary>A person who holds a role.</summary>
public sealed record RoleHolder
{
    /// <summary>The role.</summary>
    public required NamedType Role { get; init; }

    /// <summary>How the person signs in.</summary>
    public required string Person { get; init; }
}

/// <summary>The role that must approve every write with an impact.</summary>
public sealed record RequiredApprover
{
    /// <summary>The role.</summary>
    public required NamedType Role { get; init; }

    /// <summary>The impact, or several.</summary>
    public required Impact Impact { get; init; }
}
