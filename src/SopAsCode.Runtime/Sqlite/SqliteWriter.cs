using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SopAsCode.Runtime;

/// <summary>
/// The one writer of a process. It takes all jobs that wait, does them in one transaction, commits once, and only then answers each. So a hundred callers
/// share one write to the disk. A caller who comes when nobody writes does the writing, its own job and what came meanwhile, and hands on what comes later: a
/// single caller waits for the disk alone, and for no other thread.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostAtOnce = 256;

    private readonly Queue<Job> _jobs = [];
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteConnection _connection;
    private readonly SqliteAppender _appender;
    private readonly string _file;
    private readonly int _patience;
    private bool _isWriting;
    private bool _isClosed;

    public SqliteWriter(SqliteConnection connection, string file, TimeSpan patience)
    {
        (_connection, _file, _patience) = (connection, file, (int)patience.TotalMilliseconds);
        _appender = new(connection);
        _begin = Sql.Prepare(connection, "BEGIN IMMEDIATE");
        _commit = Sql.Prepare(connection, "COMMIT");
    }

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel) => DoAsync(_ => _appender.Append(append), cancel);

    /// <summary>Does something in a transaction.</summary>
    public async Task<T> DoAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var job = new Job<T>(work);
        Add(job);
        return await job.Done.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Moves the log into the file and empties the log.</summary>
    public async Task CheckpointAsync(CancellationToken cancel)
    {
        var job = new Checkpoint();
        Add(job);
        await job.Done.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Runs a statement before anything is written.</summary>
    public void Execute(string statement) => Sql.Run(_connection, statement);

    public async ValueTask DisposeAsync()
    {
        lock (_jobs)
        {
            _isClosed = true;
            if (!_isWriting)
            {
                _idle.TrySetResult();
            }
        }

        await _idle.Task.ConfigureAwait(false);
        _appender.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Add(Job job)
    {
        lock (_jobs)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _jobs.Enqueue(job);
            if (_isWriting)
            {
                return;
            }

            _isWriting = true;
        }

        // Whoever comes first writes, unless another process does: nobody's thread is held up by that.
        if (job is not Checkpoint && TryBeginAtOnce())
        {
            WriteNext(isBegun: true);
        }

        if (GoesOn())
        {
            _ = Task.Run(WriteRest);
        }
    }

    private void WriteRest()
    {
        do
        {
            WriteNext(isBegun: false);
        }
        while (GoesOn());
    }

    private bool GoesOn()
    {
        lock (_jobs)
        {
            _isWriting = _jobs.Count > 0;
            if (!_isWriting && _isClosed)
            {
                _idle.TrySetResult();
            }

            return _isWriting;
        }
    }

    private bool TryBeginAtOnce()
    {
        var database = _connection.Handle;
        raw.sqlite3_busy_timeout(database, 0);
        var result = raw.sqlite3_exec(database, "BEGIN IMMEDIATE");
        raw.sqlite3_busy_timeout(database, _patience);
        return result == raw.SQLITE_OK;
    }

    private void WriteNext(bool isBegun)
    {
        List<Job> batch = [];
        Checkpoint? checkpoint = null;
        lock (_jobs)
        {
            while (batch.Count < MostAtOnce && checkpoint is null && _jobs.TryDequeue(out var job))
            {
                checkpoint = job as Checkpoint;
                if (checkpoint is null)
                {
                    batch.Add(job);
                }
            }
        }

        Write(batch, isBegun);
        checkpoint?.Run(_connection, _file);
    }

    private void Write(List<Job> batch, bool isBegun = false)
    {
        if (batch.Count == 0 || TryWrite(batch, isBegun) is not { } error)
        {
            return;
        }

        // One of them could not be done, and it must not take the others with it: each gets a transaction of its own.
        if (batch.Count > 1)
        {
            batch.ForEach(job => Write([job]));
            return;
        }

        batch[0].Fail(error is SqliteException e ? Sql.Trouble(_file, e) : error);
    }

    private Exception? TryWrite(List<Job> batch, bool isBegun)
    {
        try
        {
            if (!isBegun)
            {
                _begin.ExecuteNonQuery();
            }

            batch.ForEach(job => job.Do(_connection));
            _commit.ExecuteNonQuery();
        }
#pragma warning disable CA1031 // each job gets its own error, and the writer goes on
        catch (Exception e)
#pragma warning restore CA1031
        {
            Sql.TryRun(_connection, "ROLLBACK");
            return e;
        }

        batch.ForEach(job => job.Succeed());
        return null;
    }

    private abstract class Job
    {
        public abstract void Do(SqliteConnection connection);

        public abstract void Succeed();

        public abstract void Fail(Exception error);
    }

    private sealed class Job<T>(Func<SqliteConnection, T> work) : Job
    {
        private T? _result;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Do(SqliteConnection connection) => _result = work(connection);

        public override void Succeed() => Done.TrySetResult(_result!);

        public override void Fail(Exception error) => Done.TrySetException(error);
    }

    private sealed class Checkpoint : Job
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Run(SqliteConnection connection, string file)
        {
            try
            {
                Sql.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                Done.TrySetResult();
            }
            catch (SqliteException e)
            {
                Done.TrySetException(Sql.Trouble(file, e));
            }
        }

        public override void Do(SqliteConnection connection) => throw new InvalidOperationException("A checkpoint runs outside transactions.");

        public override void Succeed() => Done.TrySetResult();

        public override void Fail(Exception error) => Done.TrySetException(error);
    }
}
