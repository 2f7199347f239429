using System.Text.Json.Serialization;
using SopAsCode.Runtime;

namespace SopAsCode.Definitions;

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

    /// <summary>How many different people must say yes at a checkpoint; one no is a no.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>The step whose doers may not answer at a checkpoint; null when none is named. Whoever last gave a value that is approved never may.</summary>
    public string? NotBy { get; init; }

    /// <summary>The level of autonomy of an AI step; null for the other kinds.</summary>
    public Level? Level { get; init; }

    /// <summary>The model of an AI step's agent; null when none is declared.</summary>
    public string? Model { get; init; }

    /// <summary>An AI in another product does the step: its performer reports what came back.</summary>
    public bool Outside { get; init; }

    /// <summary>The step waits for somebody outside the program: a person, or an outside automation.</summary>
    public bool Waits { get; init; }

    /// <summary>The prompt of an AI step, with its placeholders.</summary>
    public string? Prompt { get; init; }

    /// <summary>The version of the prompt; null when it has none of its own.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>How to do the step, as Markdown.</summary>
    public string? Instructions { get; init; }

    /// <summary>The rules that the AI must follow.</summary>
    public IReadOnlyList<string> Guardrails { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>What the AI or automation is known to get wrong.</summary>
    public IReadOnlyList<LimitationDefinition> Limitations { get; init => field = ValueList<LimitationDefinition>.Of(value); } = ValueList<LimitationDefinition>.Empty;

    /// <summary>The values the step asks for: its parameters.</summary>
    public IReadOnlyList<ValueDefinition> Inputs { get; init => field = ValueList<ValueDefinition>.Of(value); } = ValueList<ValueDefinition>.Empty;

    /// <summary>The types of the values it makes, with their namespaces: none, one, or the parts of a tuple.</summary>
    public IReadOnlyList<string> Outputs { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>The JSON Schema of the values it asks for, one property per value; null when it asks for none.</summary>
    [JsonConverter(typeof(EmbeddedJson))]
    public string? InputSchema { get; init; }

    /// <summary>The JSON Schema of the value its method returns; null when it returns none.</summary>
    [JsonConverter(typeof(EmbeddedJson))]
    public string? OutputSchema { get; init; }

    /// <summary>How long a step waits for time to pass; null for a wait for an event, and for the other kinds.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>The method that says until when, by <see cref="SopDispatcher.TimeOf"/>; null when that is stated.</summary>
    public string? AfterUntil { get; init; }

    /// <summary>
    /// The SOPs that work is handed to: one, or several that the step waits for, which start with the same inputs. A further attempt starts only those again
    /// that did not end completed.
    /// </summary>
    public IReadOnlyList<HandoffDefinition> Handoffs { get; init => field = ValueList<HandoffDefinition>.Of(value); } = ValueList<HandoffDefinition>.Empty;

    /// <summary>The SOP that work is handed to, the first of several; null for the other kinds.</summary>
    [JsonIgnore]
    public HandoffDefinition? Handoff => Handoffs.Count > 0 ? Handoffs[0] : null;

    /// <summary>The tools that the step may use.</summary>
    public IReadOnlyList<AccessDefinition> Access { get; init => field = ValueList<AccessDefinition>.Of(value); } = ValueList<AccessDefinition>.Empty;

    /// <summary>What a person must tick to complete the step, in groups.</summary>
    public IReadOnlyList<ChecklistDefinition> Checklists { get; init => field = ValueList<ChecklistDefinition>.Of(value); } = ValueList<ChecklistDefinition>.Empty;

    /// <summary>The tasks that people do beside the step. They open when it starts.</summary>
    public IReadOnlyList<MeanwhileDefinition> Meanwhile { get; init => field = ValueList<MeanwhileDefinition>.Of(value); } = ValueList<MeanwhileDefinition>.Empty;

    /// <summary>The time within which the step must be done; null when it has none, or when <see cref="DueBy"/> says it.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>How many of the days in <see cref="Due"/> are stated as days: working days where there are office hours. All other time counts by the hour.</summary>
    public int DueDays { get; init; }

    /// <summary>The method that says by when, by <see cref="SopDispatcher.TimeOf"/>; null when that is stated.</summary>
    public string? DueBy { get; init; }

    /// <summary>How long before that time whoever must act is reminded.</summary>
    public IReadOnlyList<TimeSpan> Reminders { get; init => field = ValueList<TimeSpan>.Of(value); } = ValueList<TimeSpan>.Empty;

    /// <summary>How often a failed attempt is repeated inside the step.</summary>
    public int Retries { get; init; }

    /// <summary>The limit inside which the step may write without a checkpoint; null when it has none.</summary>
    public LimitDefinition? Limit { get; init; }

    /// <summary>Who looks at samples of its output; null when nobody does.</summary>
    public SpotCheckDefinition? SpotCheck { get; init; }

    /// <summary>What else the step tells its readers.</summary>
    public Remarks Remarks { get; init => field = value ?? Remarks.None; } = Remarks.None;
}

/// <summary>A task that a person does beside a step. It gives no value and decides nothing.</summary>
public sealed record MeanwhileDefinition
{
    /// <summary>Who does it.</summary>
    public required NamedType Role { get; init; }

    /// <summary>What to do, and the name of the task beside its step.</summary>
    public required string Title { get; init; }

    /// <summary>The step that is not completed before the task is ticked off.</summary>
    public required string Until { get; init; }

    /// <summary>After which time it is to be done again; null when once is enough.</summary>
    public TimeSpan? Every { get; init; }
}

/// <summary>Work that goes to another SOP.</summary>
public sealed record HandoffDefinition
{
    /// <summary>The other SOP.</summary>
    public required OtherSop To { get; init; }

    /// <summary>The step waits until the other run ends, and is done when that run ends completed.</summary>
    public bool Wait { get; init; }

    /// <summary>The type of what comes back, with its namespace; null when nothing does.</summary>
    public string? Result { get; init; }
}

/// <summary>What an AI or automation is known to get wrong.</summary>
public sealed record LimitationDefinition
{
    /// <summary>What it gets wrong.</summary>
    public required string Text { get; init; }

    /// <summary>What to do about it; null when not stated.</summary>
    public string? Workaround { get; init; }
}

/// <summary>A value a step asks for.</summary>
public sealed record ValueDefinition
{
    /// <summary>The parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Its type, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the value may be missing; the step then gets null.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether a checkpoint shows the value for context, and does not ask to approve it.</summary>
    public bool Context { get; init; }
}

/// <summary>The access of a step to a tool.</summary>
public sealed record AccessDefinition
{
    /// <summary>The tool.</summary>
    public required NamedType Tool { get; init; }

    /// <summary>What the step may do with it.</summary>
    public required Access Kind { get; init; }

    /// <summary>Where a write can hurt.</summary>
    public Impact Impact { get; init; }

    /// <summary>Whether the write can't be undone.</summary>
    public bool Irreversible { get; init; }
}

/// <summary>The limit inside which a step may write without a checkpoint.</summary>
public sealed record LimitDefinition
{
    /// <summary>The limit in words.</summary>
    public required string Text { get; init; }

    /// <summary>The condition; null when there is none.</summary>
    public string? When { get; init; }

    /// <summary>Nothing of an AI comes to the step, so the limit needs no condition.</summary>
    public bool NeedsNoCondition { get; init; }

    /// <summary>How many times the step may start per day, over all runs; null when not limited.</summary>
    public int? PerDay { get; init; }

    /// <summary>The day since which it has been in force; null when not stated.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What shows that the step earned it; null when not stated.</summary>
    public string? Evidence { get; init; }

    /// <summary>It states when, if that needs to be asked, how often, and since when: it stands in place of an approval.</summary>
    [JsonIgnore]
    public bool IsComplete => (When is not null || NeedsNoCondition) && PerDay is not null && Since is not null;
}

/// <summary>Samples of a step's output that a person looks at.</summary>
public sealed record SpotCheckDefinition
{
    /// <summary>Who looks.</summary>
    public required NamedType Role { get; init; }

    /// <summary>A person looks at one in this many outputs.</summary>
    public required int OneIn { get; init; }
}
