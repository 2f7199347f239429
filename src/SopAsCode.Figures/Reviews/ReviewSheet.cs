namespace SopAsCode.Figures;

/// <summary>Writes a review as a sheet, in the order in which a team goes through it.</summary>
public static class ReviewSheet
{
    private const int MostRuns = 12;
    private const int LongestSaid = 200;

    /// <summary>The sheet of a review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="facts">The facts it was made of, for titles and for what they lack.</param>
    /// <param name="today">The day on which it is read: a period that has it is not over.</param>
    /// <returns>The sheet.</returns>
    public static Sheet Of(WeeklyReview review, RunFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(facts);
        return new()
        {
            Title = $"Review of {review.Period}",
            Blocks =
            [
                new SheetText($"Days in UTC{(review.Period.To >= today ? "; the last one is not over" : "")}. Compared with {review.Before}."),
                .. Numbers(review),
                .. Approvals(review),
                .. Exceptions(review),
                .. Samples(review, facts),
                .. Lists(review),
                .. TheChange(review),
                .. ScorecardSheet.Gaps(facts),
            ],
        };
    }

    private static IEnumerable<SheetBlock> Numbers(WeeklyReview review)
    {
        yield return new SheetHeading("Numbers");
        if (review.Sops.Count == 0)
        {
            yield return new SheetText("No SOP had a run in either period.");
        }

        foreach (var sop in review.Sops)
        {
            yield return new SheetHeading($"{sop.Now.Title} ({sop.Now.Sop})", 2);
            var rows = new[]
            {
                Row("Began, ended, open", sop, card => $"{card.Started}, {card.Ended}, {card.Open}"),
                Row("Completed", sop, card => Words.Share(card.Completed)),
                Row("Cycle time, p50", sop, card => Words.Duration(card.CycleTime.P50)),
                Row("Wait for approval, p50", sop, card => Words.Duration(card.ApprovalWait.P50)),
                Row("Sent back", sop, card => Words.Share(card.SentBack)),
                Row("AI drafts edited", sop, card => Words.Share(card.DraftsEdited)),
                Row("Escalated", sop, card => $"{card.EndedEscalated}"),
                Row("Manual path", sop, card => Words.Share(card.Manual)),
                Row("Failed attempts", sop, card => $"{card.Failures}"),
                Row("Cost of AI", sop, card => card.Ai.Steps == 0 ? Words.None : Words.Cost(card.Ai)),
            };
            yield return new SheetTable(["Figure", "Now", "Before"], [.. rows.Where(row => row[1] != Words.None || row[2] != Words.None)]);
        }
    }

    private static string[] Row(string figure, ReviewedSop sop, Func<Scorecard, string> value) => [figure, value(sop.Now), value(sop.Before)];

    private static IEnumerable<SheetBlock> Approvals(WeeklyReview review)
    {
        yield return new SheetHeading("Approvals");
        yield return review.Approvals.Count == 0
            ? new SheetText("Nobody answered at a checkpoint in either period.")
            : new SheetTable(["Role", "Approved", "Rejected", "Answers before", "Wait, p50"],
                [.. review.Approvals.Select(role => new[] { role.Title, $"{role.Approved}", $"{role.Rejected}", $"{role.AnswersBefore}", Words.Duration(role.Wait.P50) })]) { Numbers = [1, 2, 3] };
    }

    private static IEnumerable<SheetBlock> Exceptions(WeeklyReview review)
    {
        yield return new SheetHeading("Exceptions");
        yield return review.Exceptions.Count == 0
            ? new SheetText("None.")
            : new SheetTable(["Step", "What", "Times", "First run"], [.. review.Exceptions.Select(one => new[] { $"{one.Sop}: {one.Step}", one.What, $"{one.Times}", one.Run })]) { Numbers = [2] };
    }

    private static IEnumerable<SheetBlock> Samples(WeeklyReview review, RunFacts facts)
    {
        yield return new SheetHeading("Outputs of AI to look at");
        yield return new SheetText(review.Outputs == 0
            ? "No AI had an output."
            : $"{review.Samples.Count} of {review.Outputs}, drawn by the SHA-256 of the period and the event. Whoever asks again gets the same ones.");
        foreach (var sample in review.Samples)
        {
            yield return new SheetHeading($"{sample.Run}: {sample.Step}", 2);
            yield return new SheetText($"{facts.TitleOf(sample.Agent)}{(sample.Model is { } model ? $", {model}" : "")}, {Words.Time(sample.At)}, event {sample.Sequence}.");
            yield return sample.Text is { } text ? new SheetQuote(text) : new SheetText(sample.Content is null ? "It made no value." : "Its content was erased, or was not asked for.");
        }
    }

    private static IEnumerable<SheetBlock> Lists(WeeklyReview review)
    {
        yield return new SheetHeading("Handled well");
        yield return review.HandledWell.Count == 0
            ? new SheetText("No run ended.")
            : new SheetList([.. review.HandledWell.Select(well => $"{well.Sop}: {Words.Share(well.Runs)} of the runs that ended needed nobody to put anything right"
                + (well.DraftsUnchanged.Whole > 0 ? $"; AI drafts approved as they were: {Words.Share(well.DraftsUnchanged)}." : "."))]);
        yield return new SheetHeading("A person had to step in");
        yield return review.SteppedIn.Count == 0
            ? new SheetText("In no run.")
            : new SheetList([.. review.SteppedIn.Take(MostRuns).Select(Line), .. review.SteppedIn.Count > MostRuns ? [$"and in {review.SteppedIn.Count - MostRuns} more runs"] : Array.Empty<string>()]);
        yield return new SheetHeading("Rule to change");
        yield return review.RulesToChange.Count == 0
            ? new SheetText("No change follows from these figures.")
            : new SheetList([.. review.RulesToChange.Select(change => $"{change.Sop}: {change.Rule} ({change.Because}).")]);
    }

    private static string Line(SteppedIn run) => $"{run.Run} ({run.Sop}): {string.Join(", ", run.What)}{(run.Said.Count > 0 ? ". " + string.Join(" ", run.Said.Select(said => $"“{Cut(said)}”")) : "")}";

    private static string Cut(string text) => text.Length <= LongestSaid ? text : text[..(char.IsHighSurrogate(text[LongestSaid - 1]) ? LongestSaid - 1 : LongestSaid)] + "…";

    private static IEnumerable<SheetBlock> TheChange(WeeklyReview review)
    {
        yield return new SheetHeading("One change");
        yield return review.Change is { } change
            ? new SheetText($"{change.Sop}, {change.What}. Because {change.Because}. It follows from the rule “{change.Rule}”.")
            : new SheetText("None follows from these figures. Decide on one yourselves, or leave everything as it is.");
    }
}
