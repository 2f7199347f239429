namespace SopAsCode.Figures;

/// <summary>Writes scorecards as a sheet.</summary>
public static class ScorecardSheet
{
    /// <summary>The sheet of some scorecards of one period.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="period">The days.</param>
    /// <param name="facts">The facts they were made of, for what they lack.</param>
    /// <returns>The sheet.</returns>
    public static Sheet Of(IReadOnlyList<Scorecard> cards, Period period, RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(facts);
        List<SheetBlock> blocks = [new SheetText($"{period}, {Words.Count(period.Days, "day")} in UTC. Times are calendar times.")];
        var quiet = cards.Where(card => cards.Count > 1 && card is { Started: 0, Ended: 0, Open: 0 }).ToList();
        foreach (var card in cards.Except(quiet))
        {
            if (cards.Count > 1)
            {
                blocks.Add(new SheetHeading(NameOf(card)));
            }

            blocks.Add(new SheetText(Runs(card)));
            blocks.Add(Figures(card));
            blocks.Add(Metrics(card));
            if (card.Metrics.Where(metric => metric.Note is not null).Select(metric => $"{metric.Name}: {metric.Note}.").ToList() is { Count: > 0 } notes)
            {
                blocks.Add(new SheetList(notes));
            }
        }

        if (quiet.Count > 0)
        {
            blocks.Add(new SheetHeading("Without runs"));
            blocks.Add(new SheetList([.. quiet.Select(NameOf)]));
        }

        blocks.AddRange(Gaps(facts));
        return new() { Title = cards is [var one] ? $"Scorecard of {NameOf(one)}" : "Scorecard", Blocks = blocks };
    }

    /// <summary>What the figures can't have, said where readers see it.</summary>
    internal static IEnumerable<SheetBlock> Gaps(RunFacts facts)
    {
        if (facts.UnknownSops() is { Count: > 0 } unknown)
        {
            yield return new SheetText($"The record has runs of SOPs that this program does not know: {string.Join(", ", unknown)}.");
        }

        if (facts.Unreadable > 0)
        {
            yield return new SheetText($"{Words.Count(facts.Unreadable, "event")} could not be read, because a newer version wrote them or they were changed. The command verify says more.");
        }
    }

    private static string NameOf(Scorecard card) => $"{card.Title} ({card.Sop})";

    private static string Runs(Scorecard card)
    {
        var ends = new[]
        {
            (card.Completed.Part, "completed"), (card.EndedRejected, "rejected"), (card.EndedEscalated, "escalated"), (card.EndedCancelled, "cancelled"),
        }.Where(end => end.Item1 > 0).Select(end => $"{end.Item1} {end.Item2}").ToList();
        return $"{Words.Count(card.Started, "run")} began, {card.Ended} ended{(ends.Count > 0 ? $" ({string.Join(", ", ends)})" : "")}, {card.Open} still open."
            + (card.Owner is { } owner ? $" Owner: {owner}." : "") + (card.Versions.Count > 0 ? $" Version {string.Join(", ", card.Versions)}." : "");
    }

    private static SheetTable Figures(Scorecard card)
    {
        List<IReadOnlyList<string>> rows =
        [
            ["Completed", Words.Share(card.Completed)],
            ["Cycle time", Words.Spread(card.CycleTime, "run")],
            ["Wait for approval", Words.Spread(card.ApprovalWait, "answer")],
            ["Sent back", Words.Share(card.SentBack)],
            ["AI drafts edited", Words.Share(card.DraftsEdited)],
            ["Samples right", Words.Share(card.SamplesRight)],
            ["Manual path", Words.Share(card.Manual)],
            ["Too late", card.Late == 0 ? "never" : Words.Count(card.Late, "time")],
            ["Failed attempts", card.Failures == 0 ? "none" : $"{card.Failures}, {card.Retries} tried again"],
            ["Cost of AI", Words.Cost(card.Ai)],
            ["Tokens", Words.Tokens(card.Ai)],
        ];
        if (card.TimeSaved is { } saved)
        {
            rows.Add(["Time saved", $"{Words.Value(saved.Sum, saved.Unit)} in {Words.Count(saved.Values, "recorded value")}"]);
        }

        return new(["Figure", "Value"], [.. rows.Where(row => row[1] != Words.None)]);
    }

    private static SheetBlock Metrics(Scorecard card) => card.Metrics.Count == 0
        ? new SheetText("It declares no metric, so nothing says whether this is good.")
        : new SheetTable(
            ["Metric", "Baseline", "Target", "Now", "Verdict"],
            [.. card.Metrics.Select(metric => new[]
            {
                (metric.Until is { } until ? $"{metric.Name} until {until}" : metric.Name) + (metric.Unit is { Length: > 0 } unit ? $", {unit}" : ""),
                Words.Value(metric.Baseline),
                Words.Value(metric.Target),
                Words.Value(metric.Value),
                Words.Verdict(metric),
            })])
        { Numbers = [1, 2, 3] };
}
