namespace SopAsCode;

/// <summary>One step of an SOP.</summary>
public sealed record StepDefinition
{
    /// <summary>The method that declares it, and the name of its state.</summary>
    public required string Name { get; init; }

    /// <summary>What to do.</summary>
    public required string Title { get; init; }

    /// <summary>Who or what does it.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The role or agent that does it; null for automation.</summary>
    public NamedType? Performer { get; init; }

    /// <summary>The level of autonomy of an AI step; null for the other kinds.</summary>
    public Level? Level { get; init; }

    /// <summary>The model of an AI step's agent; null where none is declared.</summary>
    public string? Model { get; init; }

    /// <summary>The step waits for somebody outside the program: a person, or an outside automation.</summary>
    public bool Waits { get; init; }

    /// <summary>The prompt of an AI step, with its placeholders.</summary>
    public string? Prompt { get; init; }

    /// <summary>The version of the prompt; null when it has none of its own.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>How to do the step.</summary>
    public string? Instructions { get; init; }

    /// <summary>What the AI must keep to.</summary>
    public IReadOnlyList<string> Guardrails { get; init; } = [];

    /// <summary>What the AI or automation is known to get wrong.</summary>
    public IReadOnlyList<LimitationDefinition> Limitations { get; init; } = [];

    /// <summary>What it asks for: its parameters.</summary>
    public IReadOnlyList<ValueDefinition> Inputs { get; init; } = [];

    /// <summary>The types of the values it makes, with their namespaces: none, one, or the parts of a tuple.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The JSON Schema of the values it asks for, one property per value; null when it asks for none.</summary>
    public string? InputSchema { get; init; }

    /// <summary>The JSON Schema of the value its method returns; null when it returns none.</summary>
    public string? OutputSchema { get; init; }

    /// <summary>How long a wait lasts; null for a wait for an event, and for the other kinds.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>The SOP that work is handed to; null for the other kinds.</summary>
    public HandoffDefinition? Handoff { get; init; }

    /// <summary>What it may touch.</summary>
    public IReadOnlyList<AccessDefinition> Access { get; init; } = [];

    /// <summary>What must be ticked to complete it.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>The time in which it must be done; null when it has none.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>How often a failed attempt is repeated inside the step.</summary>
    public int Retries { get; init; }

    /// <summary>The autonomy of its write; null when it has none.</summary>
    public LimitDefinition? Limit { get; init; }

    /// <summary>Who looks at samples of its output; null when nobody does.</summary>
    public SpotCheckDefinition? SpotCheck { get; init; }

    /// <summary>What else the step says to its readers.</summary>
    public Remarks Remarks { get; init; } = Remarks.None;
}

/// <summary>Work that goes to another SOP.</summary>
/// <param name="To">The other SOP.</param>
/// <param name="Wait">The step is done when the other run ends completed.</param>
/// <param name="Result">The type of what comes back, with its namespace; null when nothing does.</param>
public sealed record HandoffDefinition(OtherSop To, bool Wait, string? Result = null);

/// <summary>What an AI or automation is known to get wrong.</summary>
/// <param name="Text">What.</param>
/// <param name="Workaround">What to do about it; null when not stated.</param>
public sealed record LimitationDefinition(string Text, string? Workaround = null);

/// <summary>A value a step asks for.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Type">Its type, with its namespace.</param>
/// <param name="Optional">It may be missing; the step then gets null.</param>
public sealed record ValueDefinition(string Name, string Type, bool Optional);

/// <summary>The access of a step to a tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Kind">What the step may do with it.</param>
/// <param name="Impact">Where a write can hurt.</param>
/// <param name="Irreversible">A write that can't be taken back.</param>
public sealed record AccessDefinition(NamedType Tool, Access Kind, Impact Impact = Impact.None, bool Irreversible = false);

/// <summary>The limit inside which a step may write without a checkpoint.</summary>
/// <param name="Text">The limit in words.</param>
/// <param name="When">The condition; null when there is none.</param>
/// <param name="PerDay">How many starts a day, over all runs; null when not limited.</param>
/// <param name="Since">Since when it has been in force; null when not stated.</param>
/// <param name="Evidence">What shows that it was earned; null when not stated.</param>
public sealed record LimitDefinition(string Text, string? When, int? PerDay, DateOnly? Since, string? Evidence);

/// <summary>Samples of a step's output that a person looks at.</summary>
/// <param name="Role">Who looks.</param>
/// <param name="OneIn">At one in how many.</param>
public sealed record SpotCheckDefinition(NamedType Role, int OneIn);
