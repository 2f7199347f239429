namespace SopAsCode.Figures;

/// <summary>Makes the review of a week, or of any other period.</summary>
public static class WeeklyReviews
{
    /// <summary>How many outputs of AI are drawn where nobody says how many.</summary>
    public const int UsualSamples = 5;

    /// <summary>The review of a period beside as many days before.</summary>
    /// <param name="facts">The facts, whose window has both.</param>
    /// <param name="period">The days.</param>
    /// <param name="samples">How many outputs of AI are drawn.</param>
    /// <returns>The review, without the texts of contents: see <see cref="ReviewContents"/>.</returns>
    /// <exception cref="ArgumentException">The facts of a day were not kept.</exception>
    public static WeeklyReview Of(RunFacts facts, Period period, int samples = UsualSamples)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(period);
        var before = period.Before();
        var cardsBefore = Scorecards.Of(facts, before).ToDictionary(card => card.Sop, StringComparer.Ordinal);
        var sops = Scorecards.Of(facts, period).Select(card => new ReviewedSop { Now = card, Before = cardsBefore[card.Sop] }).Where(sop => HasRuns(sop.Now) || HasRuns(sop.Before)).ToList();
        var outputs = Outputs(facts, period);
        return new()
        {
            Period = period,
            Before = before,
            Sops = sops,
            Approvals = Approvals(facts, period, before),
            Exceptions = Exceptions(facts, period),
            Samples = Sampling.Draw(outputs, sample => $"{sample.Run}#{sample.Sequence}", period.ToString(), samples),
            Outputs = outputs.Count,
            HandledWell = [.. sops.Where(sop => sop.Now.Ended > 0).Select(sop => Well(facts, sop.Now))],
            SteppedIn = SteppedIn(facts, period),
            RulesToChange = ChangeRules.Find(facts, period),
        };
    }

    private static bool HasRuns(Scorecard card) => card.Started + card.Ended + card.Open > 0;

    private static List<OutputSample> Outputs(RunFacts facts, Period period) =>
    [
        .. from run in facts.Runs
           from answer in run.In<AiAnswered>(period)
           orderby answer.At
           select new OutputSample
           {
               Run = run.Run,
               Sequence = answer.Sequence,
               Sop = run.Sop,
               Step = answer.Step,
               Agent = answer.Agent.Agent,
               Model = answer.Agent.Model,
               At = answer.At,
               Content = answer.Output,
           },
    ];

    private static List<ApprovalVolume> Approvals(RunFacts facts, Period period, Period before)
    {
        var earlier = facts.Runs.SelectMany(run => run.In<LookedAt>(before)).GroupBy(look => look.Role, StringComparer.Ordinal).ToDictionary(role => role.Key, role => role.Count(), StringComparer.Ordinal);
        var now = facts.Runs.SelectMany(run => run.In<LookedAt>(period)).ToLookup(look => look.Role, StringComparer.Ordinal);
        return
        [
            .. now.Select(role => role.Key).Union(earlier.Keys, StringComparer.Ordinal)
                .Select(role => new ApprovalVolume
                {
                    Role = role,
                    Title = facts.TitleOf(role),
                    Approved = now[role].Count(look => look.IsApproved),
                    Rejected = now[role].Count(look => !look.IsApproved),
                    AnswersBefore = earlier.GetValueOrDefault(role),
                    Wait = Spread.Of(now[role].Select(look => (double)look.Seconds)),
                })
                .OrderByDescending(role => role.Approved + role.Rejected)
                .ThenBy(role => role.Title, StringComparer.Ordinal),
        ];
    }

    private static List<ExceptionLine> Exceptions(RunFacts facts, Period period) =>
    [
        .. (from run in facts.Runs
           from fact in run.In<Fact>(period)
           let what = WhatWentWrong(fact)
           where what is not null
           group (run.Run, fact.At) by (run.Sop, fact.Step, What: what) into same
           let line = new ExceptionLine { Sop = same.Key.Sop, Step = same.Key.Step, What = same.Key.What, Times = same.Count(), Run = same.OrderBy(one => one.At).First().Run }
           select line).OrderByDescending(line => line.Times).ThenBy(line => $"{line.Sop}: {line.Step}: {line.What}", StringComparer.Ordinal),
    ];

    private static string? WhatWentWrong(Fact fact) => fact switch
    {
        AttemptFailed failed => $"failed{(failed.Error is { } error ? $": {error}" : "")}{(failed.IsRetried ? ", tried again" : "")}",
        RanLate { IsRun: true } => "the run is late",
        RanLate => "its time was over",
        OutsideLimit => "outside its limit",
        TakenOver => "a worker was lost",
        WentManual { Because: { } because } => $"to the manual path: {because}",
        WentManual => "to the manual path, by a person",
        GivenUp { IsEscalated: true } => "escalated by a person",
        GivenUp => "cancelled",
        Sampled { IsRight: false } => "a sample was wrong",
        _ => null,
    };

    private static HandledWell Well(RunFacts facts, Scorecard card)
    {
        var ended = facts.RunsOf(card.Sop).Where(run => run.EndedIn(card.Period)).ToList();
        return new()
        {
            Sop = card.Sop,
            Runs = new() { Part = ended.Count(run => run.WentWell), Whole = ended.Count },
            DraftsUnchanged = new() { Part = card.DraftsEdited.Whole - card.DraftsEdited.Part, Whole = card.DraftsEdited.Whole },
        };
    }

    private static List<SteppedIn> SteppedIn(RunFacts facts, Period period) =>
    [
        .. from run in facts.Runs
           let happened = run.In<Fact>(period).Select(fact => (fact.At, Step: StepIn(fact))).Where(one => one.Step is not null).ToList()
           where happened.Count > 0 || (run.End == "Escalated" && run.EndedIn(period))
           orderby happened.Count > 0 ? happened[0].At : run.Ended
           select new SteppedIn
           {
               Run = run.Run,
               Sop = run.Sop,
               What = [.. happened.Select(one => one.Step!.Value.What).Concat(run.End == "Escalated" && run.EndedIn(period) ? ["ended escalated"] : []).Distinct(StringComparer.Ordinal)],
               Reasons = [.. happened.Select(one => one.Step!.Value.Reason).OfType<string>()],
           },
    ];

    private static (string What, string? Reason)? StepIn(Fact fact) => fact switch
    {
        LookedAt { IsApproved: false } no => ("sent back", no.Reason),
        LookedAt { Edited.Count: > 0 } => ("draft corrected", null),
        WentManual { Because: null } manual => ("moved to the manual path", manual.Notes),
        WentManual => ("manual path", null),
        ByHand => ("step done by hand", null),
        GivenUp { IsEscalated: true } up => ("escalated", up.Notes),
        GivenUp no => ("cancelled", no.Notes),
        Sampled { IsRight: false } sample => ("sample was wrong", sample.Notes),
        _ => null,
    };
}
