using Microsoft.Data.Sqlite;
using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Stores;

/// <summary>Files that can't be read or written: a typed error that says what to do, and nothing is changed.</summary>
public class SqliteTroubles
{
    [Fact]
    public async Task A_file_that_another_program_locks_is_told_and_can_be_tried_again()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        await using var store = SqliteRunStore.Open(house.Place.File, TimeSpan.FromSeconds(1));
        var host = house.NewHost(store);
        var approve = new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = House.Ticks };
        using (var blocker = new SqliteConnection($"Data Source={house.Place.File};Pooling=False"))
        {
            blocker.Open();
            Execute(blocker, "BEGIN IMMEDIATE");
            var error = await Assert.ThrowsAsync<RunStoreException>(() => host.AnswerAsync(approve));
            Assert.Equal(StoreTrouble.Locked, error.Trouble);
            Assert.EndsWith("is locked by another program for too long. Nothing was recorded; try again.", error.Message, StringComparison.Ordinal);
            Execute(blocker, "ROLLBACK");
        }

        Assert.Equal(5, (await house.Host.HistoryAsync("r1")).Count);
        (await host.AnswerAsync(approve)).OrThrow();
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_and_nothing_is_half_recorded()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        await using var store = SqliteRunStore.Open(house.Place.File);

        // The file may not grow any more.
        store.Execute("PRAGMA max_page_count = 1");
        var host = house.NewHost(store);
        var error = await Assert.ThrowsAsync<RunStoreException>(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                (await host.SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = new('x', 5000) })).OrThrow();
            }
        });
        Assert.Equal(StoreTrouble.Full, error.Trouble);
        Assert.Empty(await house.Host.VerifyAsync());
        (await house.ApproveAsync(item, House.Ben)).OrThrow();
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_is_told()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        await using var store = SqliteRunStore.Open(house.Place.File);
        store.Execute("PRAGMA query_only = ON");
        var error = await Assert.ThrowsAsync<RunStoreException>(() => house.NewHost(store).SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = "x" }));
        Assert.Equal(StoreTrouble.ReadOnly, error.Trouble);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_not_touched()
    {
        await using var house = House.Open();
        house.Tamper("PRAGMA user_version = 3");
        var error = Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(house.Place.File));
        Assert.Equal(StoreTrouble.Newer, error.Trouble);
        Assert.Contains("was made by a newer version of SopAsCode.Runtime (form 3; this version knows 2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_version_gets_what_it_lacks_and_keeps_its_runs()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        house.Tamper("DROP TABLE notices; PRAGMA user_version = 1");
        await using var store = SqliteRunStore.Open(house.Place.File);
        await using var again = SqliteRunStore.Open(house.Place.File);
        Assert.Equal(item.Id, Assert.Single(await store.ClaimNoticesAsync(new() { Channel = "c", Roles = item.Roles, Now = house.Clock.Now, Lease = TimeSpan.FromMinutes(1), Max = 5 }, default)).Item.Id);
    }

    [Fact]
    public void What_is_no_such_file_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("sops");
        var text = Path.Combine(folder.FullName, "text.db");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("This is no database. ", 1000)));
        Assert.Equal(StoreTrouble.Damaged, Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(text)).Trouble);

        var foreign = Path.Combine(folder.FullName, "foreign.db");
        using (var connection = new SqliteConnection($"Data Source={foreign};Pooling=False"))
        {
            connection.Open();
            Execute(connection, "CREATE TABLE songs (title TEXT)");
        }

        var error = Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(foreign));
        Assert.EndsWith("is another program's database. Nothing was changed.", error.Message, StringComparison.Ordinal);
        Assert.Equal(StoreTrouble.Unreachable, Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(Path.Combine(folder.FullName, "no", "such", "folder.db"))).Trouble);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_damaged_file_is_told_and_not_made_worse()
    {
        await using var house = House.Open();
        for (var i = 0; i < 20; i++)
        {
            await house.RefundToDecideAsync($"r{i}");
        }

        house.Tamper("PRAGMA wal_checkpoint(TRUNCATE)");
        var broken = house.Place.File + ".broken";
        var bytes = await File.ReadAllBytesAsync(house.Place.File);
        for (var i = 4096; i < bytes.Length; i++)
        {
            bytes[i] ^= 0xA5;
        }

        await File.WriteAllBytesAsync(broken, bytes);
        var error = await Assert.ThrowsAsync<RunStoreException>(async () =>
        {
            await using var store = SqliteRunStore.Open(broken);
            (await house.NewHost(store).SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = "x" })).OrThrow();
        });
        Assert.Equal(StoreTrouble.Damaged, error.Trouble);
    }

    [Fact]
    public async Task A_state_that_can_not_be_read_is_told_and_left_alone()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        house.Tamper("UPDATE runs SET json = '{' WHERE run = 'r1'");
        var answer = await house.Host.SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = "x" });
        Assert.Equal(RefusalKind.DoesNotFit, answer.Refusal!.Kind);
        Assert.Equal(["{"], house.Query("SELECT json FROM runs"));
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
