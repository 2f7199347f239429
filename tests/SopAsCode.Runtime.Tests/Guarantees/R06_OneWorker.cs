using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R06_OneWorker
{
    [Fact]
    public async Task A_worker_that_comes_back_late_changes_nothing()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);

        // The first worker stands still in the middle of the step, for longer than its lease.
        using var arrived = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        house.Bank.Before = async (_, _) =>
        {
            arrived.Release();
            await goOn.WaitAsync(CancellationToken.None);
        };
        var slow = house.NewHost(house.Store, new() { Worker = "slow", Lease = TimeSpan.FromMinutes(2), Time = new StoppedTimers(house.Clock) });
        var working = Task.Run(() => slow.WorkAsync());
        await arrived.WaitAsync();

        house.Bank.Before = null;
        house.Clock.Pass(TimeSpan.FromMinutes(3));
        await house.WorkAsync();
        Assert.Equal("Tell", await house.StateAsync("r1"));
        var picture = await house.PictureAsync("r1");

        goOn.Release();
        await working;
        Assert.Equal(picture, await house.PictureAsync("r1"));

        // The step ran twice with one key, so the bank paid once, and there is one result.
        Assert.Equal(["r1/Pay/3", "r1/Pay/3"], house.Bank.Calls);
        Assert.Single(house.Bank.Paid);
        Assert.True((await house.Host.HistoryAsync("r1")).Select(recorded => recorded.Read()).OfType<StepStarted>().Single(started => started.Attempt == 2).TakenOver);
        Assert.Single(await house.EventsAsync("r1"), name => name == nameof(ActionTaken));
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task A_step_that_brings_down_its_workers_has_failed_in_the_end()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);
        var paid = 0;
        house.Bank.Before = (_, _) =>
        {
            paid++;
            return Task.CompletedTask;
        };

        // What each of them has done is never recorded.
        for (var i = 1; i <= StepResults.MostLost; i++)
        {
            var lost = house.NewHost(new DyingStore(house.Store, () => true), new() { Worker = $"worker-{i}", Lease = TimeSpan.FromMinutes(1) });
            await Assert.ThrowsAsync<RunStoreException>(() => lost.WorkAsync());
            house.Clock.Pass(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(StepResults.MostLost, paid);
        await house.WorkAsync();
        Assert.Equal(StepResults.MostLost, paid);
        var failed = (await house.Host.HistoryAsync("r1")).Select(recorded => recorded.Read()).OfType<StepFailed>().Single();
        Assert.Equal(StepResults.WorkerLost, failed.Error);
        Assert.Equal("5 workers began step 'Pay' and were lost or stopped before it ended; the last was 'worker-5'.", (await house.Host.ContentsAsync("r1"))[failed.Notes!]);

        // The SOP says what happens then, and the key is still the one that the bank knows.
        house.Clock.Pass(TimeSpan.FromMinutes(5));
        await house.WorkAsync();
        Assert.Single(house.Bank.Calls.Distinct());
        Assert.Empty(await house.Host.VerifyAsync());
    }

    [Fact]
    public async Task One_worker_has_a_step_at_a_time()
    {
        await using var house = House.Open();
        for (var i = 0; i < 20; i++)
        {
            await house.ApproveAsync(await house.RefundToDecideAsync($"r{i}"), House.Ben);
        }

        await using var otherStore = house.Place.Open();
        SopHost[] hosts = [house.Host, house.NewHost(otherStore), house.NewHost(house.Store, new() { StepsAtOnce = 2 })];
        await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            while (await host.WorkAsync() > 0)
            {
            }
        })));
        Assert.Equal(20, house.Bank.Calls.Count);
        Assert.Equal(20, house.Bank.Paid.Count);
    }

    [Fact]
    public async Task A_retry_sends_with_the_same_key()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);
        house.Bank.FailNext(1);
        await house.WorkAsync();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Equal(2, house.Bank.Calls.Count);
        Assert.Single(house.Bank.Calls.Distinct());
        Assert.Single(house.Bank.Paid);
    }

    [Fact]
    public async Task Approving_does_not_run_earlier_steps_again()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        Assert.Single(((TestAgents)house.Agents!).Prompts);
        await house.ApproveAsync(item, House.Ben);
        await house.WorkAsync();
        Assert.Single(((TestAgents)house.Agents!).Prompts);
    }

    // A worker whose clock tells the time and whose timers never fire: nothing renews its lease.
    private sealed class StoppedTimers(TestClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
