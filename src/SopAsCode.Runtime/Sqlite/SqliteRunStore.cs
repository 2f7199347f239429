using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>
/// Keeps runs in one SQLite file. What is answered with yes is on disk: write-ahead log, synchronous FULL. All appends of a process go through one
/// writer, which records as many as wait in one transaction; several processes may share the file on one machine. Thread-safe.
/// </summary>
public sealed class SqliteRunStore : IRunStore
{
    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private readonly SqliteWriter _writer;
    private readonly string _file;
    private readonly TimeSpan _patience;
    private bool _isClosed;

    private SqliteRunStore(string file, TimeSpan patience, SqliteWriter writer) => (_file, _patience, _writer) = (file, patience, writer);

    /// <summary>Opens a file, and makes it when it is not there.</summary>
    /// <param name="file">The file. Beside it SQLite keeps two more, with <c>-wal</c> and <c>-shm</c> at the end.</param>
    /// <param name="patience">How long to wait for another process that writes; null for half a minute.</param>
    /// <returns>The store.</returns>
    /// <exception cref="RunStoreException">The file can't be opened, is something else, or is of a newer version.</exception>
    public static SqliteRunStore Open(string file, TimeSpan? patience = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        var time = patience ?? TimeSpan.FromSeconds(30);
        try
        {
            var connection = Connect(file, time);
            try
            {
                Schema.Prepare(connection, file);
                return new(file, time, new(connection, file, time));
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException e)
        {
            throw Sql.Trouble(file, e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel) => Read(reader => reader.Load(request), cancel);

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(append);
        return await _writer.AppendAsync(append, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(string run, CancellationToken cancel) => Read(reader => reader.Events(run), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel) =>
        Read(reader => reader.Contents(run, hashes), cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FedEvent> FeedAsync(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Positions grow in the order of the commits, because one transaction writes at a time: none is missed.
        while (true)
        {
            var from = after;
            var page = await Read(reader => reader.Feed(from), cancel).ConfigureAwait(false);
            foreach (var fed in page)
            {
                yield return fed;
                after = fed.Position;
            }

            if (page.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel) => Read(reader => reader.Inbox(query), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel) => Read(reader => reader.Runs(query), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) => Read(reader => reader.Messages(max), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MatchedEvent>> MatchedEventsAsync(int max, CancellationToken cancel) => Read(reader => reader.Matched(max), cancel);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) =>
        await Read(reader => reader.IsAnyDue(now), cancel).ConfigureAwait(false)
            ? await _writer.DoAsync(connection => Claiming.Due(connection, now, max, lease), cancel).ConfigureAwait(false)
            : [];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StepLease>> ClaimStepsAsync(StepRequestForLease request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await Read(reader => reader.IsAnyReady(request), cancel).ConfigureAwait(false)
            ? await _writer.DoAsync(connection => Claiming.Steps(connection, request), cancel).ConfigureAwait(false)
            : [];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RenewStepAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await _writer.DoAsync(connection => Claiming.Renew(connection, lease, until), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DeliveredAsync(string id, CancellationToken cancel) =>
        await _writer.DoAsync(connection => Claiming.Forget(connection, id), cancel).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<bool> KeepEventAsync(ArrivedEvent arrived, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        return await _writer.DoAsync(connection => Claiming.Keep(connection, arrived), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ClaimedNotice>> ClaimNoticesAsync(NoticeRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await Read(reader => reader.IsAnyUntold(request), cancel).ConfigureAwait(false)
            ? await _writer.DoAsync(connection => SqliteNotices.Claim(connection, request), cancel).ConfigureAwait(false)
            : [];
    }

    /// <inheritdoc/>
    public async ValueTask SettleNoticeAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        await _writer.DoAsync(connection => SqliteNotices.Settle(connection, notice, again), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(string run, CancellationToken cancel)
    {
        await _writer.DoAsync(connection => Claiming.Erase(connection, run), cancel).ConfigureAwait(false);

        // What was erased must not stay readable in the log of the file.
        await _writer.CheckpointAsync(cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        await _writer.DisposeAsync().ConfigureAwait(false);
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    /// <summary>Runs a statement on the connection that writes, so that tests can take its disk or its rights away.</summary>
    internal void Execute(string statement) => _writer.Execute(statement);

    private static SqliteConnection Connect(string file, TimeSpan patience)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString());
        connection.Open();

        // Erased content is overwritten, not only unlinked. The log goes into the file each 16 megabytes: less often, and who commits waits less often for that.
        Sql.Run(connection, $"PRAGMA busy_timeout = {(long)patience.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000");
        return connection;
    }

    private ValueTask<T> Read<T>(Func<SqliteReader, T> read, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        cancel.ThrowIfCancellationRequested();
        try
        {
            if (!_readers.TryTake(out var reader))
            {
                reader = new(Connect(_file, _patience));
            }

            try
            {
                return ValueTask.FromResult(read(reader));
            }
            finally
            {
                _readers.Add(reader);
            }
        }
        catch (SqliteException e)
        {
            return ValueTask.FromException<T>(Sql.Trouble(_file, e));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException)
        {
            return ValueTask.FromException<T>(new RunStoreException(StoreTrouble.Damaged, $"'{_file}' has a row that can't be read: {e.Message}", e));
        }
    }
}
