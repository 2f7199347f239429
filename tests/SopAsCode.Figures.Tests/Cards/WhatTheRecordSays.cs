using System.Text.Json;
using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;
using TinyTeam.Operations;
using TinyTeam.Support;

namespace SopAsCode.Figures.Tests.Cards;

/// <summary>A scorecard has what the events say, counted once more here in a plainer way.</summary>
public class WhatTheRecordSays
{
    private static readonly Period November = new(new(2026, 11, 1), new(2026, 11, 27));

    [Fact]
    public async Task A_month_of_tickets_adds_up()
    {
        var card = Scorecards.Of(await Month.FactsAsync(November), SupportTriage.Definition, November);
        var runs = await RunsAsync(SupportTriage.Definition.Id);
        var events = runs.SelectMany(run => run).ToList();
        Assert.Equal((54, 53, 1), (card.Started, card.Ended, card.Open));
        Assert.Equal(runs.Count(run => EndOf(run) == "Completed"), card.Completed.Part);
        Assert.Equal(runs.Count(run => EndOf(run) == "Escalated"), card.EndedEscalated);
        Assert.Equal(runs.Count(run => EndOf(run) == "Cancelled"), card.EndedCancelled);
        Assert.Equal(53, card.Completed.Part + card.EndedEscalated + card.EndedCancelled + card.EndedRejected);
        Assert.Equal(Count<Rejected>(events), card.SentBack.Part);
        Assert.Equal(Count<Rejected>(events) + Count<Approved>(events), card.SentBack.Whole);
        Assert.Equal(events.Select(recorded => recorded.Read()).OfType<Approved>().Count(yes => yes.Edits is not null), card.DraftsEdited.Part);
        Assert.Equal(Count<Approved>(events), card.DraftsEdited.Whole);
        Assert.Equal(runs.Count(run => EndOf(run) is not null && run.Any(recorded => recorded.Step == nameof(Sop.Fallback))), card.Manual.Part);
        Assert.Equal((Count<StepFailed>(events), Count<TimedOut>(events), Count<SpotChecked>(events)), (card.Failures, card.Late, card.SamplesRight.Whole));
        Assert.True(card is { Failures: > 0, Retries: > 0, Late: > 0 } && card.SentBack.Part > 0 && card.DraftsEdited.Part > 0 && card.Manual.Part > 0);
    }

    [Fact]
    public async Task Times_are_those_between_events()
    {
        var card = Scorecards.Of(await Month.FactsAsync(November), SupportTriage.Definition, November);
        var runs = await RunsAsync(SupportTriage.Definition.Id);
        var times = runs.Where(run => EndOf(run) == "Completed").Select(run => (run.Last(recorded => recorded.Event == nameof(RunEnded)).At - run[0].At).TotalSeconds).Order().ToList();
        Assert.Equal(times.Count, card.CycleTime.Count);
        Assert.Equal(times.Count % 2 == 1 ? times[times.Count / 2] : (times[(times.Count / 2) - 1] + times[times.Count / 2]) / 2, card.CycleTime.P50);
        Assert.Equal(times[(int)Math.Ceiling(times.Count * 0.9) - 1], card.CycleTime.P90);
        Assert.Equal(times[^1], card.CycleTime.Longest);
        Assert.InRange(card.ApprovalWait.P50!.Value, 20 * 60, 30 * 60);
    }

    [Fact]
    public async Task A_time_up_to_a_step_ends_when_that_step_was_done_first()
    {
        var metric = Scorecards.Of(await Month.FactsAsync(November), SupportTriage.Definition, November).Metrics.Single(metric => metric.Until == nameof(SupportTriage.SendReply));
        var runs = await RunsAsync(SupportTriage.Definition.Id);
        var minutes = runs
            .Select(run => (Start: run[0].At, Sent: run.FirstOrDefault(recorded => recorded is { Event: nameof(StepCompleted), Step: nameof(SupportTriage.SendReply) })?.At))
            .Where(run => run.Sent is not null)
            .Select(run => (run.Sent!.Value - run.Start).TotalMinutes)
            .Order()
            .ToList();
        Assert.True(minutes.Count > 5 && minutes.Count < runs.Count(run => EndOf(run) is not null), $"{minutes.Count}");
        Assert.Equal(minutes.Count, metric.Count);
        Assert.Equal((minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2, metric.Value!.Value, 6);
    }

    [Fact]
    public async Task Cost_is_never_said_to_be_whole_when_it_is_not()
    {
        var card = Scorecards.Of(await Month.FactsAsync(November), SupportTriage.Definition, November);
        var marks = (await RunsAsync(SupportTriage.Definition.Id)).SelectMany(run => run).Select(recorded => recorded.Read()).OfType<StepCompleted>().Select(done => done.Agent).OfType<AgentMark>().ToList();
        Assert.Equal(marks.Count, card.Ai.Steps);
        Assert.Equal(marks.Count(mark => mark.Cost is null), card.Ai.WithoutCost);
        Assert.Equal(marks.Sum(mark => mark.InputTokens ?? 0), card.Ai.InputTokens);
        Assert.Equal(new Money { Amount = 0.004m * (card.Ai.Steps - card.Ai.WithoutCost), Currency = "EUR" }, Assert.Single(card.Ai.Cost));
        Assert.Contains("at least", await Program.DoAsync(0, "scorecard", "support-triage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_measured_is_added_up_in_its_unit()
    {
        var card = Scorecards.Of(await Month.FactsAsync(November), WeeklySummary.Definition, November);
        var measured = (await RunsAsync(WeeklySummary.Definition.Id)).SelectMany(run => run).Select(recorded => recorded.Read()).OfType<Measured>().Select(one => one.Value).ToList();
        Assert.Equal(new RecordedTime { Sum = measured.Sum(), Unit = "minutes", Values = 4 }, card.TimeSaved);
        var saved = card.Metrics.Single(metric => metric.Measure == Measure.TimeSaved);
        Assert.Equal((measured.Average(), 4, MetricSource.Recorded, Verdict.BetterThanBaseline, true), (saved.Value, saved.Count, saved.Source, saved.Verdict, saved.IsOnFew));
        Assert.All(card.Metrics.Where(metric => metric.Measure != Measure.TimeSaved), metric => Assert.Equal((null, Verdict.NotMeasured), (metric.Value, metric.Verdict)));
    }

    [Fact]
    public async Task A_run_counts_on_the_days_of_its_events()
    {
        Period whole = new(new(2026, 11, 1), new(2026, 11, 27));
        var facts = await Month.FactsAsync(whole);
        var days = Enumerable.Range(1, 27).Select(day => Scorecards.Of(facts, SupportTriage.Definition, new(new(2026, 11, day), new(2026, 11, day)))).ToList();
        var month = Scorecards.Of(facts, SupportTriage.Definition, whole);
        Assert.Equal(month.Started, days.Sum(card => card.Started));
        Assert.Equal(month.Ended, days.Sum(card => card.Ended));
        Assert.Equal(month.SentBack.Whole, days.Sum(card => card.SentBack.Whole));
        Assert.Equal(month.Open, days[^1].Open);
        Assert.Throws<ArgumentException>(() => Scorecards.Of(facts, SupportTriage.Definition, new(new(2026, 10, 31), new(2026, 11, 27))));
    }

    [Fact]
    public async Task The_store_is_read_once_from_its_beginning_to_its_end()
    {
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        var counted = new CountingStore(store);
        RunFacts facts = new(November, TinyTeam.TinyTeamSops.Instance.Sops);
        await facts.ReadAsync(counted, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(54, Scorecards.Of(facts, November).Single(card => card.Sop == "support-triage").Started);
        Assert.Equal(["FeedAsync"], counted.Calls);
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_said_and_not_counted()
    {
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        var events = await store.ReadAsync("ticket-1003", TestContext.Current.CancellationToken);
        RunFacts facts = new(November, []);
        facts.Add(events[0]);
        facts.Add(events[1] with { Data = """{"event":"Foreseen"}""" });
        facts.Add(events[2] with { Data = "{}" });
        Assert.Equal(2, facts.Unreadable);
        Assert.Equal(["support-triage"], facts.UnknownSops());
        var text = SheetMarkdown.Of(ScorecardSheet.Of([], November, facts));
        Assert.Contains("2 events could not be read", text, StringComparison.Ordinal);
        Assert.Contains("does not know: support-triage.", text, StringComparison.Ordinal);
    }

    private static int Count<T>(IEnumerable<RecordedEvent> events) => events.Count(recorded => recorded.Event == typeof(T).Name);

    private static string? EndOf(IReadOnlyList<RecordedEvent> run) => run.Select(recorded => recorded.Read()).OfType<RunEnded>().SingleOrDefault()?.End;

    private static async Task<List<IReadOnlyList<RecordedEvent>>> RunsAsync(string sop)
    {
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        List<IReadOnlyList<RecordedEvent>> runs = [];
        foreach (var run in await store.RunsAsync(new() { Sop = sop }, TestContext.Current.CancellationToken))
        {
            runs.Add(await store.ReadAsync(run.Run, TestContext.Current.CancellationToken));
        }

        return runs;
    }
}
