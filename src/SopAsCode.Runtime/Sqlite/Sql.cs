using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>Statements, and what their errors mean.</summary>
internal static class Sql
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static void Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs statements that may fail because the trouble is there already, such as a rollback.</summary>
    public static void TryRun(SqliteConnection connection, string statements)
    {
        try
        {
            Run(connection, statements);
        }
        catch (SqliteException)
        {
            // The first error is the one that is told.
        }
    }

    public static long Number(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A statement that is prepared once.</summary>
    public static SqliteCommand Prepare(SqliteConnection connection, string statement, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    /// <summary>Fills in the parameters, in their order.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => IsoTime.Write(time),
                DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                var other => other,
            };
        }

        return command;
    }

    /// <summary>What an error of SQLite means to somebody who keeps runs in a file.</summary>
    public static RunStoreException Trouble(string file, SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => new(StoreTrouble.Locked, $"'{file}' is locked by another program for too long. Nothing was recorded; try again.", e),
        ReadOnly => new(StoreTrouble.ReadOnly, $"'{file}' can't be written: give this program the right to write the file and its folder. Nothing was recorded.", e),
        Full => new(StoreTrouble.Full, $"The disk of '{file}' is full. Nothing was recorded; make room and try again.", e),
        Corrupt or NotADatabase => new(StoreTrouble.Damaged, $"'{file}' is damaged or is no database. Restore it from a backup; nothing was recorded.", e),
        CannotOpen => new(StoreTrouble.Unreachable, $"'{file}' can't be opened: {e.Message}", e),
        InputOutput => new(StoreTrouble.Other, $"'{file}' can't be read or written: {e.Message}", e),
        _ => new(StoreTrouble.Other, $"'{file}': {e.Message}", e),
    };
}
