using System.Runtime.CompilerServices;
using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>
/// Keeps runs in PostgreSQL 13 or newer, in a schema of its own, so that hosts on several machines share them. What is answered with yes is on the disk of
/// the server. Thread-safe.
/// </summary>
public sealed class PostgreSqlRunStore : IRunStore
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;
    private readonly string _place;
    private readonly Appending _appending;
    private readonly Reading _reading;
    private readonly Claiming _claiming;
    private bool _isClosed;

    private PostgreSqlRunStore(NpgsqlDataSource source, string schema, string place)
    {
        var quoted = Tables.Quoted(schema);
        (_source, _place) = (source, place);
        _appending = new(quoted);
        _reading = new(source, quoted);
        _claiming = new(source, _reading, quoted);
    }

    /// <summary>Opens a store, and makes its tables when they are not there. Several hosts may do that at the same time.</summary>
    /// <param name="connection">
    /// The connection string of Npgsql, such as <c>Host=db;Database=sops;Username=sops;Password=…</c>. It is never shown in a message.
    /// </param>
    /// <param name="schema">The schema that has the tables; several stores in one database have each another one.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The store.</returns>
    /// <exception cref="RunStoreException">The database can't be reached, is of a newer version, or the schema is another program's.</exception>
    public static async Task<PostgreSqlRunStore> OpenAsync(string connection, string schema = "sops", CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        var settings = Settings(connection);
        var place = $"PostgreSQL at '{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}'";
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        try
        {
            await Tables.PrepareAsync(source, schema, place, cancel).ConfigureAwait(false);
            return new(source, schema, place);
        }
        catch (Exception e)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            if (e is NpgsqlException)
            {
                throw Trouble.Of(place, e);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DoAsync(() => _reading.LoadAsync(request, cancel));
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(append);
        return DoAsync(() => RecordAsync(append, cancel), isWrite: true);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel) => DoAsync(() => _reading.EventsAsync(run, cancel));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel) =>
        DoAsync(() => _reading.ContentsAsync(run, hashes, cancel));

    /// <inheritdoc/>
    /// <remarks>
    /// Events come in the order of their transactions. Those beside a transaction that is still open, of any program in the server, wait for it: for up to
    /// a second here, and then for the next call.
    /// </remarks>
    public async IAsyncEnumerable<FedEvent> FeedAsync(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var newest = await DoAsync(() => _reading.NewestTransactionAsync(cancel)).ConfigureAwait(false);
        var end = Environment.TickCount64 + (long)Settling.TotalMilliseconds;
        while (true)
        {
            var from = after;
            var (events, open) = await DoAsync(() => _reading.FeedAsync(from, cancel)).ConfigureAwait(false);
            foreach (var fed in events)
            {
                yield return fed;
                after = fed.Position;
            }

            if (events.Count > 0)
            {
                continue;
            }

            if (open > newest || Environment.TickCount64 > end)
            {
                yield break;
            }

            await Task.Delay(5, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        return DoAsync(() => _reading.InboxAsync(query, cancel));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        return DoAsync(() => _reading.RunsAsync(query, cancel));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) => DoAsync(() => _reading.MessagesAsync(max, cancel));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel) => DoAsync(() => _reading.MatchedAsync(max, cancel));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) =>
        DoAsync(() => _claiming.DueAsync(now, max, lease, cancel));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DoAsync(() => _claiming.StepsAsync(request, cancel));
    }

    /// <inheritdoc/>
    public ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return DoAsync(() => _claiming.RenewAsync(lease, until, cancel));
    }

    /// <inheritdoc/>
    public async ValueTask DeliveredAsync(string id, CancellationToken cancel) => await DoAsync(() => _claiming.ForgetAsync(id, cancel)).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        return DoAsync(() => _claiming.KeepAsync(arrived, cancel));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DoAsync(() => _claiming.NoticesAsync(request, cancel));
    }

    /// <inheritdoc/>
    public async ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        await DoAsync(() => _claiming.SettleAsync(notice, again, cancel)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The server overwrites erased rows at its next vacuum; copies in its log and in backups live as long as those.</remarks>
    public async ValueTask EraseAsync(string run, CancellationToken cancel) => await DoAsync(async () =>
    {
        using var batch = _source.CreateBatch();
        _appending.Erase(batch, run);
        return await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private static NpgsqlConnectionStringBuilder Settings(string connection)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);

            // The statements of the store are few and always the same: the server reads each of them once.
            if (settings.MaxAutoPrepare == 0 && !connection.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            {
                (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (100, 3);
            }

            // The store leaves nothing in a session that another use of the same connection could find: settings and locks end with their transaction.
            settings.NoResetOnClose = true;

            return settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // The message of the driver may hold a part of the password.
            throw new RunStoreException(
                StoreTrouble.Unreachable,
                "The connection string can't be read. It has the form 'Host=…;Database=…;Username=…;Password=…'; a value with ; or = stands in quotes. It is not shown here because it may hold a password.");
        }
    }

    private async Task<AppendResult> RecordAsync(Append append, CancellationToken cancel)
    {
        using var batch = _appending.Of(_source, append);
        try
        {
            AppendResult? result = null;
            using var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            do
            {
                if (rows.FieldCount > 0 && rows.GetName(0) == "outcome" && await rows.ReadAsync(cancel).ConfigureAwait(false))
                {
                    result = Enum.Parse<AppendResult>(rows.GetString(0));
                }
            }
            while (await rows.NextResultAsync(cancel).ConfigureAwait(false));
            return result ?? throw new RunStoreException(StoreTrouble.Other, $"{_place} gave no answer to an append.");
        }
        catch (PostgresException e) when (Trouble.IsConflict(e))
        {
            return AppendResult.Conflict;
        }
    }

    private async ValueTask<T> DoAsync<T>(Func<Task<T>> work, bool isWrite = false)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or System.Text.Json.JsonException or FormatException or InvalidCastException)
        {
            throw Trouble.Of(_place, e, isWrite);
        }
    }
}
