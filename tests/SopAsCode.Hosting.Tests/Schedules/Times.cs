using SopAsCode.Hosting.Tests.Harness;
using SopAsCode.Hosting.Tests.Sops;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Schedules;

/// <summary>When schedules are due: in the zone of the policy, also where its clocks change.</summary>
public class Times
{
    public static TheoryData<string, string, string> DueTimes => new()
    {
        // A schedule, a time, and the times after it, all of Berlin in UTC. Clocks there are set forward on 29 March and back on 25 October.
        { "0 8 * * MON", "2026-03-20T00:00Z", "2026-03-23T07:00Z 2026-03-30T06:00Z" },
        { "30 2 * * *", "2026-03-27T12:00Z", "2026-03-28T01:30Z 2026-03-29T01:00Z 2026-03-30T00:30Z" },
        { "30 2 * * *", "2026-10-23T12:00Z", "2026-10-24T00:30Z 2026-10-25T00:30Z 2026-10-26T01:30Z" },
        { "*/30 2 * * *", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:00Z" },
        { "0 0 25 10 *", "2026-10-01T00:00Z", "2026-10-24T22:00Z 2027-10-24T22:00Z" },
        { "15 9-10 1,15 * *", "2026-11-01T12:00Z", "2026-11-15T08:15Z 2026-11-15T09:15Z 2026-12-01T08:15Z" },
        { "0 12 * * 0", "2026-11-24T00:00Z", "2026-11-29T11:00Z 2026-12-06T11:00Z" },
        { "0 12 * * SUN", "2026-11-24T00:00Z", "2026-11-29T11:00Z 2026-12-06T11:00Z" },
        { "0 12 13 * FRI", "2026-11-10T00:00Z", "2026-11-13T11:00Z 2026-11-20T11:00Z" },
        { "0 12 29 2 *", "2026-11-10T00:00Z", "2028-02-29T11:00Z 2032-02-29T11:00Z" },
    };

    [Theory]
    [MemberData(nameof(DueTimes))]
    public void A_schedule_is_due_in_the_time_zone_of_the_team(string cron, string from, string expected)
    {
        var schedule = new Schedule(CountCash.Definition, new() { When = "then", Cron = cron }, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        List<string> times = [];
        var time = At(from);
        foreach (var unused in expected.Split(' '))
        {
            time = schedule.After(time)!.Value;
            times.Add(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", null));
        }

        Assert.Equal(expected, string.Join(' ', times));
    }

    [Fact]
    public async Task A_cron_over_a_change_of_clocks_starts_once_with_two_hosts()
    {
        await using var place = new Place();
        place.Clock.AdjustTime(At("2026-10-24T12:00Z"));
        await place.StartHostAsync();
        await place.StartHostAsync();
        await place.PassUntilAsync(At("2026-10-25T06:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count >= 1);
        await place.PassUntilAsync(At("2026-10-26T06:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count >= 2);
        Assert.Equal(["count-cash-20261025T0030", "count-cash-20261026T0130"], (await place.RunsAsync("count-cash")).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cron_in_the_hour_that_is_skipped_starts_once()
    {
        await using var place = new Place();
        place.Clock.AdjustTime(At("2027-03-27T12:00Z"));
        await place.StartHostAsync();
        await place.PassUntilAsync(At("2027-03-28T06:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count >= 1);
        Assert.Equal(["count-cash-20270328T0100"], (await place.RunsAsync("count-cash")).Keys);
    }

    [Fact]
    public async Task Two_schedules_of_one_sop_that_meet_start_a_run_each_and_the_tick_says_when_it_was_due_and_last()
    {
        await using var place = new Place();
        place.Clock.AdjustTime(At("2026-11-29T12:00Z"));
        var host = await place.StartHostAsync();
        await place.PassUntilAsync(At("2026-11-30T02:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count >= 1);
        await place.PassUntilAsync(At("2026-12-01T02:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count >= 3);
        Assert.Equal(
            ["count-cash-2.20261201T0130", "count-cash-20261130T0130", "count-cash-20261201T0130"],
            (await place.RunsAsync("count-cash")).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"Due":"2026-12-01T01:30:00+00:00","Last":"2026-11-30T01:30:00+00:00"}""", await TickAsync(host, "count-cash-20261201T0130"));
        Assert.Equal("""{"Due":"2026-12-01T01:30:00+00:00","Last":null}""", await TickAsync(host, "count-cash-2.20261201T0130"));
    }

    [Fact]
    public async Task A_time_that_no_host_kept_is_caught_up_once()
    {
        await using var place = new Place();
        place.Clock.AdjustTime(At("2026-11-29T12:00Z"));

        // A host that starts for the first time catches up nothing: nobody knows whether the schedule was there then.
        using (var first = await place.StartHostAsync())
        {
            await place.PassUntilAsync(At("2026-11-29T13:00Z"));
            Assert.Empty(await place.RunsAsync("count-cash"));
            await place.PassUntilAsync(At("2026-11-30T02:00Z"));
            await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count == 1);
            await first.StopAsync();
        }

        // Two nights later it is the last night that is caught up.
        place.Clock.AdjustTime(At("2026-12-03T12:00Z"));
        await place.StartHostAsync();
        await place.StartHostAsync();
        await place.UntilAsync(async () => (await place.RunsAsync("count-cash")).Count >= 2);
        await place.PassUntilAsync(At("2026-12-03T13:00Z"));
        Assert.Equal(["count-cash-20261130T0130", "count-cash-20261203T0130"], (await place.RunsAsync("count-cash")).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_schedule_starts_a_run_for_each_that_waits_and_none_for_those_that_have_one()
    {
        await using var place = new Place();
        place.Clock.AdjustTime(At("2026-11-29T12:00Z"));
        place.Office.Waiting.Enqueue("17");
        place.Office.Waiting.Enqueue("18");
        await place.StartHostAsync();
        await place.StartHostAsync();
        await place.PassUntilAsync(At("2026-11-30T08:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("remind-of-invoice")).Count >= 2);

        // The shop does not answer the next morning, and the morning after it is asked again.
        place.Office.Waiting.Enqueue("!");
        var asked = place.Office.Refusals;
        await place.PassUntilAsync(At("2026-12-01T08:00Z"));
        await place.UntilAsync(() => Task.FromResult(place.Office.Refusals >= asked + 2));
        place.Office.Waiting.Clear();
        place.Office.Waiting.Enqueue("18");
        place.Office.Waiting.Enqueue("19");
        await place.PassUntilAsync(At("2026-12-02T08:00Z"));
        await place.UntilAsync(async () => (await place.RunsAsync("remind-of-invoice")).Count >= 3);
        var runs = (await place.RunsAsync("remind-of-invoice")).Keys.Order(StringComparer.Ordinal).Select(run => run[..^33]);
        Assert.Equal(["remind-of-invoice-20261130T0700", "remind-of-invoice-20261130T0700", "remind-of-invoice-20261202T0700"], runs);
    }

    private static async Task<string?> TickAsync(Microsoft.Extensions.Hosting.IHost host, string run)
    {
        var item = Assert.Single(await Place.Of(host).InboxAsync(new() { Run = run }));
        return (await Place.Of(host).ShowAsync(item.Id))!.Values[0].Value;
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
