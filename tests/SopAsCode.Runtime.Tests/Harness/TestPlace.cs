using System.Text;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>
/// Where the runs of one test are kept: a file of its own. The tests of another store bring another class of this name, and run the same tests.
/// </summary>
public sealed class TestPlace : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sops").FullName;

    private TestPlace()
    {
    }

    /// <summary>What the program of the kill trials is told about the store.</summary>
    public static IReadOnlyList<string> KillTrials { get; } = [];

    /// <summary>The file.</summary>
    public string File => Path.Combine(_folder, "sops.db");

    public static TestPlace New() => new();

    /// <summary>Opens the store once more, as another process would.</summary>
    public IRunStore Open() => OpenFile();

    /// <summary>Opens the store once more, as another process would.</summary>
    public SqliteRunStore OpenFile() => SqliteRunStore.Open(File, TimeSpan.FromSeconds(10));

    /// <summary>Changes what is stored, as somebody with a database program could.</summary>
    public int Tamper(string statement)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads what is stored, as somebody with a database program could.</summary>
    public IReadOnlyList<string> Query(string statement)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read())
        {
            texts.Add(string.Join("|", Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? "" : rows.GetValue(i))));
        }

        return texts;
    }

    /// <summary>Whether a text is anywhere in what is kept.</summary>
    public bool Holds(string text) => Directory.GetFiles(_folder).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
