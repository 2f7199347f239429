namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>A store that can no longer be reached when a step has a result: as if the process had stopped there.</summary>
internal sealed class DyingStore(IRunStore store, Func<bool> isDead) : IRunStore
{
    public ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel) => store.LoadAsync(request, cancel);

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel) =>
        append.Events.Any(recorded => recorded.Event is nameof(ActionTaken) or nameof(StepFailed)) && isDead()
            ? throw new RunStoreException(StoreTrouble.Unreachable, "The process is gone.")
            : store.AppendAsync(append, cancel);

    public ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel) => store.ReadAsync(run, cancel);

    public ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel) => store.ContentsAsync(run, hashes, cancel);

    public IAsyncEnumerable<FedEvent> FeedAsync(long after, CancellationToken cancel) => store.FeedAsync(after, cancel);

    public ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel) => store.InboxAsync(query, cancel);

    public ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel) => store.RunsAsync(query, cancel);

    public ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) => store.ClaimDueAsync(now, max, lease, cancel);

    public ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel) => store.ClaimStepsAsync(request, cancel);

    public ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel) => store.RenewStepAsync(lease, until, cancel);

    public ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) => store.MessagesAsync(max, cancel);

    public ValueTask DeliveredAsync(string id, CancellationToken cancel) => store.DeliveredAsync(id, cancel);

    public ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel) => store.KeepEventAsync(arrived, cancel);

    public ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel) => store.MatchedEventsAsync(max, cancel);

    public ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel) => store.ClaimNoticesAsync(request, cancel);

    public ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel) => store.SettleNoticeAsync(notice, again, cancel);

    public ValueTask EraseAsync(string run, CancellationToken cancel) => store.EraseAsync(run, cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
