using SopAsCode.Runtime.Tests.Harness;
using SopAsCode.Runtime.Tests.Sops;

namespace SopAsCode.Runtime.Tests.Running;

public class Starts
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_run_begins_in_the_step_that_its_trigger_names()
    {
        await using var house = House.Open();
        var start = new StartRun { By = Actor.Automation("phone"), Sop = "chase-request", Input = House.Request() };
        Assert.Equal("Call", (await house.Host.StartAsync("c1", start with { Trigger = "By phone" })).OrThrow().State);
        Assert.Equal(Eight.AddHours(3), (await house.ItemAsync("c1")).Due);
        Assert.Equal("LookUp", (await house.Host.StartAsync("c2", start with { Trigger = "Somebody asks for it" })).OrThrow().State);
        Assert.Equal("LookUp", (await house.Host.StartAsync("c3", start)).OrThrow().State);
        Assert.Equal(RefusalKind.UnknownName, (await house.Host.StartAsync("c4", start with { Trigger = "By post" })).Refusal!.Kind);
        Assert.Equal("Call", (await house.LastAsync<RunStarted>("c1")).State);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_schedule_starts_a_run_for_each_input_and_none_for_a_key_that_has_one()
    {
        await using var house = House.Open();
        (await house.StartAsync("open", "chase-request", House.Request("1"))).OrThrow();
        house.Bank.Waiting = [New("1"), New("2"), New("3"), New("2")];
        var replies = await house.Host.StartDueAsync(Morning(Eight));
        Assert.Equal(["Call", "Call"], replies.Select(reply => reply.OrThrow().State));
        Assert.Equal(3, (await house.Host.InboxAsync()).Count);
        Assert.Empty(await house.Host.StartDueAsync(Morning(Eight)));

        // When one has ended, the next morning starts another one for its key, and the same morning does not.
        var item = (await house.Host.InboxAsync()).First(one => one.Run == replies[0].Run);
        (await house.CompleteAsync(item, House.Dia)).OrThrow();
        Assert.Empty(await house.Host.StartDueAsync(Morning(Eight)));
        house.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Single(await house.Host.StartDueAsync(Morning(Eight.AddDays(1))));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Of_many_hosts_that_are_asked_at_once_one_starts_each_run()
    {
        await using var house = House.Open();
        house.Bank.Waiting = [.. Enumerable.Range(1, 5).Select(i => New($"{i}"))];
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.NewHost(house.Store).StartDueAsync(Morning(Eight)))));
        Assert.Equal(5, all.Sum(replies => replies.Count(reply => reply.IsAccepted)));
        Assert.Equal(5, (await house.Host.InboxAsync()).Count);
    }

    [Fact]
    public async Task When_nobody_can_say_what_waits_nothing_is_started_and_the_next_time_it_is_asked_again()
    {
        await using var house = House.Open();
        house.Bank.Waiting = null;
        await Assert.ThrowsAsync<HttpRequestException>(() => house.Host.StartDueAsync(Morning(Eight)));
        house.Bank.Waiting = [New("1")];
        Assert.Single(await house.Host.StartDueAsync(Morning(Eight)));
    }

    [Fact]
    public async Task A_schedule_of_one_run_starts_it_once()
    {
        await using var house = House.Open();
        var monday = new DueSchedule { Sop = "look-at-the-week", Trigger = "Monday morning", Due = Eight, Last = Eight.AddDays(-7), By = Actor.Automation("schedule") };
        var reply = Assert.Single(await house.Host.StartDueAsync(monday));
        Assert.Equal("look-at-the-week-20261125T0800", reply.OrThrow().Run);
        Assert.Contains("2026-11-18T08:00", (await house.Host.ShowAsync((await house.ItemAsync(reply.Run)).Id))!.Values[0].Value, StringComparison.Ordinal);
        Assert.True(Assert.Single(await house.Host.StartDueAsync(monday)).IsAccepted);
        Assert.Single(await house.Host.InboxAsync());
        Assert.True(Assert.Single(await house.Host.StartDueAsync(monday with { Trigger = "Friday evening" })).IsAccepted);
        Assert.Equal(2, (await house.Host.InboxAsync()).Count);

        var unknown = Assert.Single(await house.Host.StartDueAsync(monday with { Trigger = "Sunday" }));
        Assert.Equal("SOP 'look-at-the-week' has no schedule 'Sunday'. It has: Monday morning; Friday evening.", unknown.Refusal!.Message);
        Assert.Equal(RefusalKind.UnknownSop, Assert.Single(await house.Host.StartDueAsync(monday with { Sop = "nothing" })).Refusal!.Kind);
    }

    private static Request New(string number) => new(number, "broken lid", 5);

    private static DueSchedule Morning(DateTimeOffset due) => new() { Sop = "chase-request", Trigger = "Each morning", Due = due, By = Actor.Automation("schedule") };
}
