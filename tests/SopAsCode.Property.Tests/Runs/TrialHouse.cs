using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;
using SopAsCode.Property.Tests.Procedures;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Runs;

/// <summary>A host over a file that can be closed and opened again, with people who hold all roles, and code and AI that do what the test says.</summary>
internal sealed class TrialHouse : TimeProvider, IRoleDirectory, IAgentService, IAsyncDisposable
{
    private static int _made;

    private readonly string _folder = Directory.CreateTempSubdirectory("runs").FullName;
    private readonly Compiled _compiled;
    private readonly SopCatalogue _catalogue;
    private SqliteRunStore _store;
    private Outcome _outcome;
    private CancellationTokenSource _crash = new();

    public TrialHouse(Compiled compiled)
    {
        _compiled = compiled;
        var assembly = compiled.Class.Assembly;
        _catalogue = (SopCatalogue)assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(SopCatalogue))).GetProperty("Instance")!.GetValue(null)!;
        assembly.GetType("Team.World")!.GetProperty("Does")!.SetValue(null, (Func<string, object?>)Do);
        (_store, Host) = Open();
    }

    public SopHost Host { get; private set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public bool Holds(string person, string role) => true;

    /// <summary>The process ends, and another one goes on.</summary>
    public async Task RestartAsync()
    {
        await _store.DisposeAsync();
        (_store, Host) = Open();
        await Host.PrepareAsync();
    }

    public async Task WorkAsync(Outcome outcome)
    {
        _outcome = outcome;
        _crash = new();
        try
        {
            await Host.WorkAsync(_crash.Token);
        }
        catch (OperationCanceledException) when (_crash.IsCancellationRequested)
        {
            // A run of before that goes round for ever had its step begun at the same time: it is lost with the process, too.
        }

        _crash.Dispose();
    }

    public async Task<string> StateAsync(string run) => (await _store.RunsAsync(new(), default)).Single(one => one.Run == run).State;

    public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        Come();
        return Task.FromResult(new AgentAnswer { Json = request.Step.Outputs is [var type] ? Sample(type) : "{}" });
    }

    /// <summary>The values that a step makes, as an answer has them.</summary>
    public static string? AnswerTo(StepDefinition step) => step.Outputs switch
    {
        [] => null,
        [var one] => Sample(one),
        var several => $"{{{string.Join(',', several.Select(type => $"\"{type[(type.LastIndexOf('.') + 1)..]}\":{Sample(type)}"))}}}",
    };

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _crash.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A value. No two are the same.</summary>
    public static string Sample(string type) => type[(type.LastIndexOf('.') + 1)..] switch
    {
        "Note" => $$"""{"Text":"{{Interlocked.Increment(ref _made)}}"}""",
        "Case" => """{"A":0,"B":1,"C":1}""",
        _ => $$"""{"Cents":{{Interlocked.Increment(ref _made)}}}""",
    };

    private (SqliteRunStore Store, SopHost Host) Open()
    {
        var store = SqliteRunStore.Open(Path.Combine(_folder, "runs.db"), TimeSpan.FromSeconds(5));
        return (store, new([_catalogue], store, new() { Json = new DefaultJsonTypeInfoResolver(), Agents = this, Roles = this, Time = this, Lease = RunModel.Lease }));
    }

    private object? Do(string step)
    {
        Come();
        var returned = _compiled.Class.GetMethod(step)!.ReturnType;
        if (returned.GetGenericArguments() is not [var type])
        {
            return null;
        }

        var isList = type.IsArray || type.IsGenericType;
        var json = Sample(isList ? "Case" : type.FullName!);
        return JsonSerializer.Deserialize(isList ? $"[{json},{json}]" : json, type);
    }

    private void Come()
    {
        if (_outcome == Outcome.Failure)
        {
            throw new IOException("out of order");
        }

        if (_outcome == Outcome.Crash)
        {
            _crash.Cancel();
            throw new OperationCanceledException();
        }
    }
}
