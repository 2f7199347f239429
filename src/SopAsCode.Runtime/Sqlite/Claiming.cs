using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>Small writes beside the record: who has what for a while, messages, events from outside, erasing.</summary>
internal static class Claiming
{
    /// <summary>
    /// Nobody has it now. A claim far in the future was made by a clock that was wrong.
    /// </summary>
    public const string Free = "ready <= $now AND (claimed IS NULL OR claimed <= $now OR claimed > $far)";

    public static IReadOnlyList<string> Due(SqliteConnection connection, DateTimeOffset now, int max, TimeSpan lease)
    {
        using var command = Sql.Prepare(
            connection,
            """
            UPDATE due SET claimed = $until WHERE run IN
                (SELECT run FROM due WHERE at <= $now AND (claimed IS NULL OR claimed <= $now OR claimed > $far) ORDER BY at LIMIT $max)
            RETURNING run
            """,
            "$until", "$now", "$far", "$max").With(now + lease, now, now + (2 * lease), max);
        using var rows = command.ExecuteReader();
        List<string> runs = [];
        while (rows.Read())
        {
            runs.Add(rows.GetString(0));
        }

        return runs;
    }

    public static IReadOnlyList<StepLease> Steps(SqliteConnection connection, StepRequestForLease request)
    {
        using var command = Sql.Prepare(
            connection,
            $"""
            UPDATE work SET worker = $worker, claimed = $until WHERE run IN
                (SELECT run FROM work WHERE {Free} ORDER BY ready LIMIT $max)
            RETURNING run, sop, step, visit
            """,
            "$worker", "$until", "$now", "$far", "$max").With(request.Worker, request.Now + request.Lease, request.Now, request.Now + (2 * request.Lease), request.Max);
        using var rows = command.ExecuteReader();
        List<StepLease> leases = [];
        while (rows.Read())
        {
            leases.Add(StoredRows.Lease(rows, request.Worker));
        }

        return leases;
    }

    public static bool Renew(SqliteConnection connection, StepLease lease, DateTimeOffset until)
    {
        using var command = Sql.Prepare(
            connection,
            "UPDATE work SET claimed = $until WHERE run = $run AND visit = $visit AND worker = $worker",
            "$until", "$run", "$visit", "$worker").With(until, lease.Run, lease.Visit, lease.Worker);
        return command.ExecuteNonQuery() == 1;
    }

    public static bool Forget(SqliteConnection connection, string message)
    {
        using var command = Sql.Prepare(connection, "DELETE FROM messages WHERE id = $id", "$id").With(message);
        return command.ExecuteNonQuery() == 1;
    }

    public static bool Keep(SqliteConnection connection, ArrivedEvent arrived)
    {
        using var command = Sql.Prepare(
            connection,
            "INSERT INTO arrived (id, sop, step, key, value, received, by, by_kind, door) VALUES ($id, $sop, $step, $key, $value, $received, $by, $kind, $door) ON CONFLICT DO NOTHING",
            "$id", "$sop", "$step", "$key", "$value", "$received", "$by", "$kind", "$door")
            .With(arrived.Id, arrived.Sop, arrived.Step, arrived.Key, arrived.Value, arrived.Received, arrived.By.Name, arrived.By.Kind.ToString(), arrived.By.Door);
        return command.ExecuteNonQuery() == 1;
    }

    // Answers of commands say nothing that is content; events from outside may. A message is gone when it is delivered: until then another run waits for it.
    public static bool Erase(SqliteConnection connection, string run)
    {
        using var command = Sql.Prepare(
            connection,
            """
            DELETE FROM contents WHERE run = $run;
            UPDATE arrived SET value = NULL, key = '' WHERE taken_by = $run;
            UPDATE runs SET key = NULL WHERE run = $run;
            """,
            "$run").With(run);
        return command.ExecuteNonQuery() > 0;
    }
}
