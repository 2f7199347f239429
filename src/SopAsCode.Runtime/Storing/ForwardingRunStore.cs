namespace SopAsCode.Runtime;

/// <summary>
/// A store that hands on to another one. Whoever wants to see, change or refuse some of what is asked of a store derives from it, and writes those members
/// only.
/// </summary>
/// <param name="inner">The other store. It is closed with this one.</param>
public abstract class ForwardingRunStore(IRunStore inner) : IRunStore
{
    /// <inheritdoc/>
    public virtual ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel) => For(nameof(LoadAsync)).LoadAsync(request, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel) => For(nameof(AppendAsync)).AppendAsync(append, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel) => For(nameof(ReadAsync)).ReadAsync(run, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel) => For(nameof(ContentsAsync)).ContentsAsync(run, hashes, cancel);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<FedEvent> FeedAsync(long after, CancellationToken cancel) => For(nameof(FeedAsync)).FeedAsync(after, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel) => For(nameof(InboxAsync)).InboxAsync(query, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel) => For(nameof(RunsAsync)).RunsAsync(query, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) => For(nameof(ClaimDueAsync)).ClaimDueAsync(now, max, lease, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel) => For(nameof(ClaimStepsAsync)).ClaimStepsAsync(request, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel) => For(nameof(RenewStepAsync)).RenewStepAsync(lease, until, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) => For(nameof(MessagesAsync)).MessagesAsync(max, cancel);

    /// <inheritdoc/>
    public virtual ValueTask DeliveredAsync(string id, CancellationToken cancel) => For(nameof(DeliveredAsync)).DeliveredAsync(id, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel) => For(nameof(KeepEventAsync)).KeepEventAsync(arrived, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel) => For(nameof(MatchedEventsAsync)).MatchedEventsAsync(max, cancel);

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel) => For(nameof(ClaimNoticesAsync)).ClaimNoticesAsync(request, cancel);

    /// <inheritdoc/>
    public virtual ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel) => For(nameof(SettleNoticeAsync)).SettleNoticeAsync(notice, again, cancel);

    /// <inheritdoc/>
    public virtual ValueTask EraseAsync(string run, CancellationToken cancel) => For(nameof(EraseAsync)).EraseAsync(run, cancel);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return inner.DisposeAsync();
    }

    /// <summary>The store that a member hands on to; called by each member but <see cref="DisposeAsync"/>.</summary>
    /// <param name="member">The name of the member.</param>
    /// <returns>The other store, unless this is overridden.</returns>
    protected virtual IRunStore For(string member) => inner;
}
