using System.Text.Json.Serialization;
using SopAsCode.Runtime;

namespace SopAsCode.Definitions;

/// <summary>A duty in an SOP.</summary>
public sealed record DutyDefinition
{
    /// <summary>Who has it.</summary>
    public required NamedType Role { get; init; }

    /// <summary>The duty.</summary>
    public required Duty Duty { get; init; }
}

/// <summary>What starts a run.</summary>
public sealed record TriggerDefinition
{
    /// <summary>In words.</summary>
    public required string When { get; init; }

    /// <summary>The schedule, in five fields; null when it is no schedule.</summary>
    public string? Cron { get; init; }

    /// <summary>The step at which its runs begin; null when that is the first.</summary>
    public string? Start { get; init; }

    /// <summary>The method that the schedule asks what to start runs for, by <see cref="SopDispatcher.InputsAsync"/>; null when it starts one run.</summary>
    public string? Each { get; init; }
}

/// <summary>What an SOP does not cover.</summary>
public sealed record OutOfScopeDefinition
{
    /// <summary>In words.</summary>
    public required string What { get; init; }

    /// <summary>The SOP that covers it; null when none is named.</summary>
    public OtherSop? CoveredBy { get; init; }
}

/// <summary>A pilot.</summary>
public sealed record PilotDefinition
{
    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The day of the decision: scale, revise or retire.</summary>
    public required DateOnly DecideBy { get; init; }
}

/// <summary>The scores of an idea.</summary>
public sealed record AssessmentDefinition
{
    /// <summary>How similar the runs are to each other, from 1 to 5; 0 when not stated.</summary>
    public int Repeatability { get; init; }

    /// <summary>How much a mistake costs, from 1 to 5; 0 when not stated.</summary>
    public int Risk { get; init; }

    /// <summary>How complete and clean the data is, from 1 to 5; 0 when not stated.</summary>
    public int DataReadiness { get; init; }

    /// <summary>How much judgement it takes, from 1 to 5; 0 when not stated.</summary>
    public int Judgement { get; init; }

    /// <summary>People's minutes saved per run; 0 when not stated.</summary>
    public int MinutesSaved { get; init; }

    /// <summary>
    /// The score by which ideas are ranked, from 0 to 20. It adds two reasons to start (repeatability, data) and two reasons not
    /// to start, reversed (risk, judgement), each from 0 to 5. A value that is not stated counts as the worst. If scores are
    /// equal, the idea that saves more minutes comes first.
    /// </summary>
    [JsonIgnore]
    public int Score => Repeatability + DataReadiness + (Risk == 0 ? 0 : 6 - Risk) + (Judgement == 0 ? 0 : 6 - Judgement);
}

/// <summary>A metric.</summary>
public sealed record MetricDefinition
{
    /// <summary>What is measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The name people use.</summary>
    public required string Name { get; init; }

    /// <summary>The value before the SOP; null when not stated.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Baseline { get; init; }

    /// <summary>The value to reach; null when not stated.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Target { get; init; }

    /// <summary>The unit of both; null when not stated.</summary>
    public string? Unit { get; init; }

    /// <summary>The step at which a cycle time ends, when it is done for the first time; null for the end of the run.</summary>
    public string? Until { get; init; }
}

/// <summary>The review of an SOP.</summary>
public sealed record ReviewDefinition
{
    /// <summary>How often.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>The day of the last review; null when not stated.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The day the next review is due; null when there was no review yet.</summary>
    [JsonIgnore]
    public DateOnly? Next => Last is not { } last ? null : Cadence switch
    {
        Cadence.Weekly => last.AddDays(7),
        Cadence.Biweekly => last.AddDays(14),
        Cadence.Monthly => last.AddMonths(1),
        Cadence.Quarterly => last.AddMonths(3),
        _ => last.AddYears(1),
    };
}

/// <summary>The hours when people are at work.</summary>
public sealed record OfficeHoursDefinition
{
    /// <summary>Days and hours, as the policy writes them.</summary>
    public required string Hours { get; init; }

    /// <summary>The time zone, by its IANA name.</summary>
    public required string Zone { get; init; }
}

/// <summary>Whether the team tells customers that AI helped.</summary>
public sealed record DisclosureDefinition
{
    /// <summary>The decision.</summary>
    public required DisclosureMode Mode { get; init; }

    /// <summary>What the team tells them, and where; null when it need not tell them.</summary>
    public string? Text { get; init; }

    /// <summary>Why the team need not tell them; null when not stated.</summary>
    public string? Because { get; init; }
}

/// <summary>The manual path.</summary>
public sealed record FallbackDefinition
{
    /// <summary>What the person does.</summary>
    public required string How { get; init; }

    /// <summary>When to switch to it; null when not stated.</summary>
    public string? SwitchWhen { get; init; }
}

/// <summary>A grant.</summary>
public sealed record GrantDefinition
{
    /// <summary>The tool that may be written to.</summary>
    public required NamedType Tool { get; init; }

    /// <summary>Where it may hurt.</summary>
    public required Impact Impact { get; init; }

    /// <summary>The role that granted it; null when not stated.</summary>
    public NamedType? By { get; init; }

    /// <summary>The first day it holds; null when not stated.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The last day it holds; null when it has no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why; null when not stated.</summary>
    public string? Because { get; init; }
}

/// <summary>An entry of the change log.</summary>
public sealed record ChangeDefinition
{
    /// <summary>The version it made.</summary>
    public required string Version { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What changed, and why.</summary>
    public required string What { get; init; }

    /// <summary>For each step that was renamed or removed, the state in which its runs continue.</summary>
    public IReadOnlyList<MoveDefinition> Moves { get; init => field = ValueList<MoveDefinition>.Of(value); } = ValueList<MoveDefinition>.Empty;
}

/// <summary>The state in which the runs of a step continue after the step was renamed or removed.</summary>
public sealed record MoveDefinition
{
    /// <summary>The name of the step before the change.</summary>
    public required string From { get; init; }

    /// <summary>The name of the state in which its runs continue.</summary>
    public required string To { get; init; }
}
