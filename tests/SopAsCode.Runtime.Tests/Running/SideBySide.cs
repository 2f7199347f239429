using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class SideBySide
{
    private const string Receipt = """{"Reference":"T-7","Cents":5}""";

    [Fact]
    public async Task All_start_with_the_same_input_and_the_step_is_done_when_all_have_completed()
    {
        await using var house = House.Open();
        await StartAsync(house, 1);
        Assert.Equal(["archive s1/Both.1.2", "ship s1/Both.1.1"], await OpenAsync(house));
        foreach (var item in await house.Host.InboxAsync())
        {
            Assert.Equal(House.Request("1"), (await house.Host.ShowAsync(item.Id))!.Values[0].Value);
        }

        await ShipAsync(house, "s1/Both.1.1");
        Assert.Equal("Both", await house.StateAsync("s1"));
        await ArchiveAsync(house, "s1/Both.1.2");
        Assert.Equal("Thank", await house.StateAsync("s1"));
        Assert.Equal(Receipt, (await house.Host.ShowAsync((await house.ItemAsync("s1")).Id))!.Values[0].Value);
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task Each_of_several_goes_to_each_sop_also_twice_to_one()
    {
        await using var house = House.Open();
        await StartAsync(house, 2);
        Assert.Equal(["archive s1/Both.1.3", "archive s1/Both.1.4", "ship s1/Both.1.1", "ship s1/Both.1.2"], await OpenAsync(house));
        await ShipAsync(house, "s1/Both.1.2");
        await ShipAsync(house, "s1/Both.1.1");
        await ArchiveAsync(house, "s1/Both.1.3");
        Assert.Equal("Both", await house.StateAsync("s1"));
        await ArchiveAsync(house, "s1/Both.1.4");
        Assert.Equal("Thank", await house.StateAsync("s1"));
    }

    [Fact]
    public async Task The_step_fails_when_the_last_has_ended_and_a_further_attempt_starts_only_what_did_not_complete()
    {
        await using var house = House.Open();
        await StartAsync(house, 2);
        await CancelAsync(house, "s1/Both.1.1");
        await CancelAsync(house, "s1/Both.1.3");
        await ShipAsync(house, "s1/Both.1.2");
        Assert.Equal(0, (await house.EventsAsync("s1")).Count(name => name == nameof(StepFailed)));
        await ArchiveAsync(house, "s1/Both.1.4");
        var failed = await house.LastAsync<StepFailed>("s1");
        Assert.Equal("Run 's1/Both.1.1' ended Cancelled. Run 's1/Both.1.3' ended Cancelled.", (await house.Host.ContentsAsync("s1"))[failed.Notes!]);
        Assert.NotNull(failed.RetryAt);

        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Equal(["archive s1/Both.1.6", "ship s1/Both.1.5"], await OpenAsync(house));
        Assert.Equal(["s1/Both.1.1", "s1/Both.1.3"], (await house.LastAsync<HandedOff>("s1")).Runs.Select(run => run.InsteadOf));
        var item = await house.ItemAsync("s1/Both.1.5");
        Assert.Equal(House.Request("1"), (await house.Host.ShowAsync(item.Id))!.Values[0].Value);

        await ShipAsync(house, "s1/Both.1.5");
        await ArchiveAsync(house, "s1/Both.1.6");
        Assert.Equal("Thank", await house.StateAsync("s1"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task The_last_attempt_that_fails_goes_where_failures_go()
    {
        await using var house = House.Open();
        await StartAsync(house, 1);
        await ShipAsync(house, "s1/Both.1.1");
        await CancelAsync(house, "s1/Both.1.2");
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        await CancelAsync(house, "s1/Both.1.3");
        Assert.Equal("Fallback", await house.StateAsync("s1"));

        // When it comes back everything starts anew, under other names.
        (await house.Host.SendAsync("s1", new Resume { By = Actor.Person(House.Ben) })).OrThrow();
        await house.WorkAsync();
        Assert.Equal(["archive s1/Both.3.2", "ship s1/Both.3.1"], await OpenAsync(house));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    private static async Task StartAsync(House house, int count)
    {
        (await house.StartAsync("s1", "ship-and-archive", $$"""{"All":[{{string.Join(',', Enumerable.Range(1, count).Select(i => House.Request($"{i}")))}}]}""")).OrThrow();
        await house.WorkAsync();
    }

    private static async Task<IEnumerable<string>> OpenAsync(House house) => (await house.Host.InboxAsync()).Select(item => $"{item.Sop} {item.Run}").Order(StringComparer.Ordinal);

    private static async Task ShipAsync(House house, string run)
    {
        (await house.CompleteAsync(await house.ItemAsync(run), House.Dia, Receipt)).OrThrow();
        await house.WorkAsync();
    }

    private static async Task ArchiveAsync(House house, string run)
    {
        (await house.CompleteAsync(await house.ItemAsync(run), House.Dia)).OrThrow();
        await house.WorkAsync();
    }

    private static async Task CancelAsync(House house, string run)
    {
        (await house.Host.SendAsync(run, new Cancel { By = Actor.Person(House.Dia) })).OrThrow();
        await house.WorkAsync();
    }
}
