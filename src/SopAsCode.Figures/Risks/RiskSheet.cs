namespace SopAsCode.Figures;

/// <summary>Writes the report about risk as a sheet.</summary>
public static class RiskSheet
{
    /// <summary>The sheet of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="facts">The facts it was made of, for titles and for what they lack.</param>
    /// <returns>The sheet.</returns>
    public static Sheet Of(RiskReport report, RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        return new()
        {
            Title = $"Risk, {report.Period}",
            Blocks =
            [
                new SheetText($"Days in UTC. Waivers and reviews as of {Period.Day(report.AsOf)}."),
                .. report.Sops.SelectMany(sop => Sop(sop, facts)),
                .. Waivers(report),
                .. Reviews(report),
                .. ScorecardSheet.Gaps(facts),
            ],
        };
    }

    private static IEnumerable<SheetBlock> Sop(SopRisk sop, RunFacts facts)
    {
        yield return new SheetHeading($"{sop.Title} ({sop.Sop})");
        List<string> lines =
        [
            sop.AiWrites == 0 ? "AI wrote nothing where it can hurt." : $"AI wrote {Words.Count(sop.AiWrites, "time")} where it can hurt, {sop.Unapproved.Sum(write => write.Times)} of them without an approval.",
            .. sop.Unapproved.Select(write => $"{write.Step} wrote to {facts.TitleOf(write.Tool)} {Words.Count(write.Times, "time")} without an approval ({write.Impact}). It is allowed by {write.AllowedBy}."),
        ];
        if (sop.ApprovedByPerformer > 0)
        {
            lines.Add($"{Words.Count(sop.ApprovedByPerformer, "approval")} by somebody who had made what was approved.");
        }

        lines.Add($"Manual path: {(sop.Manual == 0 ? "never" : Words.Count(sop.Manual, "time"))}. Failed attempts: {sop.Failures}.");
        yield return new SheetList(lines);
        foreach (var limit in sop.Limits)
        {
            yield return new SheetHeading(limit.Title, 2);
            yield return new SheetTable(["Figure", "Value"], [.. Rows(limit)]);
        }
    }

    private static IEnumerable<string[]> Rows(LimitUse limit)
    {
        yield return ["Step", limit.Level is { } level ? $"{limit.Step}, level {(int)level}" : $"{limit.Step}, code that acts on what AI or people made"];
        yield return ["Limit", limit.Limit ?? "none is declared"];
        yield return ["Declared evidence", limit.Evidence ?? "none"];
        yield return ["Since", limit.Since is { } since ? Period.Day(since) : "not stated"];
        yield return ["Started", limit.PerDay is { } perDay
            ? $"{Words.Count(limit.Starts, "time")}, at most {limit.MostInADay} of {perDay} in a day; used up on {Words.Count(limit.FullDays, "day")}"
            : $"{Words.Count(limit.Starts, "time")}, at most {limit.MostInADay} in a day"];
        yield return ["Outside the limit", limit.Outside == 0 ? "never" : Words.Count(limit.Outside, "time")];
        yield return ["Failed", limit.Failures == 0 ? "never" : Words.Count(limit.Failures, "time")];
        yield return ["Looked at", limit.LookedAt.Whole == 0 ? "nothing" : $"{Words.Share(limit.LookedAt)} right"];
        yield return ["Earned", limit.Earned switch
        {
            Earned.Yes => $"yes, level {(int)Level.Autonomous}: at most {RiskReports.MostWrongPercent} % were wrong",
            Earned.No => $"no, level {(int)Level.PrepareForApproval}: more than {RiskReports.MostWrongPercent} % were wrong, so a person should approve what it does",
            _ => $"not shown: {RiskReports.EnoughLooks} outputs must have been looked at in the period",
        }];
    }

    private static IEnumerable<SheetBlock> Waivers(RiskReport report)
    {
        yield return new SheetHeading("Waivers");
        yield return report.Waivers.Count == 0
            ? new SheetText("None.")
            : new SheetTable(["Rule", "Where", "Until", "Because"],
                [.. report.Waivers.Select(waiver => new[]
                {
                    waiver.Rule,
                    waiver.Step is { } step ? $"{waiver.Sop}: {step}" : waiver.Sop,
                    waiver.Until is { } until ? Period.Day(until) + (waiver.IsOver ? " (over)" : "") : "no end",
                    waiver.Because ?? Words.None,
                })]);
    }

    private static IEnumerable<SheetBlock> Reviews(RiskReport report)
    {
        yield return new SheetHeading("Overdue reviews");
        yield return report.Reviews.Count == 0
            ? new SheetText("None.")
            : new SheetTable(["SOP", "Due", "How often", "Owner"],
                [.. report.Reviews.Select(review => new[] { review.Sop, review.Due is { } due ? Period.Day(due) : "never took place", review.Cadence.ToString().ToLowerInvariant(), review.Owner ?? "nobody" })]);
    }
}
