using Microsoft.Data.Sqlite;
using SopAsCode.Runtime;

namespace TinyTeam.Play;

/// <summary>Somebody changes the file with a database program, and the record shows it.</summary>
/// <param name="file">The file of the day. Only a copy of it is changed.</param>
/// <param name="screen">Where it is shown.</param>
internal sealed class Tampering(string file, Screen screen)
{
    private const string Forgery = "UPDATE events SET by = 'ana@example.com' WHERE run = 'ticket-1042' AND event = 'Approved'";

    /// <summary>Verifies the file, changes a copy, and verifies that.</summary>
    public async Task ShowAsync(DateTimeOffset now)
    {
        screen.Headline(now, "Is the record whole? And would one see it if somebody had changed it?");
        await VerifyAsync(file, now);

        var copy = Path.ChangeExtension(file, ".forged.db");
        foreach (var old in new[] { copy, copy + "-wal", copy + "-shm" })
        {
            File.Delete(old);
        }

        File.Copy(file, copy);
        screen.Text("In a copy, somebody makes it look as if Ana had approved, with a database program:", indent: 7);
        screen.Text(Forgery, indent: 9);
        await using (var connection = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = Forgery;
            await command.ExecuteNonQueryAsync();
        }

        await VerifyAsync(copy, now);
    }

    private async Task VerifyAsync(string where, DateTimeOffset now)
    {
        await using var store = SqliteRunStore.Open(where);
        var problems = await Day.HostOver(store, new DayClock(now), null).VerifyAsync();
        screen.Text($"verify {where.Replace('\\', '/')}", indent: 7);
        foreach (var line in problems.Count == 0 ? ["The record is whole."] : problems.Select(problem => $"{problem.Run}{(problem.Sequence is { } number ? $", event {number}" : "")}: {problem.Problem}"))
        {
            screen.Text(line, indent: 9);
        }
    }
}
