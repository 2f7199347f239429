using System.Globalization;
using Npgsql;
using SopAsCode.PostgreSql;

namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>Where the runs of one test are kept: a schema of its own.</summary>
public sealed class TestPlace : IAsyncDisposable
{
    private static int _count;

    private TestPlace()
    {
    }

    /// <summary>What the program of the kill trials is told about the store.</summary>
    public static IReadOnlyList<string> KillTrials => ["--postgresql", ClusterOfTheRun.Cluster.Connection];

    /// <summary>The schema.</summary>
    public string Schema { get; } = string.Create(CultureInfo.InvariantCulture, $"place {Interlocked.Increment(ref _count)}");

    public static TestPlace New()
    {
        _ = ClusterOfTheRun.Cluster;
        return new();
    }

    /// <summary>Opens the store once more, as another process would.</summary>
    public IRunStore Open() => PostgreSqlRunStore.OpenAsync(ClusterOfTheRun.Cluster.Connection, Schema).GetAwaiter().GetResult();

    /// <summary>Changes what is stored, as somebody with a database program could.</summary>
    public int Tamper(string statement)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(statement, connection);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads what is stored, as somebody with a database program could.</summary>
    public IReadOnlyList<string> Query(string statement)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(statement, connection);
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read())
        {
            texts.Add(string.Join("|", Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? "" : rows.GetValue(i))));
        }

        return texts;
    }

    /// <summary>Whether a text is anywhere in what is kept.</summary>
    public bool Holds(string text) => Query($"SELECT tablename FROM pg_tables WHERE schemaname = '{Schema}'")
        .Any(table => Query($"SELECT * FROM {table}").Any(row => row.Contains(text, StringComparison.Ordinal)));

    public ValueTask DisposeAsync()
    {
        Tamper($"DROP SCHEMA IF EXISTS \"{Schema}\" CASCADE");
        return ValueTask.CompletedTask;
    }

    private NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ClusterOfTheRun.Cluster.Connection) { SearchPath = $"\"{Schema}\"", Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
