using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>Small writes beside the record: who has what for a while, messages, events from outside.</summary>
internal sealed class Claiming(NpgsqlDataSource source, Reading reading, string schema)
{
    // Nobody has it now. A claim far in the future was made by a clock that was wrong.
    private const string Free = "(claimed IS NULL OR claimed <= $1 OR claimed > $2)";

    // A channel does not wait longer for another attempt.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel) => await reading.AllAsync(
        $"""
        UPDATE {schema}.due SET claimed = $3 WHERE run IN
            (SELECT run FROM {schema}.due WHERE at <= $1 AND {Free} ORDER BY at LIMIT $4 FOR UPDATE SKIP LOCKED)
        RETURNING run
        """,
        row => row.GetString(0), cancel, Values.Time(now), Values.Time(now + (2 * lease)), Values.Time(now + lease), Values.Number(max)).ConfigureAwait(false);

    public async Task<IReadOnlyList<StepLease>> StepsAsync(StepRequestForLease request, CancellationToken cancel) => await reading.AllAsync(
        $"""
        UPDATE {schema}.work SET worker = $5, claimed = $3 WHERE run IN
            (SELECT run FROM {schema}.work WHERE ready <= $1 AND {Free} ORDER BY ready LIMIT $4 FOR UPDATE SKIP LOCKED)
        RETURNING run, sop, step, visit
        """,
        row => StoredRows.Lease(row, request.Worker),
        cancel,
        Values.Time(request.Now), Values.Time(request.Now + (2 * request.Lease)), Values.Time(request.Now + request.Lease), Values.Number(request.Max), Values.Text(request.Worker)).ConfigureAwait(false);

    public Task<bool> RenewAsync(StepLease lease, DateTimeOffset until, CancellationToken cancel) => DidAsync(
        $"UPDATE {schema}.work SET claimed = $1 WHERE run = $2 AND visit = $3 AND worker = $4",
        cancel, Values.Time(until), Values.Text(lease.Run), Values.Number(lease.Visit), Values.Text(lease.Worker));

    public Task<bool> ForgetAsync(string message, CancellationToken cancel) => DidAsync($"DELETE FROM {schema}.messages WHERE id = $1", cancel, Values.Text(message));

    // Two hosts may find the same item: the one that comes second finds it taken when it writes.
    public async Task<IReadOnlyList<ClaimedNotice>> NoticesAsync(NoticeRequest request, CancellationToken cancel) => await reading.AllAsync(
        $"""
        WITH untold AS (
            SELECT i.item, i.revision, i.json, i.asked FROM {schema}.items i
            LEFT JOIN {schema}.notices n ON n.channel = $1 AND n.item = i.item AND n.revision = i.revision
            WHERE i.is_open AND i.roles && $2 AND (n.item IS NULL OR n.again <= $3 OR n.again > $4)
            ORDER BY i.asked, i.item LIMIT $6),
        claimed AS (
            INSERT INTO {schema}.notices AS n (channel, item, revision, attempts, again) SELECT $1, item, revision, 1, $5 FROM untold
            ON CONFLICT (channel, item, revision) DO UPDATE SET attempts = n.attempts + 1, again = $5 WHERE n.again <= $3 OR n.again > $4
            RETURNING n.item, n.attempts)
        SELECT u.json, c.attempts FROM claimed c JOIN untold u ON u.item = c.item ORDER BY u.asked, u.item
        """,
        row => StoredRows.Notice(row, request.Channel),
        cancel,
        Values.Text(request.Channel), Values.Texts(request.Roles), Values.Time(request.Now), Values.Time(request.Now + LongestWait), Values.Time(request.Now + request.Lease), Values.Number(request.Max)).ConfigureAwait(false);

    // A host that comes back late does not undo what another one said meanwhile.
    public Task<bool> SettleAsync(ClaimedNotice notice, DateTimeOffset? again, CancellationToken cancel) => DidAsync(
        $"UPDATE {schema}.notices SET again = $1 WHERE channel = $2 AND item = $3 AND revision = $4 AND attempts = $5",
        cancel, Values.Time(again), Values.Text(notice.Channel), Values.Text(notice.Item.Id), Values.Number(notice.Item.Revision), Values.Number(notice.Attempt));

    public Task<bool> KeepAsync(ArrivedEvent arrived, CancellationToken cancel) => DidAsync(
        $"INSERT INTO {schema}.arrived (id, sop, step, key, value, received, by, by_kind, door) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
        cancel,
        Values.Text(arrived.Id), Values.Text(arrived.Sop), Values.Text(arrived.Step), Values.Text(arrived.Key), Values.Text(arrived.Value), Values.Time(arrived.Received),
        Values.Text(arrived.By.Name), Values.Text(arrived.By.Kind.ToString()), Values.Text(arrived.By.Door));

    private async Task<bool> DidAsync(string statement, CancellationToken cancel, params NpgsqlParameter[] values)
    {
        using var command = source.CreateCommand(statement);
        command.Parameters.AddRange(values);
        return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) == 1;
    }
}
