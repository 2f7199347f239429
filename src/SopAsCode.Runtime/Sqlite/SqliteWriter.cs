using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>
/// The one writer of a process. It takes all jobs that wait, does them in one transaction, commits once, and only then answers each. So a hundred callers
/// share one write to the disk.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostAtOnce = 256;

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new() { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly SqliteAppender _appender;
    private readonly string _file;
    private readonly Task _loop;

    public SqliteWriter(SqliteConnection connection, string file)
    {
        (_connection, _file) = (connection, file);
        _appender = new(connection);
        _loop = Task.Run(WriteAllAsync);
    }

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel) => DoAsync(_ => _appender.Append(append), cancel);

    /// <summary>Does something in a transaction.</summary>
    public async Task<T> DoAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var job = new Job<T>(work);
        ObjectDisposedException.ThrowIf(!_jobs.Writer.TryWrite(job), this);
        return await job.Done.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Moves the log into the file and empties the log.</summary>
    public async Task CheckpointAsync(CancellationToken cancel)
    {
        var job = new Checkpoint();
        ObjectDisposedException.ThrowIf(!_jobs.Writer.TryWrite(job), this);
        await job.Done.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Runs a statement before anything is written.</summary>
    public void Execute(string statement) => Sql.Run(_connection, statement);

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _appender.Dispose();
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        List<Job> batch = [];
        while (await _jobs.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            Checkpoint? checkpoint = null;
            while (batch.Count < MostAtOnce && checkpoint is null && _jobs.Reader.TryRead(out var job))
            {
                checkpoint = job as Checkpoint;
                if (checkpoint is null)
                {
                    batch.Add(job);
                }
            }

            Write(batch);
            checkpoint?.Run(_connection, _file);
        }
    }

    private void Write(List<Job> batch)
    {
        if (batch.Count == 0 || TryWrite(batch) is not { } error)
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

    private Exception? TryWrite(List<Job> batch)
    {
        try
        {
            Sql.Run(_connection, "BEGIN IMMEDIATE");
            batch.ForEach(job => job.Do(_connection));
            Sql.Run(_connection, "COMMIT");
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
