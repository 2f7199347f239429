namespace SopAsCode;

/// <summary>The declaration of one SOP as data: what hosts, tools and documents work with. Generated.</summary>
public sealed record SopDefinition
{
    /// <summary>The stable name: lower-case words with hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What people call the SOP.</summary>
    public required string Title { get; init; }

    /// <summary>The class that declares it, with its namespace.</summary>
    public required string Class { get; init; }

    /// <summary>Where the SOP stands in its life.</summary>
    public Stage Stage { get; init; }

    /// <summary>The version of the newest change entry; null when there is none.</summary>
    public string? Version { get; init; }

    /// <summary>The business goal.</summary>
    public string? Goal { get; init; }

    /// <summary>The one primary output of a run.</summary>
    public string? Output { get; init; }

    /// <summary>Who answers for the result.</summary>
    public NamedType? Owner { get; init; }

    /// <summary>Who may do whatever the owner may.</summary>
    public NamedType? Backup { get; init; }

    /// <summary>The value stream it belongs to.</summary>
    public NamedType? ValueStream { get; init; }

    /// <summary>The part of the value stream; null when not stated.</summary>
    public string? Part { get; init; }

    /// <summary>Who has which other duty.</summary>
    public IReadOnlyList<DutyDefinition> Duties { get; init; } = [];

    /// <summary>What starts a run.</summary>
    public IReadOnlyList<TriggerDefinition> Triggers { get; init; } = [];

    /// <summary>What it does not cover.</summary>
    public IReadOnlyList<OutOfScopeDefinition> OutOfScope { get; init; } = [];

    /// <summary>What must be there before a run.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>The pilot it is in; null when it is in none.</summary>
    public PilotDefinition? Pilot { get; init; }

    /// <summary>How good a candidate the work is; null when not assessed.</summary>
    public AssessmentDefinition? Assessment { get; init; }

    /// <summary>Office hours in which times due count and schedules run; null for always, in UTC.</summary>
    public OfficeHoursDefinition? OfficeHours { get; init; }

    /// <summary>The team is one person: two pairs of eyes can't be had.</summary>
    public bool IsOnePersonTeam { get; init; }

    /// <summary>What a good result looks like.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>How the team knows that it works.</summary>
    public IReadOnlyList<MetricDefinition> Metrics { get; init; } = [];

    /// <summary>How often it is looked at again.</summary>
    public ReviewDefinition? Review { get; init; }

    /// <summary>How the work is done by hand.</summary>
    public FallbackDefinition? Fallback { get; init; }

    /// <summary>How customers are told that AI helped; null when nothing is decided.</summary>
    public DisclosureDefinition? Disclosure { get; init; }

    /// <summary>What else the SOP says to its readers.</summary>
    public Remarks Remarks { get; init; } = Remarks.None;

    /// <summary>What the SOP was granted.</summary>
    public IReadOnlyList<GrantDefinition> Grants { get; init; } = [];

    /// <summary>The change log, newest first.</summary>
    public IReadOnlyList<ChangeDefinition> Changes { get; init; } = [];

    /// <summary>The type of the run's input, with its namespace; null when a run needs none.</summary>
    public string? Input { get; init; }

    /// <summary>
    /// The property of the input by which an event from outside finds its run; null when none is marked.
    /// <see cref="SopDispatcher.KeyOf"/> reads it.
    /// </summary>
    public string? InputKey { get; init; }

    /// <summary>The steps, in the order of the source.</summary>
    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    /// <summary>The conditions the flow and the limits ask.</summary>
    public IReadOnlyList<ConditionDefinition> Conditions { get; init; } = [];

    /// <summary>
    /// The names of all states: the steps, then <c>Fallback</c>, <c>Completed</c>, <c>Rejected</c>, <c>Escalated</c>,
    /// <c>Cancelled</c>.
    /// </summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Every transition of the machine.</summary>
    public required IReadOnlyList<TransitionDefinition> Transitions { get; init; }

    /// <summary>Whether a state is one of the four ends.</summary>
    /// <param name="state">The name of a state.</param>
    /// <returns>True for an end.</returns>
    public bool IsEnd(string state) => NumberOf(state) > Steps.Count;

    /// <summary>The step of a state.</summary>
    /// <param name="state">The name of a state.</param>
    /// <returns>The step, or null in <c>Fallback</c> and the ends, and where no state has that name.</returns>
    public StepDefinition? StepOf(string state) => NumberOf(state) is >= 0 and var number && number < Steps.Count ? Steps[number] : null;

    /// <summary>The number of a state in <see cref="States"/>; -1 when none has that name.</summary>
    internal int NumberOf(string state)
    {
        for (var i = 0; i < States.Count; i++)
        {
            if (States[i] == state)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A role, agent, tool or value stream: its type and what people call it.</summary>
/// <param name="Type">The type, with its namespace.</param>
/// <param name="Title">What people call it.</param>
public sealed record NamedType(string Type, string Title);

/// <summary>A metric.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Name">The name people use.</param>
/// <param name="Baseline">The value before the SOP; null when not stated.</param>
/// <param name="Target">The value to reach; null when not stated.</param>
/// <param name="Unit">The unit of both; null when not stated.</param>
public sealed record MetricDefinition(Measure Measure, string Name, double? Baseline, double? Target, string? Unit);

/// <summary>The review of an SOP.</summary>
/// <param name="Cadence">How often.</param>
/// <param name="Last">The day of the last one; null when not stated.</param>
public sealed record ReviewDefinition(Cadence Cadence, DateOnly? Last)
{
    /// <summary>The day the next one is due; null when there was none yet.</summary>
    public DateOnly? Next => Last is not { } last ? null : Cadence switch
    {
        Cadence.Weekly => last.AddDays(7),
        Cadence.Biweekly => last.AddDays(14),
        Cadence.Monthly => last.AddMonths(1),
        Cadence.Quarterly => last.AddMonths(3),
        _ => last.AddYears(1),
    };
}

/// <summary>The manual path.</summary>
/// <param name="How">What the person does.</param>
/// <param name="SwitchWhen">When to switch to it; null when not stated.</param>
public sealed record FallbackDefinition(string How, string? SwitchWhen);

/// <summary>An entry of the change log.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="Date">The day.</param>
/// <param name="What">What changed, and why.</param>
/// <param name="Moves">For each step that was renamed or removed, where runs that stand there stand now.</param>
public sealed record ChangeDefinition(string Version, DateOnly Date, string What, IReadOnlyDictionary<string, string>? Moves = null);

/// <summary>A condition.</summary>
/// <param name="Name">The method.</param>
/// <param name="Text">What it means, in words.</param>
public sealed record ConditionDefinition(string Name, string Text);

/// <summary>One transition of the machine.</summary>
/// <param name="From">The state it leaves.</param>
/// <param name="Trigger">What sets it off.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Label">When it is taken, in words; null when it always is.</param>
/// <param name="BoundedEntry">
/// The name under which a run counts how often it took it: the step of its <see cref="NextAttribute"/>, and the condition, as in
/// <c>Check when IsLarge</c>; null where nothing is counted.
/// </param>
public sealed record TransitionDefinition(string From, SopTrigger Trigger, string To, string? Label = null, string? BoundedEntry = null);
