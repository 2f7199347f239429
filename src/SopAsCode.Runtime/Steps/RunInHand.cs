using System.Text.Json;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>A run while one command works on it: its state so far, and all that is to be recorded.</summary>
internal sealed class RunInHand
{
    private readonly Dictionary<string, Content> _contents;
    private readonly List<RecordedEvent> _events = [];
    private readonly List<Content> _fresh = [];
    private readonly List<RunMessage> _messages = [];
    private readonly IReadOnlyList<PendingItem> _itemsBefore;
    private readonly int _expected;
    private readonly string _id;
    private RunState? _state;
    private SopRun? _run;
    private string _head;

    public RunInHand(KnownSop sop, string id, Snapshot snapshot, RunState? state, Moment moment, Actor by)
    {
        (Sop, _id, Moment, By, _state) = (sop, id, moment, by, state);
        _contents = snapshot.Contents.ToDictionary(StringComparer.Ordinal);
        _itemsBefore = state?.Items ?? [];
        _expected = snapshot.Sequence;
        _head = snapshot.Head ?? Hashing.Nothing;
        Starts = new(snapshot.Starts, moment.Day);
    }

    public KnownSop Sop { get; }

    public SopDefinition Definition => Sop.Definition;

    public Moment Moment { get; }

    /// <summary>Who sent the command.</summary>
    public Actor By { get; }

    public CountedStarts Starts { get; }

    public string Id => _id;

    public RunState State => _state ?? throw new RefusedException(RefusalKind.UnknownRun, $"There is no run '{_id}'.");

    /// <summary>The time of the record: it never goes back, even if the clock does. What is due counts from the clock.</summary>
    public DateTimeOffset At => _state is { } state && state.Changed > Moment.Now ? state.Changed : Moment.Now;

    /// <summary>From when times count that begin now: the whole hold is added to them when the run goes on.</summary>
    public DateTimeOffset TimesFrom => _state?.HeldSince ?? Moment.Now;

    public bool HasEvents => _events.Count > 0;

    public IReadOnlyList<RecordedEvent> Events => _events;

    public StepDefinition? Step => Definition.StepOf(State.Position.State);

    /// <summary>The event from outside that was taken.</summary>
    public string? Taken { get; set; }

    /// <summary>The key by which events find the run, when it begins.</summary>
    public string? Key { get; set; }

    /// <summary>When not null, the run begins only if no run of its key is open, or began since.</summary>
    public DateTimeOffset? KeyFreeSince { get; set; }

    /// <summary>The worker that must still have the step.</summary>
    public string? Worker { get; set; }

    /// <summary>Whether the worker goes on with the step.</summary>
    public bool KeepsWorker { get; set; }

    /// <summary>The run with its values, as the machine reads it.</summary>
    public SopRun Run => _run ??= Load();

    /// <summary>Records an event, by whoever sent the command.</summary>
    public void Record(RunEvent happened) => Record(happened, By);

    /// <summary>Records an event.</summary>
    public void Record(RunEvent happened, Actor by)
    {
        var step = _state?.Position.State ?? ((RunStarted)happened).State;
        if (happened is MovingEvent { Move: { } move })
        {
            step = move.From;
        }

        var recorded = RecordedEvent.After(_head, new()
        {
            Run = _id,
            Sequence = _expected + _events.Count + 1,
            At = At,
            Event = happened.Name,
            Step = step,
            Sop = Definition.Id,
            Version = Definition.Version,
            Fingerprint = Definition.Fingerprint,
            By = by,
            Data = RecordJson.Write(happened),
            Previous = "",
            Hash = "",
        });
        _events.Add(recorded);
        _head = recorded.Hash;
        _state = _state is null ? RunFold.Begin(Definition, recorded, (RunStarted)happened) : RunFold.Add(Definition, _state, recorded, happened);
    }

    /// <summary>Asks the machine. A trigger that is not open is refused.</summary>
    public RunMove Fire(SopTrigger trigger)
    {
        var move = TryFire(trigger);
        return move.Moved ? Describe(move) : throw new RefusedException(RefusalKind.WrongState, move.Reason ?? $"{trigger} is not open in {move.From}.");
    }

    /// <summary>A trigger is open.</summary>
    /// <exception cref="RefusedException">It is not; the machine says why.</exception>
    public void Demand(SopTrigger trigger)
    {
        if (!Allows(trigger))
        {
            Fire(trigger);
        }
    }

    /// <summary>Asks the machine.</summary>
    public SopMove TryFire(SopTrigger trigger) =>
        Sop.WithMachine(Starts, machine => trigger == SopTrigger.Start ? machine.Start(Run) : machine.Fire(Run, trigger));

    /// <summary>The start of the last attempt is void, because its worker was lost. Limits count the next one again.</summary>
    public void ForgetStart()
    {
        _state = State with { Position = State.Position with { IsStarted = false } };
        Reload();
    }

    /// <summary>Reads the run again from its state.</summary>
    public void Reload() => _run = Load();

    /// <summary>Whether the machine has a trigger open.</summary>
    public bool Allows(SopTrigger trigger) => Sop.WithMachine(Starts, machine => machine.Allows(Run, trigger));

    /// <summary>A move with the times that count in the state it came to.</summary>
    public RunMove Describe(SopMove move)
    {
        var stays = move.Trigger == SopTrigger.Start || move.IsRetry;
        return new()
        {
            From = move.From,
            Trigger = move.Trigger,
            To = move.To,
            Reason = move.Reason,
            Entry = move.BoundedEntry,
            Undecided = move.Undecided?.Condition,
            Thrown = move.Undecided?.Exception,
            Version = move.Version,
            Deadline = stays ? null : DueTimes.Of(this, Definition.StepOf(move.To), Run.Values),
            Pause = stays ? null : DueTimes.PauseOf(this, Definition.StepOf(move.To), Run.Values),
        };
    }

    /// <summary>Keeps a text as content, and gives its hash; null for no text.</summary>
    public string? Keep(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var salt = Moment.Salt();
        var content = new Content { Hash = Hashing.Of(salt, text), Salt = salt, Text = text };
        _contents[content.Hash] = content;
        _fresh.Add(content);
        return content.Hash;
    }

    /// <summary>Makes a value the current one of its type. A value that says the same as before is the same value.</summary>
    public ValueMark Give(string type, string json)
    {
        var same = _state?.Value(type) is { } held && TextOf(held.Content) == json ? held.Content : null;
        if (_state is not null && (type == typeof(Rejection).FullName || Sop.HasType(type)))
        {
            Run.Values.Set(Sop.TypeOf(type), Sop.Read("A value", type, json));
        }

        return new() { Type = type, Content = same ?? Keep(json)! };
    }

    /// <summary>The text of a content.</summary>
    public string TextOf(string hash) =>
        !_contents.TryGetValue(hash, out var content) ? throw new RefusedException(
            RefusalKind.ContentGone,
            State.IsErased ? $"The contents of run '{_id}' were erased." : $"A content of run '{_id}' is missing from the store: {hash}. Ask verify what else was changed.")
        : content.IsWhole ? content.Text
        : throw new RefusedException(RefusalKind.ContentGone, $"A content of run '{_id}' was changed outside the host: {hash}. Nothing goes on with it; ask verify what else was changed.");

    /// <summary>Sends a command to another run, with what is recorded.</summary>
    public void Send(string id, string to, RunCommand command) =>
        _messages.Add(new() { Id = id, From = _id, To = to, Command = RecordJson.Write(command) });

    /// <summary>All that is to be recorded.</summary>
    public Append ToAppend(string? key, Reply reply) => new()
    {
        Run = _id,
        Expected = _expected,
        Key = key,
        Reply = RecordJson.Write(reply),
        Events = _events,
        Contents = _fresh,
        After = new()
        {
            Sop = Definition.Id,
            Version = Definition.Version,
            State = State.Position.State,
            Key = Key,
            Started = State.Started,
            Ended = State.Ended,
            Json = RecordJson.Write(State),
            Current = State.CurrentContents,
        },
        KeyFreeSince = KeyFreeSince,
        Items = [.. Latest(State.Items).Where(item => !_itemsBefore.Contains(item))],
        DueAt = DueTimes.Next(State),
        Work = WorkFor(),
        Worker = Worker,
        Starts = Starts.Added,
        Messages = _messages,
        WaitsFor = State is { HeldSince: null, Asking.Kind: ItemKind.Report } ? State.Position.State : null,
        Taken = Taken,
        Erases = State.IsErased && _events.Any(recorded => recorded.Event == nameof(ContentErased)),
    };

    // A worker does a step with code, of an AI, and a hand-off, unless a person was asked or other runs are waited for.
    private WorkOrder? WorkFor() => Step is { } step && StepWork.IsForWorker(step) && State is { HeldSince: null, Asking: null, WaitsForRuns: false, IsDone: false }
        ? new() { Step = step.Name, Visit = State.Visit, ReadyAt = State.RetryAt ?? Moment.Now, Worker = KeepsWorker ? Worker : null }
        : null;

    private static IEnumerable<PendingItem> Latest(IReadOnlyList<PendingItem> items) => items.GroupBy(item => item.Id, StringComparer.Ordinal).Select(revisions => revisions.Last());

    private SopRun Load()
    {
        SopRun run;
        try
        {
            run = SopRun.Restore(Definition, State.Position);
        }
        catch (UnknownStateException e)
        {
            throw new RefusedException(RefusalKind.DoesNotFit, e.Message);
        }

        foreach (var value in State.Values.Where(value => Sop.HasType(value.Type) || value.Type == typeof(Rejection).FullName))
        {
            run.Values.Set(Sop.TypeOf(value.Type), ReadHeld(value));
        }

        return run;
    }

    private object ReadHeld(HeldValue value)
    {
        try
        {
            return Sop.Read($"The value '{value.Type}' of run '{_id}'", value.Type, TextOf(value.Content));
        }
        catch (RefusedException e) when (e.Refusal.Kind == RefusalKind.Malformed)
        {
            throw new RefusedException(RefusalKind.DoesNotFit, $"{e.Message} The type changed since the run made it: bring the run to an end with the old version, or let the type read the old form.");
        }
        catch (JsonException e)
        {
            throw new RefusedException(RefusalKind.DoesNotFit, e.Message);
        }
    }
}
