using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R05_TimeOutIsNeither
{
    [Fact]
    public async Task Time_out_is_neither_a_no_nor_a_yes()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        house.Clock.Pass(TimeSpan.FromHours(4));
        await house.WorkAsync();
        Assert.Equal("TakeOver", await house.StateAsync("r1"));
        var events = await house.EventsAsync("r1");
        Assert.Contains(nameof(TimedOut), events);
        Assert.DoesNotContain(nameof(Approved), events);
        Assert.DoesNotContain(nameof(Rejected), events);
        Assert.Empty(house.Bank.Calls);
    }

    [Fact]
    public async Task A_step_without_a_way_out_is_overdue_and_stays()
    {
        await using var house = House.Open();
        await house.StartAsync("o1", "onboard", House.Request());
        await house.CompleteAsync(await house.ItemAsync("o1"), House.Dia);
        house.Clock.Pass(TimeSpan.FromDays(5));
        await house.WorkAsync();
        Assert.Equal("Call", await house.StateAsync("o1"));
        house.Clock.Pass(TimeSpan.FromDays(2));
        await house.WorkAsync();
        Assert.Equal("Call", await house.StateAsync("o1"));
        Assert.Null((await house.LastAsync<TimedOut>("o1")).Move);

        // It can still be done.
        (await house.CompleteAsync(await house.ItemAsync("o1"), House.Dia)).OrThrow();
    }

    [Fact]
    public async Task Reminders_come_before_the_time_and_once()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        house.Clock.Pass(TimeSpan.FromHours(3));
        await house.WorkAsync();
        await house.WorkAsync();
        Assert.Single(await house.EventsAsync("r1"), name => name == nameof(Reminded));
        Assert.Equal("Decide", await house.StateAsync("r1"));
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_told_and_not_moved()
    {
        await using var house = House.Open();
        await house.StartAsync("o1", "onboard", House.Request());
        house.Clock.Pass(TimeSpan.FromDays(9));
        await house.WorkAsync();
        Assert.True((await house.LastAsync<Reminded>("o1")).OfRun);
        house.Clock.Pass(TimeSpan.FromDays(1));
        await house.WorkAsync();
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 8, 0, 0, TimeSpan.Zero), (await house.LastAsync<RunOverdue>("o1")).Due);
        Assert.Equal("Invite", await house.StateAsync("o1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_wait_for_time_is_over_when_the_time_has_passed()
    {
        await using var house = House.Open();
        await house.StartAsync("f1", "follow-up", House.Request());
        Assert.Empty(await house.Host.InboxAsync());
        house.Clock.Pass(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await house.WorkAsync();
        Assert.Equal("GiveTime", await house.StateAsync("f1"));
        house.Clock.Pass(TimeSpan.FromSeconds(1));
        await house.WorkAsync();
        Assert.Equal("Look", await house.StateAsync("f1"));
    }

    [Fact]
    public async Task Office_hours_stop_the_time()
    {
        await using var house = House.Open();

        // Friday 15:00 in Berlin; four hours are two on Friday and two on Monday.
        house.Clock.Now = new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero);
        await house.StartAsync("q1", "office-answer", House.Request());
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero), (await house.ItemAsync("q1")).Due);
    }
}

public class R12_LateAnswers
{
    [Fact]
    public async Task A_timed_out_item_can_no_longer_be_clicked()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        house.Clock.Pass(TimeSpan.FromHours(5));
        await house.WorkAsync();
        var answer = await house.ApproveAsync(item, House.Ben);
        Assert.Equal(RefusalKind.TimedOut, answer.Refusal!.Kind);
        Assert.Equal("'r1#1' was due at 2026-11-25T12:00:00.000000Z and can't be answered any more: the run is in 'TakeOver'.", answer.Refusal.Message);
    }

    [Fact]
    public async Task Nor_can_it_when_nobody_looked_at_the_clock_since()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        house.Clock.Pass(TimeSpan.FromHours(5));
        Assert.Equal(RefusalKind.TimedOut, (await house.ApproveAsync(item, House.Ben)).Refusal!.Kind);
        Assert.Equal("TakeOver", await house.StateAsync("r1"));
        Assert.Single(await house.EventsAsync("r1"), name => name == nameof(TimedOut));
    }

    [Fact]
    public async Task A_stale_click_never_reaches_a_later_visit_of_the_same_step()
    {
        await using var house = House.Open();
        var first = await house.RefundToDecideAsync();
        await house.RejectAsync(first, House.Ben);
        await house.WorkAsync();
        var second = await house.ItemAsync("r1");
        Assert.Equal(("r1#2", "Decide"), (second.Id, second.Step));

        var click = await house.ApproveAsync(first, House.Cho);
        Assert.Equal(RefusalKind.AlreadyAnswered, click.Refusal!.Kind);
        Assert.Equal("Decide", await house.StateAsync("r1"));
        Assert.Equal(RefusalKind.Stale, (await house.ApproveAsync(second with { Revision = 2 }, House.Cho)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_stale_click_does_not_resume_a_later_step()
    {
        await using var house = House.Open();
        var decide = await house.RefundToDecideAsync();
        await house.ApproveAsync(decide, House.Ben);
        await house.WorkAsync();
        Assert.Equal(RefusalKind.AlreadyAnswered, (await house.CompleteAsync(decide, House.Dia)).Refusal!.Kind);
        Assert.Equal("Tell", await house.StateAsync("r1"));
    }

    [Fact]
    public async Task A_withdrawn_item_can_not_be_answered()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        await house.Host.SendAsync("r1", new Cancel { By = Actor.Person(House.Ben), Notes = "they paid us back" });
        var answer = await house.ApproveAsync(item, House.Ben);
        Assert.Equal(RefusalKind.Withdrawn, answer.Refusal!.Kind);
        Assert.Contains("the run is in 'Cancelled'", answer.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_run_can_not_be_answered_and_is_due_later()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        (await house.Host.SendAsync("r1", new Hold { By = Actor.Person(House.Ben) })).OrThrow();
        Assert.Equal(RefusalKind.OnHold, (await house.ApproveAsync(item, House.Ben)).Refusal!.Kind);
        house.Clock.Pass(TimeSpan.FromHours(10));
        await house.WorkAsync();
        Assert.Equal("Decide", await house.StateAsync("r1"));
        (await house.Host.SendAsync("r1", new ContinueRun { By = Actor.Person(House.Ben) })).OrThrow();
        Assert.Equal(item.Due + TimeSpan.FromHours(10), (await house.ItemAsync("r1")).Due);
        Assert.True((await house.ApproveAsync(item, House.Ben)).IsAccepted);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_clock_that_jumps_moves_no_run_back_and_no_event_before_another()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        house.Clock.Now -= TimeSpan.FromDays(400);
        (await house.ApproveAsync(item, House.Ben)).OrThrow();
        await house.WorkAsync();
        Assert.Single(house.Bank.Paid);
        house.Clock.Now += TimeSpan.FromDays(800);
        (await house.CompleteAsync(await house.ItemAsync("r1"), House.Dia)).OrThrow();
        var times = (await house.Host.HistoryAsync("r1")).Select(recorded => recorded.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Empty(await house.Host.VerifyAsync());
    }
}
