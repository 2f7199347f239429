using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// A test of SOPs over the real runtime: runs go on by themselves until somebody is waited for, and the test says what AI and people answer and how time passes.
/// Nothing of a scenario is shared with another one. Not thread-safe.
/// </summary>
/// <example>
/// <code>
/// await using var scenario = Scenario.Of&lt;AcmeSops&gt;().Given&lt;IHelpdesk&gt;(helpdesk);
/// var ticket = await scenario.Start&lt;SupportTriage&gt;(new Ticket(1042, "Where is my parcel?"));
/// await ticket.AI&lt;ReplyWriter&gt;().Answers(new Reply("It will be there on Friday, we promise!"));
/// await ticket.The&lt;CustomerSuccessLead&gt;().Rejects("The carrier names no day, so we can't either");
/// ticket.StandsIn(nameof(SupportTriage.DraftReply));
/// </code>
/// </example>
public sealed class Scenario : IAsyncDisposable
{
    private readonly SopCatalogue _catalogue;
    private readonly Dictionary<Type, object> _services = [];
    private readonly List<(string Role, string Person)> _holders = [];
    private readonly ScenarioClock _clock;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private IJsonTypeInfoResolver? _json;
    private bool _hasAI = true;
    private bool _hasSpotChecks;
    private Stage? _stage;

    private Scenario(SopCatalogue catalogue) => (_catalogue, _clock) = (catalogue, new(ScenarioClock.MorningFor(catalogue)));

    /// <summary>Begins a scenario.</summary>
    /// <typeparam name="TSops">The generated catalogue of the SOPs, such as <c>AcmeSops</c>.</typeparam>
    /// <returns>
    /// The scenario. Its AI waits for what the test says. Its clock stands at 08:00 UTC of the first Monday after the newest change or grant, so that all grants are in
    /// force.
    /// </returns>
    public static Scenario Of<TSops>()
        where TSops : SopCatalogue, new() => new(new TSops());

    /// <summary>The host, for what the scenario has no words for.</summary>
    public SopHost Host => Stage.Host;

    /// <summary>The time that the clock shows.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>All runs, in the order in which they began, those that a hand-off started included.</summary>
    public IReadOnlyList<ScenarioRun> Runs => Stage.Runs;

    internal Stage Stage => _stage ??= new(_catalogue, new() { Clock = _clock, Json = _json ?? new ReflectedJson(), Services = _services, Holders = _holders, HasAI = _hasAI, HasSpotChecks = _hasSpotChecks });

    /// <summary>Gives SOPs a service that their constructors ask for, most often one that only pretends.</summary>
    /// <typeparam name="TService">What they ask for.</typeparam>
    /// <param name="service">What they get.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The scenario is already played.</exception>
    public Scenario Given<TService>(TService service)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        Prepare()._services[typeof(TService)] = service;
        return this;
    }

    /// <summary>Lets a person hold a role, beside those whom the policy names. A role that nobody holds has a stand-in with the title of the role.</summary>
    /// <typeparam name="TRole">The role.</typeparam>
    /// <param name="person">The person.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The scenario is already played.</exception>
    public Scenario WithHolder<TRole>(string person)
        where TRole : Role
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        Prepare()._holders.Add((NamedType.NameOf(typeof(TRole)), person));
        return this;
    }

    /// <summary>Sets the clock before anything happens.</summary>
    /// <param name="time">The time.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The scenario is already played; <see cref="Advance"/> moves the clock.</exception>
    public Scenario StartingAt(DateTimeOffset time)
    {
        Prepare()._clock.Now = time;
        return this;
    }

    /// <summary>No AI is configured: a person gets the prompts of AI steps and gives the answers.</summary>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The scenario is already played.</exception>
    public Scenario WithoutAI()
    {
        Prepare()._hasAI = false;
        return this;
    }

    /// <summary>Each output of which a person looks at samples is a sample. Without this none is.</summary>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The scenario is already played.</exception>
    public Scenario WithSpotChecks()
    {
        Prepare()._hasSpotChecks = true;
        return this;
    }

    /// <summary>Reads and writes values by the team's <c>JsonSerializerContext</c>, as its program does, in place of reflection.</summary>
    /// <param name="json">The context.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The scenario is already played.</exception>
    public Scenario WithJson(IJsonTypeInfoResolver json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Prepare()._json = json;
        return this;
    }

    /// <summary>Starts a run, and lets happen what happens by itself.</summary>
    /// <typeparam name="TSop">The SOP.</typeparam>
    /// <param name="input">What the run is about; null when the SOP needs no input.</param>
    /// <param name="trigger">The words of the trigger that starts it; null for none.</param>
    /// <param name="run">The name of the run; null for that of the SOP with a number, such as <c>support-triage-1</c>.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ScenarioException">The host refused it.</exception>
    public async Task<ScenarioRun> Start<TSop>(object? input = null, string? trigger = null, string? run = null)
        where TSop : Sop
    {
        var sop = SopOf<TSop>();
        var number = _names[sop.Id] = _names.GetValueOrDefault(sop.Id) + 1;
        var name = run ?? $"{sop.Id}-{number}";
        var start = new StartRun { By = Actor.Automation("test"), Sop = sop.Id, Input = Stage.Values.Write(input), Trigger = trigger };
        Demand(await Stage.Host.StartAsync(name, start).ConfigureAwait(false), $"Run '{name}' of '{sop.Title}' was not started");
        await Stage.PlayAsync().ConfigureAwait(false);
        return Stage.Runs.Single(one => one.Id == name);
    }

    /// <summary>A schedule is due now: starts its run, or a run for each input that its method names.</summary>
    /// <typeparam name="TSop">The SOP.</typeparam>
    /// <param name="trigger">The words of its trigger.</param>
    /// <returns>The runs that began.</returns>
    /// <exception cref="ScenarioException">The host refused it.</exception>
    public async Task<IReadOnlyList<ScenarioRun>> ScheduleIsDue<TSop>(string trigger)
        where TSop : Sop
    {
        var due = new DueSchedule { Sop = SopOf<TSop>().Id, Trigger = trigger, Due = Now, By = Actor.Automation("test") };
        var replies = await Stage.Host.StartDueAsync(due).ConfigureAwait(false);
        foreach (var reply in replies)
        {
            Demand(reply, $"The schedule '{trigger}' started nothing");
        }

        await Stage.PlayAsync().ConfigureAwait(false);
        return [.. Stage.Runs.Where(run => replies.Any(reply => reply.Run == run.Id))];
    }

    /// <summary>The runs of one SOP, in the order in which they began.</summary>
    /// <typeparam name="TSop">The SOP.</typeparam>
    /// <returns>The runs.</returns>
    public IReadOnlyList<ScenarioRun> RunsOf<TSop>()
        where TSop : Sop
    {
        var id = SopOf<TSop>().Id;
        return [.. Stage.Runs.Where(run => run.Sop.Id == id)];
    }

    /// <summary>An AI, to say what it answers, in whichever run asks it.</summary>
    /// <typeparam name="TAgent">The agent.</typeparam>
    /// <returns>The AI.</returns>
    public ScenarioAgent AI<TAgent>()
        where TAgent : Agent => new(Stage, NamedType.NameOf(typeof(TAgent)), null);

    /// <summary>Somebody who holds a role, to answer what waits in any run.</summary>
    /// <typeparam name="TRole">The role.</typeparam>
    /// <returns>The person.</returns>
    public ScenarioPerson The<TRole>()
        where TRole : Role => ScenarioPerson.Holding(Stage, typeof(TRole), null);

    /// <summary>A person by name, to answer what waits in any run.</summary>
    /// <param name="name">The name, as the policy has it.</param>
    /// <returns>The person.</returns>
    public ScenarioPerson Person(string name) => ScenarioPerson.Named(Stage, name, null);

    /// <summary>Lets time pass. What is due in between happens at its own time: reminders, time-outs, further attempts, waits that are over.</summary>
    /// <param name="time">How much time, at night and on free days too.</param>
    /// <returns>When all of it has happened.</returns>
    public Task Advance(TimeSpan time) => AdvanceTo(Now + time);

    /// <summary>Lets time pass until a moment.</summary>
    /// <param name="time">The moment.</param>
    /// <returns>When all that was due has happened.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The moment has passed.</exception>
    public Task AdvanceTo(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Now);
        return Stage.AdvanceAsync(time);
    }

    /// <summary>Demands that the host refuses something.</summary>
    /// <param name="attempt">What a person, a program or an AI tries.</param>
    /// <returns>The refusal, with its kind and its words.</returns>
    /// <exception cref="ScenarioException">It was accepted, or it failed before the host was asked.</exception>
    public async Task<Refusal> Refuses(Func<Task> attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        try
        {
            await attempt().ConfigureAwait(false);
        }
        catch (ScenarioException e) when (e.Refusal is { } refusal)
        {
            return refusal;
        }

        throw new ScenarioException(Story.Of(Stage, "The host should have refused this, and accepted it."));
    }

    /// <summary>Ends the scenario and deletes its file.</summary>
    /// <returns>When it is done.</returns>
    public ValueTask DisposeAsync() => _stage?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Scenario Prepare() => _stage is null ? this : throw new InvalidOperationException("The scenario is already played: say this before the first run starts.");

    private SopDefinition SopOf<TSop>()
    {
        var name = NamedType.NameOf(typeof(TSop));
        return _catalogue.Sops.FirstOrDefault(sop => sop.Class == name)
            ?? throw new ScenarioException($"{_catalogue.GetType().Name} has no SOP '{typeof(TSop).Name}' in use. It has: {string.Join(", ", _catalogue.Sops.Select(sop => sop.Class[(sop.Class.LastIndexOf('.') + 1)..]))}.");
    }

    private void Demand(Reply reply, string what)
    {
        if (reply.Refusal is { } refusal)
        {
            throw new ScenarioException(Story.Of(Stage, $"{what}: {refusal.Message}"), refusal);
        }
    }
}
