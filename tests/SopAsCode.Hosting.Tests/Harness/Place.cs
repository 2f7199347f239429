using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SopAsCode.Hosting.Tests.Sops;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Harness;

/// <summary>A file of runs, a clock, an office, and .NET hosts over them.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sops").FullName;
    private readonly List<IHost> _hosts = [];

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));

    public Office Office { get; } = new();

    /// <summary>How long a worker that is not heard of keeps a step. A test that lets hours pass at once gives longer.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    public string File => Path.Combine(_folder, "sops.db");

    /// <summary>Another host, as in another process; not started.</summary>
    public IHost NewHost(Action<SopHostingOptions>? configure = null, Func<IRunStore, IRunStore>? store = null, TimeSpan? stopWithin = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Office);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = stopWithin ?? TimeSpan.FromSeconds(20));
        builder.Services.AddSopHosting(
            [TestsSops.Instance],
            _ => (store ?? (given => given))(SqliteRunStore.Open(File, TimeSpan.FromSeconds(10))),
            _ => new() { Json = TeamJson.Default, Lease = Lease },
            options =>
            {
                options.Pause = TimeSpan.FromMilliseconds(20);
                options.PauseAfterTrouble = TimeSpan.FromMilliseconds(20);
                configure?.Invoke(options);
            });
        services?.Invoke(builder.Services);
        var host = builder.Build();
        _hosts.Add(host);
        return host;
    }

    public async Task<IHost> StartHostAsync(Action<SopHostingOptions>? configure = null, Func<IRunStore, IRunStore>? store = null, TimeSpan? stopWithin = null)
    {
        var host = NewHost(configure, store, stopWithin);
        await host.StartAsync();
        return host;
    }

    public static SopHost Of(IHost host) => host.Services.GetRequiredService<SopHost>();

    public static async Task PayAsync(IHost host, string run) =>
        (await Of(host).StartAsync(run, new StartRun { By = Actor.Automation("shop"), Sop = "pay-invoice", Input = $$"""{"Number":"{{run}}"}""" })).OrThrow();

    /// <summary>All runs, by their names, with their states.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RunsAsync(string sop)
    {
        await using var store = SqliteRunStore.Open(File, TimeSpan.FromSeconds(10));
        return (await store.RunsAsync(new() { Sop = sop }, default)).ToDictionary(run => run.Run, run => run.State, StringComparer.Ordinal);
    }

    /// <summary>Lets the clock go on, in small steps, until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan? step = null)
    {
        var end = Environment.TickCount64 + 30_000;
        while (!await isSo())
        {
            Assert.True(Environment.TickCount64 < end, "It did not happen within half a minute.");
            Clock.Advance(step ?? TimeSpan.FromMilliseconds(20));
            await Task.Delay(10);
        }
    }

    /// <summary>Lets the clock go on to a time, hour by hour.</summary>
    public async Task PassUntilAsync(DateTimeOffset time)
    {
        while (Clock.GetUtcNow() < time)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
