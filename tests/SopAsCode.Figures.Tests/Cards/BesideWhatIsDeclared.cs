using SopAsCode.Definitions;
using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;
using TinyTeam.Support;

namespace SopAsCode.Figures.Tests.Cards;

/// <summary>A metric stands beside its baseline and target, and the verdict says no more than is known.</summary>
public class BesideWhatIsDeclared
{
    private static readonly Period November = new(new(2026, 11, 1), new(2026, 11, 27));

    // Of the month: 35 answers of which 6 are rejects, and 53 ends of which 45 are completed and 7 or 8 escalated.
    [Theory]
    [InlineData(Measure.ReworkRate, null, 30.0, 20.0, "%", Verdict.TargetMet)]
    [InlineData(Measure.ReworkRate, null, 30.0, 10.0, "%", Verdict.BetterThanBaseline)]
    [InlineData(Measure.ReworkRate, null, 30.0, null, "%", Verdict.BetterThanBaseline)]
    [InlineData(Measure.ReworkRate, null, 10.0, 5.0, "%", Verdict.WorseThanBaseline)]
    [InlineData(Measure.ReworkRate, null, null, 10.0, "%", Verdict.TargetNotMet)]
    [InlineData(Measure.ReworkRate, null, null, null, "%", Verdict.NothingToCompare)]
    [InlineData(Measure.ReworkRate, null, 30.0, 10.0, "pages", Verdict.NotMeasured)]
    [InlineData(Measure.ReworkRate, "Replies sent back", 30.0, 20.0, "%", Verdict.TargetMet)]
    [InlineData(Measure.CompletionRate, null, 50.0, 80.0, "%", Verdict.TargetMet)]
    [InlineData(Measure.CompletionRate, null, 90.0, 95.0, "%", Verdict.WorseThanBaseline)]
    [InlineData(Measure.CompletionRate, "Answered within a day", 50.0, 80.0, "%", Verdict.NotMeasured)]
    [InlineData(Measure.CycleTime, null, 2.0, 1.0, "hours", Verdict.TargetMet)]
    [InlineData(Measure.CycleTime, null, 2.0, 1.0, "working days", Verdict.NotMeasured)]
    [InlineData(Measure.CycleTime, null, 2.0, 1.0, null, Verdict.NotMeasured)]
    [InlineData(Measure.Escalations, null, 20.0, 10.0, "a week", Verdict.TargetMet)]
    [InlineData(Measure.Escalations, null, 2.0, 0.0, "a month", Verdict.NotMeasured)]
    [InlineData(Measure.Escalations, null, 20.0, 10.0, "%", Verdict.BetterThanBaseline)]
    [InlineData(Measure.Throughput, null, 5.0, 10.0, "runs a week", Verdict.TargetMet)]
    [InlineData(Measure.Throughput, null, 5.0, 100.0, "a day", Verdict.WorseThanBaseline)]
    [InlineData(Measure.CostPerRun, null, 1.0, 0.5, "EUR", Verdict.NotMeasured)]
    [InlineData(Measure.Outcome, null, 1.0, 0.5, "EUR", Verdict.NotMeasured)]
    [InlineData(Measure.Adoption, null, 1.0, 50.0, "%", Verdict.NotMeasured)]
    public async Task The_runs_say_it(Measure measure, string? name, double? baseline, double? target, string? unit, Verdict verdict)
    {
        var result = await ResultAsync(new() { Measure = measure, Name = name ?? Words(measure), Baseline = baseline, Target = target, Unit = unit });
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(verdict == Verdict.NotMeasured, result.Value is null);
        Assert.Equal(verdict == Verdict.NotMeasured, result.Note is not null);
        Assert.False(result.IsOnFew);
    }

    [Theory]
    [InlineData(new[] { 5.0 }, 4.0, 6.0, Verdict.BetterThanBaseline, true)]
    [InlineData(new[] { 5.0, 7.0 }, 4.0, 6.0, Verdict.TargetMet, true)]
    [InlineData(new[] { 4.0, 4.0, 4.0, 4.0, 4.0 }, 4.0, 6.0, Verdict.LikeBaseline, false)]
    [InlineData(new[] { 7.0 }, 6.0, 4.0, Verdict.WorseThanBaseline, true)]
    [InlineData(new[] { 7.0 }, null, 4.0, Verdict.NotComparable, true)]
    [InlineData(new[] { 7.0 }, null, null, Verdict.NothingToCompare, true)]
    public async Task People_say_it(double[] values, double? baseline, double? target, Verdict verdict, bool few)
    {
        MetricDefinition metric = new() { Measure = Measure.Outcome, Name = "New readers", Baseline = baseline, Target = target, Unit = "readers" };
        var result = await ResultAsync(metric, values);
        Assert.Equal((verdict, few, values.Average(), MetricSource.Recorded), (result.Verdict, result.IsOnFew, result.Value, result.Source));
    }

    [Fact]
    public async Task What_people_recorded_counts_more_than_what_the_runs_say()
    {
        var result = await ResultAsync(new() { Measure = Measure.ReworkRate, Name = "Rework rate", Baseline = 30, Target = 10, Unit = "%" }, [5]);
        Assert.Equal((5.0, MetricSource.Recorded, Verdict.TargetMet), (result.Value, result.Source, result.Verdict));
        Assert.Contains("target met, on 1 recorded value only", SheetMarkdown.Of(ScorecardSheet.Of([await CardAsync(result)], November, new(November, []))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nine_of_ten_are_not_named_before_there_are_ten()
    {
        Assert.Equal((9, 5.0, null, 9.0), Values(Spread.Of(Enumerable.Range(1, 9).Select(second => (double)second))));
        Assert.Equal((10, 5.5, 9.0, 10.0), Values(Spread.Of(Enumerable.Range(1, 10).Select(second => (double)second))));
        Assert.Equal((0, null, null, null), Values(Spread.Of([])));
    }

    private static (int, double?, double?, double?) Values(Spread spread) => (spread.Count, spread.P50, spread.P90, spread.Longest);

    private static string Words(Measure measure) => string.Concat(measure.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    private static async Task<Scorecard> CardAsync(MetricResult metric) => Scorecards.Of(await Month.FactsAsync(November), SupportTriage.Definition, November) with { Metrics = [metric] };

    private static async Task<MetricResult> ResultAsync(MetricDefinition metric, params double[] recorded)
    {
        var facts = await Month.FactsAsync(November);
        foreach (var value in recorded)
        {
            await facts.AddAsync(1, "ticket-1003", "Completed", nameof(Measured), new { metric = metric.Name, value });
        }

        return Assert.Single(Scorecards.Of(facts, SupportTriage.Definition with { Metrics = [metric] }, November).Metrics);
    }
}
