using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SopAsCode.Hosting.Tests.Harness;
using SopAsCode.Hosting.Tests.Sops;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Hosts;

public class Working
{
    [Fact]
    public async Task Steps_are_done_by_one_of_several_hosts()
    {
        await using var place = new Place();
        var host = await place.StartHostAsync();
        await place.StartHostAsync();
        for (var i = 0; i < 30; i++)
        {
            await Place.PayAsync(host, $"r{i}");
        }

        await place.UntilAsync(async () => (await place.RunsAsync("pay-invoice")).Values.All(state => state == "Completed"));
        Assert.Equal(30, place.Office.Paid.Count);
        Assert.Equal(30, place.Office.Paid.Distinct().Count());
        Assert.Empty(await Place.Of(host).VerifyAsync());
    }

    [Fact]
    public async Task A_host_that_is_disposed_while_it_starts_ends_without_an_error_of_its_own()
    {
        await using var place = new Place();
        TaskCompletionSource looks = new();
        var host = place.NewHost(store: store => new TroubledStore(store, () => looks.TrySetResult() && false));
        var working = host.Services.GetServices<IHostedService>().OfType<StepWorking>().Single();
        await working.StartAsync(CancellationToken.None);
        await looks.Task;
        working.Dispose();
        await working.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_a_command_leads_to_begins_without_a_pause()
    {
        await using var place = new Place { Lease = TimeSpan.FromDays(9) };
        var host = await place.StartHostAsync(options => options.Pause = TimeSpan.FromDays(1));

        // The clock of the place stands still: whatever waits for a pause waits for ever.
        for (var i = 0; i < 3; i++)
        {
            await Place.PayAsync(host, $"r{i}");
            await WaitAsync(async () => (await place.RunsAsync("pay-invoice"))[$"r{i}"] == "Completed");
        }

        static async Task WaitAsync(Func<Task<bool>> isSo)
        {
            var end = Environment.TickCount64 + 20_000;
            while (!await isSo())
            {
                Assert.True(Environment.TickCount64 < end, "It waits for a pause.");
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task A_step_has_a_scope_of_the_container_of_its_own()
    {
        await using var place = new Place();
        var host = place.NewHost(services: services => services.AddScoped<Scratch>());
        await host.StartAsync();
        (await Place.Of(host).StartAsync("s1", new StartRun { By = Actor.Automation("shop"), Sop = "scribble", Input = """{"Number":"1"}""" })).OrThrow();
        await place.UntilAsync(async () => (await place.RunsAsync("scribble"))["s1"] == "Completed");
        Assert.Equal(["1 line, 1 open", "1 line, 1 open"], place.Office.Paid);
        await place.UntilAsync(() => Task.FromResult(Scratch.Open == 0));
    }

    [Fact]
    public async Task A_long_step_holds_up_no_other_and_no_due_time()
    {
        await using var place = new Place { Lease = TimeSpan.FromHours(9) };
        using var goOn = new SemaphoreSlim(0);
        var begun = new TaskCompletionSource();
        place.Office.Before = cancel =>
        {
            begun.TrySetResult();
            return goOn.WaitAsync(cancel);
        };
        var host = await place.StartHostAsync(options => options.StepsAtOnce = 2);
        await Place.PayAsync(host, "long");
        await place.UntilAsync(() => Task.FromResult(begun.Task.IsCompleted));
        place.Office.Before = null;
        await Place.PayAsync(host, "short");
        (await Place.Of(host).StartAsync("check", new StartRun { By = Actor.Automation("shop"), Sop = "check-invoice", Input = """{"Number":"1"}""" })).OrThrow();
        await place.UntilAsync(async () => (await place.RunsAsync("pay-invoice"))["short"] == "Completed");
        await place.UntilAsync(async () => (await place.RunsAsync("check-invoice"))["check"] == "TakeOver", TimeSpan.FromMinutes(2));
        Assert.Equal("Pay", (await place.RunsAsync("pay-invoice"))["long"]);
        goOn.Release();
        await place.UntilAsync(async () => (await place.RunsAsync("pay-invoice"))["long"] == "Completed");
        Assert.Equal(2, place.Office.Paid.Count);
    }

    [Fact]
    public async Task No_more_steps_are_in_hand_than_it_is_told()
    {
        await using var place = new Place();
        var (now, most) = (0, 0);
        place.Office.Before = async cancel =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20, cancel);
            Interlocked.Decrement(ref now);
        };
        var host = await place.StartHostAsync(options => options.StepsAtOnce = 3);
        for (var i = 0; i < 20; i++)
        {
            await Place.PayAsync(host, $"r{i}");
        }

        await place.UntilAsync(() => Task.FromResult(place.Office.Paid.Count == 20));
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task A_step_in_hand_may_end_when_the_host_stops_and_no_other_is_begun()
    {
        await using var place = new Place();
        using var goOn = new SemaphoreSlim(0);
        var begun = new TaskCompletionSource();
        place.Office.Before = cancel =>
        {
            begun.TrySetResult();
            return goOn.WaitAsync(cancel);
        };
        var host = await place.StartHostAsync(options => options.StepsAtOnce = 1);
        await Place.PayAsync(host, "r1");
        await place.UntilAsync(() => Task.FromResult(begun.Task.IsCompleted));
        await Place.PayAsync(host, "r2");
        var stopping = host.StopAsync();
        await Task.Delay(50);
        Assert.False(stopping.IsCompleted);
        goOn.Release(2);
        await stopping;
        var runs = await place.RunsAsync("pay-invoice");
        Assert.Equal(("Completed", "Pay"), (runs["r1"], runs["r2"]));
    }

    [Fact]
    public async Task A_step_that_lasts_too_long_when_the_host_stops_is_given_back_and_another_host_has_it_at_once()
    {
        await using var place = new Place();
        var begun = new TaskCompletionSource();
        place.Office.Before = cancel =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancel);
        };
        var host = await place.StartHostAsync(stopWithin: TimeSpan.FromMilliseconds(100));
        await Place.PayAsync(host, "r1");
        await place.UntilAsync(() => Task.FromResult(begun.Task.IsCompleted));
        await host.StopAsync();
        place.Office.Before = null;
        Assert.Empty(place.Office.Paid);

        // The lease was two minutes, and a second is enough.
        var before = place.Clock.GetUtcNow();
        await place.StartHostAsync();
        await place.UntilAsync(() => Task.FromResult(!place.Office.Paid.IsEmpty), TimeSpan.FromMilliseconds(5));
        Assert.True(place.Clock.GetUtcNow() - before < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_store_that_can_not_be_reached_for_a_while_ends_nothing()
    {
        await using var place = new Place();
        var failures = 0;
        var host = await place.StartHostAsync(store: store => new TroubledStore(store, () => failures is > 0 && Interlocked.Decrement(ref failures) >= 0));
        failures = 40;
        await Task.Delay(100);
        await place.UntilAsync(() => Task.FromResult(failures <= 0));
        await Place.PayAsync(host, "r1");
        await place.UntilAsync(() => Task.FromResult(place.Office.Paid.Count == 1));
    }

    [Fact]
    public async Task A_host_with_runs_that_can_not_go_on_does_not_start()
    {
        await using var place = new Place();
        await using (var store = SqliteRunStore.Open(place.File))
        {
            var host = new SopHost([TestsSops.Instance], store, new() { Json = Sops.TeamJson.Default, Services = new NoServices(), Time = place.Clock });
            (await host.StartAsync("r1", new StartRun { By = Actor.Automation("shop"), Sop = "pay-invoice", Input = """{"Number":"1"}""" })).OrThrow();
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={place.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE runs SET sop = 'gone'";
            command.ExecuteNonQuery();
        }

        using var refusing = place.NewHost();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => refusing.StartAsync());
        Assert.Contains("1 run can't go on", error.Message, StringComparison.Ordinal);
        Assert.Empty(place.Office.Paid);
    }

    [Fact]
    public async Task What_happens_is_told_to_listeners()
    {
        await using var place = new Place();
        ConcurrentQueue<string> activities = new();
        ConcurrentQueue<string> measured = new();
        using var activity = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SopTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended => activities.Enqueue($"{ended.OperationName} {ended.GetTagItem("sopascode.run")} {ended.GetTagItem("sopascode.outcome")} {ended.Status}"),
        };
        ActivitySource.AddActivityListener(activity);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SopTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        } };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        meters.Start();

        var failures = 1;
        place.Office.Before = _ => Interlocked.Decrement(ref failures) >= 0 ? Task.FromException(new HttpRequestException("no")) : Task.CompletedTask;
        var host = await place.StartHostAsync();
        await Place.PayAsync(host, "told");
        await place.UntilAsync(async () => (await place.RunsAsync("pay-invoice"))["told"] == "Completed", TimeSpan.FromSeconds(5));
        await Place.Of(host).SendAsync("told", new Hold { By = Actor.Person("ben@example.com") });

        Assert.Contains("command StartRun told accepted Unset", activities);
        Assert.Contains("command Hold told WrongState Unset", activities);
        Assert.Contains("step Pay told failed Error", activities);
        Assert.Contains("step Pay told completed Ok", activities);
        Assert.Contains("sopascode.commands StartRun accepted", measured);
        Assert.Contains("sopascode.step.duration pay-invoice Pay completed", measured);
        Assert.Contains("sopascode.runs.ended pay-invoice Completed", measured);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
