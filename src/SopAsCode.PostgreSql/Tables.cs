using System.Globalization;
using Npgsql;
using SopAsCode.Runtime;

namespace SopAsCode.PostgreSql;

/// <summary>
/// The tables, in a schema of their own. They are made to be read by people: names are the words of the product, and what is nested is JSON text.
/// </summary>
internal static class Tables
{
    /// <summary>The form of the tables. A store of a newer form is not touched.</summary>
    public const int Form = 2;

    // Hosts that meet on an empty database take turns by this number: "SOPR".
    private const long Lock = 0x534F5052;

    /// <summary>Makes the tables if they are missing, and those that an older form lacks; leaves those of this form alone.</summary>
    /// <exception cref="RunStoreException">They are of a newer version, or the schema is somebody else's.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource source, string schema, string place, CancellationToken cancel)
    {
        using var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        using var work = new NpgsqlBatch(connection, transaction);
        work.Then("SELECT pg_advisory_xact_lock($1)", Values.Position(Lock));
        work.Then(
            "SELECT obj_description(to_regclass($1), 'pg_class'), EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = $2), current_setting('server_version_num')::int",
            Values.Text($"{Quoted(schema)}.runs"), Values.Text(schema));
        string? mark;
        bool isTaken;
        int version;
        using (var rows = await work.ExecuteReaderAsync(cancel).ConfigureAwait(false))
        {
            await rows.NextResultAsync(cancel).ConfigureAwait(false);
            await rows.ReadAsync(cancel).ConfigureAwait(false);
            mark = rows.IsDBNull(0) ? null : rows.GetString(0);
            (isTaken, version) = (rows.GetBoolean(1), rows.GetInt32(2));
        }

        if (version < 130000)
        {
            throw new RunStoreException(StoreTrouble.Other, $"{place} is PostgreSQL {version / 10000}, and 13 or newer is needed. Nothing was changed.");
        }

        if (mark is null && isTaken)
        {
            throw new RunStoreException(StoreTrouble.Damaged, $"Schema '{schema}' of {place} has tables of another program. Name another schema; nothing was changed.");
        }

        var form = mark is null ? 0 : Demand(mark, schema, place);
        List<string> missing = [.. form == 0 ? [Text(schema)] : Array.Empty<string>(), .. form < Form ? [Notices(schema)] : Array.Empty<string>()];
        if (form > 0 && await IsCopyAsync(connection, transaction, schema, cancel).ConfigureAwait(false))
        {
            missing.Add(Settle(schema));
        }

        if (missing.Count > 0)
        {
            using var make = new NpgsqlCommand(string.Join('\n', missing), connection, transaction);
            await make.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>A name as the server takes it in a statement.</summary>
    public static string Quoted(string schema) => $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static int Demand(string mark, string schema, string place)
    {
        const string Begin = "SopAsCode.Runtime, form ";
        if (!mark.StartsWith(Begin, StringComparison.Ordinal) || !int.TryParse(mark.AsSpan(Begin.Length), CultureInfo.InvariantCulture, out var form))
        {
            throw new RunStoreException(StoreTrouble.Damaged, $"Schema '{schema}' of {place} has a table 'runs' of another program. Name another schema; nothing was changed.");
        }

        if (form > Form)
        {
            throw new RunStoreException(
                StoreTrouble.Newer,
                $"Schema '{schema}' of {place} was made by a newer version of SopAsCode.PostgreSql (form {form}; this version knows {Form}). Use that version; nothing was changed.");
        }

        return form;
    }

    // A copy of the database on another server counts its transactions anew, and the feed would hide the events until that server has come as far.
    private static async Task<bool> IsCopyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string schema, CancellationToken cancel)
    {
        using var ask = new NpgsqlCommand(
            $"SELECT coalesce(max(tx) >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint, false) FROM {Quoted(schema)}.events",
            connection,
            transaction);
        return await ask.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
    }

    // All events are then older than what that server counts, in the same order.
    private static string Settle(string schema) => $"UPDATE {Quoted(schema)}.events SET tx = tx - (SELECT max(tx) + 1 FROM {Quoted(schema)}.events)";

    // What form 2 has more than form 1.
    private static string Notices(string name)
    {
        var schema = Quoted(name);
        return $"""
            CREATE TABLE {schema}.notices (
                channel  text NOT NULL,
                item     text COLLATE "C" NOT NULL,
                revision integer NOT NULL,
                attempts integer NOT NULL,
                again    timestamptz,
                PRIMARY KEY (channel, item, revision)
            );
            COMMENT ON TABLE {schema}.notices IS 'Who was told of which revision of an item';
            COMMENT ON COLUMN {schema}.notices.again IS 'When to try again, or until when one host tries; null when there is nothing more to do';
            COMMENT ON TABLE {schema}.runs IS 'SopAsCode.Runtime, form {Form}';
            """;
    }

    private static string Text(string name)
    {
        var schema = Quoted(name);
        return $"""
            CREATE SCHEMA IF NOT EXISTS {schema};
            CREATE TABLE {schema}.runs (
                run         text COLLATE "C" PRIMARY KEY,
                sop         text NOT NULL,
                version     text,
                state       text NOT NULL,
                key         text,
                started     timestamptz NOT NULL,
                ended       timestamptz,
                sequence    integer NOT NULL,
                head        text NOT NULL,
                waits_for   text,
                waits_since timestamptz,
                json        text NOT NULL,
                current     text NOT NULL
            );
            CREATE INDEX runs_key ON {schema}.runs (sop, key) WHERE key IS NOT NULL;
            CREATE INDEX runs_waiting ON {schema}.runs (sop, key, waits_for) WHERE waits_for IS NOT NULL;
            CREATE INDEX runs_ended ON {schema}.runs (ended) WHERE ended IS NOT NULL;
            CREATE INDEX runs_unfinished ON {schema}.runs (run) WHERE ended IS NULL;
            COMMENT ON COLUMN {schema}.runs.key IS 'By which an event from outside finds the run; erased with the contents';
            COMMENT ON COLUMN {schema}.runs.json IS 'The sum of the events; verify adds them up again and compares';
            COMMENT ON COLUMN {schema}.runs.current IS 'The hashes of the contents that the next command needs, with spaces';

            CREATE TABLE {schema}.events (
                position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                run         text COLLATE "C" NOT NULL,
                sequence    integer NOT NULL,
                at          timestamptz NOT NULL,
                event       text NOT NULL,
                step        text NOT NULL,
                by          text NOT NULL,
                by_kind     text NOT NULL,
                door        text,
                sop         text NOT NULL,
                version     text,
                fingerprint text,
                data        text NOT NULL,
                previous    text NOT NULL,
                hash        text NOT NULL,
                tx          bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
                UNIQUE (run, sequence)
            );
            CREATE INDEX events_feed ON {schema}.events (tx, position);
            COMMENT ON TABLE {schema}.events IS 'The record. Each event has the hash of the one before it; events are added and never changed';
            COMMENT ON COLUMN {schema}.events.tx IS 'The transaction that added it: the feed gives what no open transaction can come before';

            CREATE TABLE {schema}.contents (
                run  text COLLATE "C" NOT NULL,
                hash text NOT NULL,
                salt text NOT NULL,
                text text NOT NULL,
                PRIMARY KEY (run, hash)
            );
            COMMENT ON TABLE {schema}.contents IS 'Values, reasons, notes: all that people and AI wrote. Events name them by hash only, so that they can be erased';

            CREATE TABLE {schema}.items (
                item     text COLLATE "C" PRIMARY KEY,
                run      text COLLATE "C" NOT NULL,
                sop      text NOT NULL,
                step     text NOT NULL,
                kind     text NOT NULL,
                title    text NOT NULL,
                status   text NOT NULL,
                is_open  boolean NOT NULL,
                roles    text[] NOT NULL,
                revision integer NOT NULL,
                asked    timestamptz NOT NULL,
                due      timestamptz,
                person   text,
                closed   timestamptz,
                json     text NOT NULL
            );
            CREATE INDEX items_open ON {schema}.items (due, asked, item) WHERE is_open;
            CREATE INDEX items_run ON {schema}.items (run);
            COMMENT ON TABLE {schema}.items IS 'The inbox, with what was answered';

            CREATE TABLE {schema}.due (
                run     text COLLATE "C" PRIMARY KEY,
                at      timestamptz NOT NULL,
                claimed timestamptz
            );
            CREATE INDEX due_at ON {schema}.due (at);
            COMMENT ON TABLE {schema}.due IS 'When a run must be looked at because something is due; until claimed one host has it';

            CREATE TABLE {schema}.work (
                run     text COLLATE "C" PRIMARY KEY,
                sop     text NOT NULL,
                step    text NOT NULL,
                visit   integer NOT NULL,
                ready   timestamptz NOT NULL,
                worker  text,
                claimed timestamptz
            );
            CREATE INDEX work_ready ON {schema}.work (ready);
            COMMENT ON TABLE {schema}.work IS 'Steps that a worker must do; until claimed the worker has it';

            CREATE TABLE {schema}.messages (
                id       text PRIMARY KEY,
                from_run text COLLATE "C" NOT NULL,
                to_run   text COLLATE "C" NOT NULL,
                command  text NOT NULL,
                position bigint GENERATED ALWAYS AS IDENTITY UNIQUE
            );
            CREATE INDEX messages_from ON {schema}.messages (from_run);
            COMMENT ON TABLE {schema}.messages IS 'Commands for other runs that were not delivered yet';

            CREATE TABLE {schema}.commands (
                run   text COLLATE "C" NOT NULL,
                key   text NOT NULL,
                reply text NOT NULL,
                PRIMARY KEY (run, key)
            );
            COMMENT ON TABLE {schema}.commands IS 'Commands with a name that were done, with their answers, so that the same one is done once';

            CREATE TABLE {schema}.starts (
                sop    text NOT NULL,
                day    date NOT NULL,
                step   text NOT NULL,
                starts integer NOT NULL,
                PRIMARY KEY (sop, day, step)
            );
            COMMENT ON TABLE {schema}.starts IS 'Starts of steps with a limit per day, over all runs';

            CREATE TABLE {schema}.arrived (
                id       text PRIMARY KEY,
                sop      text NOT NULL,
                step     text NOT NULL,
                key      text NOT NULL,
                value    text,
                received timestamptz NOT NULL,
                by       text NOT NULL,
                by_kind  text NOT NULL,
                door     text,
                taken_by text
            );
            CREATE INDEX arrived_open ON {schema}.arrived (sop, step, key) WHERE taken_by IS NULL;
            CREATE INDEX arrived_taken ON {schema}.arrived (taken_by) WHERE taken_by IS NOT NULL;
            COMMENT ON TABLE {schema}.arrived IS 'Events from outside, kept until a run takes them';
            """;
    }
}
