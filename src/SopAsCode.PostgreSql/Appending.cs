using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>
/// Records one append. One statement locks what it stands on, decides, and writes if it said yes (<see cref="Recording"/>); where a row must be there before it
/// can be locked, statements before it see to that, sent with it and in the same transaction. Rows are locked in one order everywhere: key, run, starts, work,
/// event from outside.
/// </summary>
internal sealed class Appending(string schema)
{
    /// <summary>The statements.</summary>
    public NpgsqlBatch Of(NpgsqlDataSource source, Append append)
    {
        var batch = source.CreateBatch();
        var starts = append.Starts.GroupBy(start => start).OrderBy(same => (same.Key.Sop, same.Key.Day, same.Key.Step)).ToList();
        if (append is { KeyFreeSince: not null, After: { Key: { } key } row })
        {
            // There may be no row yet that could be locked.
            batch.Then("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", Values.Text($"{schema}.runs {row.Sop} {key}"));
        }

        if (starts.Count > 0)
        {
            batch.Then($"SELECT FROM {schema}.runs WHERE run = $1 FOR UPDATE", Values.Text(append.Run));
        }

        foreach (var start in starts.Select(same => same.Key))
        {
            batch.Then(
                $"INSERT INTO {schema}.starts AS s (sop, day, step, starts) VALUES ($1, $2, $3, 0) ON CONFLICT (sop, day, step) DO UPDATE SET starts = s.starts",
                Values.Text(start.Sop), Values.Day(start.Day), Values.Text(start.Step));
        }

        new Recording(schema, append).AddTo(batch, starts);
        if (append.Erases)
        {
            Erase(batch, append.Run, $" AND {Recording.WasDone}");
        }

        return batch;
    }

    /// <summary>Erases the contents of a run and its key. A message is gone when it is delivered: until then another run waits for it.</summary>
    /// <param name="batch">The statements.</param>
    /// <param name="run">The run.</param>
    /// <param name="condition">The condition, beginning with AND; empty for none.</param>
    public void Erase(NpgsqlBatch batch, string run, string condition = "") => batch
        .Then($"UPDATE {schema}.runs SET key = NULL WHERE run = $1{condition}", Values.Text(run))
        .Then($"UPDATE {schema}.arrived SET value = NULL, key = '' WHERE taken_by = $1{condition}", Values.Text(run))
        .Then($"DELETE FROM {schema}.contents WHERE run = $1{condition}", Values.Text(run));
}
