namespace SopAsCode.Figures;

/// <summary>Writes the cost of AI as a sheet.</summary>
public static class CostSheet
{
    /// <summary>The sheet of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="facts">The facts it was made of, for titles and for what they lack.</param>
    /// <returns>The sheet.</returns>
    public static Sheet Of(CostReport report, RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        List<SheetBlock> blocks = [new SheetText($"{report.Period}, in UTC. A step counts in the month in which it was completed.")];
        foreach (var month in report.Months)
        {
            blocks.Add(new SheetHeading($"{month.Month}: {Words.Cost(month.Use)}"));
            if (report.Lines.Where(line => line.Month == month.Month).ToList() is { Count: > 0 } lines)
            {
                blocks.Add(new SheetTable(["SOP", "Agent", "Model", "Steps", "Tokens in", "Tokens out", "Cost"], [.. lines.Select(line => Row(line, facts))]) { Numbers = [3, 4, 5] });
            }

            if (month.FailedAttempts > 0)
            {
                blocks.Add(new SheetText($"{Words.Count(month.FailedAttempts, "attempt")} of AI steps failed. What they cost is not recorded."));
            }
        }

        if (report.Months.Count == 0)
        {
            blocks.Add(new SheetText("No AI did a step."));
        }

        blocks.AddRange(ScorecardSheet.Gaps(facts));
        return new() { Title = "Cost of AI", Blocks = blocks };
    }

    private static string[] Row(CostLine line, RunFacts facts) =>
    [
        line.Sop,
        facts.TitleOf(line.Agent),
        line.Model ?? "not declared",
        Words.Number((long)line.Use.Steps),
        line.Use.WithoutTokens == line.Use.Steps ? "not recorded" : Words.Number(line.Use.InputTokens),
        line.Use.WithoutTokens == line.Use.Steps ? "not recorded" : Words.Number(line.Use.OutputTokens),
        line.Use.WithoutCost == 0 ? Words.Money(line.Use.Cost)
            : line.Use.WithoutCost == line.Use.Steps ? "not recorded"
            : $"at least {Words.Money(line.Use.Cost)}: {Words.Count(line.Use.WithoutCost, "step")} without",
    ];
}
