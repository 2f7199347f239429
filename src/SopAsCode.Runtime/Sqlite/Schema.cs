using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>
/// The tables of the file. They are made to be read with the sqlite3 program: names are the words of the product, times are ISO texts, what is nested is
/// JSON text.
/// </summary>
internal static class Schema
{
    /// <summary>The form of the tables. A file of a newer form is not touched.</summary>
    public const int Form = 2;

    /// <summary>The mark by which the file is known: "SOPR".</summary>
    public const int Mark = 0x534F5052;

    private const string Tables = """
        CREATE TABLE runs (
            run      TEXT NOT NULL PRIMARY KEY,
            sop      TEXT NOT NULL,
            version  TEXT,
            state    TEXT NOT NULL,
            key      TEXT,               -- by which an event from outside finds the run; erased with the contents
            started  TEXT NOT NULL,
            ended    TEXT,
            sequence INTEGER NOT NULL,   -- of the last event
            head     TEXT NOT NULL,      -- its hash
            waits_for TEXT,              -- the step whose event the run waits for
            waits_since TEXT,
            json     TEXT NOT NULL,      -- the sum of the events; verify adds them up again and compares
            current  TEXT NOT NULL       -- the hashes of the contents that the next command needs, with spaces
        ) STRICT;
        CREATE INDEX runs_key ON runs (sop, key) WHERE key IS NOT NULL;
        CREATE INDEX runs_waiting ON runs (sop, key, waits_for) WHERE waits_for IS NOT NULL;
        CREATE INDEX runs_ended ON runs (ended) WHERE ended IS NOT NULL;

        -- The record. Each event has the hash of the one before it; events are added and never changed.
        CREATE TABLE events (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            run      TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            at       TEXT NOT NULL,
            event    TEXT NOT NULL,
            step     TEXT NOT NULL,
            by       TEXT NOT NULL,
            by_kind  TEXT NOT NULL,
            door     TEXT,
            sop      TEXT NOT NULL,
            version  TEXT,
            fingerprint TEXT,
            data     TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash     TEXT NOT NULL,
            UNIQUE (run, sequence)
        ) STRICT;

        -- Values, reasons, notes: all that people and AI wrote. Events name them by hash only, so that they can be erased.
        CREATE TABLE contents (
            run  TEXT NOT NULL,
            hash TEXT NOT NULL,
            salt TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (run, hash)
        ) STRICT, WITHOUT ROWID;

        -- The inbox, with what was answered.
        CREATE TABLE items (
            item     TEXT NOT NULL PRIMARY KEY,
            run      TEXT NOT NULL,
            sop      TEXT NOT NULL,
            step     TEXT NOT NULL,
            kind     TEXT NOT NULL,
            title    TEXT NOT NULL,
            status   TEXT NOT NULL,
            is_open  INTEGER NOT NULL,
            roles    TEXT NOT NULL,      -- with a space before and after each
            revision INTEGER NOT NULL,
            asked    TEXT NOT NULL,
            due      TEXT,
            person   TEXT,
            closed   TEXT,
            json     TEXT NOT NULL
        ) STRICT;
        CREATE INDEX items_open ON items (due) WHERE is_open = 1;
        CREATE INDEX items_run ON items (run);

        -- When a run must be looked at because something is due.
        CREATE TABLE due (
            run     TEXT NOT NULL PRIMARY KEY,
            at      TEXT NOT NULL,
            claimed TEXT                 -- until then one host has it
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX due_at ON due (at);

        -- Steps that a worker must do.
        CREATE TABLE work (
            run     TEXT NOT NULL PRIMARY KEY,
            sop     TEXT NOT NULL,
            step    TEXT NOT NULL,
            visit   INTEGER NOT NULL,
            ready   TEXT NOT NULL,
            worker  TEXT,                -- who has it,
            claimed TEXT                 -- until then
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX work_ready ON work (ready);

        -- Commands for other runs that were not delivered yet.
        CREATE TABLE messages (
            id       TEXT NOT NULL PRIMARY KEY,
            from_run TEXT NOT NULL,
            to_run   TEXT NOT NULL,
            command  TEXT NOT NULL
        ) STRICT;

        -- Commands with a name that were done, with their answers, so that the same one is done once.
        CREATE TABLE commands (
            run   TEXT NOT NULL,
            key   TEXT NOT NULL,
            reply TEXT NOT NULL,
            PRIMARY KEY (run, key)
        ) STRICT, WITHOUT ROWID;

        -- Starts of steps with a limit per day, over all runs.
        CREATE TABLE starts (
            sop    TEXT NOT NULL,
            day    TEXT NOT NULL,
            step   TEXT NOT NULL,
            starts INTEGER NOT NULL,
            PRIMARY KEY (sop, day, step)
        ) STRICT, WITHOUT ROWID;

        -- Events from outside, kept until a run takes them.
        CREATE TABLE arrived (
            id       TEXT NOT NULL PRIMARY KEY,
            sop      TEXT NOT NULL,
            step     TEXT NOT NULL,
            key      TEXT NOT NULL,
            value    TEXT,
            received TEXT NOT NULL,
            by       TEXT NOT NULL,
            by_kind  TEXT NOT NULL,
            door     TEXT,
            taken_by TEXT
        ) STRICT;
        CREATE INDEX arrived_open ON arrived (sop, step, key) WHERE taken_by IS NULL;
        """;

    // What form 2 has more than form 1.
    private const string Notices = """

        -- Who was told of which revision of an item.
        CREATE TABLE notices (
            channel  TEXT NOT NULL,
            item     TEXT NOT NULL,
            revision INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            again    TEXT,               -- when to try again, or until when one host tries; empty when there is nothing more to do
            PRIMARY KEY (channel, item, revision)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Makes the tables of an empty file; adds what a file of an older form lacks; leaves those of a file of this form alone.</summary>
    /// <exception cref="RunStoreException">The file is something else, or of a newer version.</exception>
    public static void Prepare(SqliteConnection connection, string file)
    {
        if (IsReady(connection, file))
        {
            return;
        }

        // Several processes may meet on an empty file: one makes the tables, the others find them.
        Sql.Run(connection, "BEGIN IMMEDIATE");
        try
        {
            if (!IsReady(connection, file))
            {
                Sql.Run(connection, Sql.Number(connection, "PRAGMA user_version") == 0 ? Tables + Notices : Notices);
                Sql.Run(connection, $"PRAGMA application_id = {Mark}; PRAGMA user_version = {Form}");
            }

            Sql.Run(connection, "COMMIT");
        }
        catch
        {
            Sql.TryRun(connection, "ROLLBACK");
            throw;
        }
    }

    private static bool IsReady(SqliteConnection connection, string file)
    {
        var mark = Sql.Number(connection, "PRAGMA application_id");
        var form = Sql.Number(connection, "PRAGMA user_version");
        return mark == Mark ? form <= Form ? form == Form : throw new RunStoreException(
                StoreTrouble.Newer,
                $"'{file}' was made by a newer version of SopAsCode.Runtime (form {form}; this version knows {Form}). Use that version; nothing was changed.")
            : mark == 0 && form == 0 && Sql.Number(connection, "SELECT count(*) FROM sqlite_master") == 0 ? false
            : throw new RunStoreException(StoreTrouble.Damaged, $"'{file}' is another program's database. Nothing was changed.");
    }
}
