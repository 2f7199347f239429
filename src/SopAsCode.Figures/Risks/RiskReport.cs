namespace SopAsCode.Figures;

/// <summary>What a team looks at once a quarter: where AI writes without a yes, what is waived and until when, how limits are used and whether their steps earned them, and which reviews are due.</summary>
public sealed record RiskReport
{
    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>The day on which waivers and reviews are looked at.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The SOPs with runs in the period or with a step that has a limit or level 4, in the order of their ids.</summary>
    public required IReadOnlyList<SopRisk> Sops { get; init; }

    /// <summary>All waivers, those that end first before the others; those without an end last.</summary>
    public required IReadOnlyList<WaiverLine> Waivers { get; init; }

    /// <summary>The reviews that are due, the longest overdue first; those that never took place before all others.</summary>
    public required IReadOnlyList<OverdueReview> Reviews { get; init; }
}

/// <summary>The risk in one SOP.</summary>
public sealed record SopRisk
{
    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Writes of AI, or of code that wrote what an AI made, where a write can hurt.</summary>
    public required int AiWrites { get; init; }

    /// <summary>Those of them that no person approved, by step and tool.</summary>
    public required IReadOnlyList<UnapprovedWrites> Unapproved { get; init; }

    /// <summary>Approvals by somebody who had made one of the approved values: a waiver or a team of one allows it.</summary>
    public required int ApprovedByPerformer { get; init; }

    /// <summary>Times that runs went to the manual path.</summary>
    public required int Manual { get; init; }

    /// <summary>Attempts that failed.</summary>
    public required int Failures { get; init; }

    /// <summary>The steps with a limit or of level 4.</summary>
    public required IReadOnlyList<LimitUse> Limits { get; init; }
}

/// <summary>Writes of AI that no person approved.</summary>
public sealed record UnapprovedWrites
{
    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The type of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Where it can hurt.</summary>
    public required string Impact { get; init; }

    /// <summary>How many.</summary>
    public required int Times { get; init; }

    /// <summary>What allows it today, in words; <c>nothing that is declared today</c> where nothing does.</summary>
    public required string AllowedBy { get; init; }
}

/// <summary>A waiver.</summary>
public sealed record WaiverLine
{
    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step it stands on; null when it stands on the SOP.</summary>
    public string? Step { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The last day; null when it has no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether its last day is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Why; null when not stated.</summary>
    public string? Because { get; init; }
}

/// <summary>A review that is due.</summary>
public sealed record OverdueReview
{
    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The title of the role that owns it; null when nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The day it was due; null when there was none yet.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How often it should be.</summary>
    public required Cadence Cadence { get; init; }
}

/// <summary>How a step used its limit, and what its own record says about it.</summary>
public sealed record LimitUse
{
    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>What it does.</summary>
    public required string Title { get; init; }

    /// <summary>Its level; null when it is no AI step.</summary>
    public Level? Level { get; init; }

    /// <summary>The limit in words; null when it is of level 4 and has none.</summary>
    public string? Limit { get; init; }

    /// <summary>How often it may start a day; null when that is not limited.</summary>
    public int? PerDay { get; init; }

    /// <summary>Since when; null when not stated.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What shows that it earned its autonomy, as declared; null when nothing is.</summary>
    public string? Evidence { get; init; }

    /// <summary>How often it started.</summary>
    public required int Starts { get; init; }

    /// <summary>The most starts in a day.</summary>
    public required int MostInADay { get; init; }

    /// <summary>The days on which it used its limit up.</summary>
    public required int FullDays { get; init; }

    /// <summary>How often it was outside its limit and did not start.</summary>
    public required int Outside { get; init; }

    /// <summary>How often it failed.</summary>
    public required int Failures { get; init; }

    /// <summary>Outputs that were right, of those that a person looked at: samples, and drafts at checkpoints, where only those approved as they were are right.</summary>
    public required Share LookedAt { get; init; }

    /// <summary>What its record says.</summary>
    public required Earned Earned { get; init; }

    /// <summary>The level that its record supports; null when too few outputs were looked at to say it.</summary>
    public Level? LevelEarned => Earned switch
    {
        Earned.Yes => SopAsCode.Level.Autonomous,
        Earned.No => SopAsCode.Level.PrepareForApproval,
        _ => null,
    };
}

/// <summary>Whether the record of a step supports its autonomy.</summary>
public enum Earned
{
    /// <summary>Too few outputs were looked at to say it.</summary>
    NotShown = 0,

    /// <summary>Enough were looked at, and too many were wrong: what it does needs an approval.</summary>
    No = 1,

    /// <summary>Enough were looked at, and nearly all were right.</summary>
    Yes = 2,
}
