using SopAsCode.Definitions;

namespace SopAsCode.Figures;

/// <summary>Makes scorecards from facts.</summary>
public static class Scorecards
{
    /// <summary>The scorecards of all SOPs, in the order of their ids.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="period">The days, within the window of the facts.</param>
    /// <returns>A card for each SOP.</returns>
    /// <exception cref="ArgumentException">The facts of a day of the period were not kept.</exception>
    public static IReadOnlyList<Scorecard> Of(RunFacts facts, Period period)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var runs = facts.Runs.ToLookup(run => run.Sop, StringComparer.Ordinal);
        return [.. facts.Sops.Select(sop => Make(facts, sop, period, runs[sop.Id]))];
    }

    /// <summary>The scorecard of one SOP.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="sop">The SOP.</param>
    /// <param name="period">The days, within the window of the facts.</param>
    /// <returns>The card.</returns>
    /// <exception cref="ArgumentException">The facts of a day of the period were not kept.</exception>
    public static Scorecard Of(RunFacts facts, SopDefinition sop, Period period)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(sop);
        return Make(facts, sop, period, facts.RunsOf(sop.Id));
    }

    private static Scorecard Make(RunFacts facts, SopDefinition sop, Period period, IEnumerable<FactsOfRun> runsOfSop)
    {
        facts.Demand(period);
        var runs = runsOfSop.ToList();
        var ended = runs.Where(run => run.EndedIn(period)).ToList();
        var completed = ended.Where(run => run.End == "Completed").ToList();
        var happened = runs.SelectMany(run => run.In<Fact>(period)).ToList();
        var looks = happened.OfType<LookedAt>().ToList();
        var drafts = looks.Where(look => look.IsApproved).Sum(look => look.Drafts.Count);
        var failures = happened.OfType<AttemptFailed>().ToList();
        var samples = happened.OfType<Sampled>().ToList();
        var recorded = happened.OfType<Recorded>().ToLookup(fact => fact.Metric, fact => fact.Value, StringComparer.Ordinal);
        var card = new Scorecard
        {
            Sop = sop.Id,
            Title = sop.Title,
            Owner = sop.Owner?.Title,
            Period = period,
            Versions = [.. runs.Where(run => period.Contains(run.Started) || run.EndedIn(period)).Select(run => run.Version).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Started = runs.Count(run => period.Contains(run.Started)),
            Ended = ended.Count,
            EndedRejected = ended.Count(run => run.End == "Rejected"),
            EndedEscalated = ended.Count(run => run.End == "Escalated"),
            EndedCancelled = ended.Count(run => run.End == "Cancelled"),
            Open = runs.Count(run => Period.DayOf(run.Started) <= period.To && (run.Ended is not { } at || Period.DayOf(at) > period.To)),
            Completed = new() { Part = completed.Count, Whole = ended.Count },
            CycleTime = Spread.Of(completed.Select(run => (run.Ended!.Value - run.Started).TotalSeconds)),
            ApprovalWait = Spread.Of(looks.Select(look => (double)look.Seconds)),
            SentBack = new() { Part = looks.Count(look => !look.IsApproved), Whole = looks.Count },
            DraftsEdited = new() { Part = looks.Sum(look => look.Edited.Count), Whole = drafts },
            Manual = new() { Part = ended.Count(run => run.WasManual), Whole = ended.Count },
            Failures = failures.Count,
            Retries = failures.Count(failure => failure.IsRetried),
            Late = happened.OfType<RanLate>().Count(),
            SamplesRight = new() { Part = samples.Count(sample => sample.IsRight), Whole = samples.Count },
            Ai = AiCost.Of(happened.OfType<AiAnswered>().Select(answer => answer.Agent)).Sum(),
            TimeSaved = TimeSaved(sop, recorded),
            Metrics = [],
        };
        var cost = AiCost.Sum(ended.Select(run => run.Cost));
        return card with { Metrics = [.. sop.Metrics.Select(metric => MetricJudge.Judge(metric, card, CycleTime(metric, card, runs), cost, [.. recorded[metric.Name]]))] };
    }

    // Up to a step, a run counts when that step was done in the period, whether it has ended or not.
    private static Spread CycleTime(MetricDefinition metric, Scorecard card, List<FactsOfRun> runs) => metric.Until is not { } until
        ? card.CycleTime
        : Spread.Of(runs.Where(run => run.FirstDone.TryGetValue(until, out var at) && card.Period.Contains(at)).Select(run => (run.FirstDone[until] - run.Started).TotalSeconds));

    private static RecordedTime? TimeSaved(SopDefinition sop, ILookup<string, double> recorded) =>
        sop.Metrics.FirstOrDefault(metric => metric.Measure == Measure.TimeSaved && recorded.Contains(metric.Name)) is not { } metric
            ? null
            : new() { Sum = recorded[metric.Name].Sum(), Unit = metric.Unit, Values = recorded[metric.Name].Count() };
}
