using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Harness;

/// <summary>A store that can't be reached for a while.</summary>
internal sealed class TroubledStore(IRunStore store, Func<bool> isInTrouble) : IRunStore
{
    public ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel) => Reached().LoadAsync(request, cancel);

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel) => Reached().AppendAsync(append, cancel);

    public ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel) => Reached().ReadAsync(run, cancel);

    public ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel) => Reached().ContentsAsync(run, hashes, cancel);

    public IAsyncEnumerable<FedEvent> FeedAsync(long after, CancellationToken cancel) => Reached().FeedAsync(after, cancel);

    public ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel) => Reached().InboxAsync(query, cancel);

    public ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel) => Reached().RunsAsync(query, cancel);

    public ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) => Reached().ClaimDueAsync(now, max, lease, cancel);

    public ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel) => Reached().ClaimStepsAsync(request, cancel);

    public ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel) => Reached().RenewStepAsync(lease, until, cancel);

    public ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) => Reached().MessagesAsync(max, cancel);

    public ValueTask DeliveredAsync(string id, CancellationToken cancel) => Reached().DeliveredAsync(id, cancel);

    public ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel) => Reached().KeepEventAsync(arrived, cancel);

    public ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel) => Reached().MatchedEventsAsync(max, cancel);

    public ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel) => Reached().ClaimNoticesAsync(request, cancel);

    public ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel) => Reached().SettleNoticeAsync(notice, again, cancel);

    public ValueTask EraseAsync(string run, CancellationToken cancel) => Reached().EraseAsync(run, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private IRunStore Reached() => isInTrouble() ? throw new RunStoreException(StoreTrouble.Unreachable, "The server is away.") : store;
}
