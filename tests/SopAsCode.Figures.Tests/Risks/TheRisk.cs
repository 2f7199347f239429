using SopAsCode.Figures.Tests.Harness;
using SopAsCode.Runtime;

namespace SopAsCode.Figures.Tests.Risks;

/// <summary>What a team looks at once a quarter.</summary>
public class TheRisk
{
    private static readonly Period Quarter = new(new(2026, 10, 1), new(2026, 11, 27));

    [Fact]
    public async Task Names_each_write_of_AI_that_nobody_approved_and_what_allows_it()
    {
        var triage = await TriageAsync(await Month.FactsAsync(Quarter));
        await using var store = SqliteRunStore.Open(await Month.FileAsync());
        List<RecordedEvent> writes = [];
        await foreach (var fed in store.FeedAsync(0, TestContext.Current.CancellationToken))
        {
            if (fed.Event.Event == nameof(ActionTaken) && fed.Event.Step is "ApplyMacro" or "SendReply")
            {
                writes.Add(fed.Event);
            }
        }

        writes = [.. writes.Where(write => write.Event == nameof(ActionTaken))];
        var macro = Assert.Single(triage.Unapproved);
        Assert.Equal(("ApplyMacro", writes.Count(write => write.Step == "ApplyMacro"), "its limit"), (macro.Step, macro.Times, macro.AllowedBy));
        Assert.Equal(writes.Count(write => write.Step == "ApplyMacro") + AiSent(writes), triage.AiWrites);
    }

    [Fact]
    public async Task Says_when_nothing_declared_allows_a_write()
    {
        var facts = await Month.FactsAsync(Quarter);
        await facts.AddAsync(1, "ticket-1054", "Categorise", nameof(ActionTaken), new { tool = "TinyTeam.House.Helpdesk", access = "Write", impact = "Customers", idempotencyKey = "k" });
        var triage = await TriageAsync(facts);
        Assert.Equal("nothing that is declared today", triage.Unapproved.Single(write => write.Step == "Categorise").AllowedBy);
    }

    [Fact]
    public async Task Shows_how_limits_are_used()
    {
        var facts = await Month.FactsAsync(Quarter);
        await facts.AddAsync(2, "ticket-1055", "ApplyMacro", nameof(LimitLeft), new { });
        var limit = Assert.Single((await TriageAsync(facts)).Limits);
        Assert.Equal(("ApplyMacro", 50, new DateOnly(2026, 9, 14), 2, 0), (limit.Step, limit.PerDay, limit.Since, limit.Outside, limit.FullDays));
        Assert.InRange(limit.Starts, 10, 20);
        var posts = (await ReportAsync(facts)).Sops.Single(sop => sop.Sop == "weekly-summary").Limits.Single();
        Assert.Equal((4, 1, 4), (posts.Starts, posts.MostInADay, posts.FullDays));
    }

    [Theory]
    [InlineData(0, 0, Earned.NotShown, null)]
    [InlineData(8, 0, Earned.NotShown, null)]
    [InlineData(19, 1, Earned.Yes, Level.Autonomous)]
    [InlineData(19, 2, Earned.No, Level.PrepareForApproval)]
    [InlineData(0, 10, Earned.No, Level.PrepareForApproval)]
    public async Task Autonomy_is_earned_by_samples_that_were_right(int right, int wrong, Earned earned, Level? level)
    {
        // The host draws samples of the month by chance, so the days after it are looked at alone.
        Period day = new(new(2026, 11, 26), new(2026, 11, 26));
        var facts = await Month.FactsAsync(day);
        var drawn = (await ReportAsync(facts, day)).Sops.Single(sop => sop.Sop == "support-triage").Limits.Single().LookedAt;
        await facts.AddAsync(right - drawn.Part, "ticket-1053", "Escalated", nameof(SpotChecked), new { item = "x#1", sample = "ApplyMacro", right = true });
        await facts.AddAsync(wrong, "ticket-1053", "Escalated", nameof(SpotChecked), new { item = "x#1", sample = "ApplyMacro", right = false });
        var limit = (await ReportAsync(facts, day)).Sops.Single(sop => sop.Sop == "support-triage").Limits.Single();
        Assert.Equal((earned, level), (limit.Earned, limit.LevelEarned));
        Assert.Equal(new Share { Part = Math.Max(right, drawn.Part), Whole = Math.Max(right, drawn.Part) + wrong }, limit.LookedAt);
    }

    [Fact]
    public async Task Names_waivers_with_their_end_and_reviews_that_are_due()
    {
        var facts = await Month.FactsAsync(Quarter);
        var report = RiskReports.Of(facts, Quarter, new(2027, 2, 1));
        Assert.Equal([("SOP0305", true), ("SOP0504", false)], report.Waivers.Select(waiver => (waiver.Rule, waiver.IsOver)));
        Assert.Equal(new DateOnly(2026, 11, 23), report.Reviews[0].Due);
        Assert.Equal(["weekly-summary"], (await ReportAsync(facts)).Reviews.Select(review => review.Sop));
        var page = SheetMarkdown.Of(RiskSheet.Of(report, facts));
        Assert.Contains("| SOP0305 | inventory-exceptions: ApproveOrder | 2027-01-31 (over) |", page, StringComparison.Ordinal);
        Assert.Contains("| weekly-summary | 2026-11-23 | weekly | Operations lead |", page, StringComparison.Ordinal);
    }

    private static int AiSent(IEnumerable<RecordedEvent> writes) => writes.Where(write => write.Step == "SendReply").Select(write => int.Parse(write.Run["ticket-".Length..], System.Globalization.CultureInfo.InvariantCulture)).Count(number => number % 4 != 0);

    private static Task<RiskReport> ReportAsync(RunFacts facts, Period? period = null) => Task.FromResult(RiskReports.Of(facts, period ?? Quarter, new(2026, 11, 27)));

    private static async Task<SopRisk> TriageAsync(RunFacts facts) => (await ReportAsync(facts)).Sops.Single(sop => sop.Sop == "support-triage");
}
