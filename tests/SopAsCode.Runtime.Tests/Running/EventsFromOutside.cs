using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class EventsFromOutside
{
    private const string Login = """{"At":"2026-11-25T10:00:00+00:00"}""";

    [Fact]
    public async Task An_event_finds_its_run_by_the_key()
    {
        await using var house = House.Open();
        await WaitAsync(house, "o1", "4711");
        await WaitAsync(house, "o2", "4712");
        (await ReportAsync(house, "e1", "4712")).OrThrow();
        Assert.Equal(("WaitForLogin", "Completed"), (await house.StateAsync("o1"), await house.StateAsync("o2")));
        Assert.Equal("key", (await house.LastAsync<EventArrived>("o2")).Found);
    }

    [Fact]
    public async Task An_event_that_comes_too_early_is_kept()
    {
        await using var house = House.Open();
        (await ReportAsync(house, "e1", "4711")).OrThrow();
        house.Clock.Pass(TimeSpan.FromHours(1));
        await WaitAsync(house, "o1", "4711");
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("o1"));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero), (await house.LastAsync<EventArrived>("o1")).Received);
    }

    [Fact]
    public async Task The_same_event_counts_once()
    {
        await using var house = House.Open();
        await WaitAsync(house, "o1", "4711");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReportAsync(house, "e1", "4711"))));
        await WaitAsync(house, "o2", "4711");
        await house.WorkAsync();
        Assert.Equal(("Completed", "WaitForLogin"), (await house.StateAsync("o1"), await house.StateAsync("o2")));
    }

    [Fact]
    public async Task One_event_goes_to_the_run_that_waits_longest()
    {
        await using var house = House.Open();
        await WaitAsync(house, "z", "4711");
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await WaitAsync(house, "a", "4711");
        await ReportAsync(house, "e1", "4711");
        Assert.Equal(("Completed", "WaitForLogin"), (await house.StateAsync("z"), await house.StateAsync("a")));
    }

    [Theory]
    [InlineData("""{"At":"soon"}""", RefusalKind.Malformed)]
    [InlineData("""{"At":"2026-11-25T10:00:00+00:00","By":"x"}""", RefusalKind.Malformed)]
    [InlineData("{}", RefusalKind.Malformed)]
    [InlineData("{", RefusalKind.Malformed)]
    [InlineData(null, RefusalKind.Incomplete)]
    public async Task An_event_of_another_form_is_refused_at_the_door(string? value, RefusalKind kind)
    {
        await using var house = House.Open();
        var answer = await house.Host.ReportAsync(Event("e1", "4711") with { Value = value });
        Assert.Equal(kind, answer.Refusal!.Kind);
        Assert.Empty(house.Query("SELECT * FROM arrived"));
    }

    [Fact]
    public async Task An_event_for_a_step_that_does_not_wait_is_refused()
    {
        await using var house = House.Open();
        var answer = await house.Host.ReportAsync(Event("e1", "4711") with { Step = "Invite" });
        Assert.Equal("SOP 'onboard' has no step 'Invite' that waits for an event. It has: WaitForLogin.", answer.Refusal!.Message);
        Assert.Equal(RefusalKind.UnknownSop, (await house.Host.ReportAsync(Event("e1", "4711") with { Sop = "nothing" })).Refusal!.Kind);
    }

    [Fact]
    public async Task An_outside_automation_reports_to_its_item_or_by_the_key()
    {
        await using var house = House.Open();
        await house.StartAsync("f1", "follow-up", House.Request("9"));
        house.Clock.Pass(TimeSpan.FromDays(3));
        await house.WorkAsync();
        var item = await house.ItemAsync("f1");
        Assert.Equal(ItemKind.Report, item.Kind);
        var by = Actor.Automation("shop", "webhook");
        (await house.Host.AnswerAsync(new ReportFailure { By = by, Item = item.Id, Revision = 1, Notes = "the shop is closed" })).OrThrow();
        Assert.Equal("Look", await house.StateAsync("f1"));
        var again = await house.ItemAsync("f1");
        Assert.NotEqual(item.Id, again.Id);
        (await house.Host.AnswerAsync(new Complete { By = by, Item = again.Id, Revision = 1, Value = """{"Size":"Small","Remark":null}""" })).OrThrow();
        Assert.Equal("Completed", await house.StateAsync("f1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    private static async Task WaitAsync(House house, string run, string key)
    {
        await house.StartAsync(run, "onboard", House.Request(key));
        (await house.CompleteAsync(await house.ItemAsync(run), House.Dia)).OrThrow();
    }

    private static Task<Reply> ReportAsync(House house, string id, string key) => house.Host.ReportAsync(Event(id, key) with { Received = house.Clock.Now });

    private static ArrivedEvent Event(string id, string key) => new()
    {
        Id = id,
        Sop = "onboard",
        Step = "WaitForLogin",
        Key = key,
        Value = Login,
        Received = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero),
        By = Actor.Automation("website", "webhook"),
    };
}
