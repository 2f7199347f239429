using Npgsql;
using SopAsCode.PostgreSql;
using SopAsCode.Runtime.Tests.Harness;
using SopAsCode.TestCluster;

namespace SopAsCode.Runtime.Tests.Stores;

/// <summary>Servers that can't be reached, read or written: a typed error that says what to do, and nothing is changed.</summary>
public class PostgreSqlTroubles
{
    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var error = await TroubleAsync(settings => settings.Port = 1);
        Assert.Equal(StoreTrouble.Unreachable, error.Trouble);
        Assert.StartsWith("PostgreSQL at '127.0.0.1:1/postgres' can't be reached: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_not_shown()
    {
        var error = await TroubleAsync(settings => settings.Password = "SECRET");
        Assert.Equal(StoreTrouble.Unreachable, error.Trouble);
        Assert.Contains("does not let this user in", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Password=a;SECRET=b")]
    [InlineData("Host=db;Password=SECRET;Port=many")]
    [InlineData("SECRET")]
    [InlineData("Host=db;Password='SECRET")]
    public async Task A_connection_string_that_can_not_be_read_is_told_and_not_shown(string connection)
    {
        var error = await Assert.ThrowsAsync<RunStoreException>(() => PostgreSqlRunStore.OpenAsync(connection));
        Assert.Equal(StoreTrouble.Unreachable, error.Trouble);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told() =>
        Assert.EndsWith("has no such database: create it, or name another one.", (await TroubleAsync(settings => settings.Database = "other")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_store_of_a_newer_version_is_not_touched()
    {
        await using var house = House.Open();
        house.Tamper("COMMENT ON TABLE runs IS 'SopAsCode.Runtime, form 3'");
        var error = await Assert.ThrowsAsync<RunStoreException>(() => PostgreSqlRunStore.OpenAsync(ClusterOfTheRun.Cluster.Connection, house.Place.Schema));
        Assert.Equal(StoreTrouble.Newer, error.Trouble);
        Assert.Contains("was made by a newer version of SopAsCode.PostgreSql (form 3; this version knows 2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_an_older_version_gets_what_it_lacks_and_keeps_its_runs()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        house.Tamper("DROP TABLE notices; COMMENT ON TABLE runs IS 'SopAsCode.Runtime, form 1'");
        await using var store = await PostgreSqlRunStore.OpenAsync(ClusterOfTheRun.Cluster.Connection, house.Place.Schema);
        await using var again = await PostgreSqlRunStore.OpenAsync(ClusterOfTheRun.Cluster.Connection, house.Place.Schema);
        Assert.Equal(item.Id, Assert.Single(await store.ClaimNoticesAsync(new() { Channel = "c", Roles = item.Roles, Now = house.Clock.Now, Lease = TimeSpan.FromMinutes(1), Max = 5 }, default)).Item.Id);
    }

    [Theory]
    [InlineData("songs")]
    [InlineData("runs")]
    public async Task A_schema_of_another_program_is_not_touched(string table)
    {
        await using var place = TestPlace.New();
        place.Tamper($"CREATE SCHEMA \"{place.Schema}\"; CREATE TABLE \"{place.Schema}\".{table} (title text); COMMENT ON TABLE \"{place.Schema}\".{table} IS 'Songs'");
        var error = await Assert.ThrowsAsync<RunStoreException>(() => PostgreSqlRunStore.OpenAsync(ClusterOfTheRun.Cluster.Connection, place.Schema));
        Assert.Equal(StoreTrouble.Damaged, error.Trouble);
        Assert.EndsWith("of another program. Name another schema; nothing was changed.", error.Message, StringComparison.Ordinal);
        Assert.Equal([table], place.Query($"SELECT tablename FROM pg_tables WHERE schemaname = '{place.Schema}'"));
    }

    [Theory]
    [InlineData("ALTER ROLE \"{0}\" SET default_transaction_read_only = on", StoreTrouble.ReadOnly)]
    [InlineData("REVOKE INSERT ON \"{0}\".events FROM \"{0}\"", StoreTrouble.ReadOnly)]
    [InlineData("ALTER ROLE \"{0}\" SET statement_timeout = 200", StoreTrouble.Locked)]
    [InlineData("DROP TABLE \"{0}\".commands", StoreTrouble.Damaged)]
    public async Task What_can_not_be_written_is_told_and_nothing_is_half_recorded(string statement, StoreTrouble trouble)
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        var user = house.Place.Schema;
        house.Tamper($"""
            CREATE ROLE "{user}" LOGIN PASSWORD 'word';
            GRANT USAGE ON SCHEMA "{user}" TO "{user}"; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "{user}" TO "{user}"
            """);
        var settings = new NpgsqlConnectionStringBuilder(ClusterOfTheRun.Cluster.Connection) { Username = user, Password = "word" };
        await using (var store = await PostgreSqlRunStore.OpenAsync(settings.ConnectionString, user))
        {
            var host = house.NewHost(store);
            (await host.SendAsync("r1", new Note { By = Actor.Person(House.Ben), Notes = "x" })).OrThrow();
        }

        house.Tamper(string.Format(null, statement, user));
        var before = await house.Host.HistoryAsync("r1");
        using var blocker = new NpgsqlConnection(ClusterOfTheRun.Cluster.Connection);
        await blocker.OpenAsync();
        if (trouble == StoreTrouble.Locked)
        {
            await using var locking = new NpgsqlCommand($"BEGIN; SELECT FROM \"{user}\".runs FOR UPDATE", blocker);
            await locking.ExecuteNonQueryAsync();
        }

        var error = await Assert.ThrowsAsync<RunStoreException>(async () =>
        {
            await using var store = await PostgreSqlRunStore.OpenAsync(settings.ConnectionString, user);
            await house.NewHost(store).AnswerAsync(new Approve { By = Actor.Person(House.Ben), Item = item.Id, Revision = 1, Ticked = House.Ticks, Key = "yes" });
        });
        Assert.Equal(trouble, error.Trouble);
        Assert.Equal(before, await house.Host.HistoryAsync("r1"));
        await blocker.CloseAsync();
        NpgsqlConnection.ClearAllPools();
        house.Tamper($"DROP OWNED BY \"{user}\"; DROP ROLE \"{user}\"");
    }

    [Fact]
    public async Task Yes_means_on_disk_also_where_the_server_answers_earlier()
    {
        await using var place = TestPlace.New();
        var connection = new NpgsqlConnectionStringBuilder(ClusterOfTheRun.Cluster.Connection) { Options = "-c synchronous_commit=off" }.ConnectionString;
        await using var store = await PostgreSqlRunStore.OpenAsync(connection, place.Schema);

        // The table itself says what each transaction that adds an event waits for.
        place.Tamper("ALTER TABLE events ADD COLUMN waits text DEFAULT current_setting('synchronous_commit')");
        var host = new SopHost([TestsSops.Instance], store, new() { Json = Sops.HouseJson.Default, Services = new TestBank() });
        (await host.StartAsync("r1", new StartRun { By = Actor.Automation("shop"), Sop = "pay-refund", Input = House.Request() })).OrThrow();
        Assert.Equal(["on"], place.Query("SELECT DISTINCT waits FROM events"));
    }

    [Fact]
    public async Task A_copy_on_a_server_that_counts_anew_is_fed_all_the_same()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var before = await FeedAsync(house.Store, 0);
        house.Tamper("UPDATE events SET tx = tx + 1000000000");
        Assert.Empty(await FeedAsync(house.Store, 0));

        await using var copy = house.Place.Open();
        Assert.Equal(before, await FeedAsync(copy, 0));
        await house.RefundToDecideAsync("r2");
        Assert.Equal(before.Count, (await FeedAsync(copy, before[^1].Position)).Count);
    }

    [Fact]
    public async Task An_event_that_is_committed_late_comes_to_a_reader_who_read_later_ones()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var last = (await FeedAsync(house.Store, 0))[^1].Position;

        // A transaction takes its position first, and commits last.
        using var slow = new NpgsqlConnection(ClusterOfTheRun.Cluster.Connection);
        await slow.OpenAsync();
        await using (var insert = new NpgsqlCommand(
            $"BEGIN; INSERT INTO \"{house.Place.Schema}\".events (run, sequence, at, event, step, by, by_kind, sop, data, previous, hash) SELECT 'slow', 1, at, event, step, by, by_kind, sop, data, previous, hash FROM \"{house.Place.Schema}\".events WHERE sequence = 1",
            slow))
        {
            await insert.ExecuteNonQueryAsync();
        }

        await house.RefundToDecideAsync("r2");
        var read = await FeedAsync(house.Store, last);
        Assert.DoesNotContain(read, fed => fed.Event.Run == "slow");
        await using (var commit = new NpgsqlCommand("COMMIT", slow))
        {
            await commit.ExecuteNonQueryAsync();
        }

        read.AddRange(await FeedAsync(house.Store, read.Count > 0 ? read[^1].Position : last));
        Assert.Single(read, fed => fed.Event.Run == "slow");
        Assert.Equal(6, read.Count);
    }

    private static async Task<List<FedEvent>> FeedAsync(IRunStore store, long after)
    {
        List<FedEvent> all = [];
        await foreach (var fed in store.FeedAsync(after, default))
        {
            all.Add(fed);
        }

        return all;
    }

    private static async Task<RunStoreException> TroubleAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(ClusterOfTheRun.Cluster.Connection);
        change(settings);
        var error = await Assert.ThrowsAsync<RunStoreException>(() => PostgreSqlRunStore.OpenAsync(settings.ConnectionString));
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Cluster.Password, error.ToString(), StringComparison.Ordinal);
        return error;
    }
}
