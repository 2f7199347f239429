using System.Text.Json.Serialization;
using SopAsCode.Runtime;

namespace SopAsCode.Definitions;

/// <summary>
/// The declaration of one SOP as data. Hosts, tools and documents work with it. The generator writes it once, as JSON; the generated
/// <c>Definition</c> reads the JSON when it is first used.
/// </summary>
/// <remarks>
/// Two definitions are equal when all their properties are equal; lists are compared item by item. The JSON has a member for each
/// property, with the same name in camel case. Enums are names, flags are lists of names, and days and durations are ISO texts. What is
/// not stated is left out.
/// </remarks>
public sealed record SopDefinition
{
    /// <summary>The stable name: lower-case words with hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What people call the SOP.</summary>
    public required string Title { get; init; }

    /// <summary>The class that declares it, with its namespace.</summary>
    public required string Class { get; init; }

    /// <summary>The stage the SOP has reached in its life.</summary>
    public Stage Stage { get; init; }

    /// <summary>The version of the newest change entry; null when there is none.</summary>
    public string? Version { get; init; }

    /// <summary>
    /// Sixteen lower-case hexadecimal digits that change when something important changes, as in <see cref="SopSummaryAttribute.Fingerprint"/>; null when
    /// the definition was not generated.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>The business goal.</summary>
    public string? Goal { get; init; }

    /// <summary>The one primary output of a run.</summary>
    public string? Output { get; init; }

    /// <summary>Who answers for the result.</summary>
    public NamedType? Owner { get; init; }

    /// <summary>Who may do everything that the owner may do, when the owner is away.</summary>
    public NamedType? Backup { get; init; }

    /// <summary>The roles that derive from a role of its people: whoever holds one of them may do what that role may.</summary>
    public IReadOnlyList<NamedType> Seniors { get; init => field = ValueList<NamedType>.Of(value); } = ValueList<NamedType>.Empty;

    /// <summary>The value stream it belongs to.</summary>
    public NamedType? ValueStream { get; init; }

    /// <summary>The part of the value stream; null when not stated.</summary>
    public string? Part { get; init; }

    /// <summary>The other duties, and who has them.</summary>
    public IReadOnlyList<DutyDefinition> Duties { get; init => field = ValueList<DutyDefinition>.Of(value); } = ValueList<DutyDefinition>.Empty;

    /// <summary>What starts a run.</summary>
    public IReadOnlyList<TriggerDefinition> Triggers { get; init => field = ValueList<TriggerDefinition>.Of(value); } = ValueList<TriggerDefinition>.Empty;

    /// <summary>What it does not cover.</summary>
    public IReadOnlyList<OutOfScopeDefinition> OutOfScope { get; init => field = ValueList<OutOfScopeDefinition>.Of(value); } = ValueList<OutOfScopeDefinition>.Empty;

    /// <summary>What must be ready before a run.</summary>
    public IReadOnlyList<string> Prerequisites { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>The pilot it is in; null when it is in none.</summary>
    public PilotDefinition? Pilot { get; init; }

    /// <summary>How good a candidate the work is; null when not assessed.</summary>
    public AssessmentDefinition? Assessment { get; init; }

    /// <summary>
    /// The office hours. The time of a step that is due counts only inside them, and schedules use their time zone; null when time always counts and schedules
    /// use UTC.
    /// </summary>
    public OfficeHoursDefinition? OfficeHours { get; init; }

    /// <summary>The team is one person, so no second person can check the work.</summary>
    public bool IsOnePersonTeam { get; init; }

    /// <summary>The time within which a run must be done, from its start; null when it has none, or when <see cref="DueBy"/> says it.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>How many of the days in <see cref="Due"/> are stated as days: working days where there are office hours. All other time counts by the hour.</summary>
    public int DueDays { get; init; }

    /// <summary>The method that says by when a run must be done, by <see cref="SopDispatcher.TimeOf"/>; null when that is stated.</summary>
    public string? DueBy { get; init; }

    /// <summary>How long before that time the owner is reminded.</summary>
    public IReadOnlyList<TimeSpan> Reminders { get; init => field = ValueList<TimeSpan>.Of(value); } = ValueList<TimeSpan>.Empty;

    /// <summary>What a good result looks like, in groups.</summary>
    public IReadOnlyList<ChecklistDefinition> Checklists { get; init => field = ValueList<ChecklistDefinition>.Of(value); } = ValueList<ChecklistDefinition>.Empty;

    /// <summary>How the team knows that it works.</summary>
    public IReadOnlyList<MetricDefinition> Metrics { get; init => field = ValueList<MetricDefinition>.Of(value); } = ValueList<MetricDefinition>.Empty;

    /// <summary>How often it is reviewed.</summary>
    public ReviewDefinition? Review { get; init; }

    /// <summary>The manual path: how the work is done by hand.</summary>
    public FallbackDefinition? Fallback { get; init; }

    /// <summary>The parts of the page that this kind of work needs.</summary>
    public IReadOnlyList<SectionDefinition> Sections { get; init => field = ValueList<SectionDefinition>.Of(value); } = ValueList<SectionDefinition>.Empty;

    /// <summary>How the team tells customers that AI helped; null when nothing is decided.</summary>
    public DisclosureDefinition? Disclosure { get; init; }

    /// <summary>What else the SOP tells its readers.</summary>
    public Remarks Remarks { get; init => field = value ?? Remarks.None; } = Remarks.None;

    /// <summary>The grants of the SOP.</summary>
    public IReadOnlyList<GrantDefinition> Grants { get; init => field = ValueList<GrantDefinition>.Of(value); } = ValueList<GrantDefinition>.Empty;

    /// <summary>The change log, newest first.</summary>
    public IReadOnlyList<ChangeDefinition> Changes { get; init => field = ValueList<ChangeDefinition>.Of(value); } = ValueList<ChangeDefinition>.Empty;

    /// <summary>The type of the run's input, with its namespace; null when a run needs none.</summary>
    public string? Input { get; init; }

    /// <summary>Runs start by hand-off only, and what is handed over was approved there: that approval releases each write before the first checkpoint, once.</summary>
    public bool ApprovedInput { get; init; }

    /// <summary>
    /// The property of the input by which an event from outside finds its run; null when none is marked.
    /// <see cref="SopDispatcher.KeyOf"/> reads it.
    /// </summary>
    public string? InputKey { get; init; }

    /// <summary>The steps, in the order of the source.</summary>
    public required IReadOnlyList<StepDefinition> Steps { get; init => field = ValueList<StepDefinition>.Of(value); }

    /// <summary>The conditions that the flow and the limits use.</summary>
    public IReadOnlyList<ConditionDefinition> Conditions { get; init => field = ValueList<ConditionDefinition>.Of(value); } = ValueList<ConditionDefinition>.Empty;

    /// <summary>The times that methods say.</summary>
    public IReadOnlyList<TimeDefinition> Times { get; init => field = ValueList<TimeDefinition>.Of(value); } = ValueList<TimeDefinition>.Empty;

    /// <summary>
    /// The names of all states: the steps, then <c>Fallback</c>, <c>Completed</c>, <c>Rejected</c>, <c>Escalated</c>,
    /// <c>Cancelled</c>.
    /// </summary>
    public required IReadOnlyList<string> States { get; init => field = ValueList<string>.Of(value); }

    /// <summary>Every transition of the machine.</summary>
    public required IReadOnlyList<TransitionDefinition> Transitions { get; init => field = ValueList<TransitionDefinition>.Of(value); }

    /// <summary>Reads a definition, such as the one in <see cref="SopSummaryAttribute.Definition"/>. Members it does not know are ignored.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="FormatException">The text is not a definition, or it contains something that only a newer version can read.</exception>
    public static SopDefinition Parse(string json) => DefinitionJson.Read(json, DefinitionContext.Default.SopDefinition, "definition of an SOP");

    /// <summary>Writes the definition as JSON.</summary>
    /// <returns>The JSON: equal definitions give the same text on every machine.</returns>
    public string ToJson() => DefinitionJson.Write(this);

    /// <summary>Whether a state is one of the four ends.</summary>
    /// <param name="state">The name of a state.</param>
    /// <returns>True for an end.</returns>
    public bool IsEnd(string state) => NumberOf(state) > Steps.Count;

    /// <summary>The step of a state.</summary>
    /// <param name="state">The name of a state.</param>
    /// <returns>The step; null for <c>Fallback</c> and the ends, and for a name that no state has.</returns>
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

/// <summary>A condition.</summary>
public sealed record ConditionDefinition
{
    /// <summary>The method.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in words.</summary>
    public required string Text { get; init; }
}

/// <summary>A time that a method says.</summary>
public sealed record TimeDefinition
{
    /// <summary>The method.</summary>
    public required string Name { get; init; }

    /// <summary>The time in words.</summary>
    public required string Text { get; init; }
}

/// <summary>One transition of the machine.</summary>
public sealed record TransitionDefinition
{
    /// <summary>The state it leaves.</summary>
    public required string From { get; init; }

    /// <summary>The trigger of the transition.</summary>
    public required SopTrigger Trigger { get; init; }

    /// <summary>The state it leads to.</summary>
    public required string To { get; init; }

    /// <summary>When it is taken, in words; null when it is always taken.</summary>
    public string? Label { get; init; }

    /// <summary>The name under which a run counts how often it took the transition, as in Check when IsLarge; null when nothing is counted.</summary>
    public string? BoundedEntry { get; init; }

    /// <summary>The step behind which the run goes on, for a way out of the manual path that does not repeat that step; null for all others.</summary>
    public string? Behind { get; init; }
}
