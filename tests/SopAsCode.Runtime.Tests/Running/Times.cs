using SopAsCode.Definitions;
using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class Times
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero); // 15:00 in Berlin

    [Fact]
    public async Task A_method_says_by_when_a_step_is_due_and_hours_count_inside_office_hours()
    {
        await using var house = House.Open();
        await StartAsync(house, """{"Number":"1","Hours":26,"Deadline":"2026-12-20T00:00:00Z"}""");

        // 26 hours of work: 2 on Friday, 8 on each of Monday, Tuesday and Wednesday. A day in a TimeSpan is 24 hours, and no working day.
        Assert.Equal(new(2026, 12, 2, 16, 0, 0, TimeSpan.Zero), (await house.ItemAsync("e1")).Due);
        house.Clock.Now = new(2026, 12, 2, 15, 0, 0, TimeSpan.Zero);
        await house.WorkAsync();
        Assert.False((await house.LastAsync<Reminded>("e1")).OfRun);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await house.WorkAsync();
        Assert.Equal("Hurry", await house.StateAsync("e1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_moment_is_the_moment_itself_and_a_hold_does_not_put_it_off()
    {
        await using var house = House.Open();
        var agreed = new DateTimeOffset(2026, 12, 5, 3, 0, 0, TimeSpan.Zero);
        await StartAsync(house, """{"Number":"1","Hours":0.5,"Deadline":"2026-12-05T05:00:00+02:00"}""");
        house.Clock.Pass(TimeSpan.FromHours(1));
        await house.WorkAsync();
        var hurry = await house.ItemAsync("e1");
        Assert.Equal(("Hurry", agreed), (hurry.Step, hurry.Due));

        (await house.Host.SendAsync("e1", new Hold { By = Actor.Person(House.Ben) })).OrThrow();
        house.Clock.Pass(TimeSpan.FromDays(1));
        (await house.Host.SendAsync("e1", new ContinueRun { By = Actor.Person(House.Ben) })).OrThrow();
        Assert.Equal(agreed, (await house.ItemAsync("e1")).Due);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_wait_until_a_time_counts_from_when_the_step_began_and_counts_by_night_too()
    {
        await using var house = House.Open();
        await StartAsync(house, """{"Number":"1","Hours":4,"Deadline":"2027-12-20T00:00:00Z"}""");
        (await house.CompleteAsync(await house.ItemAsync("e1"), House.Dia)).OrThrow();
        house.Clock.Now = Friday + TimeSpan.FromDays(30) + TimeSpan.FromHours(4) - TimeSpan.FromSeconds(1);
        await house.WorkAsync();
        Assert.Equal("GiveTime", await house.StateAsync("e1"));
        house.Clock.Pass(TimeSpan.FromSeconds(1));
        await house.WorkAsync();
        Assert.Equal("Ask", await house.StateAsync("e1"));

        // Sunday evening: Monday and Tuesday are two working days, and three hours are those of Wednesday morning.
        Assert.Equal(new(2026, 12, 30, 11, 0, 0, TimeSpan.Zero), (await house.ItemAsync("e1")).Due);
    }

    [Fact]
    public async Task A_run_that_is_late_is_told_to_owner_and_backup_once_and_does_not_move()
    {
        await using var house = House.Open();
        await StartAsync(house, """{"Number":"1","Hours":100,"Deadline":"2026-11-28T08:00:00Z"}""");
        house.Clock.Now = new(2026, 11, 28, 6, 0, 0, TimeSpan.Zero);
        await house.WorkAsync();
        Assert.True((await house.LastAsync<Reminded>("e1")).OfRun);
        house.Clock.Pass(TimeSpan.FromHours(2));
        await house.WorkAsync();
        await house.WorkAsync();
        Assert.Equal("Run", await house.StateAsync("e1"));
        var told = Assert.Single(await house.Host.InboxAsync(), item => item.Kind == ItemKind.Notice);
        Assert.Equal("Run an errand: the run was due at 2026-11-28T08:00:00.000000Z", told.Title);
        foreach (var person in new[] { House.Ben, House.Ana })
        {
            Assert.Contains(await house.Host.InboxOfAsync(person), item => item.Id == told.Id);
        }

        // The step goes on meanwhile, and the notice stays until somebody has read it.
        (await house.CompleteAsync(Assert.Single(await house.Host.InboxAsync(), item => item.Kind == ItemKind.Do), House.Dia)).OrThrow();
        Assert.Equal(RefusalKind.NotTheRole, (await house.CompleteAsync(told, House.Dia)).Refusal!.Kind);
        (await house.CompleteAsync(told, House.Ana)).OrThrow();
        Assert.Empty(await house.Host.InboxAsync());
        Assert.Equal("GiveTime", await house.StateAsync("e1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_method_that_throws_leaves_the_time_unknown_tells_the_owner_and_stops_nothing()
    {
        await using var house = House.Open();
        await StartAsync(house, """{"Number":"1","Hours":0.5,"Deadline":null}""");
        var ofRun = Assert.Single(await house.Host.InboxAsync(), item => item.Kind == ItemKind.Notice);
        Assert.Equal("Run an errand: nobody knows when it is due, because 'Agreed' threw System.InvalidOperationException", ofRun.Title);
        Assert.Equal("no deadline was agreed", (await house.Host.ShowAsync(ofRun.Id))!.Notes);

        house.Clock.Pass(TimeSpan.FromDays(1));
        await house.WorkAsync();
        Assert.Equal("Hurry", await house.StateAsync("e1"));
        var ofStep = Assert.Single(await house.Host.InboxAsync(), item => item is { Kind: ItemKind.Notice, Step: "Hurry" });
        Assert.Null(Assert.Single(await house.Host.InboxAsync(), item => item is { Kind: ItemKind.Do, Step: "Hurry" }).Due);
        house.Clock.Pass(TimeSpan.FromDays(3000));
        await house.WorkAsync();
        Assert.Equal("Hurry", await house.StateAsync("e1"));

        // What nobody read is withdrawn when the step, or the run, is over.
        (await house.CompleteAsync(Assert.Single(await house.Host.InboxAsync(), item => item.Kind == ItemKind.Do), House.Dia)).OrThrow();
        Assert.Equal(RefusalKind.Withdrawn, (await house.CompleteAsync(ofStep, House.Ben)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Withdrawn, (await house.CompleteAsync(ofRun, House.Ben)).Refusal!.Kind);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Theory]
    [InlineData("-3", "2026-11-27T14:00:00.000000Z")]
    [InlineData("0", "2026-11-27T14:00:00.000000Z")]
    [InlineData("200000000", "9000-01-01T00:00:00.000000Z")]
    public async Task A_time_that_has_passed_is_due_at_once_and_one_that_never_comes_is_far_away(string hours, string due)
    {
        await using var house = House.Open();
        await StartAsync(house, $$"""{"Number":"1","Hours":{{hours}},"Deadline":"2027-01-01T00:00:00Z"}""");
        Assert.Equal(due, IsoTime.Write((await house.ItemAsync("e1")).Due!.Value));
        await house.WorkAsync();
        Assert.Equal(hours[0] == '2' ? "Run" : "Hurry", await house.StateAsync("e1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Days_are_calendar_days_where_all_time_counts()
    {
        await using var house = House.Open();
        house.Clock.Now = Friday;
        (await house.StartAsync("e1", "run-errand-at-night", """{"Number":"1","Hours":1,"Deadline":null}""")).OrThrow();
        Assert.Equal("2026-11-29T17:00:00.000000Z", IsoTime.Write((await house.ItemAsync("e1")).Due!.Value));
    }

    [Fact]
    public void Days_are_working_days_where_there_are_office_hours()
    {
        // Two days later it is Tuesday 15:00; two hours on Tuesday, and one on Wednesday.
        Assert.Equal("2026-12-02T09:00:00.000000Z", IsoTime.Write(WorkingTime.Of(RunErrandHours).After(Friday, 2, TimeSpan.FromHours(3))));
    }

    [Fact]
    public void Hours_that_make_more_than_a_day_are_hours()
    {
        // 30 hours are three days of eight and six more, and no day with six hours.
        Assert.Equal("2026-12-03T12:00:00.000000Z", IsoTime.Write(WorkingTime.Of(RunErrandHours).After(Friday, 0, TimeSpan.FromHours(30))));
    }

    private static OfficeHoursDefinition RunErrandHours => Sops.RunErrand.Definition.OfficeHours!;

    private static async Task StartAsync(House house, string errand)
    {
        house.Clock.Now = Friday;
        (await house.StartAsync("e1", "run-errand", errand)).OrThrow();
    }
}
