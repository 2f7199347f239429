namespace SopAsCode.Runtime;

/// <summary>
/// Where runs are kept. A store takes an append whole or not at all, and only if the run still stands where the append begins; it says yes when the
/// append is on disk. It decides nothing about runs.
/// </summary>
/// <remarks>All members throw <see cref="RunStoreException"/> when the store can't be read or written. Thread-safe.</remarks>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>What a command about a run needs to know.</summary>
    /// <param name="request">Which run, and for which command.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The snapshot; without state when there is no such run.</returns>
    ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel);

    /// <summary>Records the outcome of a command in one transaction: events, state, items, times, contents, counters, messages.</summary>
    /// <param name="append">What to record.</param>
    /// <param name="cancel">Ends the wait for it; what was handed over may be recorded all the same.</param>
    /// <returns>Whether it was recorded.</returns>
    ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel);

    /// <summary>All events of a run, in their order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The events.</returns>
    ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel);

    /// <summary>Contents by their hashes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="hashes">The hashes; null for all contents of the run.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>Those that are there.</returns>
    ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel);

    /// <summary>All events after a position, over all runs, in an order in which none is missed.</summary>
    /// <param name="after">The position of the last event that was read; 0 for all. It says which event that was; positions need not grow.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The events with their positions, up to the newest.</returns>
    IAsyncEnumerable<FedEvent> FeedAsync(long after, CancellationToken cancel);

    /// <summary>Items of the inbox, the earliest due first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The items.</returns>
    ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel);

    /// <summary>Runs, in the order of their names.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The runs.</returns>
    ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel);

    /// <summary>Runs in which something is due. For the time of the lease no other host gets them.</summary>
    /// <param name="now">The time.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="lease">For how long nobody else gets them.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The runs.</returns>
    ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel);

    /// <summary>Steps that a worker can do now. For the time of the lease no other worker has them.</summary>
    /// <param name="request">Who asks, and for how many.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The steps.</returns>
    ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel);

    /// <summary>Keeps a step for longer.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>False when another worker has the step meanwhile, or the run went on.</returns>
    ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel);

    /// <summary>Messages to other runs that were not delivered yet, the oldest first. A message may be given out twice.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The messages.</returns>
    ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel);

    /// <summary>Forgets a message, because it was delivered.</summary>
    /// <param name="id">The message.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>When it is done.</returns>
    ValueTask DeliveredAsync(string id, CancellationToken cancel);

    /// <summary>Keeps an event from outside until a run takes it.</summary>
    /// <param name="arrived">The event.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>False when an event of that name came before.</returns>
    ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel);

    /// <summary>Events that wait, each with the run that waits for it longest.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>Events with their runs.</returns>
    ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel);

    /// <summary>
    /// Open items that a channel has not told of in their present revision, the oldest first. For the time of the lease nobody else gets them; afterwards they
    /// are given out again, unless <see cref="SettleNoticeAsync"/> said what became of them.
    /// </summary>
    /// <param name="request">Which channel asks, for which roles.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The items.</returns>
    ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel);

    /// <summary>Says what became of a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="again">When to try again; null when there is nothing more to do for this revision.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>When it is on disk.</returns>
    ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel);

    /// <summary>Erases the contents of a run, its key, and its messages. The events stay.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>When it is on disk.</returns>
    ValueTask EraseAsync(string run, CancellationToken cancel);
}
