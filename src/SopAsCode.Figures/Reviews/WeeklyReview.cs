namespace SopAsCode.Figures;

/// <summary>What a team looks at once a week: the numbers beside those of the week before, what waited for whom, what went wrong, some outputs of AI, three lists, and one change.</summary>
public sealed record WeeklyReview
{
    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>The days that it is compared with.</summary>
    public required Period Before { get; init; }

    /// <summary>The SOPs that had runs in one of the two periods, in the order of their ids.</summary>
    public required IReadOnlyList<ReviewedSop> Sops { get; init; }

    /// <summary>The answers at checkpoints, by role; the role with the most answers first.</summary>
    public required IReadOnlyList<ApprovalVolume> Approvals { get; init; }

    /// <summary>What did not go as it should, the most frequent first.</summary>
    public required IReadOnlyList<ExceptionLine> Exceptions { get; init; }

    /// <summary>Some outputs of AI, drawn by a fixed rule: see <see cref="Sampling"/>.</summary>
    public required IReadOnlyList<OutputSample> Samples { get; init; }

    /// <summary>From how many outputs the samples were drawn.</summary>
    public required int Outputs { get; init; }

    /// <summary>What was handled well, by SOP.</summary>
    public required IReadOnlyList<HandledWell> HandledWell { get; init; }

    /// <summary>The runs in which a person had to step in, in the order in which it happened first.</summary>
    public required IReadOnlyList<SteppedIn> SteppedIn { get; init; }

    /// <summary>All changes that follow from the figures, the most important first.</summary>
    public required IReadOnlyList<SuggestedChange> RulesToChange { get; init; }

    /// <summary>The one change that is suggested: the first of them; null when none follows from the figures.</summary>
    public SuggestedChange? Change => RulesToChange.Count > 0 ? RulesToChange[0] : null;
}

/// <summary>An SOP in two periods.</summary>
public sealed record ReviewedSop
{
    /// <summary>The scorecard of the period.</summary>
    public required Scorecard Now { get; init; }

    /// <summary>The scorecard of the period before.</summary>
    public required Scorecard Before { get; init; }
}

/// <summary>The answers that one role gave at checkpoints.</summary>
public sealed record ApprovalVolume
{
    /// <summary>The type of the role.</summary>
    public required string Role { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>How often it approved.</summary>
    public required int Approved { get; init; }

    /// <summary>How often it rejected.</summary>
    public required int Rejected { get; init; }

    /// <summary>How many answers it gave in the period before.</summary>
    public required int AnswersBefore { get; init; }

    /// <summary>How long the requests waited.</summary>
    public required Spread Wait { get; init; }
}

/// <summary>Something that did not go as it should.</summary>
public sealed record ExceptionLine
{
    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step, or the state.</summary>
    public required string Step { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public required string What { get; init; }

    /// <summary>How often.</summary>
    public required int Times { get; init; }

    /// <summary>The first run in which it happened.</summary>
    public required string Run { get; init; }
}

/// <summary>One output of AI, for a person to look at.</summary>
public sealed record OutputSample
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The number of the event.</summary>
    public required int Sequence { get; init; }

    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The type of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The model; null when none was declared.</summary>
    public string? Model { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The salted hash of the output; null when it made no value.</summary>
    public string? Content { get; init; }

    /// <summary>The output as JSON; null when it was erased, or not asked for.</summary>
    public string? Text { get; init; }
}

/// <summary>The runs of an SOP that ended in the period and needed nobody to put anything right.</summary>
public sealed record HandledWell
{
    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>Those runs, of all that ended.</summary>
    public required Share Runs { get; init; }

    /// <summary>Outputs of AI that were approved as they were, of those approved.</summary>
    public required Share DraftsUnchanged { get; init; }
}

/// <summary>A run in which a person had to step in.</summary>
public sealed record SteppedIn
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>What the person did, in a few words each.</summary>
    public required IReadOnlyList<string> What { get; init; }

    /// <summary>The contents in which people said why.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What people said, as far as it was not erased.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];
}

/// <summary>A change that follows from the figures.</summary>
public sealed record SuggestedChange
{
    /// <summary>The rule it follows from.</summary>
    public required string Rule { get; init; }

    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>What to change.</summary>
    public required string What { get; init; }

    /// <summary>The figures it follows from.</summary>
    public required string Because { get; init; }
}
