using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Running;

public class HandOffs
{
    [Fact]
    public async Task A_hand_off_starts_one_run_and_goes_on()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "tell-warehouse", House.Request());
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("t1"));
        var item = await house.ItemAsync("t1/Tell.1.1");
        Assert.Equal("ship", item.Sop);
        Assert.Equal(House.Request(), (await house.Host.ShowAsync(item.Id))!.Values[0].Value);
        Assert.Empty(house.Query("SELECT * FROM messages"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task An_awaited_run_gives_back_what_is_wanted()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-thank", House.Request());
        await house.WorkAsync();
        Assert.Equal("HaveShipped", await house.StateAsync("t1"));
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.1"), House.Dia, """{"Reference":"T-7","Cents":5}""");
        await house.WorkAsync();
        var thank = await house.ItemAsync("t1");
        Assert.Equal("""{"Reference":"T-7","Cents":5}""", (await house.Host.ShowAsync(thank.Id))!.Values[0].Value);
    }

    [Fact]
    public async Task A_run_that_does_not_complete_is_a_failure_of_the_step()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-thank", House.Request());
        await house.WorkAsync();
        await house.Host.SendAsync("t1/HaveShipped.1.1", new Cancel { By = Actor.Person(House.Dia) });
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("t1"));
        var failed = await house.LastAsync<StepFailed>("t1");
        Assert.Equal("Run 't1/HaveShipped.1.1' ended Cancelled.", (await house.Host.ContentsAsync("t1"))[failed.Notes!]);
    }

    [Fact]
    public async Task Each_of_several_gets_a_run_and_the_step_waits_for_all()
    {
        await using var house = House.Open();
        await house.StartAsync("all", "ship-all", $$"""{"All":[{{House.Request("1")}},{{House.Request("2")}},{{House.Request("3")}}]}""");
        await house.WorkAsync();
        foreach (var number in new[] { 2, 1 })
        {
            await house.CompleteAsync(await house.ItemAsync($"all/ShipEach.1.{number}"), House.Dia, """{"Reference":"T","Cents":5}""");
        }

        await house.WorkAsync();
        Assert.Equal("ShipEach", await house.StateAsync("all"));
        await house.CompleteAsync(await house.ItemAsync("all/ShipEach.1.3"), House.Dia, """{"Reference":"T","Cents":5}""");
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("all"));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task One_of_several_that_does_not_complete_fails_the_step_when_the_last_has_ended()
    {
        await using var house = House.Open();
        await house.StartAsync("all", "ship-all", $$"""{"All":[{{House.Request("1")}},{{House.Request("2")}}]}""");
        await house.WorkAsync();
        await house.Host.SendAsync("all/ShipEach.1.1", new Cancel { By = Actor.Person(House.Dia) });
        await house.WorkAsync();
        Assert.Equal("ShipEach", await house.StateAsync("all"));
        await house.CompleteAsync(await house.ItemAsync("all/ShipEach.1.2"), House.Dia, """{"Reference":"T","Cents":5}""");
        await house.WorkAsync();
        Assert.Equal("LookAtIt", await house.StateAsync("all"));
    }

    [Fact]
    public async Task A_list_that_is_empty_is_done_at_once()
    {
        await using var house = House.Open();
        await house.StartAsync("all", "ship-all", """{"All":[]}""");
        await house.WorkAsync();
        Assert.Equal("Completed", await house.StateAsync("all"));
    }

    [Fact]
    public async Task A_run_that_completes_without_what_is_wanted_is_a_failure_of_the_step_and_it_alone_is_tried_again()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-file", House.Request(cents: 0));
        await house.WorkAsync();
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.1"), House.Dia);
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.2"), House.Dia, """{"Reference":"T","Cents":5}""");
        await house.WorkAsync();
        var failed = await house.LastAsync<StepFailed>("t1");
        Assert.Equal("Run 't1/HaveShipped.1.1' ended Completed without a 'Receipt'.", (await house.Host.ContentsAsync("t1"))[failed.Notes!]);

        house.Clock.Pass(TimeSpan.FromHours(1));
        await house.WorkAsync();
        Assert.Equal(["t1/HaveShipped.1.3"], (await house.LastAsync<HandedOff>("t1")).Runs.Select(run => run.Run));
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.3"), House.Dia);
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("t1"));
        Assert.Equal(ItemKind.ByHand, (await house.ItemAsync("t1")).Kind);
        Assert.Empty(await house.Host.UnfitRunsAsync());
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_list_that_is_empty_is_a_failure_where_something_is_wanted_back()
    {
        await using var house = House.Open();
        await house.StartAsync("all", "ship-all-and-file", """{"All":[]}""");
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("all"));
        Assert.Equal("Step 'ShipEach' handed nothing over, so nobody gives a 'Receipt' back.", (await house.Host.ContentsAsync("all"))[(await house.LastAsync<StepFailed>("all")).Notes!]);
    }

    [Fact]
    public async Task A_message_that_is_delivered_twice_starts_one_run()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "tell-warehouse", House.Request());
        await house.WorkAsync();
        var command = RecordJson.Write(new StartRun { By = Actor.TheHost, Key = "start", Sop = "ship", Input = House.Request(), Parent = new() { Run = "t1", Visit = 1 } });
        house.Tamper($"INSERT INTO messages VALUES ('t1/Tell.1.1', 't1', 't1/Tell.1.1', '{command}')");
        await house.WorkAsync();
        Assert.Equal(3, (await house.Host.HistoryAsync("t1/Tell.1.1")).Count);
        Assert.Empty(house.Query("SELECT * FROM messages"));
    }

    [Fact]
    public async Task A_late_end_after_a_time_out_changes_nothing()
    {
        await using var house = House.Open();
        await house.StartAsync("t1", "ship-and-thank", House.Request());
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromDays(10));
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("t1"));
        await house.CompleteAsync(await house.ItemAsync("t1/HaveShipped.1.1"), House.Dia, """{"Reference":"T-7","Cents":5}""");
        await house.WorkAsync();
        Assert.Equal("Fallback", await house.StateAsync("t1"));
        Assert.Empty(house.Query("SELECT * FROM messages"));
    }

    [Fact]
    public async Task Nobody_pretends_to_be_a_hand_off()
    {
        await using var house = House.Open();
        var start = new StartRun { By = Actor.Person(House.Dia), Sop = "ship", Input = House.Request(), Parent = new() { Run = "t1", Visit = 1, Waits = true } };
        Assert.Equal(RefusalKind.WrongState, (await house.Host.StartAsync("x", start)).Refusal!.Kind);
    }
}
