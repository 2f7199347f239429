using SopAsCode.Definitions;

namespace SopAsCode.Figures;

/// <summary>Makes the report about risk.</summary>
public static class RiskReports
{
    /// <summary>How many outputs a person must have looked at before they say something about autonomy.</summary>
    public const int EnoughLooks = 10;

    /// <summary>The largest share of wrong outputs, in percent, with which autonomy is earned.</summary>
    public const int MostWrongPercent = 5;

    private const string Unapproved = "SOP0201";

    /// <summary>The report of a period.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="period">The days, within the window of the facts.</param>
    /// <param name="asOf">The day on which waivers and reviews are looked at.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The facts of a day of the period were not kept.</exception>
    public static RiskReport Of(RunFacts facts, Period period, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts.Demand(period);
        return new()
        {
            Period = period,
            AsOf = asOf,
            Sops = [.. facts.Sops.Select(sop => Sop(sop, [.. facts.RunsOf(sop.Id).SelectMany(run => run.In<Fact>(period))])).OfType<SopRisk>()],
            Waivers =
            [
                .. facts.Sops.SelectMany(WaiversOf).Select(one => new WaiverLine
                {
                    Sop = one.Sop.Id,
                    Step = one.Step,
                    Rule = one.Waiver.Rule,
                    Until = one.Waiver.Until,
                    IsOver = one.Waiver.Until < asOf,
                    Because = one.Waiver.Because,
                }).OrderBy(line => line.Until ?? DateOnly.MaxValue),
            ],
            Reviews =
            [
                .. facts.Sops.Where(sop => sop is { Stage: Stage.Active, Review: not null } && (sop.Review.Next is not { } due || due < asOf))
                    .Select(sop => new OverdueReview { Sop = sop.Id, Owner = sop.Owner?.Title, Due = sop.Review!.Next, Cadence = sop.Review.Cadence })
                    .OrderBy(review => review.Due ?? DateOnly.MinValue),
            ],
        };
    }

    private static IEnumerable<(SopDefinition Sop, string? Step, WaiverDefinition Waiver)> WaiversOf(SopDefinition sop) =>
        sop.Remarks.Waivers.Select(waiver => (sop, (string?)null, waiver)).Concat(sop.Steps.SelectMany(step => step.Remarks.Waivers.Select(waiver => (sop, (string?)step.Name, waiver))));

    private static SopRisk? Sop(SopDefinition sop, IReadOnlyList<Fact> facts)
    {
        var limits = sop.Steps.Where(step => step.Limit is not null || step.Level == Level.Autonomous).ToList();
        if (facts.Count == 0 && limits.Count == 0)
        {
            return null;
        }

        var writes = facts.OfType<Wrote>().Where(write => write is { IsOfAi: true, Impact: not null }).ToList();
        return new()
        {
            Sop = sop.Id,
            Title = sop.Title,
            AiWrites = writes.Count,
            Unapproved =
            [
                .. writes.Where(write => !write.IsApproved).GroupBy(write => (write.Step, write.Tool, Impact: write.Impact!)).OrderBy(same => same.Key.Step, StringComparer.Ordinal)
                    .Select(same => new UnapprovedWrites { Step = same.Key.Step, Tool = same.Key.Tool, Impact = same.Key.Impact, Times = same.Count(), AllowedBy = AllowedBy(sop, same.Key.Step) }),
            ],
            ApprovedByPerformer = facts.OfType<LookedAt>().Count(look => look.ByPerformer),
            Manual = facts.OfType<WentManual>().Count(),
            Failures = facts.OfType<AttemptFailed>().Count(),
            Limits = [.. limits.Select(step => Limit(step, facts))],
        };
    }

    private static string AllowedBy(SopDefinition sop, string name) => sop.StepOf(name) switch
    {
        { Limit.IsComplete: true } => "its limit",
        var step when (step?.Remarks.Waivers ?? []).Concat(sop.Remarks.Waivers).FirstOrDefault(waiver => waiver.Rule == Unapproved) is { } waiver =>
            $"the waiver of {Unapproved}{(waiver.Until is { } until ? $" until {Period.Day(until)}" : "")}",
        _ => "nothing that is declared today",
    };

    private static LimitUse Limit(StepDefinition step, IReadOnlyList<Fact> facts)
    {
        var days = facts.OfType<LimitCounted>().Where(start => start.Step == step.Name).GroupBy(start => Period.DayOf(start.At)).Select(day => day.Count()).ToList();
        var samples = facts.OfType<Sampled>().Where(sample => sample.Of == step.Name).ToList();
        var looks = facts.OfType<LookedAt>().Where(look => look.Drafts.Contains(step.Name, StringComparer.Ordinal)).ToList();
        Share lookedAt = new()
        {
            Part = samples.Count(sample => sample.IsRight) + looks.Count(look => look.IsApproved && !look.Edited.Contains(step.Name, StringComparer.Ordinal)),
            Whole = samples.Count + looks.Count,
        };
        return new()
        {
            Step = step.Name,
            Title = step.Title,
            Level = step.Level,
            Limit = step.Limit?.Text,
            PerDay = step.Limit?.PerDay,
            Since = step.Limit?.Since,
            Evidence = step.Limit?.Evidence,
            Starts = days.Sum(),
            MostInADay = days.Count > 0 ? days.Max() : 0,
            FullDays = step.Limit?.PerDay is { } most ? days.Count(day => day >= most) : 0,
            Outside = facts.OfType<OutsideLimit>().Count(outside => outside.Step == step.Name),
            Failures = facts.OfType<AttemptFailed>().Count(failure => failure.Step == step.Name),
            LookedAt = lookedAt,
            Earned = lookedAt.Whole < EnoughLooks ? Earned.NotShown : 100 * (lookedAt.Whole - lookedAt.Part) <= MostWrongPercent * lookedAt.Whole ? Earned.Yes : Earned.No,
        };
    }
}
