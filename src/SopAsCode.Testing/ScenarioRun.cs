using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>A run in a scenario, as it stands after all that could happen by itself has happened.</summary>
public sealed class ScenarioRun
{
    private readonly Stage _stage;
    private IReadOnlyDictionary<string, string> _contents = new Dictionary<string, string>(StringComparer.Ordinal);

    internal ScenarioRun(Stage stage, string id) => (_stage, Id) = (stage, id);

    /// <summary>The name of the run.</summary>
    public string Id { get; }

    /// <summary>The SOP that it follows.</summary>
    public SopDefinition Sop { get; private set; } = null!;

    /// <summary>The state in which it stands: the name of a step, <c>Fallback</c>, or that of an end.</summary>
    public string State => Path[^1];

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Sop.IsEnd(State);

    /// <summary>The states in which it was, in their order; a further attempt at a step is not a state of its own.</summary>
    public IReadOnlyList<string> Path { get; private set; } = [];

    /// <summary>Its record.</summary>
    public IReadOnlyList<RecordedEvent> Record { get; private set; } = [];

    /// <summary>The items of the run that wait for people or for programs outside.</summary>
    public IReadOnlyList<PendingItem> Waiting { get; private set; } = [];

    /// <summary>The events of a kind, in their order.</summary>
    /// <typeparam name="TEvent">The kind, such as <see cref="ActionTaken"/>.</typeparam>
    /// <returns>The events.</returns>
    public IReadOnlyList<TEvent> Events<TEvent>()
        where TEvent : RunEvent => [.. Record.Select(recorded => recorded.Read()).OfType<TEvent>()];

    /// <summary>The current value of a type in the run.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="ScenarioException">The run has none.</exception>
    public T Value<T>()
        where T : notnull
    {
        var type = NamedType.NameOf(typeof(T));
        return RecordReading.Last(Record, type) is { } hash && _contents.TryGetValue(hash, out var json)
            ? _stage.Values.Read<T>(json)
            : throw Fails($"Run '{Id}' has no value of type '{typeof(T).Name}'.");
    }

    /// <summary>An AI, to say what it answers in this run.</summary>
    /// <typeparam name="TAgent">The agent.</typeparam>
    /// <returns>The AI.</returns>
    public ScenarioAgent AI<TAgent>()
        where TAgent : Agent => new(_stage, NamedType.NameOf(typeof(TAgent)), Id);

    /// <summary>Somebody who holds a role, to answer what waits in this run.</summary>
    /// <typeparam name="TRole">The role.</typeparam>
    /// <returns>The person: the first who holds the role and may answer.</returns>
    public ScenarioPerson The<TRole>()
        where TRole : Role => ScenarioPerson.Holding(_stage, typeof(TRole), Id);

    /// <summary>A person by name, to answer what waits in this run.</summary>
    /// <param name="name">The name, as the policy has it.</param>
    /// <returns>The person.</returns>
    public ScenarioPerson Person(string name) => ScenarioPerson.Named(_stage, name, Id);

    /// <summary>A program outside that reports what this run waits for: an event, or what an outside automation did.</summary>
    /// <param name="name">The name of the program.</param>
    /// <returns>The program, which completes or reports a failure.</returns>
    public ScenarioPerson Outside(string name) => ScenarioPerson.Outside(_stage, name, Id);

    /// <summary>Lets time pass until the step in which the run stands is due, and so timed out.</summary>
    /// <returns>When what follows has happened.</returns>
    /// <exception cref="ScenarioException">The step has no time.</exception>
    public Task TimesOut() => RecordReading.Due(Record) is { } due && due >= _stage.Clock.Now
        ? _stage.AdvanceAsync(due)
        : throw Fails($"Nothing times out in '{State}' of run '{Id}': it has no time, or the time is over.");

    /// <summary>Demands that the run stands in a state.</summary>
    /// <param name="state">A step by <c>nameof</c>, or <see cref="Sop.Fallback"/>.</param>
    /// <exception cref="ScenarioException">It stands elsewhere.</exception>
    public void StandsIn(string state) => Demand(State == Named(state), $"Run '{Id}' should stand in '{Named(state)}', and {Standing}.");

    /// <summary>Demands that the run has ended in an end.</summary>
    /// <param name="end">One of <see cref="End"/>.</param>
    /// <exception cref="ScenarioException">It has not ended, or in another end.</exception>
    public void EndedIn(string end) => Demand(State == Named(end), $"Run '{Id}' should have ended in '{Named(end)}', and {Standing}.");

    /// <summary>Demands that the run took exactly this path so far.</summary>
    /// <param name="states">The states, from the first step.</param>
    /// <exception cref="ScenarioException">It took another one.</exception>
    public void Took(params string[] states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var wanted = states.Select(Named).ToList();
        Demand(Path.SequenceEqual(wanted, StringComparer.Ordinal), $"Run '{Id}' should have gone {string.Join(" → ", wanted)}.");
    }

    /// <summary>Demands that the run was never in a state.</summary>
    /// <param name="state">A step by <c>nameof</c>, or an end.</param>
    /// <exception cref="ScenarioException">It was there.</exception>
    public void NeverCameTo(string state) => Demand(!Path.Contains(Named(state), StringComparer.Ordinal), $"Run '{Id}' should never have come to '{Named(state)}'.");

    /// <summary>Demands that something in the run waits for holders of a role.</summary>
    /// <typeparam name="TRole">The role.</typeparam>
    /// <param name="at">The step at which it waits, or the title of a task; null for any.</param>
    /// <exception cref="ScenarioException">Nothing does.</exception>
    public void WaitsFor<TRole>(string? at = null)
        where TRole : Role
    {
        var role = NamedType.NameOf(typeof(TRole));
        Demand(
            Waiting.Any(item => item.Roles.Contains(role, StringComparer.Ordinal) && (at is null || item.Step == at || item.Title == at)),
            $"Run '{Id}' should wait for {_stage.Roles.TitleOf(role)}{(at is null ? "" : $" at '{at}'")}.");
    }

    /// <summary>Demands that the run wrote to a tool so many times.</summary>
    /// <typeparam name="TTool">The tool.</typeparam>
    /// <param name="times">How many times.</param>
    /// <exception cref="ScenarioException">It wrote more or less often.</exception>
    public void Wrote<TTool>(int times = 1)
        where TTool : Tool
    {
        var writes = Writes.Count(action => action.Tool == NamedType.NameOf(typeof(TTool)));
        Demand(writes == times, $"Run '{Id}' should have written to {typeof(TTool).Name} {Times(times)}, and wrote {Times(writes)}.");
    }

    /// <summary>Demands that the run wrote to no tool.</summary>
    /// <exception cref="ScenarioException">It wrote.</exception>
    public void WroteNothing() => Demand(Writes.Count == 0, $"Run '{Id}' should have written nothing, and wrote to {string.Join(", ", Writes.Select(action => TypeNames.Short(action.Tool)))}.");

    /// <summary>What happened so far and what waits for whom, as a failing test shows it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Story.Of(_stage, $"Run '{Id}' of '{Sop.Title}' {Standing}.", Id);

    /// <summary>The runs that it waits for.</summary>
    internal IEnumerable<string> Awaited => HasEnded ? [] : Events<HandedOff>().Where(handed => handed.Waits).SelectMany(handed => handed.Runs).Select(handed => handed.Run)
        .Except(Events<AwaitedRunEnded>().Select(ended => ended.Run), StringComparer.Ordinal);

    /// <summary>The text of a content; null when it is not there.</summary>
    internal string? Content(string? hash) => hash is null ? null : _contents.GetValueOrDefault(hash);

    /// <summary>Whether a step that was given out is over.</summary>
    internal bool HasLeft(StepLease lease) => State != lease.Step || Events<StepStarted>() is not [.., { } last] || last.Visit != lease.Visit;

    internal async Task LookAsync()
    {
        Record = await _stage.Host.HistoryAsync(Id).ConfigureAwait(false);
        _contents = await _stage.Host.ContentsAsync(Id).ConfigureAwait(false);
        Waiting = await _stage.Host.InboxAsync(new() { Run = Id }).ConfigureAwait(false);
        Sop = _stage.Catalogue.Find(Record[0].Sop)!.Definition;
        Path = RecordReading.Path(Record);
    }

    private List<ActionTaken> Writes => [.. Events<ActionTaken>().Where(action => action.Access == Access.Write)];

    private string Standing => HasEnded ? $"ended in '{State}'" : $"stands in '{State}'";

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} times"),
    };

    private string Named(string state) => StateNames.Of(Sop, state);

    private void Demand(bool isSo, string message)
    {
        if (!isSo)
        {
            throw Fails(message);
        }
    }

    private ScenarioException Fails(string message) => new(Story.Of(_stage, message, Id));
}
