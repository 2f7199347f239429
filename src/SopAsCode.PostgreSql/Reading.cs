using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>The queries.</summary>
internal sealed class Reading(NpgsqlDataSource source, string schema)
{
    private const int FeedPage = 500;

    // The state is sent once, with the first of its contents.
    private readonly string _load = $"""
        SELECT c.hash, c.salt, c.text, CASE WHEN row_number() OVER () = 1 THEN r.json END, r.sequence, r.head
        FROM {schema}.runs r LEFT JOIN {schema}.contents c ON c.run = r.run AND c.hash = ANY (string_to_array(r.current, ' '))
        WHERE r.run = $1
        """;

    private readonly string _starts = $"SELECT step, starts FROM {schema}.starts WHERE sop = coalesce((SELECT sop FROM {schema}.runs WHERE run = $1), $2) AND day = $3 AND starts > 0";

    /// <summary>
    /// A run as it stands. State and contents are one statement, so that they fit each other. The answer of the command is read last: if it was done
    /// meanwhile, it counts as done.
    /// </summary>
    public async Task<Snapshot> LoadAsync(LoadRequest request, CancellationToken cancel)
    {
        using var batch = source.CreateBatch();
        batch.Then(_load, Values.Text(request.Run)).Then(_starts, Values.Text(request.Run), Values.Text(request.Sop), Values.Day(request.Day));
        if (request.Key is { } key)
        {
            batch.Then($"SELECT reply FROM {schema}.commands WHERE run = $1 AND key = $2", Values.Text(request.Run), Values.Text(key));
        }

        using var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        Snapshot snapshot = new();
        var contents = new Dictionary<string, Content>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            snapshot = snapshot.State is null ? new() { State = rows.GetString(3), Sequence = rows.GetInt32(4), Head = rows.GetString(5) } : snapshot;
            if (!rows.IsDBNull(0))
            {
                contents.Add(rows.GetString(0), StoredRows.Content(rows));
            }
        }

        await rows.NextResultAsync(cancel).ConfigureAwait(false);
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            starts.Add(rows.GetString(0), rows.GetInt32(1));
        }

        var isReplied = await rows.NextResultAsync(cancel).ConfigureAwait(false) && await rows.ReadAsync(cancel).ConfigureAwait(false);
        return snapshot with { Contents = contents, Starts = starts, Replied = isReplied ? rows.GetString(0) : null };
    }

    public Task<IReadOnlyList<RecordedEvent>> EventsAsync(string run, CancellationToken cancel) => AllAsync(
        $"SELECT {StoredRows.EventColumns} FROM {schema}.events WHERE run = $1 ORDER BY sequence",
        row => StoredRows.Event(row).Event, cancel, Values.Text(run));

    public async Task<IReadOnlyDictionary<string, Content>> ContentsAsync(string run, IReadOnlyCollection<string>? hashes, CancellationToken cancel)
    {
        var found = await AllAsync(
            $"SELECT hash, salt, text FROM {schema}.contents WHERE run = $1{(hashes is null ? "" : " AND hash = ANY ($2)")}",
            StoredRows.Content, cancel, hashes is null ? [Values.Text(run)] : [Values.Text(run), Values.Texts(hashes)]).ConfigureAwait(false);
        return found.ToDictionary(content => content.Hash, StringComparer.Ordinal);
    }

    /// <summary>
    /// The newest event that is committed, by its transaction; null when there is none.
    /// </summary>
    public async Task<long?> NewestTransactionAsync(CancellationToken cancel) =>
        (await AllAsync($"SELECT coalesce(max(tx), -1) FROM {schema}.events", row => row.GetInt64(0), cancel).ConfigureAwait(false))[0];

    /// <summary>
    /// A page of the feed, in the order of transactions, without those that an open transaction may still come before.
    /// </summary>
    /// <returns>The events, and the oldest transaction that is open.</returns>
    public async Task<(IReadOnlyList<FedEvent> Events, long Open)> FeedAsync(long after, CancellationToken cancel)
    {
        // The limit is taken first: what is committed between the two statements is not below it.
        var open = (await AllAsync("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", row => row.GetInt64(0), cancel).ConfigureAwait(false))[0];
        var events = await AllAsync(
            $"""
            SELECT {StoredRows.EventColumns} FROM {schema}.events
            WHERE (tx, position) > (coalesce((SELECT tx FROM {schema}.events WHERE position = $1), -9223372036854775808), $1) AND tx < $2
            ORDER BY tx, position LIMIT {FeedPage}
            """,
            StoredRows.Event, cancel, Values.Position(after), Values.Position(open)).ConfigureAwait(false);
        return (events, open);
    }

    public Task<IReadOnlyList<PendingItem>> InboxAsync(InboxQuery query, CancellationToken cancel)
    {
        var where = new Conditions();
        where.If("run =", query.Run is null ? null : Values.Text(query.Run));
        where.If("item =", query.Item is null ? null : Values.Text(query.Item));
        where.If("roles &&", query.Roles is null ? null : Values.Texts(query.Roles));
        where.When("is_open", !query.WithClosed);
        return AllAsync(
            $"SELECT json FROM {schema}.items{where} ORDER BY due NULLS LAST, asked, item LIMIT {where.Add(Values.Number(query.Max))}",
            row => StoredRows.Item(row.GetString(0)), cancel, where.Values);
    }

    public Task<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken cancel)
    {
        var where = new Conditions();
        where.If("sop =", query.Sop is null ? null : Values.Text(query.Sop));
        where.If("ended <", query.EndedBefore is null ? null : Values.Time(query.EndedBefore));
        where.If("run >", query.After is null ? null : Values.Text(query.After));
        where.If("run <", query.Before is null ? null : Values.Text(query.Before));
        where.When("ended IS NULL", query.Unfinished);
        where.When($"EXISTS (SELECT 1 FROM {schema}.contents c WHERE c.run = runs.run)", query.WithContents);
        return AllAsync($"SELECT {StoredRows.RunColumns} FROM {schema}.runs{where} ORDER BY run{(query.Backwards ? " DESC" : "")} LIMIT {where.Add(Values.Number(query.Max))}", StoredRows.Run, cancel, where.Values);
    }

    public Task<IReadOnlyList<RunMessage>> MessagesAsync(int max, CancellationToken cancel) =>
        AllAsync($"SELECT {StoredRows.MessageColumns} FROM {schema}.messages ORDER BY position LIMIT $1", StoredRows.Message, cancel, Values.Number(max));

    public async Task<IReadOnlyList<MatchedEvent>> MatchedAsync(int max, CancellationToken cancel) => StoredRows.OneEach(
        await AllAsync(
            $"""
            SELECT {StoredRows.MatchedColumns}
            FROM {schema}.arrived a JOIN {schema}.runs r ON r.sop = a.sop AND r.key = a.key AND r.waits_for = a.step
            WHERE a.taken_by IS NULL ORDER BY a.received, a.id, r.waits_since, r.run
            """,
            StoredRows.Matched, cancel).ConfigureAwait(false),
        max);

    public async Task<IReadOnlyList<T>> AllAsync<T>(string query, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params NpgsqlParameter[] values)
    {
        using var command = source.CreateCommand(query);
        command.Parameters.AddRange(values);
        using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        List<T> all = [];
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <summary>Conditions that are asked for, with their values.</summary>
    private sealed class Conditions
    {
        private readonly List<string> _conditions = [];
        private readonly List<NpgsqlParameter> _values = [];

        public NpgsqlParameter[] Values => [.. _values];

        public void If(string condition, NpgsqlParameter? value)
        {
            if (value is not null)
            {
                _conditions.Add($"{condition} {Add(value)}");
            }
        }

        public void When(string condition, bool isAsked)
        {
            if (isAsked)
            {
                _conditions.Add(condition);
            }
        }

        public string Add(NpgsqlParameter value)
        {
            _values.Add(value);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${_values.Count}");
        }

        public override string ToString() => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);
    }
}
