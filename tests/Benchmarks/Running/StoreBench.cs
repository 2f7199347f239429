using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SopAsCode.PostgreSql;
using SopAsCode.Runtime;
using SopAsCode.TestCluster;

namespace SopAsCode.Benchmarks.Running;

/// <summary>A store to measure, with the raw driver beside it.</summary>
internal abstract class StoreBench : IAsyncDisposable
{
    // What a transition writes: its events, its content, the state and the item.
    protected const string Bytes = """
        SELECT ((SELECT sum(length(data) + length(hash) + length(previous) + 150) FROM events) + (SELECT sum(length(text) + 100) FROM contents)
            + (SELECT sum(length(json)) FROM items) + (SELECT sum(length(json)) * 3 FROM runs)) / (SELECT count(*) FROM runs)
        """;

    public abstract string Name { get; }

    /// <summary>SQLite, and PostgreSQL where it is installed, if their name begins so. Both wait for the disk.</summary>
    public static async IAsyncEnumerable<StoreBench> AllAsync(string stores = "")
    {
        if ("SQLite".StartsWith(stores, StringComparison.OrdinalIgnoreCase))
        {
            yield return new OnSqlite();
        }

        if (!"PostgreSQL".StartsWith(stores, StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        if (Cluster.Missing is { } missing)
        {
            Console.WriteLine($"PostgreSQL is not measured: {missing}.");
        }
        else
        {
            yield return new OnPostgreSql(await Cluster.StartAsync(isDurable: true));
        }
    }

    public abstract Task<IRunStore> OpenAsync();

    /// <summary>The bytes of a run, by so many transitions.</summary>
    public async Task<int> BytesAsync(int transitions) => (int)(await NumberAsync(Bytes) / transitions);

    public abstract Task<long> NumberAsync(string query);

    /// <summary>Runs a statement in the store.</summary>
    public abstract Task ExecuteAsync(string statement);

    public abstract Task PrepareRawAsync();

    /// <summary>Inserts a row and commits, as long as there is one to do.</summary>
    public abstract Task CommitRawAsync(string data, Func<bool> more);

    /// <summary>Brings everything to its place on the disk, as it is when it was written long ago.</summary>
    public async Task SettleAsync()
    {
        await TidyAsync();
        if (OperatingSystem.IsLinux())
        {
            using var sync = System.Diagnostics.Process.Start("sync");
            await sync.WaitForExitAsync();
        }
    }

    /// <summary>Empties the store.</summary>
    public abstract Task ClearAsync();

    protected abstract Task TidyAsync();

    public abstract ValueTask DisposeAsync();

    private sealed class OnSqlite : StoreBench
    {
        private string _folder = Directory.CreateTempSubdirectory("benchmark").FullName;

        public override string Name => "SQLite";

        private string File => Path.Combine(_folder, "sops.db");

        public override Task<IRunStore> OpenAsync() => Task.FromResult<IRunStore>(SqliteRunStore.Open(File));

        public override Task<long> NumberAsync(string query)
        {
            using var connection = Connect(File);
            using var command = connection.CreateCommand();
            command.CommandText = query;
            return Task.FromResult(Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture));
        }

        public override Task ExecuteAsync(string statement)
        {
            using var connection = Connect(File);
            Execute(connection, statement);
            return Task.CompletedTask;
        }

        protected override Task TidyAsync() => ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        public override Task PrepareRawAsync()
        {
            using var connection = Connect(File + ".raw");
            Execute(connection, "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, data TEXT NOT NULL)");
            return Task.CompletedTask;
        }

        public override Task CommitRawAsync(string data, Func<bool> more)
        {
            using var connection = Connect(File + ".raw");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO rows (data) VALUES ($data)";
            insert.Parameters.AddWithValue("$data", data);
            while (more())
            {
                Execute(connection, "BEGIN IMMEDIATE");
                insert.ExecuteNonQuery();
                Execute(connection, "COMMIT");
            }

            return Task.CompletedTask;
        }

        public override Task ClearAsync()
        {
            Directory.Delete(_folder, recursive: true);
            _folder = Directory.CreateTempSubdirectory("benchmark").FullName;
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private static SqliteConnection Connect(string file)
        {
            var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=600");
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 60000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            return connection;
        }

        private static void Execute(SqliteConnection connection, string statement)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private sealed class OnPostgreSql(Cluster cluster) : StoreBench
    {
        private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(cluster.Connection.Replace("Maximum Pool Size=20", "Maximum Pool Size=80;Command Timeout=3600;Max Auto Prepare=20", StringComparison.Ordinal));

        public override string Name => "PostgreSQL";

        public override async Task<IRunStore> OpenAsync() => await PostgreSqlRunStore.OpenAsync(cluster.Connection.Replace("Maximum Pool Size=20", "Maximum Pool Size=80", StringComparison.Ordinal), "sops");

        public override async Task<long> NumberAsync(string query)
        {
            await using var connection = await ConnectAsync();
            await using var command = new NpgsqlCommand(query, connection);
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        public override async Task ExecuteAsync(string statement)
        {
            await using var connection = await ConnectAsync();
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        protected override async Task TidyAsync()
        {
            await ExecuteAsync("VACUUM (ANALYZE)");
            await ExecuteAsync("CHECKPOINT");
        }

        public override Task PrepareRawAsync() => ExecuteAsync("CREATE TABLE IF NOT EXISTS public.rows (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, data text NOT NULL)");

        public override async Task CommitRawAsync(string data, Func<bool> more)
        {
            await using var connection = await ConnectAsync();
            await using var insert = new NpgsqlCommand("INSERT INTO public.rows (data) VALUES ($1)", connection) { Parameters = { new() { Value = data } } };
            while (more())
            {
                await insert.ExecuteNonQueryAsync();
            }
        }

        public override Task ClearAsync() => ExecuteAsync("DROP SCHEMA sops CASCADE; DROP TABLE IF EXISTS public.rows");

        public override async ValueTask DisposeAsync()
        {
            await _source.DisposeAsync();
            await cluster.DisposeAsync();
        }

        private async Task<NpgsqlConnection> ConnectAsync()
        {
            var connection = await _source.OpenConnectionAsync();
            await using var path = new NpgsqlCommand("SET search_path TO sops", connection);
            await path.ExecuteNonQueryAsync();
            return connection;
        }
    }
}
