using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>The queries, over a connection of its own. Not thread-safe.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private const string EventColumns = "position, run, sequence, at, event, step, by, by_kind, door, sop, version, fingerprint, data, previous, hash";
    private const int FeedPage = 500;

    private readonly SqliteCommand _run = Sql.Prepare(connection, "SELECT json, sequence, head, sop, current FROM runs WHERE run = $run", "$run");
    private readonly SqliteCommand _contents = Sql.Prepare(connection, "SELECT hash, salt, text FROM contents WHERE run = $run", "$run");
    private readonly SqliteCommand _starts = Sql.Prepare(connection, "SELECT step, starts FROM starts WHERE sop = $sop AND day = $day", "$sop", "$day");
    private readonly SqliteCommand _replied = Sql.Prepare(connection, "SELECT reply FROM commands WHERE run = $run AND key = $key", "$run", "$key");
    private readonly SqliteCommand _content = Sql.Prepare(connection, "SELECT salt, text FROM contents WHERE run = $run AND hash = $hash", "$run", "$hash");

    /// <summary>A run as it stands, read in one transaction.</summary>
    public Snapshot Load(LoadRequest request)
    {
        Sql.Run(connection, "BEGIN");
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
            Sql.Run(connection, "COMMIT");
        }
    }

    public IReadOnlyList<RecordedEvent> Events(string run)
    {
        using var command = Sql.Prepare(connection, $"SELECT {EventColumns} FROM events WHERE run = $run ORDER BY sequence", "$run").With(run);
        return [.. Fed(command).Select(fed => fed.Event)];
    }

    public IReadOnlyList<FedEvent> Feed(long after)
    {
        using var command = Sql.Prepare(connection, $"SELECT {EventColumns} FROM events WHERE position > $after ORDER BY position LIMIT {FeedPage}", "$after").With(after);
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
                contents.Add(rows.GetString(0), new() { Hash = rows.GetString(0), Salt = rows.GetString(1), Text = rows.GetString(2) });
            }

            return contents;
        }

        foreach (var hash in hashes)
        {
            using var row = _content.With(run, hash).ExecuteReader();
            if (row.Read())
            {
                contents[hash] = new() { Hash = hash, Salt = row.GetString(0), Text = row.GetString(1) };
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
            items.Add(RecordJson.ReadItem(rows.GetString(0)));
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
            """
            SELECT run, sop, version, state, started, ended, sequence, head FROM runs
            WHERE ($sop IS NULL OR sop = $sop) AND ($unfinished = 0 OR ended IS NULL) AND ($before IS NULL OR ended < $before) AND ($after IS NULL OR run > $after)
            ORDER BY run LIMIT $max
            """,
            "$sop", "$unfinished", "$before", "$after", "$max").With(query.Sop, query.Unfinished ? 1 : 0, query.EndedBefore, query.After, query.Max);
        using var rows = command.ExecuteReader();
        List<RunSummary> runs = [];
        while (rows.Read())
        {
            runs.Add(new()
            {
                Run = rows.GetString(0),
                Sop = rows.GetString(1),
                Version = rows.TextOrNull(2),
                State = rows.GetString(3),
                Started = IsoTime.Read(rows.GetString(4)),
                Ended = rows.TimeOrNull(5),
                Sequence = rows.GetInt32(6),
                Head = rows.GetString(7),
            });
        }

        return runs;
    }

    public IReadOnlyList<RunMessage> Messages(int max)
    {
        using var command = Sql.Prepare(connection, "SELECT id, from_run, to_run, command FROM messages ORDER BY rowid LIMIT $max", "$max").With(max);
        using var rows = command.ExecuteReader();
        List<RunMessage> messages = [];
        while (rows.Read())
        {
            messages.Add(new() { Id = rows.GetString(0), From = rows.GetString(1), To = rows.GetString(2), Command = rows.GetString(3) });
        }

        return messages;
    }

    /// <summary>Each event goes to the run that waits for it longest, and each run gets one event at a time.</summary>
    public IReadOnlyList<MatchedEvent> Matched(int max)
    {
        using var command = Sql.Prepare(
            connection,
            """
            SELECT r.run, a.id, a.sop, a.step, a.key, a.value, a.received, a.by, a.by_kind, a.door
            FROM arrived a JOIN runs r ON r.sop = a.sop AND r.key = a.key AND r.waits_for = a.step
            WHERE a.taken_by IS NULL ORDER BY a.received, a.id, r.waits_since, r.run
            """).With();
        using var rows = command.ExecuteReader();
        List<MatchedEvent> matched = [];
        HashSet<string> given = new(StringComparer.Ordinal);
        while (matched.Count < max && rows.Read())
        {
            var (run, id) = (rows.GetString(0), rows.GetString(1));
            if (given.Contains(run) || matched.Any(one => one.Event.Id == id))
            {
                continue;
            }

            given.Add(run);
            matched.Add(new()
            {
                Run = run,
                Event = new()
                {
                    Id = id,
                    Sop = rows.GetString(2),
                    Step = rows.GetString(3),
                    Key = rows.GetString(4),
                    Value = rows.TextOrNull(5),
                    Received = IsoTime.Read(rows.GetString(6)),
                    By = By(rows, 7),
                },
            });
        }

        return matched;
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

    public void Dispose()
    {
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
            events.Add(new()
            {
                Position = rows.GetInt64(0),
                Event = new()
                {
                    Run = rows.GetString(1),
                    Sequence = rows.GetInt32(2),
                    At = IsoTime.Read(rows.GetString(3)),
                    Event = rows.GetString(4),
                    Step = rows.GetString(5),
                    By = By(rows, 6),
                    Sop = rows.GetString(9),
                    Version = rows.TextOrNull(10),
                    Fingerprint = rows.TextOrNull(11),
                    Data = rows.GetString(12),
                    Previous = rows.GetString(13),
                    Hash = rows.GetString(14),
                },
            });
        }

        return events;
    }

    private static Actor By(SqliteDataReader row, int column) => new()
    {
        Name = row.GetString(column),
        Kind = Enum.TryParse<ActorKind>(row.GetString(column + 1), out var kind) ? kind : throw new RunStoreException(StoreTrouble.Damaged, $"'{row.GetString(column + 1)}' is no kind of actor."),
        Door = row.TextOrNull(column + 2),
    };

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
