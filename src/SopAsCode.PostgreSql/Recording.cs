using System.Globalization;
using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>
/// One statement for an append: it locks the rows that the append stands on and reads what they hold now, decides, and writes only if it said yes. All events,
/// contents and items are sent as columns, so that the statement is the same for any number of them and the server plans it once.
/// </summary>
internal sealed class Recording(string schema, Append append)
{
    /// <summary>For a statement of the same transaction: whether the append was recorded.</summary>
    public const string WasDone = "current_setting('sopascode.outcome') = 'Done'";

    private const string Yes = "(SELECT outcome FROM decided) = 'Done'";

    private static readonly Column Run = new("run", "text", null, "$1");

    private readonly List<string> _parts = [];
    private readonly List<NpgsqlParameter> _values = [Values.Text(append.Run), Values.Number(append.Expected)];

    /// <summary>Adds the statement. Its answer is a row whose first column, <c>outcome</c>, is the name of an <see cref="AppendResult"/>.</summary>
    public void AddTo(NpgsqlBatch batch, IReadOnlyList<IGrouping<CountedStart, CountedStart>> starts)
    {
        Decide(starts);
        Record();
        Follow();
        foreach (var same in starts)
        {
            Write($"UPDATE {schema}.starts SET starts = starts + {Next(Values.Number(same.Count()))} WHERE {IsStart(same.Key)} AND {Yes}");
        }

        batch.Then($"WITH {string.Join(",\n", _parts)}\nSELECT outcome, durable FROM decided", [.. _values]);
    }

    // The first reason not to record it. A row that is locked is read as it is when the lock is there, whatever the statement saw when it began. Yes means on
    // disk, also where the server is set to answer earlier.
    private void Decide(IReadOnlyList<IGrouping<CountedStart, CountedStart>> starts)
    {
        List<string> cases = [$"WHEN coalesce((SELECT sequence FROM {schema}.runs WHERE run = $1 FOR UPDATE), 0) <> $2 THEN 'Conflict'"];
        if (append.Key is { } key)
        {
            cases.Insert(0, $"WHEN EXISTS (SELECT 1 FROM {schema}.commands WHERE run = $1 AND key = {Next(Values.Text(key))}) THEN 'KeySeen'");
        }

        if (append.Worker is { } worker)
        {
            cases.Add($"WHEN coalesce((SELECT worker FROM {schema}.work WHERE run = $1 FOR UPDATE), '') <> {Next(Values.Text(worker))} THEN 'LeaseLost'");
        }

        if (append.Taken is { } id)
        {
            cases.Add($"WHEN (SELECT taken_by FROM {schema}.arrived WHERE id = {Next(Values.Text(id))} FOR UPDATE) <> $1 THEN 'EventTaken'");
        }

        if (append is { KeyFreeSince: { } since, After: { Key: { } open } row })
        {
            cases.Add(
                $"WHEN EXISTS (SELECT 1 FROM {schema}.runs WHERE sop = {Next(Values.Text(row.Sop))} AND key = {Next(Values.Text(open))} AND (ended IS NULL OR started >= {Next(Values.Time(since))})) THEN 'KeyInUse'");
        }

        foreach (var same in starts)
        {
            cases.Add($"WHEN (SELECT starts FROM {schema}.starts WHERE {IsStart(same.Key)}) > {Next(Values.Number(same.Key.PerDay - same.Count()))} THEN 'LimitReached'");
        }

        _parts.Add(
            $"""
            decided AS MATERIALIZED (SELECT set_config('sopascode.outcome', CASE {string.Join(' ', cases)} ELSE 'Done' END, true) AS outcome,
                CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END AS durable)
            """);
    }

    private void Record()
    {
        var events = append.Events;
        WriteAll(
            "events",
            [
                Run,
                new("sequence", "integer", Values.Numbers(events.Select(happened => happened.Sequence))),
                new("at", "timestamptz", Values.Times(events.Select(happened => (DateTimeOffset?)happened.At))),
                Texts("event", events, happened => happened.Event),
                Texts("step", events, happened => happened.Step),
                Texts("by", events, happened => happened.By.Name),
                Texts("by_kind", events, happened => happened.By.Kind.ToString()),
                Texts("door", events, happened => happened.By.Door),
                Texts("sop", events, happened => happened.Sop),
                Texts("version", events, happened => happened.Version),
                Texts("fingerprint", events, happened => happened.Fingerprint),
                Texts("data", events, happened => happened.Data),
                Texts("previous", events, happened => happened.Previous),
                Texts("hash", events, happened => happened.Hash),
            ]);
        WriteAll(
            "contents",
            [
                Run,
                Texts("hash", append.Contents, content => content.Hash),
                Texts("salt", append.Contents, content => content.Salt),
                Texts("text", append.Contents, content => content.Text),
            ]);

        var after = append.After;
        var head = append.Events[^1];
        Write(
            $"""
            INSERT INTO {schema}.runs AS r (run, sop, version, state, key, started, ended, sequence, head, waits_for, waits_since, json, current)
            SELECT $1, {Next(
                Values.Text(after.Sop), Values.Text(after.Version), Values.Text(after.State), Values.Text(after.Key), Values.Time(after.Started), Values.Time(after.Ended),
                Values.Number(head.Sequence), Values.Text(head.Hash), Values.Text(append.WaitsFor), Values.Time(append.WaitsFor is null ? null : head.At),
                Values.Text(after.Json), Values.Text(string.Join(' ', after.Current)))} WHERE {Yes}
            ON CONFLICT (run) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state, ended = EXCLUDED.ended, sequence = EXCLUDED.sequence,
                head = EXCLUDED.head, json = EXCLUDED.json, current = EXCLUDED.current, waits_for = EXCLUDED.waits_for,
                waits_since = CASE WHEN r.waits_for IS NOT DISTINCT FROM EXCLUDED.waits_for THEN r.waits_since ELSE EXCLUDED.waits_since END
            """);
    }

    private void Follow()
    {
        var items = append.Items;
        WriteAll(
            "items",
            [
                Run,
                Texts("item", items, item => item.Id),
                Texts("sop", items, item => item.Sop),
                Texts("step", items, item => item.Step),
                Texts("kind", items, item => item.Kind.ToString()),
                Texts("title", items, item => item.Title),
                Texts("status", items, item => item.Status.ToString()),
                new("is_open", "boolean", Values.Truths(items.Select(item => item.IsOpen))),
                new("roles", "text", Values.Texts(items.Select(item => string.Join('\n', item.Roles))), "string_to_array(x.roles, E'\\n')"),
                new("revision", "integer", Values.Numbers(items.Select(item => item.Revision))),
                new("asked", "timestamptz", Values.Times(items.Select(item => (DateTimeOffset?)item.Asked))),
                new("due", "timestamptz", Values.Times(items.Select(item => item.Due))),
                Texts("person", items, item => item.Person),
                new("closed", "timestamptz", Values.Times(items.Select(item => item.Closed))),
                Texts("json", items, StoredRows.Json),
            ],
            """
            ON CONFLICT (item) DO UPDATE SET status = EXCLUDED.status, is_open = EXCLUDED.is_open, revision = EXCLUDED.revision, asked = EXCLUDED.asked,
                due = EXCLUDED.due, person = EXCLUDED.person, closed = EXCLUDED.closed, json = EXCLUDED.json
            """);
        Write(append.DueAt is { } at
            ? $"INSERT INTO {schema}.due (run, at) SELECT $1, {Next(Values.Time(at))} WHERE {Yes} ON CONFLICT (run) DO UPDATE SET at = EXCLUDED.at, claimed = NULL"
            : $"DELETE FROM {schema}.due WHERE run = $1 AND {Yes}");
        Write(append.Work is { } work ? Work(work) : $"DELETE FROM {schema}.work WHERE run = $1 AND {Yes}");
        WriteAll(
            "messages",
            [
                Texts("id", append.Messages, message => message.Id),
                Texts("from_run", append.Messages, message => message.From),
                Texts("to_run", append.Messages, message => message.To),
                Texts("command", append.Messages, message => message.Command),
            ]);
        if (append.Key is { } key)
        {
            Write($"INSERT INTO {schema}.commands (run, key, reply) SELECT $1, {Next(Values.Text(key), Values.Text(append.Reply))} WHERE {Yes}");
        }

        if (append.Taken is { } id)
        {
            Write($"UPDATE {schema}.arrived SET taken_by = $1 WHERE id = {Next(Values.Text(id))} AND {Yes}");
        }
    }

    private string Work(WorkOrder work)
    {
        var worker = Next(Values.Text(work.Worker));
        return $"""
            INSERT INTO {schema}.work AS w (run, sop, step, visit, ready)
            SELECT $1, {Next(Values.Text(append.After.Sop), Values.Text(work.Step), Values.Number(work.Visit), Values.Time(work.ReadyAt))} WHERE {Yes}
            ON CONFLICT (run) DO UPDATE SET step = EXCLUDED.step, visit = EXCLUDED.visit, ready = EXCLUDED.ready, worker = NULL, claimed = NULL
            WHERE w.worker IS DISTINCT FROM {worker} OR {worker} IS NULL
            """;
    }

    private string IsStart(CountedStart start) => $"sop = {Next(Values.Text(start.Sop))} AND day = {Next(Values.Day(start.Day))} AND step = {Next(Values.Text(start.Step))}";

    private void WriteAll(string table, IReadOnlyList<Column> columns, string conflict = "")
    {
        var sent = columns.Where(column => column.Values is not null).ToList();
        Write(
            $"""
            INSERT INTO {schema}.{table} ({string.Join(", ", columns.Select(column => column.Name))})
            SELECT {string.Join(", ", columns.Select(column => column.Read ?? $"x.{column.Name}"))}
            FROM unnest({string.Join(", ", sent.Select(column => $"{Next(column.Values!)}::{column.Type}[]"))}) AS x({string.Join(", ", sent.Select(column => column.Name))})
            WHERE {Yes} {conflict}
            """);
    }

    private void Write(string statement) => _parts.Add(string.Create(CultureInfo.InvariantCulture, $"w{_parts.Count} AS ({statement})"));

    private string Next(params ReadOnlySpan<NpgsqlParameter> values)
    {
        List<string> names = [];
        foreach (var value in values)
        {
            _values.Add(value);
            names.Add(string.Create(CultureInfo.InvariantCulture, $"${_values.Count}"));
        }

        return string.Join(", ", names);
    }

    private static Column Texts<T>(string name, IEnumerable<T> rows, Func<T, string?> value) => new(name, "text", Values.Texts(rows.Select(value)));

    // A column of rows that are written, with its values in the order of the rows, where they are not all the same. Read makes what the table holds of it.
    private sealed record Column(string Name, string Type, NpgsqlParameter? Values, string? Read = null);
}
