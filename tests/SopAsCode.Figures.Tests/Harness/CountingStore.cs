using System.Runtime.CompilerServices;
using SopAsCode.Runtime;

namespace SopAsCode.Figures.Tests.Harness;

/// <summary>A store that says what was asked of it.</summary>
internal sealed class CountingStore(IRunStore store) : IRunStore
{
    public List<string> Calls { get; } = [];

    public ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel) => Counted().LoadAsync(request, cancel);

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel) => Counted().AppendAsync(append, cancel);

    public ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel) => Counted().ReadAsync(run, cancel);

    public ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel) => Counted().ContentsAsync(run, hashes, cancel);

    public IAsyncEnumerable<FedEvent> FeedAsync(long after, CancellationToken cancel) => Counted().FeedAsync(after, cancel);

    public ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel) => Counted().InboxAsync(query, cancel);

    public ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel) => Counted().RunsAsync(query, cancel);

    public ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) => Counted().ClaimDueAsync(now, max, lease, cancel);

    public ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel) => Counted().ClaimStepsAsync(request, cancel);

    public ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel) => Counted().RenewStepAsync(lease, until, cancel);

    public ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) => Counted().MessagesAsync(max, cancel);

    public ValueTask DeliveredAsync(string id, CancellationToken cancel) => Counted().DeliveredAsync(id, cancel);

    public ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel) => Counted().KeepEventAsync(arrived, cancel);

    public ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel) => Counted().MatchedEventsAsync(max, cancel);

    public ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel) => store.ClaimNoticesAsync(request, cancel);

    public ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel) => store.SettleNoticeAsync(notice, again, cancel);

    public ValueTask EraseAsync(string run, CancellationToken cancel) => Counted().EraseAsync(run, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private IRunStore Counted([CallerMemberName] string call = "")
    {
        Calls.Add(call);
        return store;
    }
}
