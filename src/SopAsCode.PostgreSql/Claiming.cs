using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>Small writes beside the record: who has what for a while, messages, events from outside.</summary>
internal sealed class Claiming(NpgsqlDataSource source, Reading reading, string schema)
{
    // Nobody has it now. A claim far in the future was made by a clock that was wrong.
    private const string Free = "(claimed IS NULL OR claimed <= $1 OR claimed > $2)";

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
