using System.Data.Common;
using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>
/// What all stores over a database have in common: how rows become events, runs and items again, and what is JSON in a column. Columns are named as in the
/// lists here and stand in that order; times are read as <see cref="DateTimeOffset"/>.
/// </summary>
public static class StoredRows
{
    /// <summary>The columns of an event with its position.</summary>
    public const string EventColumns = "position, run, sequence, at, event, step, by, by_kind, door, sop, version, fingerprint, data, previous, hash";

    /// <summary>The columns of a run in a list.</summary>
    public const string RunColumns = "run, sop, version, state, started, ended, sequence, head";

    /// <summary>The columns of a message.</summary>
    public const string MessageColumns = "id, from_run, to_run, command";

    /// <summary>The columns of an event from outside (<c>a</c>) with the run that waits for it (<c>r</c>).</summary>
    public const string MatchedColumns = "r.run, a.id, a.sop, a.step, a.key, a.value, a.received, a.by, a.by_kind, a.door";

    /// <summary>Reads an event with its position.</summary>
    /// <param name="row">A row of <see cref="EventColumns"/>.</param>
    /// <returns>The event.</returns>
    /// <exception cref="RunStoreException">The row is damaged.</exception>
    public static FedEvent Event(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Position = row.GetInt64(0),
            Event = new()
            {
                Run = row.GetString(1),
                Sequence = row.GetInt32(2),
                At = row.GetFieldValue<DateTimeOffset>(3),
                Event = row.GetString(4),
                Step = row.GetString(5),
                By = By(row, 6),
                Sop = row.GetString(9),
                Version = TextOrNull(row, 10),
                Fingerprint = TextOrNull(row, 11),
                Data = row.GetString(12),
                Previous = row.GetString(13),
                Hash = row.GetString(14),
            },
        };
    }

    /// <summary>Reads a run.</summary>
    /// <param name="row">A row of <see cref="RunColumns"/>.</param>
    /// <returns>The run.</returns>
    public static RunSummary Run(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Run = row.GetString(0),
            Sop = row.GetString(1),
            Version = TextOrNull(row, 2),
            State = row.GetString(3),
            Started = row.GetFieldValue<DateTimeOffset>(4),
            Ended = row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
            Sequence = row.GetInt32(6),
            Head = row.GetString(7),
        };
    }

    /// <summary>Reads a message.</summary>
    /// <param name="row">A row of <see cref="MessageColumns"/>.</param>
    /// <returns>The message.</returns>
    public static RunMessage Message(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new() { Id = row.GetString(0), From = row.GetString(1), To = row.GetString(2), Command = row.GetString(3) };
    }

    /// <summary>Reads a content.</summary>
    /// <param name="row">A row of hash, salt, text.</param>
    /// <returns>The content.</returns>
    public static Content Content(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new() { Hash = row.GetString(0), Salt = row.GetString(1), Text = row.GetString(2) };
    }

    /// <summary>Reads a step that a worker was given.</summary>
    /// <param name="row">A row of run, SOP, step, visit.</param>
    /// <param name="worker">The worker.</param>
    /// <returns>The lease.</returns>
    public static StepLease Lease(DbDataReader row, string worker)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new() { Run = row.GetString(0), Sop = row.GetString(1), Step = row.GetString(2), Visit = row.GetInt32(3), Worker = worker };
    }

    /// <summary>Reads an event from outside with a run that waits for it.</summary>
    /// <param name="row">A row of <see cref="MatchedColumns"/>.</param>
    /// <returns>The event and the run.</returns>
    /// <exception cref="RunStoreException">The row is damaged.</exception>
    public static MatchedEvent Matched(DbDataReader row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Run = row.GetString(0),
            Event = new()
            {
                Id = row.GetString(1),
                Sop = row.GetString(2),
                Step = row.GetString(3),
                Key = row.GetString(4),
                Value = TextOrNull(row, 5),
                Received = row.GetFieldValue<DateTimeOffset>(6),
                By = By(row, 7),
            },
        };
    }

    /// <summary>Each event goes to the run that waits for it longest, and each run gets one event at a time.</summary>
    /// <param name="candidates">Events with runs, in the order of the events, and for each event the run that waits longest first.</param>
    /// <param name="max">How many at most.</param>
    /// <returns>Who gets what.</returns>
    public static IReadOnlyList<MatchedEvent> OneEach(IEnumerable<MatchedEvent> candidates, int max)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        HashSet<string> runs = new(StringComparer.Ordinal);
        HashSet<string> events = new(StringComparer.Ordinal);
        return [.. candidates.Where(one => !runs.Contains(one.Run) && !events.Contains(one.Event.Id) && runs.Add(one.Run) && events.Add(one.Event.Id)).Take(max)];
    }

    /// <summary>Reads an item that somebody is told of.</summary>
    /// <param name="row">A row of the item's JSON and the number of the attempt.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>The notice.</returns>
    /// <exception cref="JsonException">The item is damaged.</exception>
    public static ClaimedNotice Notice(DbDataReader row, string channel)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new() { Channel = channel, Item = Item(row.GetString(0)), Attempt = row.GetInt32(1) };
    }

    /// <summary>An item as JSON.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The JSON.</returns>
    public static string Json(PendingItem item) => RecordJson.Write(item);

    /// <summary>An item from its JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The item.</returns>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static PendingItem Item(string json) => RecordJson.ReadItem(json);

    private static string? TextOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Actor By(DbDataReader row, int column) => new()
    {
        Name = row.GetString(column),
        Kind = Enum.TryParse<ActorKind>(row.GetString(column + 1), out var kind) ? kind : throw new RunStoreException(StoreTrouble.Damaged, $"'{row.GetString(column + 1)}' is no kind of actor."),
        Door = TextOrNull(row, column + 2),
    };
}
