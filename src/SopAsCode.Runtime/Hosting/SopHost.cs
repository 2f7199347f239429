using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Runs SOPs inside any program. It takes commands, shows what waits for whom, and does the steps of code and AI. Several hosts, also in several
/// processes, may share one store. Thread-safe.
/// </summary>
public sealed class SopHost
{
    private readonly SopShelf _shelf;
    private readonly IRunStore _store;
    private readonly RunSender _sender;
    private readonly Worker _worker;
    private readonly Desk _desk;
    private readonly Schedules _schedules;
    private readonly TimeProvider _time;
    private readonly Nudge _nudge = new();

    /// <summary>Creates a host.</summary>
    /// <param name="catalogues">The SOPs: the generated catalogue of each project.</param>
    /// <param name="store">Where runs are kept. The host does not close it.</param>
    /// <param name="options">What else it may be given.</param>
    /// <exception cref="InvalidOperationException">
    /// An SOP in use has no generated code, two have one id, or the JSON context does not know the type of a value.
    /// </exception>
    public SopHost(IReadOnlyCollection<SopCatalogue> catalogues, IRunStore store, SopHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        ArgumentNullException.ThrowIfNull(store);
        var given = options ?? new();
        var roles = new SeniorRoles(given.Roles ?? new PolicyRoles(catalogues), catalogues);
        _shelf = new(catalogues, given.Json, roles);
        _store = store;
        _time = given.Time ?? TimeProvider.System;
        _sender = new(store, new(_shelf, roles), _time, _nudge, given.Draws);
        _worker = new(_shelf, store, _sender, given, _time);
        _desk = new(_shelf, store, roles);
        _schedules = new(_shelf, store, _sender, given);
    }

    /// <summary>The SOPs that this host runs.</summary>
    public IEnumerable<SopDefinition> Sops => _shelf.All.Select(sop => sop.Definition);

    /// <summary>
    /// Ends when this host records the next command, so that there may be work to do. Whoever works in the background takes it before it looks for work, and waits
    /// for it or for a pause to be over: commands that other hosts record do not end it.
    /// </summary>
    public Task NextRecorded => _nudge.Next;

    /// <summary>Starts a run.</summary>
    /// <param name="run">The name of the run: letters, digits, hyphens, points, underscores.</param>
    /// <param name="start">The SOP, its input, and who starts it.</param>
    /// <param name="cancel">Ends the wait for the answer.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<Reply> StartAsync(string run, StartRun start, CancellationToken cancel = default) => SendAsync(run, start, cancel);

    /// <summary>
    /// Starts what a schedule starts when it is due: one run, or one for each input that the method of its trigger names. Of a schedule that several hosts are
    /// asked for at the same time, each run starts once, and an input whose key a run has that is open starts none.
    /// </summary>
    /// <param name="due">Which schedule, and when it was due.</param>
    /// <param name="cancel">Ends it early; what was started stays.</param>
    /// <returns>An answer for each run; none for inputs that have a run already.</returns>
    /// <exception cref="InvalidOperationException">The method that names the inputs threw this, or named one without a key. Whatever it throws is thrown, and nothing is started.</exception>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<IReadOnlyList<Reply>> StartDueAsync(DueSchedule due, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(due);
        return _schedules.StartAsync(due, cancel);
    }

    /// <summary>Sends a command to a run. When it is accepted it is on disk.</summary>
    /// <param name="run">The run.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancel">Ends the wait for the answer.</param>
    /// <returns>The answer. A refusal says what was expected, and changed nothing.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<Reply> SendAsync(string run, RunCommand command, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(command);
        return command is StartRun { Parent: not null }
            ? Task.FromResult(new Reply { Run = run, Refusal = new() { Kind = RefusalKind.WrongState, Message = "Only a hand-off starts a run for another run." } })
            : _sender.SendAsync(run, command, cancel);
    }

    /// <summary>The last time before another for which a schedule started a run.</summary>
    /// <param name="sop">The <see cref="SopDefinition.Id"/> of the SOP.</param>
    /// <param name="trigger">The words of its trigger.</param>
    /// <param name="before">The other time.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The time; null when there was none, or this host runs no such schedule.</returns>
    /// <exception cref="RunStoreException">The store can't be read.</exception>
    public Task<DateTimeOffset?> LastDueAsync(string sop, string trigger, DateTimeOffset before, CancellationToken cancel = default) => _schedules.LastAsync(sop, trigger, before, cancel);

    /// <summary>Answers an item, or prepares an answer. The item names its run.</summary>
    /// <param name="command">The answer, with the revision that was seen.</param>
    /// <param name="cancel">Ends the wait for the answer.</param>
    /// <returns>The answer to the answer.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<Reply> AnswerAsync(ItemCommand command, CancellationToken cancel = default) => ToRunOf(command, _sender.SendAsync, cancel);

    /// <summary>What an answer would get now, so that a person need not write one that would be refused anyway. Nothing is recorded, and nothing is promised.</summary>
    /// <param name="command">The answer, as far as it is known.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The answer to the answer; what is missing yet is a refusal too.</returns>
    /// <exception cref="RunStoreException">The store can't be read.</exception>
    public Task<Reply> TryAsync(ItemCommand command, CancellationToken cancel = default) => ToRunOf(command, _sender.TryAsync, cancel);

    private static Task<Reply> ToRunOf(ItemCommand command, Func<string, RunCommand, CancellationToken, Task<Reply>> send, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var end = command.Item.LastIndexOf('#');
        return end > 0
            ? send(command.Item[..end], command, cancel)
            : Task.FromResult(new Reply { Run = "", Refusal = new() { Kind = RefusalKind.UnknownItem, Message = $"There is no item '{command.Item}'. Items are named like 'ticket-17#2'." } });
    }

    /// <summary>Reports an event from outside. If no run waits for it yet, it is kept until one does.</summary>
    /// <param name="arrived">The event, with the key of its run.</param>
    /// <param name="cancel">Ends the wait for the answer.</param>
    /// <returns>The answer: accepted when the event is kept, also when the same event came before.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public async Task<Reply> ReportAsync(ArrivedEvent arrived, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        try
        {
            EventCheck.Demand(_shelf, arrived);
        }
        catch (RefusedException refused)
        {
            return new() { Run = "", Refusal = refused.Refusal };
        }

        await _store.KeepEventAsync(arrived with { Received = IsoTime.Cut(arrived.Received) }, cancel).ConfigureAwait(false);
        await _worker.DeliverEventsAsync(cancel).ConfigureAwait(false);
        return new() { Run = "" };
    }

    /// <summary>What waits for people, the earliest due first.</summary>
    /// <param name="query">Which items; null for all open ones.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The items.</returns>
    public async Task<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery? query = null, CancellationToken cancel = default) =>
        await _store.InboxAsync(query ?? new(), cancel).ConfigureAwait(false);

    /// <summary>What waits for one person: items that the person can answer now.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The items, the earliest due first.</returns>
    public Task<IReadOnlyList<PendingItem>> InboxOfAsync(string person, CancellationToken cancel = default) => _desk.InboxOfAsync(person, cancel);

    /// <summary>An item with all that a person needs to answer it. Looking decides nothing.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The item; null when there is none of that name.</returns>
    public Task<ItemView?> ShowAsync(string item, CancellationToken cancel = default) => _desk.ShowAsync(item, cancel);

    /// <summary>The record of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>Its events; none when there is no such run.</returns>
    public async Task<IReadOnlyList<RecordedEvent>> HistoryAsync(string run, CancellationToken cancel = default) =>
        await _store.ReadAsync(run, cancel).ConfigureAwait(false);

    /// <summary>The contents that the record of a run names by their hashes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The texts by their hashes; those that were erased are missing.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ContentsAsync(string run, CancellationToken cancel = default) =>
        (await _store.ContentsAsync(run, null, cancel).ConfigureAwait(false)).ToDictionary(content => content.Key, content => content.Value.Text, StringComparer.Ordinal);

    /// <summary>Does once what can be done now: what is due, messages between runs, events from outside, steps of code and AI.</summary>
    /// <param name="cancel">Ends it early. A step that was begun is begun again by whoever works next.</param>
    /// <returns>How many things were done; 0 when there is nothing to do now.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<int> WorkAsync(CancellationToken cancel = default) => _worker.WorkAsync(cancel);

    /// <summary>Does once what can be done without steps: what is due, messages between runs, events from outside.</summary>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>How many things were done; 0 when there is nothing to do now.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<int> SweepAsync(CancellationToken cancel = default) => _worker.SweepAsync(cancel);

    /// <summary>Takes steps of code and AI that can be done now, and begins them.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="cancel">Ends the steps early. They are given back, and whoever works next begins them again.</param>
    /// <returns>The steps: each ends when its result is recorded, and fails with a <see cref="RunStoreException"/> when that can't be.</returns>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public Task<IReadOnlyList<Task>> BeginStepsAsync(int max, CancellationToken cancel = default) => _worker.BeginStepsAsync(max, cancel);

    /// <summary>
    /// Makes sure that all unfinished runs can go on under the SOPs as they are now, and lets those follow whose SOP says where they continue. A program
    /// calls it once when it starts.
    /// </summary>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="InvalidOperationException">There are runs that can't go on. The message names them; nothing changed.</exception>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public async Task PrepareAsync(CancellationToken cancel = default)
    {
        if (await UnfitRunsAsync(cancel).ConfigureAwait(false) is { Count: > 0 } unfit)
        {
            throw new InvalidOperationException($"{unfit.Count} {(unfit.Count == 1 ? "run" : "runs")} can't go on under the SOPs as they are now:\n{string.Join('\n', unfit.Select(refusal => refusal.Message))}");
        }

        await _desk.FollowChangesAsync(_sender, cancel).ConfigureAwait(false);
    }

    /// <summary>Works until it is cancelled, and looks for work each time the pause is over. Begins with <see cref="PrepareAsync"/>.</summary>
    /// <param name="pause">How long to wait when there is nothing to do.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>When it is cancelled.</returns>
    /// <exception cref="InvalidOperationException">There are runs that can't go on.</exception>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public async Task WorkUntilCancelledAsync(TimeSpan pause, CancellationToken cancel)
    {
        await PrepareAsync(cancel).ConfigureAwait(false);
        while (!cancel.IsCancellationRequested)
        {
            var recorded = NextRecorded;
            if (await WorkAsync(cancel).ConfigureAwait(false) == 0)
            {
                await Waiting.ForAsync(pause, _time, cancel, recorded).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Names the unfinished runs that can't go on under the SOPs as they are now. A host that starts asks this first.</summary>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The runs with the reasons; none when all can go on.</returns>
    public Task<IReadOnlyList<Refusal>> UnfitRunsAsync(CancellationToken cancel = default) => _desk.UnfitRunsAsync(_time, cancel);

    /// <summary>Walks the whole record, and says what does not fit: changed, missing or added events, contents, states and items.</summary>
    /// <param name="anchor">Heads that were exported before; null for none.</param>
    /// <param name="progress">Is told how many events were read so far; null for nobody.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>What was found; nothing when the record is whole.</returns>
    public Task<IReadOnlyList<RecordProblem>> VerifyAsync(IEnumerable<AnchorLine>? anchor = null, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        new Verification(_shelf, _store, progress).RunAsync(anchor ?? [], cancel);

    /// <summary>The heads of all runs, to be kept where whoever can write the store can't. What is before them can't be changed unseen.</summary>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>A line for each run.</returns>
    public Task<IReadOnlyList<AnchorLine>> AnchorAsync(CancellationToken cancel = default) => Anchoring.HeadsAsync(_store, cancel);

    /// <summary>Erases the contents of a run that has ended. The record stays, and reveals nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="because">Why, in a few words that hold nothing personal.</param>
    /// <param name="by">Who wants it: owner or backup.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The answer.</returns>
    public async Task<Reply> EraseAsync(string run, string because, Actor by, CancellationToken cancel = default)
    {
        var reply = await SendAsync(run, new EraseRun { Because = because, By = by }, cancel).ConfigureAwait(false);
        if (reply.IsAccepted)
        {
            await _store.EraseAsync(run, cancel).ConfigureAwait(false);
        }

        return reply;
    }

    /// <summary>Erases the contents of all runs that ended before a time and still have some.</summary>
    /// <param name="time">The time.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>Of how many runs.</returns>
    public async Task<int> EraseEndedBeforeAsync(DateTimeOffset time, CancellationToken cancel = default)
    {
        var count = 0;
        string? after = null;
        while (await _store.RunsAsync(new() { EndedBefore = time, WithContents = true, After = after }, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var run in page)
            {
                await EraseAsync(run.Run, "retention", Actor.TheHost, cancel).ConfigureAwait(false);
                count++;
            }

            after = page[^1].Run;
        }

        return count;
    }
}
