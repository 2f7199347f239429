using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>
/// Records one append, inside the transaction of the writer. All checks come before the first write, so an append that is refused leaves nothing behind.
/// </summary>
internal sealed class SqliteAppender(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _seen = Sql.Prepare(connection, "SELECT 1 FROM commands WHERE run = $run AND key = $key", "$run", "$key");
    private readonly SqliteCommand _sequence = Sql.Prepare(connection, "SELECT sequence FROM runs WHERE run = $run", "$run");
    private readonly SqliteCommand _worker = Sql.Prepare(connection, "SELECT 1 FROM work WHERE run = $run AND worker = $worker", "$run", "$worker");
    private readonly SqliteCommand _free = Sql.Prepare(connection, "SELECT taken_by FROM arrived WHERE id = $id", "$id");
    private readonly SqliteCommand _open = Sql.Prepare(
        connection,
        "SELECT 1 FROM runs WHERE sop = $sop AND key = $key AND (ended IS NULL OR started >= $since) LIMIT 1",
        "$sop", "$key", "$since");

    private readonly SqliteCommand _started = Sql.Prepare(connection, "SELECT starts FROM starts WHERE sop = $sop AND day = $day AND step = $step", "$sop", "$day", "$step");
    private readonly SqliteCommand _count = Sql.Prepare(
        connection,
        "INSERT INTO starts (sop, day, step, starts) VALUES ($sop, $day, $step, 1) ON CONFLICT DO UPDATE SET starts = starts + 1",
        "$sop", "$day", "$step");

    private readonly SqliteCommand _event = Sql.Prepare(
        connection,
        """
        INSERT INTO events (run, sequence, at, event, step, by, by_kind, door, sop, version, fingerprint, data, previous, hash)
        VALUES ($run, $sequence, $at, $event, $step, $by, $kind, $door, $sop, $version, $fingerprint, $data, $previous, $hash)
        """,
        "$run", "$sequence", "$at", "$event", "$step", "$by", "$kind", "$door", "$sop", "$version", "$fingerprint", "$data", "$previous", "$hash");

    private readonly SqliteCommand _content = Sql.Prepare(
        connection,
        "INSERT INTO contents (run, hash, salt, text) VALUES ($run, $hash, $salt, $text)",
        "$run", "$hash", "$salt", "$text");

    private readonly SqliteCommand _run = Sql.Prepare(
        connection,
        """
        INSERT INTO runs (run, sop, version, state, key, started, ended, sequence, head, waits_for, waits_since, json, current)
        VALUES ($run, $sop, $version, $state, $key, $started, $ended, $sequence, $head, $waits, $since, $json, $current)
        ON CONFLICT DO UPDATE SET version = $version, state = $state, ended = $ended, sequence = $sequence, head = $head, json = $json, current = $current,
            waits_since = CASE WHEN waits_for IS $waits THEN waits_since ELSE $since END, waits_for = $waits
        """,
        "$run", "$sop", "$version", "$state", "$key", "$started", "$ended", "$sequence", "$head", "$waits", "$since", "$json", "$current");

    private readonly SqliteCommand _item = Sql.Prepare(
        connection,
        """
        INSERT INTO items (item, run, sop, step, kind, title, status, is_open, roles, revision, asked, due, person, closed, json)
        VALUES ($item, $run, $sop, $step, $kind, $title, $status, $open, $roles, $revision, $asked, $due, $person, $closed, $json)
        ON CONFLICT DO UPDATE SET status = $status, is_open = $open, revision = $revision, asked = $asked, due = $due, person = $person, closed = $closed, json = $json
        """,
        "$item", "$run", "$sop", "$step", "$kind", "$title", "$status", "$open", "$roles", "$revision", "$asked", "$due", "$person", "$closed", "$json");

    private readonly SqliteCommand _noDue = Sql.Prepare(connection, "DELETE FROM due WHERE run = $run", "$run");
    private readonly SqliteCommand _due = Sql.Prepare(connection, "INSERT INTO due (run, at) VALUES ($run, $at) ON CONFLICT DO UPDATE SET at = $at, claimed = NULL", "$run", "$at");
    private readonly SqliteCommand _noWork = Sql.Prepare(connection, "DELETE FROM work WHERE run = $run", "$run");
    private readonly SqliteCommand _work = Sql.Prepare(
        connection,
        """
        INSERT INTO work (run, sop, step, visit, ready) VALUES ($run, $sop, $step, $visit, $ready)
        ON CONFLICT DO UPDATE SET step = $step, visit = $visit, ready = $ready, worker = NULL, claimed = NULL
        WHERE worker IS NOT $worker OR $worker IS NULL
        """,
        "$run", "$sop", "$step", "$visit", "$ready", "$worker");

    private readonly SqliteCommand _message = Sql.Prepare(connection, "INSERT INTO messages (id, from_run, to_run, command) VALUES ($id, $from, $to, $command)", "$id", "$from", "$to", "$command");
    private readonly SqliteCommand _key = Sql.Prepare(connection, "INSERT INTO commands (run, key, reply) VALUES ($run, $key, $reply)", "$run", "$key", "$reply");
    private readonly SqliteCommand _take = Sql.Prepare(connection, "UPDATE arrived SET taken_by = $run WHERE id = $id", "$run", "$id");

    public AppendResult Append(Append append)
    {
        if (Refusal(append) is { } refused)
        {
            return refused;
        }

        Record(append);
        Follow(append);
        return AppendResult.Done;
    }

    public void Dispose()
    {
        foreach (var command in new[] { _seen, _sequence, _worker, _free, _open, _started, _count, _event, _content, _run, _item, _noDue, _due, _noWork, _work, _message, _key, _take })
        {
            command.Dispose();
        }
    }

    private AppendResult? Refusal(Append append)
    {
        if (append.Key is { } key && _seen.With(append.Run, key).ExecuteScalar() is not null)
        {
            return AppendResult.KeySeen;
        }

        var sequence = _sequence.With(append.Run).ExecuteScalar() is long last ? last : 0;
        if (sequence != append.Expected)
        {
            return AppendResult.Conflict;
        }

        if (append.Worker is { } worker && _worker.With(append.Run, worker).ExecuteScalar() is null)
        {
            return AppendResult.LeaseLost;
        }

        if (append.Taken is { } id && _free.With(id).ExecuteScalar() is string taker && taker != append.Run)
        {
            return AppendResult.EventTaken;
        }

        if (append is { KeyFreeSince: { } since, After: { Key: { } open } row } && _open.With(row.Sop, open, since).ExecuteScalar() is not null)
        {
            return AppendResult.KeyInUse;
        }

        return append.Starts.GroupBy(start => start).Any(same => (_started.With(same.Key.Sop, same.Key.Day, same.Key.Step).ExecuteScalar() is long starts ? starts : 0) + same.Count() > same.Key.PerDay)
            ? AppendResult.LimitReached
            : null;
    }

    private void Record(Append append)
    {
        foreach (var happened in append.Events)
        {
            _event.With(
                happened.Run, happened.Sequence, happened.At, happened.Event, happened.Step, happened.By.Name, happened.By.Kind.ToString(), happened.By.Door,
                happened.Sop, happened.Version, happened.Fingerprint, happened.Data, happened.Previous, happened.Hash).ExecuteNonQuery();
        }

        foreach (var content in append.Contents)
        {
            _content.With(append.Run, content.Hash, content.Salt, content.Text).ExecuteNonQuery();
        }

        var after = append.After;
        var head = append.Events[^1];
        _run.With(
            append.Run, after.Sop, after.Version, after.State, after.Key, after.Started, after.Ended, head.Sequence, head.Hash,
            append.WaitsFor, append.WaitsFor is null ? null : head.At, after.Json, string.Join(' ', after.Current)).ExecuteNonQuery();
    }

    private void Follow(Append append)
    {
        foreach (var item in append.Items)
        {
            _item.With(
                item.Id, item.Run, item.Sop, item.Step, item.Kind.ToString(), item.Title, item.Status.ToString(), item.IsOpen ? 1 : 0, $" {string.Join(' ', item.Roles)} ",
                item.Revision, item.Asked, item.Due, item.Person, item.Closed, StoredRows.Json(item)).ExecuteNonQuery();
        }

        (append.DueAt is { } at ? _due.With(append.Run, at) : _noDue.With(append.Run)).ExecuteNonQuery();
        (append.Work is { } work ? _work.With(append.Run, append.After.Sop, work.Step, work.Visit, work.ReadyAt, work.Worker) : _noWork.With(append.Run)).ExecuteNonQuery();
        foreach (var message in append.Messages)
        {
            _message.With(message.Id, message.From, message.To, message.Command).ExecuteNonQuery();
        }

        foreach (var start in append.Starts)
        {
            _count.With(start.Sop, start.Day, start.Step).ExecuteNonQuery();
        }

        if (append.Key is { } key)
        {
            _key.With(append.Run, key, append.Reply).ExecuteNonQuery();
        }

        if (append.Erases)
        {
            Claiming.Erase(connection, append.Run);
        }

        if (append.Taken is { } id)
        {
            _take.With(append.Run, id).ExecuteNonQuery();
        }
    }
}
