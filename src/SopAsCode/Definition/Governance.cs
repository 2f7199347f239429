namespace SopAsCode;

/// <summary>A duty in an SOP.</summary>
/// <param name="Role">Who has it.</param>
/// <param name="Duty">The duty.</param>
public sealed record DutyDefinition(NamedType Role, Duty Duty);

/// <summary>What starts a run.</summary>
/// <param name="When">In words.</param>
/// <param name="Cron">The schedule, in five fields; null when it is no schedule.</param>
public sealed record TriggerDefinition(string When, string? Cron = null);

/// <summary>What an SOP leaves out.</summary>
/// <param name="What">In words.</param>
/// <param name="CoveredBy">The SOP that covers it; null when none is named.</param>
public sealed record OutOfScopeDefinition(string What, OtherSop? CoveredBy = null);

/// <summary>Another SOP, as far as its class says.</summary>
/// <param name="Type">Its class, with namespace.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Id">Its stable name.</param>
public sealed record OtherSop(string Type, string Title, string Id);

/// <summary>A pilot.</summary>
/// <param name="Start">The first day.</param>
/// <param name="DecideBy">The day of the decision: scale, revise or retire.</param>
public sealed record PilotDefinition(DateOnly Start, DateOnly DecideBy);

/// <summary>The scores of an idea, from 1 to 5; 0 when not stated.</summary>
/// <param name="Repeatability">How much one run is like another.</param>
/// <param name="Risk">How much a mistake costs.</param>
/// <param name="DataReadiness">How complete and clean the data is.</param>
/// <param name="Judgement">How much judgement it takes.</param>
/// <param name="MinutesSaved">People's minutes saved per run.</param>
public sealed record AssessmentDefinition(int Repeatability, int Risk, int DataReadiness, int Judgement, int MinutesSaved)
{
    /// <summary>
    /// The score by which ideas are ranked, from 0 to 20: what speaks for starting (repeatability, data) and what speaks against
    /// it (risk, judgement), each from 0 to 5, an unstated one counting as the worst. Equal scores: more minutes first.
    /// </summary>
    public int Score => Repeatability + DataReadiness + (Risk == 0 ? 0 : 6 - Risk) + (Judgement == 0 ? 0 : 6 - Judgement);
}

/// <summary>When people are there.</summary>
/// <param name="Hours">Days and hours, as the policy writes them.</param>
/// <param name="Zone">The time zone, by its IANA name.</param>
public sealed record OfficeHoursDefinition(string Hours, string Zone);

/// <summary>Whether customers are told that AI helped.</summary>
/// <param name="Mode">The decision.</param>
/// <param name="Text">What they are told, and where; null when they need not be.</param>
/// <param name="Because">Why they need not be; null when not stated.</param>
public sealed record DisclosureDefinition(DisclosureMode Mode, string? Text, string? Because = null);

/// <summary>A grant.</summary>
/// <param name="Tool">The tool that may be written to.</param>
/// <param name="Impact">Where it may hurt.</param>
/// <param name="By">The role that granted it; null when not stated.</param>
/// <param name="On">Since when; null when not stated.</param>
/// <param name="Until">The last day; null for no end.</param>
/// <param name="Because">Why; null when not stated.</param>
public sealed record GrantDefinition(NamedType Tool, Impact Impact, NamedType? By, DateOnly? On, DateOnly? Until, string? Because);
