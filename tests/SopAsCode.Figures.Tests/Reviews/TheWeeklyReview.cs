using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;
using TinyTeam.Support;

namespace SopAsCode.Figures.Tests.Reviews;

/// <summary>The page that a team goes through once a week.</summary>
public class TheWeeklyReview
{
    private static readonly Period Week = new(new(2026, 11, 21), new(2026, 11, 27));
    private static readonly Period TwoWeeks = new(new(2026, 11, 14), new(2026, 11, 27));

    [Fact]
    public async Task Compares_with_as_many_days_before()
    {
        var facts = await Month.FactsAsync(TwoWeeks);
        var review = WeeklyReviews.Of(facts, Week);
        Assert.Equal(new(new(2026, 11, 14), new(2026, 11, 20)), review.Before);
        var triage = review.Sops.Single(sop => sop.Now.Sop == "support-triage");
        Assert.Equal(Scorecards.Of(facts, SupportTriage.Definition, review.Before), triage.Before with { Metrics = triage.Before.Metrics }, Same);
        Assert.Equal((14, 13, 1), (triage.Now.Started, triage.Now.Ended, triage.Now.Open));
        Assert.Equal(["support-triage", "weekly-summary"], review.Sops.Select(sop => sop.Now.Sop));
        var lead = Assert.Single(review.Approvals);
        Assert.Equal(("Customer success lead", triage.Now.SentBack.Part, triage.Now.SentBack.Whole, triage.Before.SentBack.Whole), (lead.Title, lead.Rejected, lead.Approved + lead.Rejected, lead.AnswersBefore));
        Assert.Throws<ArgumentException>(() => WeeklyReviews.Of(facts, TwoWeeks));
    }

    [Fact]
    public async Task Names_each_run_in_which_a_person_had_to_step_in_and_counts_the_others_as_handled_well()
    {
        var review = WeeklyReviews.Of(await Month.FactsAsync(TwoWeeks), Week);
        Assert.Equal(["ticket-1045: sent back", "ticket-1048: draft corrected", "ticket-1049: ended escalated", "ticket-1052: draft corrected", "ticket-1053: ended escalated", "ticket-1055: sent back"], review.SteppedIn.Select(run => $"{run.Run}: {string.Join(", ", run.What)}").Order(StringComparer.Ordinal));
        Assert.Equal(new Share { Part = 7, Whole = 13 }, review.HandledWell.Single(well => well.Sop == "support-triage").Runs);
        var late = Assert.Single(review.Exceptions);
        Assert.Equal(("ReviewReply", "its time was over", 1, "ticket-1049"), (late.Step, late.What, late.Times, late.Run));
    }

    [Fact]
    public async Task Draws_the_same_outputs_for_everybody()
    {
        var review = WeeklyReviews.Of(await Month.FactsAsync(TwoWeeks), Week, samples: 4);
        var again = WeeklyReviews.Of(await Month.FactsAsync(TwoWeeks), Week, samples: 4);
        Assert.Equal(4, review.Samples.Count);
        Assert.Equal(review.Samples, again.Samples);
        Assert.Equal(["a", "b"], Sampling.Draw(["a", "b", "c"], name => name, "seed", 2));
        Assert.Equal(review.Outputs, Sampling.Draw(Enumerable.Range(0, review.Outputs), number => $"{number}", "other", 1000).Count);
    }

    [Fact]
    public async Task Shows_what_the_store_still_has_and_says_what_it_has_not()
    {
        var file = await Month.CopyAsync();
        var before = await PageAsync(file);
        Assert.Contains("\"Urgency\"", before, StringComparison.Ordinal);
        Assert.Contains("“The carrier names no day, so we can't either”", before, StringComparison.Ordinal);
        Assert.DoesNotContain("erased", before, StringComparison.Ordinal);
        await using (var store = SqliteRunStore.Open(file))
        {
            SopHost host = new([TinyTeam.TinyTeamSops.Instance], store, Month.Options(TimeProvider.System));
            await host.EraseEndedBeforeAsync(DateTimeOffset.MaxValue, TestContext.Current.CancellationToken);
        }

        var after = await PageAsync(file);
        Assert.DoesNotContain("The carrier names no day", after, StringComparison.Ordinal);
        Assert.Contains("Its content was erased", after, StringComparison.Ordinal);
        Assert.Contains("ticket-1045 (support-triage): sent back", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggests_one_change_and_says_which_rule_it_follows_from()
    {
        Assert.Null(WeeklyReviews.Of(await Month.FactsAsync(TwoWeeks), Week).Change);
        Assert.Contains("None follows from these figures.", await PageAsync(await Month.FileAsync()), StringComparison.Ordinal);

        // Each rule alone, with one case too few, and then the more important before the less important.
        (string Rule, string Step, string Event, object Data, int Enough)[] cases =
        [
            ("a limit is left often", "ApplyMacro", nameof(LimitLeft), new { }, 5),
            ("the manual path is taken", "DraftReply", nameof(SwitchedToManual), new { }, 2),
            ("attempts fail", "SendReply", nameof(StepFailed), new { visit = 1 }, 3),
            ("time runs out", "Categorise", nameof(TimedOut), new { due = "2026-11-01T09:00:00.000000Z" }, 2),
            ("much is sent back", "ReviewReply", nameof(Rejected), new { item = "x#1", revision = 1, digest = "", role = "R", reason = new { type = "R", content = "" }, round = 1 }, 2),
            ("samples were wrong", "DraftReply", nameof(SpotChecked), new { item = "x#1", sample = "DraftReply", right = false }, 3),
        ];
        var facts = await Month.FactsAsync(TwoWeeks);
        foreach (var (rule, step, name, data, enough) in cases)
        {
            var few = await Month.FactsAsync(TwoWeeks);
            await few.AddAsync(enough - 1, "ticket-1055", step, name, data);
            Assert.DoesNotContain(WeeklyReviews.Of(few, Week).RulesToChange, change => change.Rule == rule && change.Step == step);
            await facts.AddAsync(enough, "ticket-1055", step, name, data);
            var change = WeeklyReviews.Of(facts, Week).Change!;
            Assert.Equal((rule, "support-triage", step), (change.Rule, change.Sop, change.Step));
        }

        // A step with a limit loses it.
        await facts.AddAsync(4, "ticket-1055", "Completed", nameof(SpotChecked), new { item = "x#1", sample = "ApplyMacro", right = false });
        var page = SheetMarkdown.Of(ReviewSheet.Of(WeeklyReviews.Of(facts, Week), facts, new(2026, 11, 27)));
        Assert.Contains("support-triage, 'Answer with the matching macro': take its autonomy back", page, StringComparison.Ordinal);
        Assert.Contains("It follows from the rule “samples were wrong”.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_each_way_into_the_manual_path()
    {
        var facts = await Month.FactsAsync(TwoWeeks);
        var move = new { from = "SendReply", to = "Fallback", trigger = "Fail" };
        await facts.AddAsync(1, "ticket-1055", "SendReply", nameof(StepFailed), new { visit = 1, error = "E", move });
        await facts.AddAsync(1, "ticket-1055", "SendReply", nameof(LimitLeft), new { move });
        var review = WeeklyReviews.Of(facts, Week);
        Assert.Equal(
            ["failed: E", "outside its limit", "to the manual path: an attempt failed", "to the manual path: outside its limit"],
            review.Exceptions.Where(line => line.Step == "SendReply").Select(line => line.What).Order(StringComparer.Ordinal));
        Assert.Equal(2, RiskReports.Of(facts, Week, Week.To).Sops.Single(sop => sop.Sop == "support-triage").Manual);
        Assert.Contains(review.RulesToChange, change => change is { Rule: "the manual path is taken", Step: "SendReply" });
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Suggests_to_change_a_prompt_whose_drafts_are_mostly_edited(int edited, bool isSuggested)
    {
        Period day = new(new(2026, 11, 27), new(2026, 11, 27));
        var facts = await Month.FactsAsync(new(new(2026, 11, 26), new(2026, 11, 27)));
        for (var i = 0; i < 4; i++)
        {
            var edits = i < edited ? new[] { new { type = "Note", before = $"draft {i}", after = $"better {i}" } } : null;
            await facts.AddAsync(1, "ticket-1054", "Categorise", nameof(StepCompleted), new { visit = 1, values = new[] { new { type = "Note", content = $"draft {i}" } }, agent = new { agent = "A" } });
            await facts.AddAsync(1, "ticket-1054", "ReviewReply", nameof(Approved), new { item = "x#1", revision = 1, digest = "", role = "R", values = new[] { new { type = "Note", content = i < edited ? $"better {i}" : $"draft {i}" } }, edits });
        }

        Assert.Equal(isSuggested, WeeklyReviews.Of(facts, day).RulesToChange.Any(change => change is { Rule: "drafts are edited", Step: "Categorise", Because: "2 of 4 approved drafts were corrected" }));
    }

    private static async Task<string> PageAsync(string file) => (await Program.RunAsync(file, 0, "review", "--samples", "50")).Out;

    private static bool Same(Scorecard one, Scorecard other) => FiguresText(one) == FiguresText(other);

    private static string FiguresText(Scorecard card)
    {
        using MemoryStream text = new();
        using (System.Text.Json.Utf8JsonWriter json = new(text))
        {
            FiguresJson.Write(json, [card]);
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
