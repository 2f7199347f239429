using SopAsCode.Runtime;

namespace SopAsCode.Definitions;

/// <summary>One SOP of a catalogue.</summary>
public sealed record CatalogueEntry
{
    /// <summary>The declaration as data.</summary>
    public required SopDefinition Definition { get; init; }

    /// <summary>Its page.</summary>
    public required string Markdown { get; init; }

    /// <summary>Makes its machine; null for an idea.</summary>
    public Func<SopMachine>? CreateMachine { get; init; }

    /// <summary>Runs its steps; null for an idea.</summary>
    public SopDispatcher? Dispatcher { get; init; }
}

/// <summary>A step with its SOP.</summary>
public sealed record StepEntry
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The step.</summary>
    public required StepDefinition Step { get; init; }
}

/// <summary>A hand-off.</summary>
public sealed record HandoffEntry
{
    /// <summary>The SOP that hands over.</summary>
    public required SopDefinition From { get; init; }

    /// <summary>The step that hands over.</summary>
    public required StepDefinition Step { get; init; }

    /// <summary>Where it goes.</summary>
    public required HandoffDefinition Handoff { get; init; }
}

/// <summary>A use of a tool.</summary>
public sealed record ToolUse
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The step.</summary>
    public required StepDefinition Step { get; init; }

    /// <summary>What it does with the tool.</summary>
    public required AccessDefinition Access { get; init; }
}

/// <summary>A role, with everything it has to do.</summary>
public sealed record RoleEntry
{
    /// <summary>The role.</summary>
    public required NamedType Role { get; init; }

    /// <summary>The roles that derive from it, whose holders may do what it may; in the order of their titles.</summary>
    public IReadOnlyList<NamedType> Seniors { get; init => field = ValueList<NamedType>.Of(value); } = ValueList<NamedType>.Empty;

    /// <summary>Who holds it.</summary>
    public IReadOnlyList<string> Holders { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>The SOPs it owns.</summary>
    public IReadOnlyList<SopDefinition> Owns { get; init => field = ValueList<SopDefinition>.Of(value); } = ValueList<SopDefinition>.Empty;

    /// <summary>The SOPs whose backup it is.</summary>
    public IReadOnlyList<SopDefinition> Backs { get; init => field = ValueList<SopDefinition>.Of(value); } = ValueList<SopDefinition>.Empty;

    /// <summary>The steps it does.</summary>
    public IReadOnlyList<StepEntry> Does { get; init => field = ValueList<StepEntry>.Of(value); } = ValueList<StepEntry>.Empty;

    /// <summary>The checkpoints it decides.</summary>
    public IReadOnlyList<StepEntry> Approves { get; init => field = ValueList<StepEntry>.Of(value); } = ValueList<StepEntry>.Empty;
}

/// <summary>A grant with its SOP.</summary>
public sealed record GrantEntry
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The grant.</summary>
    public required GrantDefinition Grant { get; init; }
}

/// <summary>A waiver with its SOP.</summary>
public sealed record WaiverEntry
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The step it stands on; null when it stands on the SOP.</summary>
    public StepDefinition? Step { get; init; }

    /// <summary>The waiver.</summary>
    public required WaiverDefinition Waiver { get; init; }
}

/// <summary>The review of an SOP.</summary>
public sealed record ReviewEntry
{
    /// <summary>The SOP.</summary>
    public required SopDefinition Sop { get; init; }

    /// <summary>The day the next review is due; null when there was no review yet.</summary>
    public DateOnly? Due { get; init; }
}
