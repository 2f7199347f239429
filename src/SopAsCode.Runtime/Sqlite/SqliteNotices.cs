using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SopAsCode.Runtime;

/// <summary>Who was told of which item.</summary>
internal static class SqliteNotices
{
    // Not told yet in this revision, or to be tried again now. A time far away was made by a clock that was wrong.
    private const string Untold = "FROM items i LEFT JOIN notices n ON n.channel = $channel AND n.item = i.item AND n.revision = i.revision WHERE i.is_open = 1 AND (n.item IS NULL OR n.again <= $now OR n.again > $far)";

    /// <summary>How long a channel waits for another attempt at most.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    public static bool IsAny(SqliteConnection connection, NoticeRequest request)
    {
        using var command = Fill(connection, "SELECT EXISTS (SELECT 1 {0})", request);
        return (long)command.ExecuteScalar()! == 1;
    }

    public static IReadOnlyList<ClaimedNotice> Claim(SqliteConnection connection, NoticeRequest request)
    {
        List<(string Item, ClaimedNotice Notice)> claimed = [];
        using (var find = Fill(connection, "SELECT i.json, coalesce(n.attempts, 0) + 1, i.item {0} ORDER BY i.asked, i.item LIMIT $max", request))
        {
            find.Parameters.AddWithValue("$max", request.Max);
            using var rows = find.ExecuteReader();
            while (rows.Read())
            {
                claimed.Add((rows.GetString(2), StoredRows.Notice(rows, request.Channel)));
            }
        }

        using var keep = Sql.Prepare(
            connection,
            "INSERT INTO notices (channel, item, revision, attempts, again) VALUES ($channel, $item, $revision, $attempts, $again) ON CONFLICT DO UPDATE SET attempts = $attempts, again = $again",
            "$channel", "$item", "$revision", "$attempts", "$again");
        foreach (var (item, notice) in claimed)
        {
            keep.With(request.Channel, item, notice.Item.Revision, notice.Attempt, request.Now + request.Lease).ExecuteNonQuery();
        }

        return [.. claimed.Select(one => one.Notice)];
    }

    // A host that comes back late does not undo what another one said meanwhile.
    public static bool Settle(SqliteConnection connection, ClaimedNotice notice, DateTimeOffset? again)
    {
        using var command = Sql.Prepare(
            connection,
            "UPDATE notices SET again = $again WHERE channel = $channel AND item = $item AND revision = $revision AND attempts = $attempt",
            "$again", "$channel", "$item", "$revision", "$attempt").With(again, notice.Channel, notice.Item.Id, notice.Item.Revision, notice.Attempt);
        return command.ExecuteNonQuery() == 1;
    }

    private static SqliteCommand Fill(SqliteConnection connection, string query, NoticeRequest request)
    {
        var command = connection.CreateCommand();
        var roles = request.Roles.Select((role, i) =>
        {
            var name = "$role" + i.ToString(CultureInfo.InvariantCulture);
            command.Parameters.AddWithValue(name, $" {role} ");
            return $"instr(i.roles, {name}) > 0";
        }).ToList();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, query, $"{Untold} AND ({(roles.Count == 0 ? "0" : string.Join(" OR ", roles))})");
        command.Parameters.AddWithValue("$channel", request.Channel);
        command.Parameters.AddWithValue("$now", IsoTime.Write(request.Now));
        command.Parameters.AddWithValue("$far", IsoTime.Write(request.Now + LongestWait));
        return command;
    }
}
