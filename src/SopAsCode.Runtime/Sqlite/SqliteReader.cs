using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>The queries, over a connection of its own. Not thread-safe.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private const int FeedPage = 500;

    private readonly SqliteCommand _begin = Sql.Prepare(connection, "BEGIN");
    private readonly SqliteCommand _commit = Sql.Prepare(connection, "COMMIT");
    private readonly SqliteCommand _run = Sql.Prepare(connection, "SELECT json, sequence, head, sop, current FROM runs WHERE run = $run", "$run");
    private readonly SqliteCommand _contents = Sql.Prepare(connection, "SELECT hash, salt, text FROM contents WHERE run = $run", "$run");
    private readonly SqliteCommand _starts = Sql.Prepare(connection, "SELECT step, starts FROM starts WHERE sop = $sop AND day = $day", "$sop", "$day");
    private readonly SqliteCommand _replied = Sql.Prepare(connection, "SELECT reply FROM commands WHERE run = $run AND key = $key", "$run", "$key");
    private readonly SqliteCommand _content = Sql.Prepare(connection, "SELECT hash, salt, text FROM contents WHERE run = $run AND hash = $hash", "$run", "$hash");

    /// <summary>A run as it stands, read in one transaction.</summary>
    public Snapshot Load(LoadRequest request)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var (state, sequence, head, sop, current) = Run(request.Run);
            return new()
            {
                State = state,
                Sequence = sequence,
                Head = head,
                Contents = Contents(request.Run, current.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                Starts = (sop ?? request.Sop) is { } counted ? Starts(counted, request.Day) : new Dictionary<string, int>(StringComparer.Ordinal),
                Replied = request.Key is { } key ? _replied.With(request.Run, key).ExecuteScalar() as string : null,
            };
        }
        finally
        {
            _commit.ExecuteNonQuery();
        }
    }

    public IReadOnlyList<RecordedEvent> Events(string run)
    {
        using var command = Sql.Prepare(connection, $"SELECT {StoredRows.EventColumns} FROM events WHERE run = $run ORDER BY sequence", "$run").With(run);
        return [.. Fed(command).Select(fed => fed.Event)];
    }

    public IReadOnlyList<FedEvent> Feed(long after)
    {
        using var command = Sql.Prepare(connection, $"SELECT {StoredRows.EventColumns} FROM events WHERE position > $after ORDER BY position LIMIT {FeedPage}", "$after").With(after);
        return Fed(command);
    }

    public IReadOnlyDictionary<string, Content> Contents(string run, IReadOnlyCollection<string>? hashes)
    {
        var contents = new Dictionary<string, Content>(StringComparer.Ordinal);
        if (hashes is null)
        {
            using var rows = _contents.With(run).ExecuteReader();
            while (rows.Read())
            {
                contents.Add(rows.GetString(0), StoredRows.Content(rows));
            }

            return contents;
        }

        foreach (var hash in hashes)
        {
            using var row = _content.With(run, hash).ExecuteReader();
            if (row.Read())
            {
                contents[hash] = StoredRows.Content(row);
            }
        }

        return contents;
    }

    public IReadOnlyList<PendingItem> Inbox(InboxQuery query)
    {
        List<string> where = [];
        using var command = connection.CreateCommand();
        Filter("run = $run", "$run", query.Run);
        Filter("item = $item", "$item", query.Item);
        if (!query.WithClosed)
        {
            where.Add("is_open = 1");
        }

        if (query.Roles is { } roles)
        {
            var ors = roles.Select((role, i) =>
            {
                var name = "$role" + i.ToString(CultureInfo.InvariantCulture);
                command.Parameters.AddWithValue(name, $" {role} ");
                return $"instr(roles, {name}) > 0";
            }).ToList();
            where.Add(ors.Count == 0 ? "0" : $"({string.Join(" OR ", ors)})");
        }

        command.CommandText = $"SELECT json FROM items WHERE {(where.Count == 0 ? "1" : string.Join(" AND ", where))} ORDER BY due IS NULL, due, asked, item LIMIT $max";
        command.Parameters.AddWithValue("$max", query.Max);
        using var rows = command.ExecuteReader();
        List<PendingItem> items = [];
        while (rows.Read())
        {
            items.Add(StoredRows.Item(rows.GetString(0)));
        }

        return items;

        void Filter(string condition, string name, string? value)
        {
            if (value is not null)
            {
                where.Add(condition);
                command.Parameters.AddWithValue(name, value);
            }
        }
    }

    public IReadOnlyList<RunSummary> Runs(RunQuery query)
    {
        using var command = Sql.Prepare(
            connection,
            $"""
            SELECT {StoredRows.RunColumns} FROM runs
            WHERE ($sop IS NULL OR sop = $sop) AND ($unfinished = 0 OR ended IS NULL) AND ($before IS NULL OR ended < $before) AND ($contents = 0 OR EXISTS (SELECT 1 FROM contents c WHERE c.run = runs.run)) AND ($after IS NULL OR run > $after) AND ($until IS NULL OR run < $until)
            ORDER BY run{(query.Backwards ? " DESC" : "")} LIMIT $max
            """,
            "$sop", "$unfinished", "$before", "$contents", "$after", "$until", "$max").With(query.Sop, query.Unfinished ? 1 : 0, query.EndedBefore, query.WithContents ? 1 : 0, query.After, query.Before, query.Max);
        using var rows = command.ExecuteReader();
        List<RunSummary> runs = [];
        while (rows.Read())
        {
            runs.Add(StoredRows.Run(rows));
        }

        return runs;
    }

    public IReadOnlyList<RunMessage> Messages(int max)
    {
        using var command = Sql.Prepare(connection, $"SELECT {StoredRows.MessageColumns} FROM messages ORDER BY rowid LIMIT $max", "$max").With(max);
        using var rows = command.ExecuteReader();
        List<RunMessage> messages = [];
        while (rows.Read())
        {
            messages.Add(StoredRows.Message(rows));
        }

        return messages;
    }

    public IReadOnlyList<MatchedEvent> Matched(int max)
    {
        using var command = Sql.Prepare(
            connection,
            $"""
            SELECT {StoredRows.MatchedColumns}
            FROM arrived a JOIN runs r ON r.sop = a.sop AND r.key = a.key AND r.waits_for = a.step
            WHERE a.taken_by IS NULL ORDER BY a.received, a.id, r.waits_since, r.run
            """).With();
        using var rows = command.ExecuteReader();
        return StoredRows.OneEach(All(), max);

        IEnumerable<MatchedEvent> All()
        {
            while (rows.Read())
            {
                yield return StoredRows.Matched(rows);
            }
        }
    }

    public bool IsAnyDue(DateTimeOffset now)
    {
        using var command = Sql.Prepare(connection, "SELECT EXISTS (SELECT 1 FROM due WHERE at <= $now)", "$now").With(now);
        return (long)command.ExecuteScalar()! == 1;
    }

    public bool IsAnyReady(StepRequestForLease request)
    {
        using var command = Sql.Prepare(connection, $"SELECT EXISTS (SELECT 1 FROM work WHERE {Claiming.Free})", "$now", "$far").With(request.Now, request.Now + (2 * request.Lease));
        return (long)command.ExecuteScalar()! == 1;
    }

    public bool IsAnyUntold(NoticeRequest request) => SqliteNotices.IsAny(connection, request);

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _run.Dispose();
        _contents.Dispose();
        _starts.Dispose();
        _replied.Dispose();
        _content.Dispose();
        connection.Dispose();
    }

    private static List<FedEvent> Fed(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        List<FedEvent> events = [];
        while (rows.Read())
        {
            events.Add(StoredRows.Event(rows));
        }

        return events;
    }

    private (string? State, int Sequence, string? Head, string? Sop, string Current) Run(string run)
    {
        using var row = _run.With(run).ExecuteReader();
        return row.Read() ? (row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4)) : (null, 0, null, null, "");
    }

    private Dictionary<string, int> Starts(string sop, DateOnly day)
    {
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var rows = _starts.With(sop, day).ExecuteReader();
        while (rows.Read())
        {
            starts.Add(rows.GetString(0), rows.GetInt32(1));
        }

        return starts;
    }
}
