using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>
/// Records one append: all statements go to the server at once, in one transaction. The first ones lock what the append stands on, one decides, and the
/// others write only if it said yes. Rows are locked in one order everywhere: key, run, starts, work, event from outside.
/// </summary>
internal sealed class Appending(string schema)
{
    private const string Yes = "current_setting('sopascode.outcome') = 'Done'";

    private readonly string _event = $"""
        INSERT INTO {schema}.events (run, sequence, at, event, step, by, by_kind, door, sop, version, fingerprint, data, previous, hash)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 WHERE {Yes}
        """;

    private readonly string _content = $"INSERT INTO {schema}.contents (run, hash, salt, text) SELECT $1, $2, $3, $4 WHERE {Yes}";

    private readonly string _run = $"""
        INSERT INTO {schema}.runs AS r (run, sop, version, state, key, started, ended, sequence, head, waits_for, waits_since, json, current)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 WHERE {Yes}
        ON CONFLICT (run) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state, ended = EXCLUDED.ended, sequence = EXCLUDED.sequence,
            head = EXCLUDED.head, json = EXCLUDED.json, current = EXCLUDED.current, waits_for = EXCLUDED.waits_for,
            waits_since = CASE WHEN r.waits_for IS NOT DISTINCT FROM EXCLUDED.waits_for THEN r.waits_since ELSE EXCLUDED.waits_since END
        """;

    private readonly string _item = $"""
        INSERT INTO {schema}.items (item, run, sop, step, kind, title, status, is_open, roles, revision, asked, due, person, closed, json)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 WHERE {Yes}
        ON CONFLICT (item) DO UPDATE SET status = EXCLUDED.status, is_open = EXCLUDED.is_open, revision = EXCLUDED.revision, asked = EXCLUDED.asked,
            due = EXCLUDED.due, person = EXCLUDED.person, closed = EXCLUDED.closed, json = EXCLUDED.json
        """;

    private readonly string _due = $"INSERT INTO {schema}.due (run, at) SELECT $1, $2 WHERE {Yes} ON CONFLICT (run) DO UPDATE SET at = EXCLUDED.at, claimed = NULL";
    private readonly string _noDue = $"DELETE FROM {schema}.due WHERE run = $1 AND {Yes}";
    private readonly string _work = $"""
        INSERT INTO {schema}.work AS w (run, sop, step, visit, ready) SELECT $1, $2, $3, $4, $5 WHERE {Yes}
        ON CONFLICT (run) DO UPDATE SET step = EXCLUDED.step, visit = EXCLUDED.visit, ready = EXCLUDED.ready, worker = NULL, claimed = NULL
        WHERE w.worker IS DISTINCT FROM $6 OR $6 IS NULL
        """;

    private readonly string _noWork = $"DELETE FROM {schema}.work WHERE run = $1 AND {Yes}";
    private readonly string _message = $"INSERT INTO {schema}.messages (id, from_run, to_run, command) SELECT $1, $2, $3, $4 WHERE {Yes}";
    private readonly string _count = $"UPDATE {schema}.starts SET starts = starts + $4 WHERE sop = $1 AND day = $2 AND step = $3 AND {Yes}";
    private readonly string _key = $"INSERT INTO {schema}.commands (run, key, reply) SELECT $1, $2, $3 WHERE {Yes}";
    private readonly string _take = $"UPDATE {schema}.arrived SET taken_by = $1 WHERE id = $2 AND {Yes}";

    /// <summary>The statements.</summary>
    public NpgsqlBatch Of(NpgsqlDataSource source, Append append)
    {
        var batch = source.CreateBatch();
        var starts = append.Starts.GroupBy(start => start).OrderBy(same => (same.Key.Sop, same.Key.Day, same.Key.Step)).ToList();
        Lock(batch, append, starts.Select(same => same.Key));
        Decide(batch, append, starts);
        Record(batch, append);
        Follow(batch, append);
        foreach (var same in starts)
        {
            batch.Then(_count, Values.Text(same.Key.Sop), Values.Day(same.Key.Day), Values.Text(same.Key.Step), Values.Number(same.Count()));
        }

        return batch;
    }

    /// <summary>Erases the contents of a run, its key, and its messages.</summary>
    /// <param name="batch">The statements.</param>
    /// <param name="run">The run.</param>
    /// <param name="condition">The condition, beginning with AND; empty for none.</param>
    public void Erase(NpgsqlBatch batch, string run, string condition = "") => batch
        .Then($"UPDATE {schema}.runs SET key = NULL WHERE run = $1{condition}", Values.Text(run))
        .Then($"UPDATE {schema}.arrived SET value = NULL, key = '' WHERE taken_by = $1{condition}", Values.Text(run))
        .Then($"DELETE FROM {schema}.contents WHERE run = $1{condition}", Values.Text(run))
        .Then($"DELETE FROM {schema}.messages WHERE from_run = $1{condition}", Values.Text(run));

    private void Lock(NpgsqlBatch batch, Append append, IEnumerable<CountedStart> starts)
    {
        if (append is { KeyFreeSince: not null, After: { Key: { } key } row })
        {
            // There may be no row yet that could be locked.
            batch.Then("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", Values.Text($"{schema}.runs {row.Sop} {key}"));
        }

        batch.Then($"SELECT FROM {schema}.runs WHERE run = $1 FOR UPDATE", Values.Text(append.Run));
        foreach (var start in starts)
        {
            batch.Then(
                $"INSERT INTO {schema}.starts AS s (sop, day, step, starts) VALUES ($1, $2, $3, 0) ON CONFLICT (sop, day, step) DO UPDATE SET starts = s.starts",
                Values.Text(start.Sop), Values.Day(start.Day), Values.Text(start.Step));
        }

        if (append.Worker is not null)
        {
            batch.Then($"SELECT FROM {schema}.work WHERE run = $1 FOR UPDATE", Values.Text(append.Run));
        }

        if (append.Taken is { } id)
        {
            batch.Then($"SELECT FROM {schema}.arrived WHERE id = $1 FOR UPDATE", Values.Text(id));
        }

        // Yes means on disk, also where the server is set to answer earlier.
        batch.Then("SELECT set_config('synchronous_commit', 'on', true) AS durable WHERE current_setting('synchronous_commit') = 'off'");
    }

    // The first reason not to record it. Each statement sees what was committed until it began, so this one sees what the locks have waited for.
    private void Decide(NpgsqlBatch batch, Append append, List<IGrouping<CountedStart, CountedStart>> starts)
    {
        List<NpgsqlParameter> values = [Values.Text(append.Run), Values.Number(append.Expected)];
        List<string> cases = [$"WHEN coalesce((SELECT sequence FROM {schema}.runs WHERE run = $1), 0) <> $2 THEN 'Conflict'"];
        if (append.Key is { } key)
        {
            cases.Insert(0, $"WHEN EXISTS (SELECT 1 FROM {schema}.commands WHERE run = $1 AND key = {Next(Values.Text(key))}) THEN 'KeySeen'");
        }

        if (append.Worker is { } worker)
        {
            cases.Add($"WHEN NOT EXISTS (SELECT 1 FROM {schema}.work WHERE run = $1 AND worker = {Next(Values.Text(worker))}) THEN 'LeaseLost'");
        }

        if (append.Taken is { } id)
        {
            cases.Add($"WHEN EXISTS (SELECT 1 FROM {schema}.arrived WHERE id = {Next(Values.Text(id))} AND taken_by <> $1) THEN 'EventTaken'");
        }

        if (append is { KeyFreeSince: { } since, After: { Key: { } open } row })
        {
            cases.Add(
                $"WHEN EXISTS (SELECT 1 FROM {schema}.runs WHERE sop = {Next(Values.Text(row.Sop))} AND key = {Next(Values.Text(open))} AND (ended IS NULL OR started >= {Next(Values.Time(since))})) THEN 'KeyInUse'");
        }

        foreach (var same in starts)
        {
            cases.Add(
                $"WHEN (SELECT starts FROM {schema}.starts WHERE sop = {Next(Values.Text(same.Key.Sop))} AND day = {Next(Values.Day(same.Key.Day))} AND step = {Next(Values.Text(same.Key.Step))})"
                + $" > {Next(Values.Number(same.Key.PerDay - same.Count()))} THEN 'LimitReached'");
        }

        batch.Then($"SELECT set_config('sopascode.outcome', CASE {string.Join(' ', cases)} ELSE 'Done' END, true) AS outcome", [.. values]);

        string Next(NpgsqlParameter value)
        {
            values.Add(value);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${values.Count}");
        }
    }

    private void Record(NpgsqlBatch batch, Append append)
    {
        foreach (var happened in append.Events)
        {
            batch.Then(
                _event,
                Values.Text(happened.Run), Values.Number(happened.Sequence), Values.Time(happened.At), Values.Text(happened.Event), Values.Text(happened.Step),
                Values.Text(happened.By.Name), Values.Text(happened.By.Kind.ToString()), Values.Text(happened.By.Door), Values.Text(happened.Sop), Values.Text(happened.Version),
                Values.Text(happened.Fingerprint), Values.Text(happened.Data), Values.Text(happened.Previous), Values.Text(happened.Hash));
        }

        foreach (var content in append.Contents)
        {
            batch.Then(_content, Values.Text(append.Run), Values.Text(content.Hash), Values.Text(content.Salt), Values.Text(content.Text));
        }

        var after = append.After;
        var head = append.Events[^1];
        batch.Then(
            _run,
            Values.Text(append.Run), Values.Text(after.Sop), Values.Text(after.Version), Values.Text(after.State), Values.Text(after.Key), Values.Time(after.Started),
            Values.Time(after.Ended), Values.Number(head.Sequence), Values.Text(head.Hash), Values.Text(append.WaitsFor),
            Values.Time(append.WaitsFor is null ? null : head.At), Values.Text(after.Json), Values.Text(string.Join(' ', after.Current)));
    }

    private void Follow(NpgsqlBatch batch, Append append)
    {
        foreach (var item in append.Items)
        {
            batch.Then(
                _item,
                Values.Text(item.Id), Values.Text(item.Run), Values.Text(item.Sop), Values.Text(item.Step), Values.Text(item.Kind.ToString()), Values.Text(item.Title),
                Values.Text(item.Status.ToString()), Values.Truth(item.IsOpen), Values.Texts(item.Roles), Values.Number(item.Revision), Values.Time(item.Asked),
                Values.Time(item.Due), Values.Text(item.Person), Values.Time(item.Closed), Values.Text(StoredRows.Json(item)));
        }

        _ = append.DueAt is { } at ? batch.Then(_due, Values.Text(append.Run), Values.Time(at)) : batch.Then(_noDue, Values.Text(append.Run));
        _ = append.Work is { } work
            ? batch.Then(
                _work,
                Values.Text(append.Run), Values.Text(append.After.Sop), Values.Text(work.Step), Values.Number(work.Visit), Values.Time(work.ReadyAt), Values.Text(work.Worker))
            : batch.Then(_noWork, Values.Text(append.Run));
        foreach (var message in append.Messages)
        {
            batch.Then(_message, Values.Text(message.Id), Values.Text(message.From), Values.Text(message.To), Values.Text(message.Command));
        }

        if (append.Key is { } key)
        {
            batch.Then(_key, Values.Text(append.Run), Values.Text(key), Values.Text(append.Reply));
        }

        if (append.Erases)
        {
            Erase(batch, append.Run, $" AND {Yes}");
        }

        if (append.Taken is { } id)
        {
            batch.Then(_take, Values.Text(append.Run), Values.Text(id));
        }
    }
}
