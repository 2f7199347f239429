using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>A host over a file of its own, where time, AI and people are those of the test.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // What goes on by itself for longer than this goes on for ever.
    private const int MostThings = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("sop-scenario-").FullName;
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, ScenarioRun> _runs = new(StringComparer.Ordinal);

    public Stage(SopCatalogue catalogue, StageOptions options)
    {
        Catalogue = catalogue;
        Clock = options.Clock;
        Roles = new(catalogue, options.Holders);
        Values = new(options.Json);
        Store = new(SqliteRunStore.Open(Path.Combine(_folder, "sops.db")));
        Agents = new(Store);
        Host = new([catalogue], Store, new()
        {
            Json = options.Json,
            Agents = options.HasAI ? Agents : null,
            Services = new GivenServices(options.Services),
            Roles = Roles,
            Time = Clock,
            Worker = "scenario",
            Draws = _ => options.HasSpotChecks,
        });
    }

    public SopCatalogue Catalogue { get; }

    public ScenarioClock Clock { get; }

    public ScenarioRoles Roles { get; }

    public Values Values { get; }

    public WatchedStore Store { get; }

    public ScriptedAgents Agents { get; }

    public SopHost Host { get; }

    /// <summary>All runs, in the order in which they began.</summary>
    public IReadOnlyList<ScenarioRun> Runs => [.. Store.Runs.Select(run => _runs[run])];

    /// <summary>Lets everything happen that can happen now, until only people, time and AI are waited for.</summary>
    public async Task PlayAsync()
    {
        for (var things = 0; things < MostThings; things++)
        {
            if (await Host.SweepAsync(_end.Token).ConfigureAwait(false) + await BeginStepAsync().ConfigureAwait(false) == 0)
            {
                await LookAsync().ConfigureAwait(false);
                return;
            }
        }

        throw new ScenarioException($"{MostThings} things happened and it does not end: steps without people lead to each other.");
    }

    /// <summary>Moves the clock, and stops at each moment at which something happens by itself.</summary>
    public async Task AdvanceAsync(DateTimeOffset to)
    {
        while (Store.NextAfter(Clock.Now) is { } next && next <= to)
        {
            Clock.Now = next;
            await PlayAsync().ConfigureAwait(false);
        }

        Clock.Now = to;
        await PlayAsync().ConfigureAwait(false);
    }

    /// <summary>The AI answers a question that waits, and what follows happens.</summary>
    public async Task AnswerAsync(AgentQuestion question, ScriptedAnswer answer)
    {
        Agents.Give(question, answer);
        await question.Step!.ConfigureAwait(false);
        await PlayAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(Agents.Asked.Select(question => question.Step).OfType<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Store.DisposeAsync().ConfigureAwait(false);
        _end.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // One step at a time, so that a scenario goes the same way each time.
    private async Task<int> BeginStepAsync()
    {
        var parked = Agents.NextParked();
        if (await Host.BeginStepsAsync(1, _end.Token).ConfigureAwait(false) is not [var step])
        {
            return 0;
        }

        if (await Task.WhenAny(step, parked).ConfigureAwait(false) == step)
        {
            await step.ConfigureAwait(false);
        }
        else
        {
            Agents.Waiting[^1].Step = step;
        }

        return 1;
    }

    private async Task LookAsync()
    {
        foreach (var run in Store.TakeChanged())
        {
            if (!_runs.TryGetValue(run, out var known))
            {
                _runs[run] = known = new(this, run);
            }

            await known.LookAsync().ConfigureAwait(false);
        }

        Agents.Forget(question => _runs[question.Lease.Run].HasLeft(question.Lease));
    }

    private sealed class GivenServices(IReadOnlyDictionary<Type, object> given) : IServiceProvider
    {
        public object? GetService(Type serviceType) => given.GetValueOrDefault(serviceType);
    }
}

/// <summary>What a stage is made with.</summary>
internal sealed record StageOptions
{
    public required ScenarioClock Clock { get; init; }

    public required IJsonTypeInfoResolver Json { get; init; }

    public required IReadOnlyDictionary<Type, object> Services { get; init; }

    public required IReadOnlyList<(string Role, string Person)> Holders { get; init; }

    public required bool HasAI { get; init; }

    public required bool HasSpotChecks { get; init; }
}
