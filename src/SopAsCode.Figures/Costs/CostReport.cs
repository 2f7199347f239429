namespace SopAsCode.Figures;

/// <summary>What steps of AI used, month by month.</summary>
public sealed record CostReport
{
    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>A line for each month, SOP, agent and model, in that order.</summary>
    public required IReadOnlyList<CostLine> Lines { get; init; }

    /// <summary>A line for each month.</summary>
    public required IReadOnlyList<MonthCost> Months { get; init; }

    /// <summary>The report of a period.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="period">The days, within the window of the facts.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The facts of a day of the period were not kept.</exception>
    public static CostReport Of(RunFacts facts, Period period)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts.Demand(period);
        var uses = facts.Runs.SelectMany(run => run.In<AiAnswered>(period).Select(answer => (Month: MonthOf(answer.At), run.Sop, answer.Agent)))
            .GroupBy(use => (use.Month, use.Sop, use.Agent.Agent, Model: use.Agent.Model ?? ""))
            .OrderBy(group => group.Key.Month, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Sop, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Agent, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Model, StringComparer.Ordinal)
            .Select(group => (group.Key, Cost: AiCost.Of(group.Select(use => use.Agent))))
            .ToList();
        var failed = facts.Runs.SelectMany(run => run.In<AttemptFailed>(period)).Where(failure => failure.IsAi).ToLookup(failure => MonthOf(failure.At), StringComparer.Ordinal);
        return new()
        {
            Period = period,
            Lines = [.. uses.Select(use => new CostLine { Month = use.Key.Month, Sop = use.Key.Sop, Agent = use.Key.Agent, Model = use.Key.Model.Length > 0 ? use.Key.Model : null, Use = use.Cost.Sum() })],
            Months =
            [
                .. uses.Select(use => use.Key.Month).Union(failed.Select(month => month.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(month => new MonthCost
                {
                    Month = month,
                    Use = AiCost.Sum(uses.Where(use => use.Key.Month == month).Select(use => use.Cost)),
                    FailedAttempts = failed[month].Count(),
                }),
            ],
        };
    }

    private static string MonthOf(DateTimeOffset at) => Period.Day(Period.DayOf(at))[..7];
}

/// <summary>What one agent used in one SOP in one month.</summary>
public sealed record CostLine
{
    /// <summary>The month, in UTC, as <c>2026-11</c>.</summary>
    public required string Month { get; init; }

    /// <summary>The id of the SOP.</summary>
    public required string Sop { get; init; }

    /// <summary>The type of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The model; null when none was declared.</summary>
    public string? Model { get; init; }

    /// <summary>What it used.</summary>
    public required AiUse Use { get; init; }
}

/// <summary>What all AI used in one month.</summary>
public sealed record MonthCost
{
    /// <summary>The month, in UTC, as <c>2026-11</c>.</summary>
    public required string Month { get; init; }

    /// <summary>What it used.</summary>
    public required AiUse Use { get; init; }

    /// <summary>Attempts of AI steps that failed. The record does not say what they cost.</summary>
    public required int FailedAttempts { get; init; }
}
