using Npgsql;
using NpgsqlTypes;

namespace SopAsCode.PostgreSql;

/// <summary>Parameters with their types: a null without one would be no type that the server knows.</summary>
internal static class Values
{
    public static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values.ToArray() };

    public static NpgsqlParameter Numbers(IEnumerable<int> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = values.ToArray() };

    public static NpgsqlParameter Truths(IEnumerable<bool> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean, Value = values.ToArray() };

    public static NpgsqlParameter Times(IEnumerable<DateTimeOffset?> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, Value = values.Select(time => time?.ToUniversalTime()).ToArray() };

    public static NpgsqlParameter Time(DateTimeOffset? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = value is { } time ? time.ToUniversalTime() : DBNull.Value };

    public static NpgsqlParameter Day(DateOnly value) => new() { NpgsqlDbType = NpgsqlDbType.Date, Value = value };

    public static NpgsqlParameter Number(int value) => new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = value };

    public static NpgsqlParameter Position(long value) => new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = value };

    public static NpgsqlParameter Truth(bool value) => new() { NpgsqlDbType = NpgsqlDbType.Boolean, Value = value };

    /// <summary>Adds a statement to those that go to the server at once.</summary>
    public static NpgsqlBatch Then(this NpgsqlBatch batch, string statement, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = statement;
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        batch.BatchCommands.Add(command);
        return batch;
    }
}
